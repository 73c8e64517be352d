// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

namespace Roost {

/// What a line says about the rank that wrote it.
enum class Role {
    Broke,    // it broke by itself
    Followed, // another went away, or the launcher ended it
    Waited,   // it gave up waiting for others
    Launcher, // the launcher's word about a rank
};

/// What the table of patterns knows about a text.
struct Meaning
{
    CauseKind kind = CauseKind::Exception;
    Role role = Role::Broke;
    /// Ranks the text names: those waited for, or the one the launcher speaks of.
    QList<int> ranks;
    std::optional<int> signal;
    std::optional<int> exitCode;
};

/// The meaning of an exception, "Type: message"; nullopt for one of no known kind.
std::optional<Meaning> meaningOfException(const QString &text);

/// The meaning of a line that stands by itself, outside of a traceback. Most lines have none, and cost little.
std::optional<Meaning> meaningOfLine(QByteArrayView line);

/// How far a line says its writer is: the numbers after "step", "epoch" and their like, "epoch 2 step 40" is {2, 40}.
QList<qint64> progressIn(QByteArrayView line);

} // namespace Roost
