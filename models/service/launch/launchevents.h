// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/process/processtree.h"

#include <QMap>
#include <QSet>

namespace Roost::Service::Launch {

/// How a launch as a whole ended.
enum class LaunchOutcome { Completed, Failed, Canceled, TimedOut };

QString toWord(LaunchOutcome outcome);
std::optional<LaunchOutcome> launchOutcomeFromWord(QStringView word);

/// What the supervisor of a run has told so far, read from `state/events.jsonl`. Times are UTC.
struct LaunchEvents
{
    /// Absent while the supervisor has not come up.
    std::optional<Process::ProcessKey> supervisor;
    /// The machine was started anew since; its processes are gone.
    bool fromEarlierBoot = false;
    /// Those that were started, by rank.
    QList<RankOutcome> ranks;
    /// The shell of each of them, by rank.
    QMap<int, Process::ProcessKey> processes;
    /// Those that the kernel ended for want of memory, as the counter of the run's own control group tells.
    QSet<int> outOfMemory;
    QDateTime cancelRequested;
    QDateTime timedOut;
    /// The rank whose failure came first, -1 for none.
    int firstFailed = -1;
    /// What kept the supervisor from starting the ranks; empty for nothing.
    QString error;
    /// Processes that even SIGKILL did not end (they hang in the kernel).
    int unkillable = 0;
    std::optional<LaunchOutcome> outcome;
    /// The last line is half: its writer waits for room on the disk, or was ended while it did.
    bool unfinished = false;
    QDateTime ended;
};

/// Where the supervisor of a run writes its events.
QString eventsFile(const QString &stateFolder);

/// Reads the events of a run; a file that is not there has none, a last line that was cut is only told of.
LaunchEvents readEvents(const QString &file);

} // namespace Roost::Service::Launch
