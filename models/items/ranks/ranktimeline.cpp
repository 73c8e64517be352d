// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranktimeline.h"

#include "models/items/ranks/rankactivity.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Roost::Items {

using namespace std::chrono_literals;

void RankTimeline::setActivity(const RunActivity &activity)
{
    m_rows = activityOfRanks(activity).values();
    if (m_rows.isEmpty())
        m_rows = activity.logs;
    m_bucketWidth = std::max(1ms, activity.bucketWidth);
    m_origin = activity.origin;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = -1;
    for (const LogActivity &row : std::as_const(m_rows)) {
        if (row.buckets.isEmpty())
            continue;
        first = std::min(first, row.buckets.first().index);
        last = std::max(last, row.buckets.last().index);
    }
    m_range = {};
    if (last >= 0)
        m_range = {m_origin + first * m_bucketWidth, m_origin + (last + 1) * m_bucketWidth};
}

std::optional<int> RankTimeline::rowOf(int rank) const
{
    const auto found = std::ranges::find(m_rows, rank, &LogActivity::rank);
    return found == m_rows.end() ? std::nullopt : std::optional(int(found - m_rows.begin()));
}

std::pair<int, int> RankTimeline::rowsOfBand(int band, int bands) const
{
    const qint64 rows = count();
    const int first = int(band * rows / bands);
    return {first, std::max(first, int((band + 1) * rows / bands) - 1)};
}

QList<TimelineCell> RankTimeline::cells(const TimeRange &range, int bands, int columns) const
{
    QList<TimelineCell> cells(qsizetype(bands) * columns);
    if (bands <= 0 || columns <= 0 || range.isEmpty())
        return cells;
    for (int band = 0; band < bands; ++band) {
        const auto [first, last] = rowsOfBand(band, bands);
        for (int row = first; row <= last && row < count(); ++row) {
            const auto &buckets = m_rows.at(row).buckets;
            const qint64 begin = (range.from - m_origin) / m_bucketWidth - 1;
            auto bucket = std::ranges::lower_bound(buckets, begin, {}, &ActivityBucket::index);
            for (; bucket != buckets.end(); ++bucket) {
                const TimePoint left = m_origin + bucket->index * m_bucketWidth;
                if (left >= range.to)
                    break;
                if (left + m_bucketWidth <= range.from)
                    continue;
                // A bucket that is wider than a column counts in every column that it covers.
                const qint64 firstColumn = std::max<qint64>(0, (left - range.from) * columns / range.span());
                const auto end = (left + m_bucketWidth - range.from) * columns - 1ms;
                const qint64 lastColumn = std::clamp<qint64>(end / range.span(), firstColumn, columns - 1);
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

TimelineCell RankTimeline::sum(int first, int last, const TimeRange &range) const
{
    TimelineCell sum;
    for (int row = std::max(0, first); row <= last && row < count(); ++row) {
        for (const ActivityBucket &bucket : m_rows.at(row).buckets) {
            const TimePoint left = m_origin + bucket.index * m_bucketWidth;
            if (left + m_bucketWidth <= range.from || left >= range.to)
                continue;
            sum.lines += bucket.lines;
            sum.errors += bucket.errors;
            sum.any = true;
        }
    }
    return sum;
}

} // namespace Roost::Items
