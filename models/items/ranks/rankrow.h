// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/run.h"
#include "models/items/ranks/stalls.h"

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

/// Returns the key of a rank's row: "rank 3".
QString keyOfRank(int rank);
/// Returns the rank of such a key; empty for the key of a log that belongs to no rank.
std::optional<int> rankOfRow(const QString &key);

/// One rank of a run, or one log of a run without ranks.
struct RankRow
{
    QString key; // "rank 3", or the path of the log
    int rank = -1;
    QStringList logs; // paths
    RankState state = RankState::Unknown;
    bool isOver = false; // it will not write any more
    int node = 0;
    int localRank = 0;
    qint64 bytes = 0;
    qint64 lines = -1;
    qint64 errors = -1;
    qint64 lastWrite = 0; // UTC milliseconds; 0 if never
    double linesPerSecond = -1;
    qint64 othersMs = 0; // the usual pause of the other ranks; set only if the rank is stalled
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString cause; // one sentence; set only for the rank that failed first
    bool operator==(const RankRow &) const = default;
};

/// Returns one row per rank, in their order: the state of its process from `run`, its log from `activity` (which may be
/// empty), and whether it is stalled. For a run without ranks, returns one row per log.
QList<RankRow> rankRows(const Run &run, const RunActivity &activity, const QList<Stall> &stalls, qint64 now);

} // namespace Roost::Items
