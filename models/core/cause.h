// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// What broke a run. The words of these are stored as tags: they stay.
enum class CauseKind {
    Exception, // a Python exception of no kind below, or one of C++
    MissingModule,
    MissingFile,
    BadData,
    BadArgument,
    Assertion,
    OutOfMemory,
    CudaOutOfMemory,
    CudaError,
    NcclError,
    DiskFull,
    PortTaken,
    RendezvousTimeout, // the rank that never joined
    Hang,              // the rank the others waited for in vain
    Crash,             // SIGSEGV and its like
    Killed,            // SIGKILL, by nobody who says so
    MpiAbort,
    Exit,       // an exit code other than 0 and no words of error
    EndedEarly, // ended well while the others went on
    Interrupted,
    PeerLost, // another went away first, but nobody knows which
};

/// "missing-module"
QString toWord(CauseKind kind);
std::optional<CauseKind> causeKindFromWord(QStringView word);

/// A line of a log that shows the cause.
struct EvidenceLine
{
    /// Relative to the run, as in FileRef.
    QString path;
    /// Counted from 0; -1 where only the offset is known.
    qint64 line = -1;
    qint64 offset = 0;
    QString text;
    bool operator==(const EvidenceLine &) const = default;
};

/// What one rank may have broken the run with.
struct CauseCandidate
{
    /// -1 where it cannot be told which.
    int rank = -1;
    CauseKind kind = CauseKind::Exception;
    /// "ValueError", empty where it is no exception.
    QString type;
    /// In the words of whoever wrote it, one line; may be empty.
    QString message;
    /// Of the exception that was raised in turn, "RuntimeError: no data"; empty without a chain.
    QString surface;
    std::optional<int> exitCode;
    std::optional<int> signal;
    /// When it showed; invalid where nothing tells.
    QDateTime time;
    QList<EvidenceLine> evidence;
    /// Which line of the evidence says it; -1 without evidence.
    int headline = -1;
    bool operator==(const CauseCandidate &) const = default;
};

/// The first cause of a run's end, as far as it can be told.
struct FirstCause
{
    enum class Certainty {
        Told,           // its own words, and it was first
        Inferred,       // from what the others say, or do not say
        Tied,           // several at the same time
        ClocksDisagree, // times contradict what the logs say
    };

    /// The likeliest first; never empty. Those behind the first one broke later by themselves, or may as well have been
    /// first, where the certainty says so.
    QList<CauseCandidate> candidates;
    /// Ranks that only followed, in order.
    QList<int> followers;
    Certainty certainty = Certainty::Told;

    const CauseCandidate &first() const { return candidates.first(); }
    bool isTie() const { return certainty == Certainty::Tied && candidates.size() > 1; }
    bool operator==(const FirstCause &) const = default;
};

QString toWord(FirstCause::Certainty certainty);
std::optional<FirstCause::Certainty> certaintyFromWord(QStringView word);

} // namespace Roost
