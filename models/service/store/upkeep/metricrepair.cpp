// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/upkeep/metricrepair.h"

#include "models/service/store/tracking/metricpyramid.h"

namespace Roost::Service::Store {

namespace {

const QByteArray latestPoint = "SELECT step, timestamp_ms, value, nan FROM metrics WHERE run = ?1 AND key = ?2 "
                               "ORDER BY step DESC, timestamp_ms DESC, value DESC, seq DESC LIMIT 1";

} // namespace

QList<SeriesNumber> MetricRepair::series() const
{
    QList<SeriesNumber> all;
    Statement row =
        m_connection.query("SELECT run, key FROM latest_metrics UNION SELECT DISTINCT run, key FROM metrics "
                           "WHERE run IN (SELECT seq FROM runs)");
    while (row.next())
        all.append({row.integer(0), row.integer(1)});
    return all;
}

bool MetricRepair::isRight(SeriesNumber series) const
{
    Statement points = m_connection.query(
        "SELECT count(*), max(seq), min(CASE WHEN nan = 0 AND abs(value) < 9e999 THEN value END), "
        "max(CASE WHEN nan = 0 AND abs(value) < 9e999 THEN value END), sum(nan <> 0 OR abs(value) = 9e999) "
        "FROM metrics WHERE run = ?1 AND key = ?2",
        series.run, series.key);
    Statement stored = m_connection.query("SELECT count, minimum, maximum, not_finite, is_summarized, step, "
                                          "timestamp_ms, value, nan FROM latest_metrics WHERE run = ?1 AND key = ?2",
                                          series.run, series.key);
    Statement latest = m_connection.query(latestPoint, series.run, series.key);
    if (!points.next() || !stored.next() || !latest.next())
        return false;
    const auto same = [&](int a, int b) {
        return stored.isNull(a) == points.isNull(b) && stored.real(a) == points.real(b);
    };
    const qint64 count = points.integer(0);
    if (points.integer(1) != count || stored.integer(0) != count || stored.integer(5) != latest.integer(0) ||
        stored.integer(6) != latest.integer(1) || stored.real(7) != latest.real(2))
        return false;
    if (!stored.flag(4))
        return true; // its summaries are not written yet
    return same(1, 2) && same(2, 3) && stored.integer(3) == points.integer(4) &&
           MetricPyramid(m_connection, series.run, series.key).isRight(count);
}

void MetricRepair::rebuild(SeriesNumber series)
{
    renumber(series);
    MetricPyramid(m_connection, series.run, series.key).clear();
    m_connection.run("DELETE FROM latest_metrics WHERE run = ?1 AND key = ?2", series.run, series.key);
    m_connection.run("INSERT INTO latest_metrics(run, key, step, timestamp_ms, value, nan, count) SELECT ?1, ?2, *, "
                     "(SELECT count(*) FROM metrics WHERE run = ?1 AND key = ?2) FROM (" +
                         latestPoint + ')',
                     series.run, series.key);
}

// Each point gets its number among the points, in ascending order, so that a number is free when it is given.
void MetricRepair::renumber(SeriesNumber series)
{
    QList<qint64> gaps; // the numbers of points behind a gap
    qint64 expected = 0;
    Statement row =
        m_connection.query("SELECT seq FROM metrics WHERE run = ?1 AND key = ?2 ORDER BY seq", series.run, series.key);
    qint64 first = 0;
    while (row.next()) {
        ++expected;
        if (row.integer(0) == expected && gaps.isEmpty())
            continue;
        if (gaps.isEmpty())
            first = expected;
        gaps.append(row.integer(0));
    }
    Statement move = m_connection.query("UPDATE metrics SET seq = ?4 WHERE run = ?1 AND key = ?2 AND seq = ?3");
    for (const qint64 seq : std::as_const(gaps))
        move.runWith(series.run, series.key, seq, first++);
}

} // namespace Roost::Service::Store
