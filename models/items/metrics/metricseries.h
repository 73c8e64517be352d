// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/metrics/windowedseries.h"

#include <QList>
#include <QPointF>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Roost::Items {

/// The points of one metric, sorted by x, and the reduced points that a chart of a given width draws. Values that are
/// not finite are stored and counted, but never drawn. A series with very many points contains their buckets instead:
/// then a sample is the mean of a bucket, while ranges are exact.
class MetricSeries
{
public:
    struct Sample
    {
        double x = 0;
        double y = 0;
        qint64 timestamp = 0;
        bool operator==(const Sample &) const = default;
    };
    struct Range
    {
        double low = 0;
        double high = 0;
        bool operator==(const Range &) const = default;
    };

    explicit MetricSeries(MetricAxis axis = MetricAxis::Step)
        : m_axis(axis)
    {
    }

    /// Returns the series that consists of these buckets. Points cannot be added to it.
    static MetricSeries windowed(WindowedSeries series);
    /// Returns the buckets of such a series; null if the series has all its points.
    const WindowedSeries *windowed() const { return m_windowed.get(); }

    /// Adds points in any order; points of equal x keep the order in which they were added.
    void append(const QList<MetricPoint> &points);

    MetricAxis axis() const { return m_axis; }
    /// Returns the series with all points on another axis. Buckets exist for one axis only: the series then has none
    /// until they are read.
    MetricSeries over(MetricAxis axis) const;

    /// The number of all points.
    qsizetype size() const { return m_windowed ? m_windowed->size() : qsizetype(m_samples.size()); }
    bool isEmpty() const { return size() == 0; }
    const std::vector<Sample> &samples() const { return m_samples; }
    /// Returns the sample with the greatest x, finite or not.
    std::optional<Sample> last() const;
    /// The number of values that are NaN or infinite, and the x of the first of them.
    qsizetype notFiniteCount() const { return m_notFinite; }
    std::optional<double> firstNotFinite() const;

    /// Returns the range of x; empty if there are no samples.
    std::optional<Range> xRange() const;
    /// Returns the range of the finite values with x in [from, to]; empty if there are none.
    std::optional<Range> yRange(double from, double to) const;
    /// Returns the smallest value above 0 with x in [from, to], for a logarithmic axis. Of a bucket with values of both
    /// signs, it is the mean or the greatest value.
    std::optional<double> leastAboveZero(double from, double to) const;
    /// Returns the finite sample nearest to x.
    std::optional<Sample> nearest(double x) const;

    /// Returns at most two points for each of `columns` columns of [from, to]: the smallest and the greatest value of
    /// the column, sorted by x, and one point on each side so that the line reaches the edges. `breaks` receives the
    /// indices of points that follow values that are not finite: no line is drawn to these points.
    QList<QPointF> thinned(double from, double to, int columns, QList<qsizetype> *breaks = nullptr) const;

    /// One column of a chart that has more points than pixels.
    struct Column
    {
        double x = 0; // the middle of its samples
        Range range;
        double mean = 0;
        bool broken = false; // no line is drawn from the previous column to this one
    };
    /// Returns those of `count` columns of [from, to] that contain a finite value.
    std::vector<Column> columns(double from, double to, int count) const;
    /// Returns the number of samples with x in [from, to].
    qsizetype countWithin(double from, double to) const;

    /// Returns the exponential moving average of the samples, with bias correction. Weight 0 changes nothing; weights
    /// near 1 smooth most.
    MetricSeries smoothed(double weight) const;
    /// Converts a weight for a series of a few hundred samples to the weight that averages over the same share of this
    /// series, however densely it was logged.
    double weightFor(double weight) const;

private:
    using Iterator = std::vector<Sample>::const_iterator;
    Iterator firstFrom(double x) const;
    Iterator firstBeyond(double x) const;
    std::span<const WindowedSeries::Bucket> bucketsWithin(double from, double to) const;
    QList<QPointF> thinnedBuckets(double from, double to, QList<qsizetype> *breaks) const;

    std::shared_ptr<const WindowedSeries> m_windowed;
    MetricAxis m_axis;
    std::vector<Sample> m_samples;
    // The steps of the samples, needed when the axis changes.
    std::vector<qint64> m_steps;
    qint64 m_firstTimestamp = 0;
    qsizetype m_notFinite = 0;
};

} // namespace Roost::Items
