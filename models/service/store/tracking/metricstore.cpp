// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricstore.h"

#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/metricbuckets.h"
#include "models/service/store/tracking/metricwindowreader.h"

#include <algorithm>
#include <cmath>
#include <limits>
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

constexpr int mostColumns = 20000;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A series to which points are being added: the number of its key, the counts of its points, and its latest point.
struct Series
{
    qint64 key = 0;
    qint64 before = 0; // the count when the work began
    qint64 count = 0;
    qint64 step = 0;
    qint64 timestamp = 0;
    double value = 0;
    bool nan = false;
    double minimum = notANumber;
    double maximum = notANumber;
    qint64 notFinite = 0;
    bool isSummarized = true;
};

double realOrNan(const Statement &row, int column)
{
    return row.isNull(column) ? notANumber : row.real(column);
}

std::optional<double> valueOrNull(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

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
        connection.query("SELECT count, step, timestamp_ms, value, nan, minimum, maximum, not_finite, is_summarized "
                         "FROM latest_metrics WHERE run = ?1 AND key = ?2",
                         run, series.key);
    if (latest.next()) {
        series.before = series.count = latest.integer(0);
        series.step = latest.integer(1);
        series.timestamp = latest.integer(2);
        series.value = latest.real(3);
        series.nan = latest.flag(4);
        series.minimum = realOrNan(latest, 5);
        series.maximum = realOrNan(latest, 6);
        series.notFinite = latest.integer(7);
        series.isSummarized = latest.flag(8);
    }
    return series;
}

void addPoint(Series &series, const MetricPoint &point, double stored, bool nan)
{
    const bool isLatest = series.count == 0 || std::tie(point.step, point.timestamp, stored) >=
                                                   std::tie(series.step, series.timestamp, series.value);
    ++series.count;
    if (!std::isfinite(point.value)) {
        ++series.notFinite;
    } else {
        series.minimum = std::fmin(series.minimum, point.value);
        series.maximum = std::fmax(series.maximum, point.value);
    }
    if (isLatest) {
        series.step = point.step;
        series.timestamp = point.timestamp;
        series.value = stored;
        series.nan = nan;
    }
}

void save(Connection &connection, qint64 run, const Series &series)
{
    connection.run("INSERT OR REPLACE INTO latest_metrics(run, key, count, step, timestamp_ms, value, nan, minimum, "
                   "maximum, not_finite, is_summarized) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                   run, series.key, series.count, series.step, series.timestamp, series.value, series.nan,
                   valueOrNull(series.minimum), valueOrNull(series.maximum), series.notFinite, series.isSummarized);
}

// Returns one bucket with all points of the series.
MetricBucket totalOf(const MetricPyramid &pyramid, qint64 size, bool isSummarized)
{
    MetricBucket total;
    const auto add = [&total](const MetricPyramid::Node &node) {
        if (total.count == 0)
            total = node.bucket;
        else
            addBucket(total, node.bucket);
    };
    if (isSummarized)
        pyramid.visitTop(size, add);
    else
        pyramid.visitPoints(0, size - 1, add);
    return total;
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
        if (series.count == series.before)
            continue;
        save(m_connection, run, series);
        if (series.isSummarized)
            MetricPyramid(m_connection, run, series.key).extend(series.before, series.count);
    }
    return added;
}

QList<MetricSummary> MetricStore::summaries(qint64 run) const
{
    QList<MetricSummary> all;
    Statement row = m_connection.query("SELECT k.key, m.value, m.nan, m.timestamp_ms, m.step, m.count, m.not_finite, "
                                       "m.minimum, m.maximum, m.is_summarized, m.key FROM latest_metrics m "
                                       "JOIN metric_keys k ON k.id = m.key WHERE m.run = ?1 ORDER BY k.key",
                                       run);
    while (row.next()) {
        MetricSummary summary{row.text(0),       {metricValueOf(row, 1, 2), row.integer(3), row.integer(4)},
                              row.integer(5),    row.integer(6),
                              realOrNan(row, 7), realOrNan(row, 8)};
        if (!row.flag(9)) {
            const auto total = totalOf(MetricPyramid(m_connection, run, row.integer(10)), summary.count, false);
            summary.notFinite = total.notFinite;
            summary.minimum = total.minimum;
            summary.maximum = total.maximum;
        }
        all.append(summary);
    }
    return all;
}

Result<MetricWindow> MetricStore::window(qint64 run, const MetricWindowQuery &query) const
{
    if (std::isnan(query.from) || std::isnan(query.to) || query.columns < 1 || query.columns > mostColumns) {
        return failure(ErrorKind::Rejected, QStringLiteral("A window goes from a number to a number and has 1 to %1 "
                                                           "columns.")
                                                .arg(mostColumns));
    }
    Statement row = m_connection.query("SELECT key, count, is_summarized FROM latest_metrics WHERE run = ?1 AND "
                                       "key = (SELECT id FROM metric_keys WHERE key = ?2)",
                                       run, query.key);
    if (!row.next() || query.from > query.to)
        return MetricWindow{};
    const MetricPyramid pyramid(m_connection, run, row.integer(0));
    const qint64 size = row.integer(1);
    if (row.flag(2)) {
        try {
            return MetricWindowReader(pyramid, size, query).read(true);
        } catch (const DatabaseFailure &problem) {
            if (problem.error().kind != ErrorKind::Unreadable)
                throw;
            qWarning("%s", qUtf8Printable(problem.error().text));
        }
    }
    // The points themselves are complete.
    return MetricWindowReader(pyramid, size, query).read(false);
}

bool MetricStore::summarizeOlder(qint64 points)
{
    while (points > 0) {
        Statement older = m_connection.query("SELECT m.run, m.key, m.count, k.key FROM latest_metrics m JOIN "
                                             "metric_keys k ON k.id = m.key WHERE m.is_summarized = 0 LIMIT 1");
        if (!older.next())
            return false;
        const qint64 run = older.integer(0);
        MetricPyramid pyramid(m_connection, run, older.integer(1));
        const qint64 count = older.integer(2);
        const qint64 done = pyramid.summarized();
        const qint64 end = std::min(count, done + points);
        pyramid.extend(done, end);
        points -= end - done + 1;
        if (end < count)
            return true;
        Series series = seriesOf(m_connection, run, older.text(3).toStdString());
        const MetricBucket total = totalOf(pyramid, count, true);
        series.minimum = total.minimum;
        series.maximum = total.maximum;
        series.notFinite = total.notFinite;
        series.isSummarized = true;
        older.run();
        save(m_connection, run, series);
    }
    return true;
}

void MetricStore::removeFrom(qint64 run, const QString &key, qint64 step)
{
    const std::string name = key.toStdString();
    std::vector<MetricEntry> kept;
    bool isChanged = false;
    const QList<MetricPoint> all = points(run, key, 0, -1);
    for (const MetricPoint &point : all) {
        if (point.step < step)
            kept.push_back({name, point});
        else
            isChanged = true;
    }
    if (!isChanged)
        return;
    // The numbers of the points and the pyramid have no gaps, so the series is written again.
    const qint64 number = keyNumber(m_connection, name);
    m_connection.run("DELETE FROM metrics WHERE run = ?1 AND key = ?2", run, number);
    m_connection.run("DELETE FROM latest_metrics WHERE run = ?1 AND key = ?2", run, number);
    MetricPyramid(m_connection, run, number).clear();
    log(run, kept);
}

} // namespace Roost::Service::Store
