// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <sys/types.h>

#include <optional>

namespace Roost::Service {

/// A process as it can be told from a later one that got the same number.
struct ProcessKey
{
    pid_t pid = 0;
    /// Clock ticks since boot at which it was started.
    quint64 startTicks = 0;
    bool operator==(const ProcessKey &) const = default;
};

/// Of the process that has the number now; nothing where none has.
std::optional<ProcessKey> processKey(pid_t pid);

/// Whether it is there and no zombie.
bool isAlive(const ProcessKey &process);

/// Whether it is this user's and has that file open. A file can name any process; only the process itself shows that
/// the file is its own.
bool hasOpen(const ProcessKey &process, const QString &file);

/// This boot of the machine.
QString bootId();

/// Children, their children and so on, zombies included; those of a subreaper include what was orphaned below it.
QList<ProcessKey> descendantsOf(pid_t ancestor);

/// Children of the process, zombies included, that are in another session than that.
QList<ProcessKey> childrenOutsideSession(pid_t parent, pid_t session);

/// Whether its environment says that it belongs to some run or tool of the service.
bool isMarked(const ProcessKey &process);

/// Of this user, whose environment holds the assignment ("NAME=value"), in whatever session or tree they are.
/// The asking process is left out.
QList<ProcessKey> processesMarked(const QByteArray &assignment);

/// Never reaches another process that has the number by now.
void sendSignal(const ProcessKey &process, int signal);

/// SIGKILL to all that `processesMarked` finds, until none is found; gives up after `timeoutMs`.
bool killMarked(const QByteArray &assignment, int timeoutMs = 10000);

} // namespace Roost::Service
