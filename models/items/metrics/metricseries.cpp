// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricseries.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace Roost::Items {

namespace {

bool isBefore(const MetricSeries::Sample &a, const MetricSeries::Sample &b)
{
    return a.x < b.x;
}

} // namespace

void MetricSeries::append(const QList<MetricPoint> &points)
{
    if (points.isEmpty())
        return;
    const auto earliest = std::ranges::min(points, {}, &MetricPoint::timestamp).timestamp;
    if (m_samples.empty()) {
        m_firstTimestamp = earliest;
    } else if (m_axis == MetricAxis::Seconds && earliest < m_firstTimestamp) {
        const double shift = double(m_firstTimestamp - earliest) / 1000.0;
        for (auto &sample : m_samples)
            sample.x += shift;
        m_firstTimestamp = earliest;
    }

    const auto before = qsizetype(m_samples.size());
    m_samples.reserve(m_samples.size() + size_t(points.size()));
    for (const auto &point : points) {
        const double x =
            m_axis == MetricAxis::Step ? double(point.step) : double(point.timestamp - m_firstTimestamp) / 1000.0;
        m_samples.push_back({x, point.value, point.timestamp});
        m_steps.push_back(point.step);
        if (!std::isfinite(point.value))
            ++m_notFinite;
    }
    const auto middle = m_samples.begin() + before;
    if (std::is_sorted(before > 0 ? middle - 1 : middle, m_samples.end(), isBefore))
        return;

    // The points are not in order: sort samples and steps together.
    std::vector<size_t> order(m_samples.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [this](size_t a, size_t b) { return isBefore(m_samples[a], m_samples[b]); });
    std::vector<Sample> samples;
    std::vector<qint64> steps;
    samples.reserve(order.size());
    steps.reserve(order.size());
    for (const size_t i : order) {
        samples.push_back(m_samples[i]);
        steps.push_back(m_steps[i]);
    }
    m_samples = std::move(samples);
    m_steps = std::move(steps);
}

MetricSeries MetricSeries::windowed(WindowedSeries series)
{
    MetricSeries made(series.axis());
    for (const WindowedSeries::Bucket &bucket : series.whole()) {
        const double y = bucket.hasValue() ? bucket.mean : std::numeric_limits<double>::quiet_NaN();
        made.m_samples.push_back({bucket.high, y, bucket.lastTimestamp});
        made.m_steps.push_back(bucket.lastStep);
        made.m_notFinite += bucket.notFinite;
    }
    // The last sample is the last point, whose value is shown.
    if (!series.whole().empty() && series.whole().back().hasValue())
        made.m_samples.back().y = series.whole().back().last;
    made.m_windowed = std::make_shared<const WindowedSeries>(std::move(series));
    return made;
}

MetricSeries MetricSeries::over(MetricAxis axis) const
{
    if (m_windowed)
        return axis == m_axis ? *this : windowed(WindowedSeries(axis, m_windowed->size()));
    QList<MetricPoint> points;
    points.reserve(size());
    for (size_t i = 0; i < m_samples.size(); ++i)
        points.append({m_samples[i].y, m_samples[i].timestamp, m_steps[i]});
    MetricSeries other(axis);
    other.append(points);
    return other;
}

std::optional<MetricSeries::Sample> MetricSeries::last() const
{
    if (m_samples.empty())
        return {};
    return m_samples.back();
}

std::optional<double> MetricSeries::firstNotFinite() const
{
    if (m_notFinite == 0)
        return {};
    if (m_windowed) {
        for (const auto &bucket : m_windowed->whole()) {
            if (bucket.notFinite > 0)
                return bucket.low;
        }
    }
    const auto found = std::ranges::find_if(m_samples, [](const Sample &s) { return !std::isfinite(s.y); });
    return found == m_samples.end() ? std::optional<double>() : found->x;
}

MetricSeries::Iterator MetricSeries::firstFrom(double x) const
{
    return std::ranges::lower_bound(m_samples, x, {}, &Sample::x);
}

MetricSeries::Iterator MetricSeries::firstBeyond(double x) const
{
    return std::ranges::upper_bound(m_samples, x, {}, &Sample::x);
}

