// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// A point to log.
struct MetricEntry
{
    std::string_view key; // UTF-8
    MetricPoint point;
};

/// The metrics of runs, within one transaction, as RunStore has their rows. `run` is the run's seq.
class MetricStore
{
public:
    explicit MetricStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The latest point of each series, by key.
    QList<LatestMetric> latest(qint64 run) const;
    /// Points of one series in order of arrival, behind the `after`-th; at most `limit`. `after` plus the number of
    /// points returned is the next `after`.
    QList<MetricPoint> points(qint64 run, const QString &key, qint64 after, int limit) const;
    /// Points of one series by timestamp, step and value, as MLflow orders them; all of them where `limit` is -1.
    QList<MetricPoint> history(qint64 run, const QString &key, qint64 offset, qint64 limit) const;
    /// The steps between `from` and `to`, both included, ascending and each once.
    QList<qint64> steps(qint64 run, const QString &key, qint64 from, qint64 to) const;
    /// Points of one series at these steps, by step, timestamp and value; at most `limit`.
    QList<MetricPoint> pointsAt(qint64 run, const QString &key, const std::set<qint64> &steps, qsizetype limit) const;
    /// Drops repeats of (key, step, timestamp, value). Returns how many points were new.
    qint64 log(qint64 run, const std::vector<MetricEntry> &entries);

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
