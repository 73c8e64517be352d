// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

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
    /// Returns the row of a rank; -1 if the rank has no row.
    int rowOf(int rank) const;
    /// The interval from the first write to the end of the bucket of the last write, in UTC milliseconds. Both are 0 if
    /// nothing was written.
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    qint64 bucketMs() const { return m_bucketMs; }

    /// Returns the activity of all rows in [from, to) as `bands` x `columns` cells, band by band.
    QList<TimelineCell> cells(qint64 from, qint64 to, int bands, int columns) const;
    /// Returns the rows [first, last] that band `band` of `bands` combines.
    std::pair<int, int> rowsOfBand(int band, int bands) const;
    /// Returns the activity of the rows [first, last] in [from, to).
    TimelineCell sum(int first, int last, qint64 from, qint64 to) const;

private:
    QList<LogActivity> m_rows;
    qint64 m_bucketMs = 1;
    qint64 m_origin = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
};

} // namespace Roost::Items
