// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevents.h"
#include "models/core/run.h"

namespace Roost::Causes {

/// An event and when its headline was written; 0 where nothing tells.
struct TimedEvent
{
    LogEvent event;
    qint64 time = 0;
    /// Lines of the same writer behind it, in the log of that number.
    qint64 linesAfter = 0;
    /// How often its writer said behind it that it goes on.
    qint64 wentOnAfter = 0;
    int log = 0;
};

/// All that one rank left behind.
struct Story
{
    int rank = 0;
    RankOutcome outcome;
    QList<TimedEvent> events;
    /// What a launcher said about it.
    std::optional<TimedEvent> launcher;
    /// The launcher named it by its rank.
    bool isNamed = false;
    /// It is a process of a launcher within the command: how it ended is known from that alone.
    bool launchedInside = false;
    /// Several processes that no prefix names may have written into its log.
    bool shared = false;
    /// In which collective it was when it gave up.
    Collective collective;
    std::optional<EvidenceLine> lastLine;
    /// How far it said last that it is, see progressIn(); empty where it never did.
    QList<qint64> progress;
    qint64 lastWritten = 0;
    QString errorText;   // of its error file
    QString memoryWords; // of the kernel

    // What becomes of it all:
    enum class Part {
        Fine,
        Broke,
        Followed,
        Waited,
        Ended, // somebody ended it, and it says nothing
    };
    Part part = Part::Fine;
    CauseCandidate candidate;
    /// What others that share its log broke with afterwards.
    QList<CauseCandidate> later;
    /// It says itself why; else all that is known is how it ended.
    bool hasWords = false;
    /// Ranks it waited for, as far as it names them.
    QList<int> blamed;
    CauseKind waitedAs = CauseKind::Hang;
};

/// Decides the part of this rank by itself, and what it broke with where it did.
void judge(Story &story);

/// The signal that an exit code tells of: a shell's is 128 more, and of Python's negative number 8 bits remain.
std::optional<int> signalOfCode(int code);

/// Milliseconds since 1970 at which it broke; 0 where nothing tells.
qint64 timeOf(const Story &story);

} // namespace Roost::Causes
