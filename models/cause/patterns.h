// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

namespace Roost::Causes {

/// What a line says about the rank that wrote it.
enum class Role {
    Broke,    // it broke by itself
    Followed, // another went away, or the launcher ended it
    Waited,   // it gave up waiting for others
    Aside,    // a consequence of something else in the same run: it counts where nothing else is told
    Launcher, // the word of a launcher, a shell or a parent process about a process that it started
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
    /// The words say that memory ran out and something was killed for it.
    bool killedForMemory = false;
};

/// The meaning of an exception, "Type: message"; nullopt for one of no known kind.
std::optional<Meaning> meaningOfException(const QString &text);

/// The meaning of a line that stands by itself, outside of a traceback. Most lines have none, and cost little.
std::optional<Meaning> meaningOfLine(QByteArrayView line);

/// Which collective a rank was in, as the watchdog of NCCL says.
struct Collective
{
    qint64 sequence = -1;
    qint64 lastEnqueued = -1;
    QString operation;
    QString group; // of processes; empty where it is not told
};

/// Takes into `collective` what a line says of it.
void readCollective(QByteArrayView line, Collective &collective);

/// The rank that a line of PyTorch's own ("[Rank 3] Watchdog caught ...") names as its writer; -1 for none.
int rankInWords(QByteArrayView line);

/// The number of "SIGKILL", "Killed", "Segmentation fault" and their like in a text.
std::optional<int> signalNamed(QByteArrayView text);

/// How far a line says its writer is: the numbers after "step", "epoch" and their like, "epoch 2 step 40" is {2, 40}.
QList<qint64> progressIn(QByteArrayView line);

/// Whether a line says that its writer goes on: a step, a progress bar, another attempt.
bool saysItGoesOn(QByteArrayView line);

/// Whether a line belongs to the report of a launcher, or to what libraries say while all is torn down.
bool isTeardown(QByteArrayView line);

} // namespace Roost::Causes
