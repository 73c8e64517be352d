// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/process/processtree.h"

#include <QMap>

namespace Roost::Service::Launch {

/// The outcome of a launch as a whole.
enum class LaunchOutcome { Completed, Failed, Canceled, TimedOut };

QString toWord(LaunchOutcome outcome);
std::optional<LaunchOutcome> launchOutcomeFromWord(QStringView word);

/// The events that the supervisor of a run has reported up to now, read from `state/events.jsonl`. Times are UTC.
struct LaunchEvents
{
    /// nullopt until the supervisor has started.
    std::optional<Process::ProcessKey> supervisor;
    /// Whether the machine was rebooted since; the processes of the run then no longer exist.
    bool fromEarlierBoot = false;
    /// The ranks that were started, in order.
    QList<RankOutcome> ranks;
    /// The shells of the ranks that were started, by rank.
    QMap<int, Process::ProcessKey> processes;
    /// The ranks that were killed for lack of memory, each with the evidence: the words of the kernel, or the name of a
    /// counter.
    QMap<int, QString> outOfMemory;
    QDateTime cancelRequested;
    QDateTime timedOut;
    /// The rank that failed first; -1 for none.
    int firstFailed = -1;
    /// The reason why the supervisor could not start the ranks; empty if it could.
    QString error;
    /// The number of processes that not even SIGKILL ended (they hang in the kernel).
    int unkillable = 0;
    std::optional<LaunchOutcome> outcome;
    /// Whether the last line is incomplete: the supervisor waits for space on the disk, or was killed while it waited.
    bool unfinished = false;
    QDateTime ended;
};

/// Returns the file to which the supervisor of a run writes its events.
QString eventsFile(const QString &stateFolder);

/// Reads the events of a run. The result is empty if the file does not exist; an incomplete last line only sets
/// `unfinished`.
LaunchEvents readEvents(const QString &file);

} // namespace Roost::Service::Launch
