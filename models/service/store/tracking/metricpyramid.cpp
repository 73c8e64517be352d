// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricpyramid.h"

#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/metricbuckets.h"

namespace Roost::Service::Store {

namespace {

[[noreturn]] void throwDamaged(qint64 run, qint64 key)
{
    throw DatabaseFailure(
        Error{ErrorKind::Unreadable,
              QStringLiteral("The summaries of a metric are damaged. Repair them with: roostctl workspace check "
                             "--repair."),
              QStringLiteral("run %1, key %2").arg(run).arg(key)});
}

/// Calls `group(first, last)` for each longest sequence of consecutive numbers.
template <typename Group>
void forEachSequence(const std::vector<qint64> &numbers, const Group &group)
{
    for (std::size_t begin = 0; begin < numbers.size();) {
        std::size_t end = begin + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        group(numbers[begin], numbers[end - 1]);
        begin = end;
    }
}

} // namespace

qint64 MetricPyramid::pointsOf(int level)
{
    qint64 points = 1;
    for (int i = 0; i < level; ++i)
        points *= fanOut;
    return points;
}

void MetricPyramid::extend(qint64 before, qint64 after)
{
    for (int level = 1; pointsOf(level + 1) <= after; ++level) {
        const qint64 rowPoints = pointsOf(level + 1);
        for (qint64 number = before / rowPoints; number < after / rowPoints; ++number)
            m_connection.run("INSERT OR REPLACE INTO metric_buckets VALUES(?1, ?2, ?3, ?4, ?5)", m_run, m_key, level,
                             number, row(level, number));
    }
}

QByteArray MetricPyramid::row(int level, qint64 number) const
{
    std::vector<MetricBucket> buckets;
    const qint64 first = number * fanOut;
    const auto add = [&](const Node &node) {
        if (node.number % fanOut == 0)
            buckets.push_back(node.bucket);
        else if (!buckets.empty())
            addBucket(buckets.back(), node.bucket);
    };
    if (level == 1)
        visitPoints(first * fanOut, (first + fanOut) * fanOut - 1, add);
    else
        visitRows(level - 1, first, first + fanOut - 1, add);
    if (buckets.size() != fanOut)
        throwDamaged(m_run, m_key);
    return packBuckets(buckets);
}

bool MetricPyramid::isRight(qint64 size) const
{
    qint64 rows = 0;
    for (int level = 1; pointsOf(level + 1) <= size; ++level) {
        Statement stored = m_connection.query(
            "SELECT number, buckets FROM metric_buckets WHERE run = ?1 AND key = ?2 AND level = ?3 ORDER BY number",
            m_run, m_key, level);
        const qint64 expected = size / pointsOf(level + 1);
        for (qint64 number = 0; number < expected; ++number) {
            if (!stored.next() || stored.integer(0) != number || stored.bytes(1) != row(level, number))
                return false;
        }
        rows += expected;
    }
    Statement all = m_connection.query("SELECT count(*) FROM metric_buckets WHERE run = ?1 AND key = ?2", m_run, m_key);
    return all.next() && all.integer(0) == rows;
}

void MetricPyramid::visitTop(qint64 size, const Visitor &visit) const
{
    int top = 0;
    while (pointsOf(top + 2) <= size)
        ++top;
    qint64 done = 0; // points
    for (int level = top; level >= 1; --level) {
        const qint64 rowPoints = pointsOf(level + 1);
        visitRows(level, done / rowPoints, size / rowPoints - 1, visit);
        done = size / rowPoints * rowPoints;
    }
    visitPoints(done, size - 1, visit);
}

void MetricPyramid::visitBelow(int level, const std::vector<qint64> &numbers, const Visitor &visit) const
{
    forEachSequence(numbers, [&](qint64 first, qint64 last) {
        if (level == 1)
            visitPoints(first * fanOut, (last + 1) * fanOut - 1, visit);
        else
            visitRows(level - 1, first, last, visit);
    });
}

void MetricPyramid::visitRows(int level, qint64 from, qint64 to, const Visitor &visit) const
{
    if (from > to)
        return;
    Statement row = m_connection.query("SELECT number, buckets FROM metric_buckets WHERE run = ?1 AND key = ?2 AND "
                                       "level = ?3 AND number BETWEEN ?4 AND ?5 ORDER BY number",
                                       m_run, m_key, level, from, to);
    qint64 expected = from;
    while (row.next()) {
        const qint64 number = row.integer(0);
        const auto buckets = unpackBuckets(row.bytes(1), fanOut, pointsOf(level));
        if (buckets.empty() || number != expected++)
            throwDamaged(m_run, m_key);
        for (int i = 0; i < fanOut; ++i)
            visit({level, number * fanOut + i, buckets[std::size_t(i)]});
    }
    if (expected != to + 1)
        throwDamaged(m_run, m_key);
}

void MetricPyramid::visitPoints(qint64 from, qint64 to, const Visitor &visit) const
{
    if (from > to)
        return;
    Statement row = m_connection.query("SELECT seq, value, nan, timestamp_ms, step FROM metrics WHERE run = ?1 AND "
                                       "key = ?2 AND seq BETWEEN ?3 AND ?4 ORDER BY seq",
                                       m_run, m_key, from + 1, to + 1);
    while (row.next())
        visit({0, row.integer(0) - 1, bucketOf({metricValueOf(row, 1, 2), row.integer(3), row.integer(4)})});
}

qint64 MetricPyramid::summarized() const
{
    Statement row = m_connection.query(
        "SELECT max(number) FROM metric_buckets WHERE run = ?1 AND key = ?2 AND level = 1", m_run, m_key);
    if (!row.next() || row.isNull(0))
        return 0;
    return (row.integer(0) + 1) * pointsOf(2);
}

void MetricPyramid::clear()
{
    m_connection.run("DELETE FROM metric_buckets WHERE run = ?1 AND key = ?2", m_run, m_key);
}

} // namespace Roost::Service::Store
