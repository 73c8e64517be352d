// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/core/run.h"
#include "models/service/store/database/connection.h"

#include <QList>
#include <QString>

#include <set>
#include <string_view>
#include <vector>

namespace Roost::Service::Store {

struct LatestMetric
{
    QString key;
    MetricPoint point;
};

/// A series without its points. `minimum` and `maximum` are those of the finite values, NaN if there are none.
struct MetricSummary
{
    QString key;
    MetricPoint latest;
    qint64 count = 0;
    qint64 notFinite = 0;
    double minimum = 0;
    double maximum = 0;
};

/// A point to log.
struct MetricEntry
{
    std::string_view key; // UTF-8
    MetricPoint point;
};

/// The metrics of runs, within one transaction, as in RunStore. `run` is the run's seq.
class MetricStore
{
public:
    explicit MetricStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Returns the latest point of each series, ordered by key.
    QList<LatestMetric> latest(qint64 run) const;
    /// Returns at most `limit` points of one series in order of arrival, without the first `after` points. `after` plus
    /// the number of returned points is the `after` of the next call.
    QList<MetricPoint> points(qint64 run, const QString &key, qint64 after, int limit) const;
    /// Returns points of one series ordered by timestamp, step and value, as MLflow orders them; all of them if `limit`
    /// is -1.
    QList<MetricPoint> history(qint64 run, const QString &key, qint64 offset, qint64 limit) const;
    /// Returns the distinct steps from `from` to `to`, both included, in ascending order.
    QList<qint64> steps(qint64 run, const QString &key, qint64 from, qint64 to) const;
    /// Returns at most `limit` points of one series at these steps, ordered by step, timestamp and value.
    QList<MetricPoint> pointsAt(qint64 run, const QString &key, const std::set<qint64> &steps, qsizetype limit) const;
    /// Returns the summary of each series, ordered by key.
    QList<MetricSummary> summaries(qint64 run) const;
    /// Returns a part of one series as buckets, see MetricWindowReader. A series without points is empty. Rejected if
    /// the window is not one.
    Result<MetricWindow> window(qint64 run, const MetricWindowQuery &query) const;
    /// Stores the points, without repetitions of (key, step, timestamp, value). Returns the number of new points.
    qint64 log(qint64 run, const std::vector<MetricEntry> &entries);
    /// Removes the points of one series from a step on. The remaining points get new numbers, so a reader that
    /// continues with `points` begins again.
    void removeFrom(qint64 run, const QString &key, qint64 step);

    /// Continues the summaries of series that an older version stored, about `points` points of them. Returns whether
    /// some are left.
    bool summarizeOlder(qint64 points);

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
