// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevent.h"
#include "models/core/run.h"
#include "models/core/timepoint.h"

namespace Roost::Causes {

/// An event of a log, and what followed it in the log.
struct TimedEvent
{
    LogEvent event;
    /// The time at which the headline was written.
    std::optional<TimePoint> time;
    /// The number of lines that the same writer wrote after it.
    qint64 linesAfter = 0;
    /// The number of times that the same writer reported progress after it.
    qint64 progressAfter = 0;
    /// The number of the log, see CauseAnalyser::addLog().
    int log = 0;
};

/// What happened to one rank at the end of the run.
enum class RankRole {
    Fine,     // it ended successfully
    Broke,    // it failed by itself
    Followed, // it failed because another rank was lost
    Waited,   // it gave up waiting for other ranks
    Ended,    // it was ended from outside, and has no explanation of its own
};

/// Everything that one rank left, and the conclusions of determineCandidate().
struct RankEvidence
{
    int rank = 0;
    RankOutcome outcome;
    QList<TimedEvent> events;
    /// The report of a launcher about this rank.
    std::optional<TimedEvent> launcher;
    /// Whether the launcher named this rank by its number.
    bool isNamed = false;
    /// Whether the rank is a process of a launcher in the command. Then only the launcher's report shows how the rank
    /// ended.
    bool launchedInside = false;
    /// The collective operation in which the rank was when it gave up.
    Collective collective;
    std::optional<EvidenceLine> lastLine;
    /// The last progress that the rank reported, see progressIn(); empty if it reported none.
    QList<qint64> progress;
    std::optional<TimePoint> lastWritten;
    QString errorText;     // from the rank's error file
    QString kernelMessage; // the kernel's message that it ended the rank for lack of memory

    // Set by determineCandidate():
    RankRole role = RankRole::Fine;
    CauseCandidate candidate;
    /// Later failures of other processes that write to the same log.
    QList<CauseCandidate> later;
    /// Whether a message explains the failure; otherwise only the exit code or the signal is known.
    bool hasExplanation = false;
    /// The ranks for which it waited, as far as its messages name them.
    QList<int> awaited;
    CauseKind waitKind = CauseKind::Hang;
};

} // namespace Roost::Causes
