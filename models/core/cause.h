// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost {

/// The kinds of causes that end a run. Their words are stored as tags of runs and must not change.
enum class CauseKind {
    Exception, // a Python or C++ exception that fits no other kind
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
    RendezvousTimeout, // a rank that never joined
    Hang,              // a rank that the other ranks waited for until they timed out
    Crash,             // SIGSEGV and similar signals
    Killed,            // SIGKILL from an unknown sender
    MpiAbort,
    Exit,       // an exit code other than 0 without an error message
    EndedEarly, // exited with code 0 while the other ranks continued
    Interrupted,
    PeerLost, // another rank was lost first; it is not known which one
};

/// Returns the word of a kind, such as "missing-module".
QString toWord(CauseKind kind);
std::optional<CauseKind> causeKindFromWord(QStringView word);

/// A line of a log that shows the cause.
struct EvidenceLine
{
    /// Relative to the run, as in FileRef.
    QString path;
    /// Counted from 0; -1 if only the offset is known.
    qint64 line = -1;
    qint64 offset = 0;
    QString text;
    bool operator==(const EvidenceLine &) const = default;
};

/// A failure of one rank that may be the first cause.
struct CauseCandidate
{
    /// -1 if the rank is not known.
    int rank = -1;
    CauseKind kind = CauseKind::Exception;
    /// The exception class, such as "ValueError"; empty if the cause is not an exception.
    QString type;
    /// The program's message, on one line; may be empty.
    QString message;
    /// The exception that was raised because of this one, such as "RuntimeError: no data"; empty if there is none.
    QString surface;
    std::optional<int> exitCode;
    std::optional<int> signal;
    /// When the failure occurred; invalid if unknown.
    QDateTime time;
    QList<EvidenceLine> evidence;
    /// The index of the line in `evidence` that states the cause; -1 without evidence.
    int headline = -1;
    bool operator==(const CauseCandidate &) const = default;
};

/// The first cause of a run's end, as far as it is known.
struct FirstCause
{
    enum class Certainty {
        Told,           // its own message states the cause, and it was first
        Inferred,       // from the messages of the other ranks, or because the rank wrote nothing
        Tied,           // several candidates at the same time
        ClocksDisagree, // the times contradict the messages
    };

    /// The most likely candidate first; never empty. The others failed later independently or, if `certainty` is Tied,
    /// may have failed first.
    QList<CauseCandidate> candidates;
    /// The ranks that failed as a consequence, ascending.
    QList<int> followers;
    Certainty certainty = Certainty::Told;

    const CauseCandidate &first() const { return candidates.first(); }
    bool isTie() const { return certainty == Certainty::Tied && candidates.size() > 1; }
    bool operator==(const FirstCause &) const = default;
};

QString toWord(FirstCause::Certainty certainty);
std::optional<FirstCause::Certainty> certaintyFromWord(QStringView word);

} // namespace Roost
