// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranktimeline.h"

#include "models/items/ranks/rankactivity.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Roost::Items {

void RankTimeline::setActivity(const RunActivity &activity)
{
    m_rows = activityOfRanks(activity).values();
    if (m_rows.isEmpty())
        m_rows = activity.logs;
    m_bucketMs = std::max<qint64>(1, activity.bucketWidth.count());
    m_origin = msSinceEpoch(activity.origin);
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = -1;
    for (const LogActivity &row : std::as_const(m_rows)) {
        if (row.buckets.isEmpty())
            continue;
        first = std::min(first, row.buckets.first().index);
        last = std::max(last, row.buckets.last().index);
    }
    m_from = last < 0 ? 0 : m_origin + first * m_bucketMs;
    m_to = last < 0 ? 0 : m_origin + (last + 1) * m_bucketMs;
}

int RankTimeline::rowOf(int rank) const
{
    const auto found = std::ranges::find(m_rows, rank, &LogActivity::rank);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::pair<int, int> RankTimeline::rowsOfBand(int band, int bands) const
{
    const qint64 rows = count();
    const int first = int(band * rows / bands);
    return {first, std::max(first, int((band + 1) * rows / bands) - 1)};
}

QList<TimelineCell> RankTimeline::cells(qint64 from, qint64 to, int bands, int columns) const
{
    QList<TimelineCell> cells(qsizetype(bands) * columns);
    if (bands <= 0 || columns <= 0 || to <= from)
        return cells;
    for (int band = 0; band < bands; ++band) {
        const auto [first, last] = rowsOfBand(band, bands);
        for (int row = first; row <= last && row < count(); ++row) {
            const auto &buckets = m_rows.at(row).buckets;
            const qint64 begin = (from - m_origin) / m_bucketMs - 1;
            auto bucket = std::ranges::lower_bound(buckets, begin, {}, &ActivityBucket::index);
            for (; bucket != buckets.end(); ++bucket) {
                const qint64 left = m_origin + bucket->index * m_bucketMs;
                if (left >= to)
                    break;
                if (left + m_bucketMs <= from)
                    continue;
                // A bucket that is wider than a column counts in every column that it covers.
                const qint64 firstColumn = std::max<qint64>(0, (left - from) * columns / (to - from));
                const qint64 end = (left + m_bucketMs - from) * columns - 1;
                const qint64 lastColumn = std::clamp<qint64>(end / (to - from), firstColumn, columns - 1);
                for (qint64 column = firstColumn; column <= lastColumn; ++column) {
                    TimelineCell &cell = cells[band * columns + column];
                    cell.lines += bucket->lines;
                    cell.errors += bucket->errors;
                    cell.any = true;
                }
            }
        }
    }
    return cells;
}

TimelineCell RankTimeline::sum(int first, int last, qint64 from, qint64 to) const
{
    TimelineCell sum;
    for (int row = std::max(0, first); row <= last && row < count(); ++row) {
        for (const ActivityBucket &bucket : m_rows.at(row).buckets) {
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
