// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/service/store/database/connection.h"

#include <functional>
#include <vector>

namespace Roost::Service::Store {

/// Summaries of one series at several levels. A bucket of level L contains `fanOut`^L consecutive points, in order of
/// arrival; level 0 are the points. Bucket N of level L consists of the buckets N * fanOut ... of level L - 1. A row of
/// the table metric_buckets contains the `fanOut` buckets of one level that one bucket of the next level consists of;
/// it is written once, when all its points have arrived. The points after the last complete row of level 1 are read
/// from the series itself.
class MetricPyramid
{
public:
    /// 12 is the largest fan-out whose rows fit into the pages of the table; bench_metricwindow.py measures it.
    static constexpr int fanOut = 12;

    /// A bucket of a level.
    struct Node
    {
        int level = 0;
        qint64 number = 0;
        MetricBucket bucket;
        /// Returns the number in the series of the last point, counted from 0.
        qint64 lastPoint() const { return (number + 1) * pointsOf(level) - 1; }
    };
    using Visitor = std::function<void(const Node &)>;

    MetricPyramid(Connection &connection, qint64 run, qint64 key)
        : m_connection(connection)
        , m_run(run)
        , m_key(key)
    {
    }

    /// Returns the number of points in a bucket of the level.
    static qint64 pointsOf(int level);

    /// Writes the rows that are complete with `after` points and were not with `before` points. The series contains
    /// the points already.
    void extend(qint64 before, qint64 after);
    /// Visits the fewest buckets that together contain the first `size` points, in order of arrival. At least the
    /// first `size` points are summarized.
    void visitTop(qint64 size, const Visitor &visit) const;
    /// Visits the buckets that the buckets `numbers` of `level`, in ascending order, consist of.
    void visitBelow(int level, const std::vector<qint64> &numbers, const Visitor &visit) const;
    /// Visits the points `from` to `to` of the series, counted from 0, both included.
    void visitPoints(qint64 from, qint64 to, const Visitor &visit) const;
    /// Returns the number of points that the rows contain.
    qint64 summarized() const;
    /// Returns whether the rows are exactly those of the first `size` points.
    bool isRight(qint64 size) const;
    /// Removes all rows.
    void clear();

private:
    void visitRows(int level, qint64 from, qint64 to, const Visitor &visit) const;
    QByteArray row(int level, qint64 number) const;

    Connection &m_connection;
    qint64 m_run;
    qint64 m_key;
};

} // namespace Roost::Service::Store
