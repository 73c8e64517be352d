// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/items/base/tone.h"
#include "models/items/ranks/ranklens.h"

#include <QStringList>

#include <optional>

namespace Roost::Items {

enum class RankState {
    Waiting,
    Running,
    Silent, // runs, but has not written for longer than its rhythm explains
    Done,
    FailedFirst,
    Followed, // ended because another rank had failed
    Canceled,
    Unknown, // of a log without a process that is known
};

Tone toneOf(RankState state);
QString stateText(RankState state);

/// One rank of a run, or one of its logs where it has no ranks.
struct RankRow
{
    QString key; // "rank 3", or the path of the log
    int rank = -1;
    QStringList logs; // paths
    RankState state = RankState::Unknown;
    bool isOver = false; // it writes no more
    int node = 0;
    int localRank = 0;
    qint64 bytes = 0;
    qint64 lines = -1;
    qint64 errors = -1;
    qint64 lastWrite = 0; // UTC milliseconds, 0: never
    double linesPerSecond = -1;
    qint64 othersMs = 0; // the usual pause of the others, for one that is silent
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString cause; // one sentence, of the one that failed first
    bool operator==(const RankRow &) const = default;
};

/// What is known of each rank, in their order: how its process fares by `run`, its log by `activity` (which may hold
/// nothing yet), and who is silent. `logs` are the paths of the run's logs.
QList<RankRow> rankRows(const Run &run, const RunActivity &activity, const QList<Silence> &silent, qint64 now);

} // namespace Roost::Items
