// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranklanes.h"

#include "models/items/ranks/ranklens.h"

#include <algorithm>
#include <limits>

namespace Roost::Items {

void RankLanes::setActivity(const RunActivity &activity)
{
    m_lanes = activityOfRanks(activity).values();
    if (m_lanes.isEmpty())
        m_lanes = activity.logs;
    m_bucketMs = std::max<qint64>(1, activity.bucketMs);
    m_origin = activity.origin;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = -1;
    for (const LogActivity &lane : std::as_const(m_lanes)) {
        if (lane.buckets.isEmpty())
            continue;
        first = std::min(first, lane.buckets.first().index);
        last = std::max(last, lane.buckets.last().index);
    }
    m_from = last < 0 ? 0 : m_origin + first * m_bucketMs;
    m_to = last < 0 ? 0 : m_origin + (last + 1) * m_bucketMs;
}

int RankLanes::laneOf(int rank) const
{
    const auto found = std::ranges::find(m_lanes, rank, &LogActivity::rank);
    return found == m_lanes.end() ? -1 : int(found - m_lanes.begin());
}

std::pair<int, int> RankLanes::lanesOfRow(int row, int rows) const
{
    const qint64 lanes = count();
    const int first = int(row * lanes / rows);
    return {first, std::max(first, int((row + 1) * lanes / rows) - 1)};
}

QList<LaneCell> RankLanes::cells(qint64 from, qint64 to, int rows, int columns) const
{
    QList<LaneCell> cells(qsizetype(rows) * columns);
    if (rows <= 0 || columns <= 0 || to <= from)
        return cells;
    for (int row = 0; row < rows; ++row) {
        const auto [first, last] = lanesOfRow(row, rows);
        for (int lane = first; lane <= last && lane < count(); ++lane) {
            const auto &buckets = m_lanes.at(lane).buckets;
            const qint64 begin = (from - m_origin) / m_bucketMs - 1;
            auto bucket = std::ranges::lower_bound(buckets, begin, {}, &ActivityBucket::index);
            for (; bucket != buckets.end(); ++bucket) {
                const qint64 left = m_origin + bucket->index * m_bucketMs;
                if (left >= to)
                    break;
                if (left + m_bucketMs <= from)
                    continue;
                // A bucket that is wider than a column stands in all columns it covers.
                const qint64 firstColumn = std::max<qint64>(0, (left - from) * columns / (to - from));
                const qint64 end = (left + m_bucketMs - from) * columns - 1;
                const qint64 lastColumn = std::clamp<qint64>(end / (to - from), firstColumn, columns - 1);
                for (qint64 column = firstColumn; column <= lastColumn; ++column) {
                    LaneCell &cell = cells[row * columns + column];
                    cell.lines += bucket->lines;
                    cell.errors += bucket->errors;
                    cell.any = true;
                }
            }
        }
    }
    return cells;
}

LaneCell RankLanes::sum(int first, int last, qint64 from, qint64 to) const
{
    LaneCell sum;
    for (int lane = std::max(0, first); lane <= last && lane < count(); ++lane) {
        for (const ActivityBucket &bucket : m_lanes.at(lane).buckets) {
            const qint64 left = m_origin + bucket.index * m_bucketMs;
            if (left + m_bucketMs <= from || left >= to)
                continue;
            sum.lines += bucket.lines;
            sum.errors += bucket.errors;
            sum.any = true;
        }
    }
    return sum;
}

} // namespace Roost::Items
