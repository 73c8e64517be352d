// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricchart.h"

#include "ui/metrics/chartaxes.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace Roost {

using namespace Qt::StringLiterals;

using namespace ChartAxes;

MetricChart::MetricChart(const QString &key, QWidget *parent)
    : QChartView(parent)
    , m_key(key)
    , m_line(new QLineSeries)
    , m_raw(new QLineSeries)
    , m_x(new QValueAxis)
{
    setObjectName(u"metricChart:"_s + key);
    setAccessibleName(tr("Chart of %1").arg(key));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setBackgroundBrush(Qt::NoBrush);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    // The chart itself has the focus.
    viewport()->setFocusPolicy(Qt::NoFocus);

    m_x->setTickInterval(1);
    m_x->setTickType(QValueAxis::TicksDynamic);
    QChart *chart = this->chart();
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 6, 16, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addSeries(m_raw);
    chart->addSeries(m_line);
    chart->addAxis(m_x, Qt::AlignBottom);
    m_line->attachAxis(m_x);
    m_raw->attachAxis(m_x);
    m_raw->hide();
    useYAxis();

    m_soon.setSingleShot(true);
    m_soon.setInterval(16);
    connect(&m_soon, &QTimer::timeout, this, &MetricChart::redraw);
    restyle();
}

void MetricChart::useYAxis()
{
    if (m_y) {
        chart()->removeAxis(m_y);
        delete m_y;
    }
    if (m_logarithmic) {
        auto *axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setRange(0.1, 1);
        axis->setLabelFormat(u"%.3g"_s);
        axis->setMinorTickCount(0);
        m_y = axis;
    } else {
        auto *axis = new QValueAxis;
        axis->setTickInterval(1);
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setLabelFormat(u"%.4g"_s);
        m_y = axis;
    }
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_line->attachAxis(m_y);
    m_raw->attachAxis(m_y);
    for (const auto &one : m_lines)
        one.second.line->attachAxis(m_y);
}

void MetricChart::restyle()
{
    const QColor quiet = Theme::color(Theme::Role::TextSecondary);
    const QColor grid = Theme::color(Theme::Role::Line);
    m_x->setTitleText(m_axis == MetricAxis::Step ? tr("step") : tr("seconds"));
    m_x->setTitleFont(Theme::font(Theme::Secondary));
    m_x->setTitleBrush(quiet);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_x), m_y}) {
        axis->setLabelsColor(quiet);
        axis->setLabelsFont(Theme::tabular(Theme::font(Theme::Secondary)));
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
        axis->setMinorGridLineVisible(false);
    }
    m_x->setGridLineVisible(false);
    const QColor line = Theme::seriesOf(m_key);
    m_line->setPen(QPen(line, 1.8));
    QColor faint = line;
    faint.setAlphaF(0.3f);
    m_raw->setPen(QPen(faint, 1.2));
    for (const auto &one : m_lines)
        one.second.line->setPen(QPen(Theme::series(one.second.color), 1.8));
    viewport()->update();
}

void MetricChart::setSeries(const MetricSeries &series)
{
    m_series = series.axis() == m_axis ? series : series.over(m_axis);
    redrawSoon();
}

void MetricChart::setAxis(MetricAxis axis)
{
    if (m_axis == axis)
        return;
    m_axis = axis;
    m_view.reset();
    m_series = m_series.over(axis);
    for (auto &one : m_lines)
        one.second.series = one.second.series.over(axis);
    restyle();
    redrawSoon();
}

void MetricChart::setSmoothing(double weight)
{
    m_smoothing = weight;
    redrawSoon();
}

void MetricChart::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    if (m_view)
        m_view->y.reset();
    // What was drawn may have no logarithm.
    m_line->clear();
    m_raw->clear();
    for (const auto &one : m_lines)
        one.second.line->clear();
    useYAxis();
    restyle();
    redrawSoon();
}

void MetricChart::setCursorX(std::optional<double> x)
{
    if (m_cursor == x)
        return;
    m_cursor = x;
    viewport()->update();
}

void MetricChart::redrawSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

MetricSeries::Range MetricChart::xView() const
{
    if (m_view)
        return m_view->x;
    auto range = xRange().value_or(MetricSeries::Range{0, 1});
    if (range.low == range.high)
        range = {range.low - 0.5, range.high + 0.5};
    return range;
}

MetricSeries::Range MetricChart::yView() const
{
    if (m_view && m_view->y)
        return *m_view->y;
    const auto x = xView();
    auto all = m_series.yRange(x.low, x.high);
    for (const auto &one : m_lines)
        all = united(all, one.second.series.yRange(x.low, x.high));
    const auto range = all.value_or(MetricSeries::Range{0, 1});
    if (!m_logarithmic)
        return widened(range, 0.06);
    // Of a logarithm only what is greater than nothing can be shown.
    double least = std::numeric_limits<double>::max();
    const auto look = [&](const MetricSeries &series) {
        for (const auto &sample : series.samples()) {
            if (sample.x >= x.low && sample.x <= x.high && std::isfinite(sample.y) && sample.y > 0)
                least = std::min(least, sample.y);
        }
    };
    look(m_series);
    for (const auto &one : m_lines)
        look(one.second.series);
    if (!(range.high > 0))
        return {0.1, 1};
    least = std::min(least, range.high);
    return {least / 1.2, range.high * 1.2};
}

