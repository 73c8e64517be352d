// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

namespace Roost::Items {

/// What stands in one lane in one stretch of time.
struct LaneCell
{
    qint64 lines = 0;
    qint64 errors = 0;
    bool any = false; // something was written, be it no whole line
    bool operator==(const LaneCell &) const = default;
};

/// The logs of a run over time, a lane each, for painting: any stretch of time in any number of columns, and fewer
/// rows than lanes by taking neighbours together.
class RankLanes
{
public:
    /// Ranks in their order, or, where there are none, all logs.
    void setActivity(const RunActivity &activity);

    int count() const { return int(m_lanes.size()); }
    bool isEmpty() const { return m_lanes.isEmpty(); }
    /// The rank of a lane; empty where lanes are logs.
    std::optional<int> rank(int lane) const { return m_lanes.at(lane).rank; }
    QString path(int lane) const { return m_lanes.at(lane).path; }
    int laneOf(int rank) const;
    /// From the first thing written to the last, UTC milliseconds; `to` lies behind it. Both 0 where nothing was.
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    qint64 bucketMs() const { return m_bucketMs; }

    /// [from, to) of the lanes in `rows` x `columns` cells, row by row.
    QList<LaneCell> cells(qint64 from, qint64 to, int rows, int columns) const;
    /// The lanes [first, last] that row `row` of `rows` stands for.
    std::pair<int, int> lanesOfRow(int row, int rows) const;
    /// What stands in lanes [first, last] in [from, to).
    LaneCell sum(int first, int last, qint64 from, qint64 to) const;

private:
    QList<LogActivity> m_lanes;
    qint64 m_bucketMs = 1;
    qint64 m_origin = 0;
    qint64 m_from = 0;
    qint64 m_to = 0;
};

} // namespace Roost::Items
