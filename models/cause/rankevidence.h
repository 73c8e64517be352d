// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevent.h"
#include "models/core/run.h"
#include "models/core/timepoint.h"

namespace Roost::Causes {

/// An event of a log, and what followed it there.
struct TimedEvent
{
    LogEvent event;
    /// When the headline was written.
    std::optional<TimePoint> time;
    /// The number of lines that the same writer wrote after it.
    qint64 linesAfter = 0;
    /// How often the same writer reported progress after it.
    qint64 progressAfter = 0;
    /// The number of the log, see CauseAnalyser::addLog().
    int log = 0;
};

/// What one rank did at the end of the run.
enum class RankRole {
    Fine,     // it ended well
    Broke,    // it failed by itself
    Followed, // it failed because another rank was lost
    Waited,   // it gave up waiting for other ranks
    Ended,    // it was ended from outside, without an explanation of its own
};

/// Everything that one rank left behind, and after judge(), what follows from it.
struct RankEvidence
{
    int rank = 0;
    RankOutcome outcome;
    QList<TimedEvent> events;
    /// The report of a launcher about this rank.
    std::optional<TimedEvent> launcher;
    /// The launcher named this rank by its number.
    bool isNamed = false;
    /// The rank is a process of a launcher within the command: only the launcher's report shows how it ended.
    bool launchedInside = false;
    /// The collective operation it was in when it gave up.
    Collective collective;
    std::optional<EvidenceLine> lastLine;
    /// The last progress it reported, see progressIn(); empty without any.
    QList<qint64> progress;
    std::optional<TimePoint> lastWritten;
    QString errorText;     // from its error file
    QString kernelMessage; // that the kernel ended it for lack of memory

    // Set by judge():
    RankRole role = RankRole::Fine;
    CauseCandidate candidate;
    /// Later failures of other processes that share its log.
    QList<CauseCandidate> later;
    /// A message explains the failure; otherwise only the exit code or signal is known.
    bool hasExplanation = false;
    /// The ranks it waited for, as far as its messages name them.
    QList<int> awaited;
    CauseKind waitKind = CauseKind::Hang;
};

} // namespace Roost::Causes
