// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <utility>

namespace Roost::Items {

/// The activity of one or more rows in one stretch of time.
struct TimelineCell
{
    qint64 lines = 0;
    qint64 errors = 0;
    bool any = false; // something was written, even if it was no complete line
    bool operator==(const TimelineCell &) const = default;
};

/// The logs of a run over time, one row for each rank, for painting: any stretch of time in any number of columns.
/// Where there is no space for all rows, neighbouring rows are combined into bands.
class RankTimeline
{
public:
    /// The rows are the ranks in their order, or all logs where there are no ranks.
    void setActivity(const RunActivity &activity);

    int count() const { return int(m_rows.size()); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// The rank of a row; empty if the rows are logs.
    std::optional<int> rank(int row) const { return m_rows.at(row).rank; }
    QString path(int row) const { return m_rows.at(row).path; }
    /// -1 if the rank has no row.
    int rowOf(int rank) const;
    /// The range from the first write to the end of the bucket of the last one, UTC milliseconds. Both are 0 if
    /// nothing was written.
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    qint64 bucketMs() const { return m_bucketMs; }

    /// [from, to) of all rows in `bands` x `columns` cells, band by band.
    QList<TimelineCell> cells(qint64 from, qint64 to, int bands, int columns) const;
    /// The rows [first, last] that band `band` of `bands` combines.
    std::pair<int, int> rowsOfBand(int band, int bands) const;
    /// The activity of the rows [first, last] in [from, to).
    TimelineCell sum(int first, int last, qint64 from, qint64 to) const;

private:
    QList<LogActivity> m_rows;
    qint64 m_bucketMs = 1;
    qint64 m_origin = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
};

} // namespace Roost::Items
