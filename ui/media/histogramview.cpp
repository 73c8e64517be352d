// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/histogramview.h"

#include "models/items/base/format.h"
#include "ui/metrics/chartaxes.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int AxisWidth = 56; // like that of the charts of metrics
constexpr int RowHeight = 4;

double total(const MediaBuckets &buckets)
{
    double sum = 0;
    for (const MediaBucket &bucket : buckets)
        sum += bucket.count;
    return sum;
}

// Values have four significant digits; counts that were divided between rows are not shown.
QString bucketText(const MediaBucket &bucket)
{
    return HistogramView::tr("%1 to %2: %3")
        .arg(Format::number(bucket.low), Format::number(bucket.high), Format::number(bucket.count));
}

const MediaBucket *bucketAt(const MediaBuckets &buckets, double value)
{
    const auto found = std::ranges::find_if(
        buckets, [value](const MediaBucket &bucket) { return value >= bucket.low && value <= bucket.high; });
    return found == buckets.end() ? nullptr : &*found;
}

} // namespace

HistogramView::HistogramView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"mediaHistogram"_s);
    setMouseTracking(true);
    setMinimumHeight(120);
    setFont(Theme::tabular(Theme::font(Theme::Secondary)));
}

void HistogramView::setDistributions(const std::vector<MediaDistribution> &distributions)
{
    m_distributions = distributions;
    std::ranges::stable_sort(m_distributions, {}, &MediaDistribution::step);
    refreshRange();
}

void HistogramView::setChosen(qint64 step, const MediaBuckets &buckets)
{
    m_step = step;
    m_chosen = buckets;
    refreshRange();
}

void HistogramView::clearChosen()
{
    m_step.reset();
    m_chosen.clear();
    update();
}

void HistogramView::refreshRange()
{
    std::optional<Range> range;
    const auto include = [&range](const MediaBuckets &buckets) {
        for (const MediaBucket &bucket : buckets) {
            if (!(bucket.count > 0))
                continue;
            range = range ? Range{std::min(range->low, bucket.low), std::max(range->high, bucket.high)}
                          : Range{bucket.low, bucket.high};
        }
    };
    for (const MediaDistribution &one : m_distributions)
        include(one.buckets);
    include(m_chosen);
    const auto wide = range.value_or(Range{});
    const auto shown = wide.high > wide.low ? MetricSeries::Range{wide.low, wide.high}
                                            : ChartAxes::widened({wide.low, wide.high}, 0.1);
    m_range = {shown.low, shown.high};
    update();
}

std::vector<double> HistogramView::counts(const MediaBuckets &buckets, double low, double high, int rows)
{
    std::vector<double> counts(size_t(rows), 0.0);
    const double height = (high - low) / rows;
    for (const MediaBucket &bucket : buckets) {
        const int first = std::clamp(int((bucket.low - low) / height), 0, rows - 1);
        const int last = std::clamp(int((bucket.high - low) / height), first, rows - 1);
        const double width = bucket.high - bucket.low;
        for (int row = first; row <= last; ++row) {
            const double from = std::max(bucket.low, low + row * height);
            const double to = std::min(bucket.high, low + (row + 1) * height);
            const double share = first == last || !(width > 0) ? 1.0 : std::max(0.0, to - from) / width;
            counts[size_t(row)] += bucket.count * share;
            if (!(width > 0))
                break;
        }
    }
    return counts;
}

QRectF HistogramView::heatArea() const
{
    const double bottom = fontMetrics().height() + Theme::Step;
    const double bars = std::clamp(width() * 0.22, 60.0, 240.0);
    return QRectF(rect()).adjusted(AxisWidth, Theme::Step, -bars - Theme::Inside, -bottom);
}

QRectF HistogramView::barArea() const
{
    const QRectF heat = heatArea();
    return {heat.right() + Theme::Inside, heat.top(), width() - heat.right() - Theme::Inside, heat.height()};
}

double HistogramView::placeOf(double value) const
{
    const QRectF area = heatArea();
    return area.bottom() - (value - m_range.low) / (m_range.high - m_range.low) * area.height();
}

double HistogramView::stepPlace(double step) const
{
    const QRectF area = heatArea();
    if (m_distributions.empty())
        return area.left();
    const auto first = columnOf(0);
    const double low = double(m_distributions.front().step);
    const double high = double(m_distributions.back().step);
    if (!(high > low))
        return area.center().x();
    const double from = first.center().x();
    const double to = columnOf(m_distributions.size() - 1).center().x();
    return from + (step - low) / (high - low) * (to - from);
}

// The edges of a column are in the middle between its step and the neighbours.
QRectF HistogramView::columnOf(size_t index) const
{
    const QRectF area = heatArea();
    const size_t count = m_distributions.size();
    if (count < 2)
        return area;
    const auto step = [this](size_t i) { return double(m_distributions[i].step); };
    const double low = step(0) - (step(1) - step(0)) / 2;
    const double high = step(count - 1) + (step(count - 1) - step(count - 2)) / 2;
    const double span = high - low;
    const double from = index == 0 ? low : (step(index - 1) + step(index)) / 2;
    const double to = index == count - 1 ? high : (step(index) + step(index + 1)) / 2;
    if (!(span > 0))
        return area;
    const double left = area.left() + (from - low) / span * area.width();
    return {left, area.top(), (to - from) / span * area.width(), area.height()};
}

std::optional<size_t> HistogramView::columnAt(double x) const
{
    if (x < heatArea().left() || x > heatArea().right())
        return {};
    for (size_t i = 0; i < m_distributions.size(); ++i) {
        if (x <= columnOf(i).right() || i + 1 == m_distributions.size())
            return i;
    }
    return {};
}