std::optional<MetricSeries::Range> MetricSeries::xRange() const
{
    if (m_samples.empty())
        return {};
    if (m_windowed)
        return Range{m_windowed->whole().front().low, m_windowed->whole().back().high};
    return Range{m_samples.front().x, m_samples.back().x};
}

std::optional<MetricSeries::Range> MetricSeries::yRange(double from, double to) const
{
    std::optional<Range> range;
    if (m_windowed) {
        for (const auto &bucket : bucketsWithin(from, to)) {
            if (bucket.hasValue())
                range = range ? Range{std::min(range->low, bucket.least), std::max(range->high, bucket.greatest)}
                              : Range{bucket.least, bucket.greatest};
        }
        return range;
    }
    const auto end = firstBeyond(to);
    for (auto at = firstFrom(from); at < end; ++at) {
        if (!std::isfinite(at->y))
            continue;
        if (!range)
            range = Range{at->y, at->y};
        range->low = std::min(range->low, at->y);
        range->high = std::max(range->high, at->y);
    }
    return range;
}

std::span<const WindowedSeries::Bucket> MetricSeries::bucketsWithin(double from, double to) const
{
    const auto &buckets = m_windowed->bucketsFor(from, to);
    const auto first = std::ranges::lower_bound(buckets, from, {}, &WindowedSeries::Bucket::high);
    const auto end = std::ranges::upper_bound(buckets, to, {}, &WindowedSeries::Bucket::low);
    return first < end ? std::span(first, end) : std::span<const WindowedSeries::Bucket>();
}

std::optional<double> MetricSeries::leastAboveZero(double from, double to) const
{
    std::optional<double> least;
    const auto consider = [&least](double value) {
        if (std::isfinite(value) && value > 0)
            least = std::min(least.value_or(value), value);
    };
    if (m_windowed) {
        for (const auto &bucket : bucketsWithin(from, to)) {
            if (bucket.hasValue())
                consider(bucket.least > 0 ? bucket.least : bucket.mean > 0 ? bucket.mean : bucket.greatest);
        }
        return least;
    }
    const auto end = firstBeyond(to);
    for (auto at = firstFrom(from); at < end; ++at)
        consider(at->y);
    return least;
}

std::optional<MetricSeries::Sample> MetricSeries::nearest(double x) const
{
    if (m_windowed) {
        const auto *bucket = m_windowed->nearest(x);
        return bucket ? std::optional(Sample{bucket->x(), bucket->mean, bucket->lastTimestamp}) : std::nullopt;
    }
    const auto middle = firstFrom(x);
    std::optional<Sample> best;
    const auto consider = [&best, x](const Sample &sample) {
        if (!best || std::abs(sample.x - x) < std::abs(best->x - x))
            best = sample;
    };
    for (auto at = middle; at != m_samples.end(); ++at) {
        if (std::isfinite(at->y)) {
            consider(*at);
            break;
        }
    }
    for (auto at = middle; at != m_samples.begin();) {
        --at;
        if (std::isfinite(at->y)) {
            consider(*at);
            break;
        }
    }
    return best;
}

QList<QPointF> MetricSeries::thinned(double from, double to, int columns, QList<qsizetype> *breaks) const
{
    QList<QPointF> result;
    if (m_windowed)
        return thinnedBuckets(from, to, breaks);
    if (m_samples.empty() || columns < 1 || !(from <= to))
        return result;
    auto begin = firstFrom(from);
    const auto end = firstBeyond(to);
    bool gap = false; // whether a value that is not finite followed the last point of the result
    const auto interrupt = [&] {
        if (gap && breaks && !result.isEmpty())
            breaks->append(result.size());
    };
    // One neighbour on each side, if a line is drawn to it.
    if (begin != m_samples.begin()) {
        const Sample &left = *std::prev(begin);
        if (std::isfinite(left.y))
            result.append({left.x, left.y});
    }
    const double width = (to - from) / columns;
    while (begin < end) {
        const int column = width > 0 ? std::clamp(int((begin->x - from) / width), 0, columns - 1) : 0;
        const Sample *least = nullptr;
        const Sample *greatest = nullptr;
        bool gapBehind = false;
        for (; begin < end; ++begin) {
            if (width > 0 && column < columns - 1 && int((begin->x - from) / width) > column)
                break;
            if (!std::isfinite(begin->y)) {
                (least ? gapBehind : gap) = true;
                continue;
            }
            gapBehind = false;
            if (!least || begin->y < least->y)
                least = &*begin;
            if (!greatest || begin->y > greatest->y)
                greatest = &*begin;
        }
        if (!least)
            continue;
        interrupt();
        gap = gapBehind;
        const Sample *first = std::min(least, greatest);
        const Sample *second = std::max(least, greatest);
        result.append({first->x, first->y});
        if (second != first)
            result.append({second->x, second->y});
    }
    if (end != m_samples.end() && std::isfinite(end->y)) {
        interrupt();
        result.append({end->x, end->y});
    }
    return result;
}

