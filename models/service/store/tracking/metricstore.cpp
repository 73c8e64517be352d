// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricstore.h"

#include "models/service/store/database/columns.h"

#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>

namespace Roost::Service::Store {

namespace {

MetricPoint pointOf(const Statement &row)
{
    return {metricValueOf(row, 0, 1), row.integer(2), row.integer(3)};
}

QList<MetricPoint> pointsOf(Statement rows)
{
    QList<MetricPoint> points;
    while (rows.next())
        points.append(pointOf(rows));
    return points;
}

/// A series to which points are being added: the number of its key, the count of its points, and its latest point.
struct Series
{
    qint64 key = 0;
    qint64 count = 0;
    qint64 step = 0;
    qint64 timestamp = 0;
    double value = 0;
    bool nan = false;
    bool changed = false;
};

qint64 keyNumber(Connection &connection, std::string_view key)
{
    Statement found = connection.query("SELECT id FROM metric_keys WHERE key = ?1", key);
    if (found.next())
        return found.integer(0);
    connection.run("INSERT INTO metric_keys(key) VALUES(?1)", key);
    return connection.lastId();
}

Series seriesOf(Connection &connection, qint64 run, std::string_view key)
{
    Series series;
    series.key = keyNumber(connection, key);
    Statement latest =
        connection.query("SELECT count, step, timestamp_ms, value, nan FROM latest_metrics WHERE run = ?1 AND key = ?2",
                         run, series.key);
    if (latest.next()) {
        series.count = latest.integer(0);
        series.step = latest.integer(1);
        series.timestamp = latest.integer(2);
        series.value = latest.real(3);
        series.nan = latest.flag(4);
    }
    return series;
}

void addPoint(Series &series, const MetricPoint &point, double stored, bool nan)
{
    const bool isLatest = series.count == 0 || std::tie(point.step, point.timestamp, stored) >=
                                                   std::tie(series.step, series.timestamp, series.value);
    ++series.count;
    series.changed = true;
    if (isLatest) {
        series.step = point.step;
        series.timestamp = point.timestamp;
        series.value = stored;
        series.nan = nan;
    }
}

} // namespace

QList<LatestMetric> MetricStore::latest(qint64 run) const
{
    QList<LatestMetric> metrics;
    Statement row = m_connection.query("SELECT k.key, m.value, m.nan, m.timestamp_ms, m.step FROM latest_metrics m "
                                       "JOIN metric_keys k ON k.id = m.key WHERE m.run = ?1 ORDER BY k.key",
                                       run);
    while (row.next())
        metrics.append({row.text(0), {metricValueOf(row, 1, 2), row.integer(3), row.integer(4)}});
    return metrics;
}

QList<MetricPoint> MetricStore::points(qint64 run, const QString &key, qint64 after, int limit) const
{
    return pointsOf(m_connection.query("SELECT value, nan, timestamp_ms, step FROM metrics WHERE run = ?1 AND seq > ?3 "
                                       "AND key = (SELECT id FROM metric_keys WHERE key = ?2) ORDER BY seq LIMIT ?4",
                                       run, key, after, limit));
}

QList<MetricPoint> MetricStore::history(qint64 run, const QString &key, qint64 offset, qint64 limit) const
{
    return pointsOf(m_connection.query("SELECT value, nan, timestamp_ms, step FROM metrics WHERE run = ?1 AND "
                                       "key = (SELECT id FROM metric_keys WHERE key = ?2) "
                                       "ORDER BY timestamp_ms, step, value LIMIT ?3 OFFSET ?4",
                                       run, key, limit, offset));
}

QList<qint64> MetricStore::steps(qint64 run, const QString &key, qint64 from, qint64 to) const
{
    QList<qint64> steps;
    Statement row = m_connection.query("SELECT DISTINCT step FROM metrics INDEXED BY metrics_by_step WHERE run = ?1 "
                                       "AND key = (SELECT id FROM metric_keys WHERE key = ?2) AND step BETWEEN ?3 AND "
                                       "?4 ORDER BY step",
                                       run, key, from, to);
    while (row.next())
        steps.append(row.integer(0));
    return steps;
}

QList<MetricPoint> MetricStore::pointsAt(qint64 run, const QString &key, const std::set<qint64> &steps,
                                         qsizetype limit) const
{
    QList<MetricPoint> points;
    if (steps.empty())
        return points;
    Statement row = m_connection.query("SELECT value, nan, timestamp_ms, step FROM metrics INDEXED BY metrics_by_step "
                                       "WHERE run = ?1 AND key = (SELECT id FROM metric_keys WHERE key = ?2) AND step "
                                       "BETWEEN ?3 AND ?4 ORDER BY step, timestamp_ms, value",
                                       run, key, *steps.cbegin(), *steps.crbegin());
    while (points.size() < limit && row.next()) {
        if (steps.contains(row.integer(3)))
            points.append(pointOf(row));
    }
    return points;
}

qint64 MetricStore::log(qint64 run, const std::vector<MetricEntry> &entries)
{
    if (entries.empty())
        return 0;
    std::unordered_map<std::string_view, Series> all;
    qint64 added = 0;
    Statement insert =
        m_connection.query("INSERT OR IGNORE INTO metrics(run, key, seq, step, timestamp_ms, value, nan) "
                           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    for (const MetricEntry &entry : entries) {
        auto at = all.find(entry.key);
        if (at == all.end())
            at = all.emplace(entry.key, seriesOf(m_connection, run, entry.key)).first;
        Series &series = at->second;
        const MetricPoint &point = entry.point;
        const bool nan = std::isnan(point.value);
        const double stored = nan ? 0.0 : point.value;
        insert.runWith(run, series.key, series.count + 1, point.step, point.timestamp, stored, nan);
        if (m_connection.changed() == 0)
            continue;
        addPoint(series, point, stored, nan);
        ++added;
    }
    for (const auto &[key, series] : all) {
        if (series.changed) {
            m_connection.run("INSERT OR REPLACE INTO latest_metrics VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)", run,
                             series.key, series.count, series.step, series.timestamp, series.value, series.nan);
        }
    }
    return added;
}

} // namespace Roost::Service::Store