void HistogramView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(heatArea(), Theme::color(Theme::Role::SurfaceSunken));
    drawHeat(painter);
    drawBars(painter);
    drawAxes(painter);
}

void HistogramView::drawHeat(QPainter &painter) const
{
    const QRectF area = heatArea();
    const int rows = std::max(8, int(area.height()) / RowHeight);
    std::vector<std::vector<double>> all;
    double most = 0;
    for (const MediaDistribution &one : m_distributions) {
        all.push_back(counts(one.buckets, m_range.low, m_range.high, rows));
        // Each step has the same weight, however many values it has.
        const double sum = std::max(1e-300, total(one.buckets));
        for (double &count : all.back())
            most = std::max(most, count /= sum);
    }
    const QColor ink = Theme::color(Theme::Role::Accent);
    for (size_t i = 0; i < all.size() && most > 0; ++i) {
        const QRectF column = columnOf(i);
        for (int row = 0; row < rows; ++row) {
            const double share = all[i][size_t(row)] / most;
            if (!(share > 0))
                continue;
            QColor fill = ink;
            fill.setAlphaF(float(std::clamp(0.06 + 0.94 * std::sqrt(share), 0.0, 1.0)));
            const double bottom = std::round(area.bottom() - area.height() * row / rows);
            const double top = std::round(area.bottom() - area.height() * (row + 1) / rows);
            const double left = std::floor(column.left());
            painter.fillRect(QRectF(left, top, std::floor(column.right()) - left, bottom - top), fill);
        }
    }
    if (m_step && m_distributions.size() > 1) {
        const double x = std::round(std::clamp(stepPlace(double(*m_step)), area.left(), area.right())) + 0.5;
        painter.setPen(QPen(Theme::color(Theme::Role::Text), 1, Qt::DashLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void HistogramView::drawBars(QPainter &painter) const
{
    const QRectF area = barArea();
    painter.setPen(Theme::color(Theme::Role::Line));
    painter.drawLine(area.topLeft(), area.bottomLeft());
    const int rows = std::max(8, int(area.height()) / RowHeight);
    const auto bars = counts(m_chosen, m_range.low, m_range.high, rows);
    const double most = bars.empty() ? 0 : *std::ranges::max_element(bars);
    for (int row = 0; row < rows && most > 0; ++row) {
        const double length = bars[size_t(row)] / most * area.width();
        const double bottom = std::round(area.bottom() - area.height() * row / rows);
        const double top = std::round(area.bottom() - area.height() * (row + 1) / rows);
        if (length > 0) {
            painter.fillRect(QRectF(area.left() + 1, top + 0.5, std::max(1.0, length - 1), bottom - top - 1),
                             Theme::color(Theme::Role::Accent));
        }
    }
}

void HistogramView::drawAxes(QPainter &painter) const
{
    const QRectF area = heatArea();
    painter.setPen(Theme::color(Theme::Role::TextSecondary));
    const double height = fontMetrics().height();
    const double interval =
        ChartAxes::tickInterval({m_range.low, m_range.high}, std::clamp(int(area.height() / (2 * height)), 3, 8));
    for (double tick = std::ceil(m_range.low / interval) * interval; tick <= m_range.high; tick += interval) {
        const double y = placeOf(tick);
        const double value = std::abs(tick) < interval / 1000 ? 0 : tick;
        const QRectF place(0, std::clamp(y - height / 2, 0.0, area.bottom() - height / 2), AxisWidth - Theme::Inside,
                           height);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, Format::number(value));
    }
    if (m_distributions.empty())
        return;
    const QRectF below(area.left(), area.bottom() + Theme::Step, area.width(), height);
    const auto step = [](qint64 number) { return Format::count(number); };
    if (m_distributions.size() == 1) {
        painter.drawText(below, Qt::AlignCenter, step(m_distributions.front().step));
    } else {
        painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, step(m_distributions.front().step));
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, step(m_distributions.back().step));
    }
    if (m_step)
        painter.drawText(
            QRectF(barArea().left(), below.top(), barArea().width(), height), Qt::AlignLeft,
            fontMetrics().elidedText(tr("step %1").arg(step(*m_step)), Qt::ElideRight, int(barArea().width())));
}

QString HistogramView::textAt(const QPointF &at) const
{
    const QRectF area = heatArea();
    if (at.y() < area.top() || at.y() > area.bottom())
        return {};
    const double value =
        m_range.low + (area.bottom() - at.y()) / std::max(1.0, area.height()) * (m_range.high - m_range.low);
    if (const auto column = columnAt(at.x())) {
        const MediaDistribution &one = m_distributions[*column];
        const MediaBucket *bucket = bucketAt(one.buckets, value);
        return tr("step %1").arg(Format::count(one.step)) + u"  ·  "_s +
               (bucket ? bucketText(*bucket) : tr("no values"));
    }
    if (!m_step || !barArea().contains(at))
        return {};
    const MediaBucket *bucket = bucketAt(m_chosen, value);
    return tr("step %1").arg(Format::count(*m_step)) + u"  ·  "_s + (bucket ? bucketText(*bucket) : tr("no values"));
}

void HistogramView::mouseMoveEvent(QMouseEvent *event)
{
    Q_EMIT pointed(textAt(event->position()));
}

void HistogramView::mousePressEvent(QMouseEvent *event)
{
    const auto column = columnAt(event->position().x());
    if (event->button() == Qt::LeftButton && column)
        Q_EMIT stepClicked(m_distributions[*column].step);
    else
        event->ignore();
}

void HistogramView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT pointed({});
}

} // namespace Roost::Ui
