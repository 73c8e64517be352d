// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metriccard.h"

#include "models/items/format.h"
#include "ui/metrics/chartlegend.h"
#include "ui/metrics/metricchart.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/label.h"

#include <QActionGroup>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace Roost {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChartHeight = 190;

Result<qint64> writeCsv(const QString &key, const MetricSeries &series, const QString &fileName)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Failed, MetricCard::tr("%1 could not be written.").arg(fileName), file.errorString());
    QByteArray quoted = key.toUtf8();
    quoted.replace('"', "\"\"");
    QByteArray lines = "step,timestamp_ms,\"" + quoted + "\"\n";
    qint64 size = 0;
    for (const auto &sample : series.samples()) {
        lines += QByteArray::number(qint64(sample.x)) + ',' + QByteArray::number(sample.timestamp) + ',' +
                 QByteArray::number(sample.y, 'g', QLocale::FloatingPointShortest) + '\n';
        if (lines.size() > 1024 * 1024) {
            size += file.write(lines);
            lines.clear();
        }
    }
    size += file.write(lines);
    if (!file.commit())
        return failure(ErrorKind::Failed, MetricCard::tr("%1 could not be written.").arg(fileName), file.errorString());
    return size;
}

} // namespace

MetricCard::MetricCard(const QString &key, QWidget *parent)
    : QFrame(parent)
    , m_key(key)
    , m_title(new ElidedLabel(key, this))
    , m_note(new Label({}, Theme::Role::Warning, Theme::Secondary, QFont::Normal, this))
    , m_value(new Label({}, Theme::Role::Text, 1.0, QFont::DemiBold, this))
    , m_legend(new ChartLegend(this))
    , m_chart(new MetricChart(key, this))
{
    setObjectName(u"metricCard:"_s + key);
    setAccessibleName(tr("Metric %1").arg(key));
    QFont bold = Theme::font(1.0, QFont::DemiBold);
    m_title->setFont(bold);
    m_value->setObjectName(u"metricValue:"_s + key);
    m_value->setFont(Theme::tabular(bold));
    auto *more = new QToolButton(this);
    more->setObjectName(u"metricMenu:"_s + key);
    more->setIcon(Theme::icon(u"more"_s));
    more->setAutoRaise(true);
    more->setAccessibleName(tr("What to do with %1").arg(key));
    more->setToolTip(tr("Log axis, smoothing, comparison, export"));
    more->setFocusPolicy(Qt::TabFocus);
    connect(more, &QToolButton::clicked, this, [this, more] {
        QMenu menu(this);
        fillMenu(&menu);
        menu.exec(more->mapToGlobal(QPoint(0, more->height())));
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Inside);
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    head->addWidget(m_value);
    head->addWidget(more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Inside + Theme::Step, Theme::Inside, Theme::Inside, Theme::Inside);
    column->setSpacing(Theme::Step);
    column->addLayout(head);
    column->addWidget(m_legend);
    connect(m_legend, &ChartLegend::removeWanted, this, &MetricCard::removeWanted);
    m_chart->setMinimumHeight(ChartHeight);
    column->addWidget(m_chart, 1);
}

void MetricCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.setBrush(Theme::color(Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

void MetricCard::setSeries(const MetricSeries &series)
{
    m_chart->setSeries(series);
    refreshText();
}

void MetricCard::setLine(const QString &id, const QString &name, const MetricSeries &series)
{
    if (!m_chart->line(id))
        m_lines.append({id, name});
    m_chart->setLine(id, series);
    refreshLegend();
}

void MetricCard::removeLine(const QString &id)
{
    m_lines.removeIf([&id](const auto &line) { return line.first == id; });
    m_chart->removeLine(id);
    refreshLegend();
}

void MetricCard::refreshLegend()
{
    const auto cursor = m_chart->cursorX();
    const auto valueOf = [cursor](const MetricSeries &series) {
        const auto sample = cursor ? series.nearest(*cursor) : series.last();
        return sample ? Format::number(sample->y) : u"–"_s;
    };
    QList<ChartLegend::Entry> entries;
    if (!m_lines.isEmpty())
        entries.append({{}, m_key, m_chart->colorOf({}), valueOf(m_chart->series())});
    for (const auto &[id, name] : std::as_const(m_lines))
        entries.append({id, name, m_chart->colorOf(id), valueOf(*m_chart->line(id))});
    m_legend->setEntries(entries);
}

void MetricCard::setCursorX(std::optional<double> x)
{
    m_chart->setCursorX(x);
    refreshText();
}

QString MetricCard::valueText() const
{
    return m_value->text();
}

void MetricCard::refreshText()
{
    const MetricSeries &series = m_chart->series();
    const auto cursor = m_chart->cursorX();
    const auto sample = cursor ? series.nearest(*cursor) : series.last();
    if (!sample) {
        m_value->setText(u"–"_s);
        m_value->setToolTip({});
    } else {
        const QString at = series.axis() == MetricAxis::Step ? tr("step %1").arg(qint64(sample->x))
                                                             : tr("%1 s").arg(Format::number(sample->x));
        m_value->setText(cursor ? Format::number(sample->y) + u"  @ "_s + at : Format::number(sample->y));
        m_value->setToolTip(tr("%1 at %2").arg(Format::exactNumber(sample->y), at));
    }
    m_value->setRole(sample && !std::isfinite(sample->y) ? Theme::Role::Warning : Theme::Role::Text);
    const auto bad = series.firstNotFinite();
    m_note->setText(bad ? tr("⚠ %n values not finite", nullptr, int(series.notFiniteCount())) : QString());
    m_note->setToolTip(bad ? tr("NaN or infinite, first at %1").arg(Format::number(*bad)) : QString());
    refreshLegend();
}

void MetricCard::fillMenu(QMenu *menu)
{
    menu->setObjectName(u"metricContextMenu"_s);
    QAction *logarithmic = menu->addAction(tr("Log axis"));
    logarithmic->setObjectName(u"metricLogAxis"_s);
    logarithmic->setCheckable(true);
    logarithmic->setChecked(m_chart->isLogarithmic());
    connect(logarithmic, &QAction::toggled, m_chart, &MetricChart::setLogarithmic);
    QMenu *smoothing = menu->addMenu(tr("Smoothing"));
    auto *group = new QActionGroup(smoothing);
    for (const double weight : {0.0, 0.6, 0.9, 0.97}) {
        QAction *action = smoothing->addAction(weight > 0 ? QLocale().toString(weight) : tr("Off"));
        action->setCheckable(true);
        action->setChecked(m_chart->smoothing() == weight);
        group->addAction(action);
        connect(action, &QAction::triggered, m_chart, [this, weight] { m_chart->setSmoothing(weight); });
    }
    QAction *fit = menu->addAction(Theme::icon(u"fit"_s), tr("Fit"), m_chart, &MetricChart::fit);
    fit->setEnabled(!m_chart->isFitted());
    Q_EMIT menuFilling(menu);
    menu->addSeparator();
    menu->addAction(Theme::icon(u"image"_s), tr("Copy picture"), this, &MetricCard::copyPicture);
    menu->addAction(Theme::icon(u"table"_s), tr("Export as CSV…"), this, &MetricCard::exportCsv);
}

void MetricCard::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    fillMenu(&menu);
    menu.exec(event->globalPos());
}

void MetricCard::copyPicture()
{
    QGuiApplication::clipboard()->setPixmap(grab());
}

void MetricCard::exportCsv()
{
    QString name = m_key;
    name.replace(u'/', u'_');
    const QString fileName = QFileDialog::getSaveFileName(this, tr("Export %1").arg(m_key),
                                                          QDir::home().filePath(name + u".csv"_s), tr("CSV (*.csv)"));
    if (fileName.isEmpty())
        return;
    Question<qint64> question;
    QThreadPool::globalInstance()->start([question, key = m_key, series = m_chart->series().over(MetricAxis::Step),
                                          fileName] { question.give(writeCsv(key, series, fileName)); });
    m_exporting.ask(question.answer(), [this, fileName](Result<qint64> size) { Q_EMIT exported(fileName, size); });
}

} // namespace Roost
