// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

namespace Roost::Causes {

/// What a line shows about the rank that wrote it.
enum class LineRole {
    Broke,     // it failed by itself
    Followed,  // another rank was lost, or the launcher ended it
    Waited,    // it gave up waiting for other ranks
    Secondary, // a consequence of another failure in the same run; counts only if there is nothing else
    Launcher,  // a report of a launcher, shell or parent process about a process that it started
};

/// The entry of the table of patterns for a text.
struct Meaning
{
    CauseKind kind = CauseKind::Exception;
    LineRole role = LineRole::Broke;
    /// The ranks that the text names: those for which another rank waited, or those about which the launcher reports.
    QList<int> ranks;
    std::optional<int> signal;
    std::optional<int> exitCode;
    /// Whether a process was ended because memory ran out.
    bool killedForMemory = false;
};

/// Returns the meaning of an exception, "Type: message"; nullopt if no pattern matches.
std::optional<Meaning> meaningOfException(const QString &text);

/// Returns the meaning of a line outside of tracebacks. Most lines have none; these are rejected at little cost.
std::optional<Meaning> meaningOfLine(QByteArrayView line);

} // namespace Roost::Causes
