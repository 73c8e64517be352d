// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/systemsection.h"

#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

SystemSection::SystemSection(RunDocument *run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_header(new SectionHeader(tr("System")))
    , m_grid(new QGridLayout)
{
    setObjectName(u"systemSection"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Group, Theme::Inside, Theme::Group, Theme::Group);
    column->setSpacing(Theme::Inside + Theme::Step);
    column->addWidget(m_header);
    m_grid->setSpacing(Theme::Inside + Theme::Step);
    column->addLayout(m_grid);
    hide();
}

void SystemSection::refreshCharts()
{
    const QStringList keys = m_run->metrics()->keys();
    const auto charts = systemCharts(keys);
    if (charts == m_charts)
        return;
    m_charts = charts;
    for (const SystemChart &chart : charts) {
        if (!m_cards.contains(chart.id))
            m_cards.insert(chart.id, makeCard(chart));
        for (const SystemChart::Line &line : chart.lines) {
            if (m_run->metrics()->isComplete(line.key))
                showLine(chart, line);
        }
    }
    const int ranks = measuredRanks(m_run->run().lastMetrics.keys());
    m_header->setDetail(ranks > MostChartedRanks
                            ? tr("over the seconds of the run; ranks 0 to %1 of %2, roostctl runs metrics shows all")
                                  .arg(MostChartedRanks - 1)
                                  .arg(ranks)
                            : tr("over the seconds of the run"));
    arrange();
}

void SystemSection::grown(const QString &key)
{
    for (const SystemChart &chart : std::as_const(m_charts)) {
        for (const SystemChart::Line &line : chart.lines) {
            if (line.key == key)
                showLine(chart, line);
        }
    }
}

MetricSeries SystemSection::scaled(const QString &key, double scale) const
{
    MetricSeries series(MetricAxis::Seconds);
    QList<MetricPoint> points;
    const MetricSeries *read = m_run->metrics()->series(key);
    points.reserve(read->size());
    for (const MetricSeries::Sample &sample : read->samples())
        points += {sample.y * scale, sample.timestamp, qint64(sample.x)};
    series.append(points);
    return series;
}

MetricCard *SystemSection::makeCard(const SystemChart &chart)
{
    auto *made = new MetricCard(u"system:"_s + chart.id, chart.title, this);
    made->chart()->setAxis(MetricAxis::Seconds);
    made->setRemovable(false);
    made->setLoading({});
    connect(made->chart(), &MetricChart::cursorMoved, this, [this](std::optional<double> x) {
        for (MetricCard *card : std::as_const(m_cards))
            card->setCursorX(x);
    });
    connect(made->chart(), &MetricChart::xViewChosen, this, [this, made](const std::optional<MetricSeries::Range> &x) {
        for (MetricCard *card : std::as_const(m_cards)) {
            if (card != made)
                card->chart()->showX(x);
        }
    });
    return made;
}

// The first line of a chart is the metric of its card.
void SystemSection::showLine(const SystemChart &chart, const SystemChart::Line &line)
{
    MetricCard *shown = card(chart.id);
    if (chart.lines.first() == line) {
        shown->setSeries(scaled(line.key, chart.scale));
        shown->setOwnName(line.name.isEmpty() ? chart.title : line.name);
    } else {
        shown->setLine(line.key, line.name, scaled(line.key, chart.scale));
    }
}

void SystemSection::setFilter(const QString &text)
{
    m_filter = text;
    arrange();
}

void SystemSection::setColumns(int columns)
{
    m_columns = columns;
    arrange();
}

void SystemSection::fit()
{
    for (MetricCard *card : std::as_const(m_cards))
        card->chart()->showX({});
}

void SystemSection::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int at = 0;
    for (MetricCard *card : std::as_const(m_cards))
        card->hide();
    for (const SystemChart &chart : std::as_const(m_charts)) {
        const bool fits = chart.title.contains(m_filter, Qt::CaseInsensitive) ||
                          std::ranges::any_of(chart.lines, [this](const SystemChart::Line &line) {
                              return line.key.contains(m_filter, Qt::CaseInsensitive);
                          });
        if (!fits)
            continue;
        MetricCard *shown = card(chart.id);
        m_grid->addWidget(shown, at / m_columns, at % m_columns);
        shown->show();
        shown->raise(); // assistive technology reads cards in the order in which they are stacked
        ++at;
    }
    for (int i = 0; i < std::max(m_columns, m_grid->columnCount()); ++i)
        m_grid->setColumnStretch(i, i < m_columns ? 1 : 0);
    setVisible(at > 0);
}

} // namespace Roost::Ui
