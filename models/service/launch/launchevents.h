// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/supervisor/appendfile.h"
#include "models/process/processtree.h"

#include <QJsonObject>
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
    std::optional<ProcessKey> supervisor;
    /// The machine was started anew since; its processes are gone.
    bool fromEarlierBoot = false;
    /// Those that were started, by rank.
    QList<RankOutcome> ranks;
    /// The shell of each of them, by rank.
    QMap<int, ProcessKey> processes;
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

/// Reads the events of a run; a file that is not there has none, a last line that was cut is only told of.
LaunchEvents readEvents(const QString &file);

/// The supervisor's pen. One line an event. What a full disk refuses is kept and written before the next line.
class EventLog
{
public:
    /// Creates the file; false when it exists already: another supervisor has the run.
    bool create(const QString &file);
    /// `durable` also waits until the disk has it.
    void write(const QString &event, QJsonObject fields = {}, bool durable = false);
    /// Lines wait for room on the disk.
    bool isPending() const { return m_file.isPending(); }
    /// Tries to write what waits; true when nothing does any more.
    bool flush();

private:
    AppendFile m_file;
    bool m_syncs = false; // what waits is to be durable
};

} // namespace Roost::Service::Launch