// The buckets are as many as the columns of the chart, so each is one or two points of the line.
QList<QPointF> MetricSeries::thinnedBuckets(double from, double to, QList<qsizetype> *breaks) const
{
    QList<QPointF> result;
    bool gap = false;
    for (const auto &bucket : bucketsWithin(from, to)) {
        if (!bucket.hasValue()) {
            gap = true;
            continue;
        }
        if (std::exchange(gap, false) && breaks && !result.isEmpty())
            breaks->append(result.size());
        result.append({bucket.low, bucket.count == 1 ? bucket.last : bucket.least});
        if (bucket.count > 1)
            result.append({bucket.high, bucket.greatest});
    }
    return result;
}

std::vector<MetricSeries::Column> MetricSeries::columns(double from, double to, int count) const
{
    std::vector<Column> result;
    if (m_windowed) {
        bool gapBefore = false;
        for (const auto &bucket : bucketsWithin(from, to)) {
            if (bucket.hasValue())
                result.push_back({bucket.x(), {bucket.least, bucket.greatest}, bucket.mean, gapBefore});
            gapBefore = !bucket.hasValue();
        }
        return result;
    }
    const double width = (to - from) / count;
    if (count < 1 || !(width > 0))
        return result;
    const auto end = firstBeyond(to);
    bool gap = false;
    for (auto at = firstFrom(from); at < end;) {
        const int column = std::clamp(int((at->x - from) / width), 0, count - 1);
        Column one;
        double sum = 0;
        qsizetype held = 0;
        double xs = 0;
        bool gapBehind = false;
        for (; at < end && (column == count - 1 || int((at->x - from) / width) <= column); ++at) {
            if (!std::isfinite(at->y)) {
                (held > 0 ? gapBehind : gap) = true;
                continue;
            }
            gapBehind = false;
            one.range = held == 0 ? Range{at->y, at->y}
                                  : Range{std::min(one.range.low, at->y), std::max(one.range.high, at->y)};
            ++held;
            sum += at->y;
            xs += at->x;
        }
        if (held == 0)
            continue;
        one.x = xs / double(held);
        one.mean = sum / double(held);
        one.broken = gap;
        gap = gapBehind;
        result.push_back(one);
    }
    return result;
}

qsizetype MetricSeries::countWithin(double from, double to) const
{
    if (m_windowed) {
        qsizetype count = 0;
        for (const auto &bucket : bucketsWithin(from, to))
            count += bucket.count;
        return count;
    }
    return std::max<qsizetype>(0, firstBeyond(to) - firstFrom(from));
}

double MetricSeries::weightFor(double weight) const
{
    constexpr double asFor = 400; // samples
    if (m_windowed)
        return weight; // WindowedSeries::smoothed() converts it
    return weight > 0 && !m_samples.empty() ? std::pow(weight, asFor / double(m_samples.size())) : weight;
}

MetricSeries MetricSeries::smoothed(double weight) const
{
    if (m_windowed)
        return windowed(m_windowed->smoothed(weight));
    MetricSeries other = *this;
    if (!(weight > 0))
        return other;
    weight = std::min(weight, 0.99999);
    double average = 0;
    double share = 0;
    for (auto &sample : other.m_samples) {
        if (!std::isfinite(sample.y)) {
            // The longer a gap is, the less the samples before it weigh compared with the samples after it.
            average *= weight;
            share *= weight;
            continue;
        }
        average = average * weight + sample.y * (1 - weight);
        share = share * weight + (1 - weight);
        sample.y = average / share;
    }
    return other;
}

} // namespace Roost::Items
