// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/items/ranks/timerange.h"

#include <utility>

namespace Roost::Items {

/// The activity of one or more rows during an interval.
struct TimelineCell
{
    qint64 lines = 0;
    qint64 errors = 0;
    bool any = false; // something was written, even if no complete line was
    bool operator==(const TimelineCell &) const = default;
};

/// The logs of a run over time, one row per rank, for painting: any interval in any number of columns. If there is no
/// space for all rows, adjacent rows are combined into bands.
class RankTimeline
{
public:
    /// Sets the rows: the ranks in their order, or all logs if there are no ranks.
    void setActivity(const RunActivity &activity);

    int count() const { return int(m_rows.size()); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Returns the rank of a row; empty if the rows are logs.
    std::optional<int> rank(int row) const { return m_rows.at(row).rank; }
    QString path(int row) const { return m_rows.at(row).path; }
    /// Returns the row of a rank; empty if the rank has no row.
    std::optional<int> rowOf(int rank) const;
    /// The interval from the first write to the end of the bucket of the last write; empty if nothing was written.
    const TimeRange &range() const { return m_range; }
    std::chrono::milliseconds bucketWidth() const { return m_bucketWidth; }

    /// Returns the activity of all rows in `range` as `bands` x `columns` cells, band by band.
    QList<TimelineCell> cells(const TimeRange &range, int bands, int columns) const;
    /// Returns the rows [first, last] that band `band` of `bands` combines.
    std::pair<int, int> rowsOfBand(int band, int bands) const;
    /// Returns the activity of the rows [first, last] in `range`.
    TimelineCell sum(int first, int last, const TimeRange &range) const;

private:
    QList<LogActivity> m_rows;
    std::chrono::milliseconds m_bucketWidth{1};
    TimePoint m_origin;
    TimeRange m_range;
};

} // namespace Roost::Items
