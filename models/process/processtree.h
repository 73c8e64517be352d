// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <sys/types.h>

#include <optional>

namespace Roost::Process {

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

/// What belongs to a run or tool of the service bears two marks: a variable of its environment ("NAME=value"), and a
/// number that stands for it where no empty environment, new session or lost parent sheds it: in the soft limit of
/// realtime processor time (RLIMIT_RTTIME), in which the number is more than a hundred thousand years.
quint64 markNumber(const QByteArray &assignment);
/// Lets this process, and all that come of it from now on, bear the number. Allowed between fork and exec.
void bearMark(quint64 number);

/// Whether it bears the mark of some run or tool of the service.
bool isMarked(const ProcessKey &process);

/// Of this user, that bear the mark of the assignment, in whatever session or tree they are. The asking process is left
/// out.
QList<ProcessKey> processesMarked(const QByteArray &assignment);

/// Never reaches another process that has the number by now.
void sendSignal(const ProcessKey &process, int signal);

/// SIGKILL to all that `processesMarked` finds, until none is found; gives up after `timeoutMs`.
bool killMarked(const QByteArray &assignment, int timeoutMs = 10000);

} // namespace Roost::Process