void MetricChart::redraw()
{
    const auto x = xView();
    setTicks(x, yView());
    const int columns = std::max(16, int(plot().width()));
    const auto drawn = [&](const MetricSeries &series) {
        auto points = series.thinned(x.low, x.high, columns);
        if (m_logarithmic)
            points.removeIf([](const QPointF &point) { return point.y() <= 0; });
        return points;
    };
    const bool smooths = m_smoothing > 0;
    m_raw->setVisible(smooths);
    if (smooths) {
        m_smooth = m_series.smoothed(m_smoothing);
        m_raw->replace(drawn(m_series));
        m_line->replace(drawn(m_smooth));
    } else {
        m_raw->clear();
        m_line->replace(drawn(m_series));
    }
    // One point alone makes no line.
    m_line->setPointsVisible(m_line->count() < 3);
    for (auto &one : m_lines) {
        Line &line = one.second;
        line.line->replace(drawn(smooths ? line.series.smoothed(m_smoothing) : line.series));
        line.line->setPointsVisible(line.line->count() < 3);
    }
    viewport()->update();
    Q_EMIT viewChanged();
}

void MetricChart::setTicks(const MetricSeries::Range &x, const MetricSeries::Range &y)
{
    double step = niceInterval(x.high - x.low, std::clamp(int(plot().width() / 90), 2, 6));
    if (m_axis == MetricAxis::Step)
        step = std::max(1.0, step);
    m_x->setLabelFormat(step >= 1 ? u"%.0f"_s : u"%.4g"_s);
    placeTicks(m_x, x, step);
    if (auto *axis = qobject_cast<QValueAxis *>(m_y))
        placeTicks(axis, y, niceInterval(y.high - y.low, std::clamp(int(plot().height() / 30), 3, 6)));
    else
        m_y->setRange(y.low, y.high);
}

QRectF MetricChart::plot() const
{
    return chart()->plotArea();
}

double MetricChart::xAt(const QPointF &place) const
{
    const auto x = xView();
    const auto area = plot();
    return x.low + (place.x() - area.left()) / std::max(1.0, area.width()) * (x.high - x.low);
}

double MetricChart::yAt(const QPointF &place) const
{
    const auto y = yView();
    const auto area = plot();
    const double share = (area.bottom() - place.y()) / std::max(1.0, area.height());
    if (m_logarithmic)
        return y.low * std::pow(y.high / y.low, share);
    return y.low + share * (y.high - y.low);
}

QPointF MetricChart::placeOf(double x, double y) const
{
    return chart()->mapToPosition({x, y}, m_line);
}

qsizetype MetricChart::drawnPoints() const
{
    return m_line->count();
}

void MetricChart::fit()
{
    m_view.reset();
    redraw();
}

void MetricChart::zoom(double factor, double aroundX)
{
    const auto all = xRange();
    if (!all)
        return;
    auto x = xView();
    x = {aroundX - (aroundX - x.low) * factor, aroundX + (x.high - aroundX) * factor};
    // Out of all of it: that is the fitted view, which follows again.
    if (x.low <= all->low && x.high >= all->high) {
        fit();
        return;
    }
    const double least = m_axis == MetricAxis::Step ? 2 : 0.01;
    if (x.high - x.low < least)
        return;
    m_view = View{x, {}};
    redraw();
}

void MetricChart::pan(double share)
{
    auto x = xView();
    const double by = (x.high - x.low) * share;
    const auto all = xRange();
    if (!all || x.high + by < all->low || x.low + by > all->high)
        return;
    m_view = View{{x.low + by, x.high + by}, m_view ? m_view->y : std::nullopt};
    redraw();
}

void MetricChart::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    const auto area = plot();
    if (m_cursor) {
        const auto x = xView();
        if (*m_cursor >= x.low && *m_cursor <= x.high) {
            const auto &shown = m_smoothing > 0 ? m_smooth : m_series;
            const auto sample = shown.nearest(*m_cursor);
            const double at = placeOf(sample ? sample->x : *m_cursor, sample ? sample->y : 0).x();
            painter->setPen(QPen(Theme::color(Theme::Role::TextSecondary), 1, Qt::DashLine));
            painter->drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
            if (sample && (!m_logarithmic || sample->y > 0)) {
                painter->setPen(QPen(Theme::color(Theme::Role::Surface), 1.5));
                painter->setBrush(Theme::seriesOf(m_key));
                painter->drawEllipse(placeOf(sample->x, sample->y), 4, 4);
            }
        }
    }
    if (!m_box.isEmpty()) {
        QColor fill = Theme::color(Theme::Role::Accent);
        painter->setPen(fill);
        fill.setAlphaF(0.15f);
        painter->setBrush(fill);
        painter->drawRect(m_box);
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(Theme::color(Theme::Role::Accent));
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace Roost
