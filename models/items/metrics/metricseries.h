// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QList>
#include <QPointF>

#include <optional>
#include <vector>

namespace Roost::Items {

/// The horizontal axis of a metric.
enum class MetricAxis {
    Step,
    Seconds, // since the first point of the series
};

/// The points of one metric in the order of x, and the points that a chart of a given width draws. Values that are not
/// finite are kept and counted, but never drawn.
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

    /// Points may be added in any order; points of equal x keep the order in which they were added.
    void append(const QList<MetricPoint> &points);

    MetricAxis axis() const { return m_axis; }
    /// Places all points on another axis.
    MetricSeries over(MetricAxis axis) const;

    qsizetype size() const { return qsizetype(m_samples.size()); }
    bool isEmpty() const { return m_samples.empty(); }
    const std::vector<Sample> &samples() const { return m_samples; }
    /// The sample with the greatest x, finite or not.
    std::optional<Sample> last() const;
    /// How many values are NaN or infinite, and the x of the first of them.
    qsizetype notFiniteCount() const { return m_notFinite; }
    std::optional<double> firstNotFinite() const;

    /// Empty if there is no sample at all.
    std::optional<Range> xRange() const;
    /// Of the finite values with x in [from, to]; empty if there is none.
    std::optional<Range> yRange(double from, double to) const;
    /// The finite sample nearest to x.
    std::optional<Sample> nearest(double x) const;

    /// At most two points for each of `columns` columns of [from, to]: the least and the greatest value of the column,
    /// in the order of x, and one point on each side so that the line reaches the edges. `breaks` receives the indices
    /// of points that follow values that are not finite: no line leads to these points.
    QList<QPointF> thinned(double from, double to, int columns, QList<qsizetype> *breaks = nullptr) const;

    /// One column of a chart whose points are denser than its pixels.
    struct Column
    {
        double x = 0; // in the middle of its samples
        Range range;
        double mean = 0;
        bool broken = false; // no line leads here from the column before
    };
    /// Those of `count` columns of [from, to] that hold a finite value.
    std::vector<Column> columns(double from, double to, int count) const;
    /// Samples with x in [from, to].
    qsizetype countWithin(double from, double to) const;

    /// Exponential moving average over the samples, corrected for its start; 0 changes nothing, towards 1 smooths more.
    MetricSeries smoothed(double weight) const;
    /// The weight that smooths this series as `weight` smooths one of a few hundred samples: an average over the same
    /// share of the curve, however densely it was logged.
    double weightFor(double weight) const;

private:
    using Iterator = std::vector<Sample>::const_iterator;
    Iterator firstFrom(double x) const;
    Iterator firstBeyond(double x) const;

    MetricAxis m_axis;
    std::vector<Sample> m_samples;
    // Steps as they came, to be able to change the axis.
    std::vector<qint64> m_steps;
    qint64 m_firstTimestamp = 0;
    qsizetype m_notFinite = 0;
};

} // namespace Roost::Items
