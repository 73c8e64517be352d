// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"

#include <optional>
#include <vector>

namespace Roost::Items {

/// The horizontal axis of a metric.
enum class MetricAxis {
    Step,
    Seconds, // since the first point of the series
};

/// The part of a metric that a chart shows, and its width in pixels. Without a range the chart shows all of x.
struct MetricView
{
    MetricAxis axis = MetricAxis::Step;
    std::optional<std::pair<double, double>> x;
    int columns = 0;
    bool operator==(const MetricView &) const = default;
};

/// A metric that has too many points to be read, as the buckets that a workspace returned for a chart: those of the
/// whole range and, if a part of it is shown, the finer ones of that part.
class WindowedSeries
{
public:
    struct Bucket
    {
        double low = 0; // the x of the first and of the last point
        double high = 0;
        qint64 count = 0;
        qint64 notFinite = 0;
        // Of the finite values, of which there is at least one unless `notFinite` is `count`.
        double least = 0;
        double greatest = 0;
        double mean = 0;
        double last = 0;
        qint64 lastStep = 0;
        qint64 lastTimestamp = 0;
        double x() const { return (low + high) / 2; }
        bool hasValue() const { return notFinite < count; }
    };
    using Buckets = std::vector<Bucket>;

    explicit WindowedSeries(MetricAxis axis, qint64 size)
        : m_axis(axis)
        , m_size(size)
    {
    }

    MetricAxis axis() const { return m_axis; }
    qint64 size() const { return m_size; }
    /// The time of the first point, in milliseconds since 1970; x in seconds counts from it.
    qint64 firstTimestamp() const { return m_firstTimestamp; }

    void setWhole(const MetricWindow &window);
    /// Sets the buckets of the part from `low` to `high`.
    void setPart(double low, double high, const MetricWindow &window);
    void clearPart() { m_part.clear(); }

    const Buckets &whole() const { return m_whole; }
    /// Returns the finest buckets that cover the range.
    const Buckets &bucketsFor(double low, double high) const;
    /// Returns whether `columns` pixels of the range are drawn as finely as the series allows.
    bool isFineEnough(double low, double high, int columns) const;
    /// Returns the bucket nearest to x that has a finite value; null if there is none.
    const Bucket *nearest(double x) const;

    /// Returns the exponential moving average of the means. The weight of a point is that of `weight` for a series of a
    /// few hundred points.
    WindowedSeries smoothed(double weight) const;

private:
    Buckets converted(const MetricWindow &window) const;
    double xOf(qint64 step, qint64 timestamp) const;
    void smooth(Buckets &buckets, double weight, double before) const;

    MetricAxis m_axis;
    qint64 m_size = 0;
    qint64 m_firstTimestamp = 0;
    Buckets m_whole;
    Buckets m_part;
    double m_partLow = 0;
    double m_partHigh = 0;
};

} // namespace Roost::Items
