// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricchart.h"

#include "ui/metrics/chartaxes.h"
#include "ui/metrics/metricchartaccessible.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;

using namespace Qt::StringLiterals;

using namespace ChartAxes;

namespace {

constexpr int AxisWidth = 56; // left of the plot, for "1.234e-05"
constexpr int AxisHeight = 24;

} // namespace

MetricChart::MetricChart(const QString &key, QWidget *parent)
    : QChartView(parent)
    , m_key(key)
    , m_scale(new QLineSeries)
    , m_x(new QValueAxis)
{
    QAccessible::installFactory(MetricChartAccessible::make);
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
    chart->setMargins({0, 0, 0, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->addSeries(m_scale);
    chart->addAxis(m_x, Qt::AlignBottom);
    m_scale->attachAxis(m_x);
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
    m_scale->attachAxis(m_y);
}

void MetricChart::restyle()
{
    const QColor quiet = Theme::color(Theme::Role::TextSecondary);
    const QColor grid = Theme::color(Theme::Role::Line);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_x), m_y}) {
        axis->setLabelsColor(quiet);
        axis->setLabelsFont(Theme::tabular(Theme::font(Theme::Secondary)));
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
        axis->setMinorGridLineVisible(false);
    }
    m_x->setGridLineVisible(false);
    viewport()->update();
}

void MetricChart::setSeries(const MetricSeries &series)
{
    m_series = series.axis() == m_axis ? series : series.over(m_axis);
    m_smooth = smoothed(m_series);
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
    smooth();
    restyle();
    redrawSoon();
}

void MetricChart::setSmoothing(double weight)
{
    if (m_smoothing == weight)
        return;
    m_smoothing = weight;
    smooth();
    redrawSoon();
    Q_EMIT smoothingChanged();
}

MetricSeries MetricChart::smoothed(const MetricSeries &series) const
{
    return m_smoothing > 0 ? series.smoothed(series.weightFor(m_smoothing)) : MetricSeries(m_axis);
}

void MetricChart::smooth()
{
    m_smooth = smoothed(m_series);
    for (auto &one : m_lines)
        one.second.smooth = smoothed(one.second.series);
}

const MetricSeries &MetricChart::shown(const QString &id) const
{
    const auto found = m_lines.find(id);
    if (found == m_lines.end())
        return m_smoothing > 0 ? m_smooth : m_series;
    return m_smoothing > 0 ? found->second.smooth : found->second.series;
}

void MetricChart::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    if (m_view)
        m_view->y.reset();
    useYAxis();
    restyle();
    redrawNow(); // shapes of the other scale have points that this one has no place for
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
    chart()->setPlotArea(plot());
    setTicks(x, yView());
    const int columns = std::max(16, int(plot().width()));
    m_shape = MetricShape::of(shown(), x, columns, m_logarithmic);
    m_rawShape = m_smoothing > 0 ? MetricShape::of(m_series, x, columns, m_logarithmic) : MetricShape();
    for (auto &[id, line] : m_lines)
        line.shape = MetricShape::of(shown(id), x, columns, m_logarithmic);
    viewport()->update();
    Q_EMIT viewChanged();
}

void MetricChart::takeLook(const MetricChart &other)
{
    setAxis(other.m_axis);
    setSmoothing(other.m_smoothing);
    setLogarithmic(other.m_logarithmic);
    m_view = other.m_view;
    for (auto &[id, line] : m_lines) {
        if (const auto there = other.m_lines.find(id); there != other.m_lines.end())
            line.color = there->second.color;
    }
}

void MetricChart::redrawNow()
{
    m_soon.stop();
    redraw();
}

void MetricChart::setTicks(const MetricSeries::Range &x, const MetricSeries::Range &y)
{
    double step = tickInterval(x, std::clamp(int(plot().width() / 90), 3, 6));
    if (m_axis == MetricAxis::Step)
        step = std::max(1.0, step);
    m_x->setLabelFormat(step >= 1 ? u"%.0f"_s : u"%.4g"_s);
    placeTicks(m_x, x, step);
    if (auto *axis = qobject_cast<QValueAxis *>(m_y))
        placeTicks(axis, y, tickInterval(y, std::clamp(int(plot().height() / 30), 3, 6)));
    else
        placeLogTicks(static_cast<QLogValueAxis *>(m_y), y);
}

// The same in each chart, so that lines and cursors stand above each other.
QRectF MetricChart::plot() const
{
    const QRectF whole(viewport()->rect());
    return whole.adjusted(AxisWidth, Theme::Step, -Theme::Inside - Theme::Step, -AxisHeight);
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
    return placeOf(x, y, xView(), yView());
}

QPointF MetricChart::placeOf(double x, double y, const MetricSeries::Range &xs, const MetricSeries::Range &ys) const
{
    const QRectF area = plot();
    const double right = (x - xs.low) / (xs.high - xs.low);
    const double up =
        m_logarithmic ? std::log(y / ys.low) / std::log(ys.high / ys.low) : (y - ys.low) / (ys.high - ys.low);
    // What lies far outside need not be exact, and painting to the end of the numbers takes for ever. Nothing but a
    // finite value has a place, so that of any other is the plot's foot.
    constexpr double far = 10'000;
    const double place = std::isfinite(up) ? std::clamp(up * area.height(), -far, area.height() + far) : 0;
    return {area.left() + std::clamp(right * area.width(), -far, area.width() + far), area.bottom() - place};
}

void MetricChart::chooseView(const std::optional<MetricSeries::Range> &x, const std::optional<MetricSeries::Range> &y)
{
    m_view = x ? std::optional(View{*x, y}) : std::nullopt;
    redraw();
    Q_EMIT xViewChosen(x);
}

void MetricChart::showX(const std::optional<MetricSeries::Range> &x)
{
    m_view = x ? std::optional(View{*x, {}}) : std::nullopt;
    redrawSoon();
}

void MetricChart::fit()
{
    chooseView({}, {});
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
    chooseView(x, {});
}

void MetricChart::pan(double share)
{
    auto x = xView();
    const double by = (x.high - x.low) * share;
    const auto all = xRange();
    if (!all || x.high + by < all->low || x.low + by > all->high)
        return;
    chooseView(MetricSeries::Range{x.low + by, x.high + by}, m_view ? m_view->y : std::nullopt);
}

void MetricChart::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    drawLines(*painter);
    drawCursor(*painter);
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

} // namespace Roost::Ui
