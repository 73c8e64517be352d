// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compute/loadview.h"

#include "models/items/base/format.h"
#include "ui/compute/loadbar.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Ui {

using namespace Items;

namespace {

double share(qint64 part, qint64 whole)
{
    return part >= 0 && whole > 0 ? 100. * double(part) / double(whole) : -1;
}

QString percentText(double percent)
{
    return LoadView::tr("%1 %").arg(qint64(std::round(percent)));
}

QString sizes(qint64 used, qint64 total)
{
    if (used < 0 || total <= 0)
        return LoadView::tr("not known");
    return LoadView::tr("%1 of %2").arg(Format::bytes(used), Format::bytes(total));
}

QString rateText(double rate)
{
    return LoadView::tr("%1/s", "a size per second").arg(Format::bytes(qint64(rate)));
}

void addGpu(QList<LoadView::Row> &rows, const GpuLoad &gpu)
{
    const QString id = u"gpu"_s + QString::number(gpu.index);
    QStringList state{gpu.utilizationPercent ? percentText(*gpu.utilizationPercent)
                                             : LoadView::tr("load not reported")};
    if (gpu.powerWatts)
        state += LoadView::tr("%1 W").arg(qint64(std::round(*gpu.powerWatts)));
    if (gpu.temperatureCelsius)
        state += LoadView::tr("%1 °C").arg(qint64(std::round(*gpu.temperatureCelsius)));
    rows.append(
        {id, LoadView::tr("GPU %1").arg(gpu.index), gpu.utilizationPercent.value_or(-1), state.join(u"  ·  "_s)});
    rows.append({id + u"Memory"_s, Format::isolated(gpu.name), share(gpu.memoryUsed, gpu.memoryTotal),
                 sizes(gpu.memoryUsed, gpu.memoryTotal)});
}

} // namespace

LoadView::LoadView(const LoadQuery &query, QWidget *parent)
    : QWidget(parent)
    , m_query(query)
    , m_state(new Label({}, Theme::Role::TextSecondary))
    , m_grid(new QGridLayout)
{
    setObjectName(u"computeLoad"_s);
    m_state->setObjectName(u"computeLoadState"_s);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Inside);
    column->addWidget(m_state);
    column->addLayout(m_grid);
    m_grid->setHorizontalSpacing(Theme::Group);
    m_grid->setVerticalSpacing(Theme::Inside);
    m_grid->setColumnStretch(1, 1);
    connect(&query, &LiveQuery::stateChanged, this, &LoadView::refresh);
    connect(&query, &LiveQuery::arrived, this, &LoadView::refresh);
    refresh();
}

QList<LoadView::Row> LoadView::rowsOf(const NodeLoad &load)
{
    QList<Row> rows{
        {u"cpu"_s, tr("CPU"), load.processorPercent,
         tr("%1 of %n cores", nullptr, load.cores).arg(percentText(load.processorPercent))},
        {u"memory"_s, tr("Memory"), share(load.memoryUsed, load.memoryTotal), sizes(load.memoryUsed, load.memoryTotal)},
        {u"disk"_s, tr("Disk"), share(load.diskUsed, load.diskTotal), sizes(load.diskUsed, load.diskTotal)},
    };
    for (const GpuLoad &gpu : load.gpus)
        addGpu(rows, gpu);
    if (load.diskReadRate >= 0) {
        rows.append({u"diskTraffic"_s, tr("Disk traffic"), -1,
                     tr("%1 read, %2 written").arg(rateText(load.diskReadRate), rateText(load.diskWriteRate))});
    }
    if (load.networkReceiveRate >= 0) {
        rows.append(
            {u"networkTraffic"_s, tr("Network"), -1,
             tr("%1 received, %2 sent").arg(rateText(load.networkReceiveRate), rateText(load.networkSendRate))});
    }
    return rows;
}

void LoadView::refresh()
{
    QString sentence;
    switch (m_query.state()) {
    case LiveQuery::State::Loading:
        sentence = tr("The load is being measured.");
        break;
    case LiveQuery::State::Lacking:
        sentence = tr("This workspace does not report the load of its computes.");
        break;
    case LiveQuery::State::Failed:
        sentence = tr("The load could not be measured. %1").arg(m_query.error().text);
        break;
    case LiveQuery::State::Stale:
        sentence = tr("The load is not current. %1").arg(m_query.error().text);
        break;
    case LiveQuery::State::Ready:
        break;
    }
    if (m_query.state() == LiveQuery::State::Ready && m_query.nodes().isEmpty())
        sentence = tr("The compute has no node at the moment.");
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    QList<Row> rows;
    const bool areMany = m_query.nodes().size() > 1;
    for (const NodeLoad &node : m_query.nodes()) {
        auto own = rowsOf(node);
        if (areMany) {
            own.prepend({u"node"_s, Format::isolated(node.node), -1, {}});
            for (Row &row : own)
                row.id.prepend(node.node + u'/');
        }
        rows += own;
    }
    showRows(rows);
}

// The widgets of a row stay while the compute has the same rows.
void LoadView::showRows(const QList<Row> &rows)
{
    const auto isSame = [&] { return std::ranges::equal(m_parts, rows, {}, &Parts::id, &Row::id); };
    if (!isSame()) {
        for (const Parts &parts : std::as_const(m_parts)) {
            delete parts.title;
            delete parts.bar;
            delete parts.text;
        }
        m_parts.clear();
        for (const Row &row : rows) {
            const int at = int(m_parts.size());
            const Parts parts{row.id, new Label({}, Theme::Role::TextSecondary), new LoadBar,
                              new Label({}, Theme::Role::Text)};
            parts.bar->setObjectName(u"loadBar:"_s + row.id);
            parts.text->setObjectName(u"loadText:"_s + row.id);
            parts.text->setFont(Theme::tabular(parts.text->font()));
            m_grid->addWidget(parts.title, at, 0);
            m_grid->addWidget(parts.bar, at, 1, Qt::AlignVCenter);
            // Traffic has no limit, and so never a bar.
            if (row.id.endsWith("Traffic"_L1))
                m_grid->addWidget(parts.text, at, 1, 1, 2);
            else
                m_grid->addWidget(parts.text, at, 2);
            m_parts += parts;
        }
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto &[id, title, bar, text] = m_parts.at(i);
        title->setText(rows[i].title);
        bar->setVisible(rows[i].percent >= 0);
        bar->setPercent(rows[i].percent);
        text->setText(rows[i].text);
        text->setAccessibleName(rows[i].title + u": "_s + rows[i].text);
    }
}

} // namespace Roost::Ui
