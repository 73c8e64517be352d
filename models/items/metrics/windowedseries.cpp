// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/windowedseries.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Roost::Items {

namespace {

constexpr double EnoughBuckets = 0.7; // per pixel

WindowedSeries::Buckets::const_iterator firstWithin(const WindowedSeries::Buckets &buckets, double low)
{
    return std::ranges::lower_bound(buckets, low, {}, &WindowedSeries::Bucket::high);
}

} // namespace

double WindowedSeries::xOf(qint64 step, qint64 timestamp) const
{
    return m_axis == MetricAxis::Step ? double(step) : double(timestamp - m_firstTimestamp) / 1000.0;
}

WindowedSeries::Buckets WindowedSeries::converted(const MetricWindow &window) const
{
    Buckets buckets;
    buckets.reserve(size_t(window.buckets.size()));
    for (const MetricBucket &from : window.buckets) {
        Bucket bucket{.low = xOf(from.firstStep, from.firstTimestamp),
                      .high = xOf(from.lastStep, from.lastTimestamp),
                      .count = from.count,
                      .notFinite = from.notFinite,
                      .least = from.minimum,
                      .greatest = from.maximum,
                      .last = from.last,
                      .lastStep = from.lastStep,
                      .lastTimestamp = from.lastTimestamp};
        if (!std::isfinite(from.minimum) || !std::isfinite(from.maximum))
            bucket.notFinite = bucket.count;
        // The sum of large values may be infinite although the values are not.
        const double mean = from.sum / double(std::max<qint64>(1, bucket.count - bucket.notFinite));
        bucket.mean = std::isfinite(mean) ? mean : bucket.least / 2 + bucket.greatest / 2;
        buckets.push_back(bucket);
    }
    // The buckets of points that arrived out of order may overlap.
    std::ranges::stable_sort(buckets, {}, &Bucket::high);
    return buckets;
}

void WindowedSeries::setWhole(const MetricWindow &window)
{
    m_size = window.size;
    qint64 first = std::numeric_limits<qint64>::max();
    for (const MetricBucket &bucket : window.buckets)
        first = std::min(first, bucket.firstTimestamp);
    if (!window.buckets.isEmpty())
        m_firstTimestamp = first;
    m_whole = converted(window);
}

void WindowedSeries::setPart(double low, double high, const MetricWindow &window)
{
    m_partLow = low;
    m_partHigh = high;
    m_part = converted(window);
}

const WindowedSeries::Buckets &WindowedSeries::bucketsFor(double low, double high) const
{
    if (m_part.empty() || m_whole.empty())
        return m_whole;
    const double from = std::max(low, m_whole.front().low);
    const double to = std::min(high, m_whole.back().high);
    return from >= m_partLow && to <= m_partHigh ? m_part : m_whole;
}

bool WindowedSeries::isFineEnough(double low, double high, int columns) const
{
    if (m_whole.empty())
        return false;
    const Buckets &buckets = bucketsFor(low, high);
    const double from = std::max(low, m_whole.front().low);
    const double to = std::min(high, m_whole.back().high);
    if (!(high > low) || to < from)
        return true;
    const auto first = firstWithin(buckets, from);
    const auto end = std::ranges::upper_bound(buckets, to, {}, &Bucket::low);
    const double wanted = columns * (to - from) / (high - low);
    return double(std::distance(first, std::max(first, end))) >= EnoughBuckets * wanted ||
           std::all_of(first, std::max(first, end), [](const Bucket &bucket) { return bucket.count == 1; });
}

const WindowedSeries::Bucket *WindowedSeries::nearest(double x) const
{
    const Buckets &buckets = bucketsFor(x, x);
    const Bucket *best = nullptr;
    const auto distance = [x](const Bucket &bucket) {
        return x < bucket.low ? bucket.low - x : std::max(0.0, x - bucket.high);
    };
    const auto consider = [&](const Bucket &bucket) {
        if (!best || distance(bucket) < distance(*best))
            best = &bucket;
    };
    const auto middle = firstWithin(buckets, x);
    const auto behind = std::find_if(middle, buckets.end(), [](const Bucket &bucket) { return bucket.hasValue(); });
    if (behind != buckets.end())
        consider(*behind);
    for (auto at = middle; at != buckets.begin();) {
        --at;
        if (at->hasValue()) {
            consider(*at);
            break;
        }
    }
    return best;
}

// The share of a bucket in all points determines how much of the average before it remains after it.
void WindowedSeries::smooth(Buckets &buckets, double weight, double before) const
{
    constexpr double asFor = 400; // points, see MetricSeries::weightFor()
    const bool isContinued = std::isfinite(before);
    double average = isContinued ? before : 0;
    double share = isContinued ? 1 : 0;
    for (Bucket &bucket : buckets) {
        const double kept = std::pow(weight, asFor * double(bucket.count) / double(std::max<qint64>(1, m_size)));
        if (!bucket.hasValue()) {
            average *= kept;
            share *= kept;
            continue;
        }
        average = average * kept + bucket.mean * (1 - kept);
        share = share * kept + (1 - kept);
        bucket.mean = share > 0 ? average / share : bucket.mean;
        bucket.least = bucket.mean;
        bucket.greatest = bucket.mean;
        bucket.last = bucket.mean;
    }
}

WindowedSeries WindowedSeries::smoothed(double weight) const
{
    WindowedSeries other = *this;
    weight = std::clamp(weight, 0.0, 0.99999);
    if (!(weight > 0))
        return other;
    other.smooth(other.m_whole, weight, std::numeric_limits<double>::quiet_NaN());
    double before = std::numeric_limits<double>::quiet_NaN();
    for (const Bucket &bucket : other.m_whole) {
        if (bucket.high >= m_partLow)
            break;
        before = bucket.hasValue() ? bucket.mean : before;
    }
    other.smooth(other.m_part, weight, before);
    return other;
}

} // namespace Roost::Items
