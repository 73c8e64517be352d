// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricseries.h"

#include <algorithm>
#include <cmath>
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

MetricSeries MetricSeries::over(MetricAxis axis) const
{
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
    return Range{m_samples.front().x, m_samples.back().x};
}

std::optional<MetricSeries::Range> MetricSeries::yRange(double from, double to) const
{
    std::optional<Range> range;
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

std::optional<MetricSeries::Sample> MetricSeries::nearest(double x) const
{
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

std::vector<MetricSeries::Column> MetricSeries::columns(double from, double to, int count) const
{
    std::vector<Column> result;
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
    return std::max<qsizetype>(0, firstBeyond(to) - firstFrom(from));
}

double MetricSeries::weightFor(double weight) const
{
    constexpr double asFor = 400; // samples
    return weight > 0 && !m_samples.empty() ? std::pow(weight, asFor / double(m_samples.size())) : weight;
}

MetricSeries MetricSeries::smoothed(double weight) const
{
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
