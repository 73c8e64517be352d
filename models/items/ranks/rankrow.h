// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/run.h"
#include "models/items/ranks/stalls.h"
#include "models/items/runs/logsource.h"

#include <QStringList>

#include <optional>

namespace Roost::Items {

enum class RankState {
    Waiting,
    Running,
    Stalled, // runs, but its pause is longer than its rhythm explains
    Done,
    FailedFirst,
    Followed, // ended because another rank had failed
    Canceled,
    Unknown, // a log whose process is not known
};

/// One rank of a run, or one log of a run without ranks.
struct RankRow
{
    LogSource source; // RankLogs, or the LogFile
    std::optional<int> rank;
    QStringList logs; // paths
    RankState state = RankState::Unknown;
    bool isOver = false; // it will not write any more
    int node = 0;
    int localRank = 0;
    std::optional<qint64> lines;
    std::optional<qint64> errors;
    std::optional<TimePoint> lastWrite;
    std::optional<double> linesPerSecond;
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString cause; // one sentence; set only for the rank that failed first
    bool operator==(const RankRow &) const = default;
};

/// Returns one row per rank, in their order: the state of its process from `run`, its log from `activity` (which may be
/// empty), and whether it is stalled. For a run without ranks, returns one row per log. Rates need `now`.
QList<RankRow> rankRows(const Run &run, const RunActivity &activity, const QList<Stall> &stalls,
                        std::optional<TimePoint> now);

} // namespace Roost::Items
