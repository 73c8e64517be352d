// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <sys/types.h>

#include <optional>

namespace Roost::Process {

/// Identifies a process, as opposed to a later process with the same number.
struct ProcessKey
{
    pid_t pid = 0;
    /// The start of the process in clock ticks since boot.
    quint64 startTicks = 0;
    bool operator==(const ProcessKey &) const = default;
};

/// The key of the process that has the number now; nullopt if there is none.
std::optional<ProcessKey> processKey(pid_t pid);

/// Whether the process exists and is not a zombie.
bool isAlive(const ProcessKey &process);

/// Whether the process belongs to this user and has the file open. Any file can name any process; only the open
/// descriptor shows that the process owns the file.
bool hasOpen(const ProcessKey &process, const QString &file);

/// Identifies the current boot of the machine.
QString bootId();

/// All descendants, zombies included. The descendants of a subreaper include the orphans below it.
QList<ProcessKey> descendantsOf(pid_t ancestor);

/// Children of the process, zombies included, that are in another session than `session`.
QList<ProcessKey> childrenOutsideSession(pid_t parent, pid_t session);

/// The processes of a run or a tool of the service carry two marks: an environment variable ("NAME=value"), and a
/// number derived from it. The number is stored in the soft limit of realtime processor time (RLIMIT_RTTIME), where
/// it stands for more than a hundred thousand years. The number survives an empty environment, a new session and the
/// loss of the parent.
quint64 markNumber(const QByteArray &assignment);
/// Sets the number on this process; future descendants inherit it. May be called between fork and exec.
void bearMark(quint64 number);

/// Whether the process carries the mark of any run or tool of the service.
bool isMarked(const ProcessKey &process);

/// Processes of this user that carry the mark of the assignment, in any session or tree. The calling process is left
/// out.
QList<ProcessKey> processesMarked(const QByteArray &assignment);

/// Sends the signal to this process only, never to a later process with the same number.
void sendSignal(const ProcessKey &process, int signal);

/// Sends SIGKILL to all results of `processesMarked` until there are none; gives up after `timeoutMs`.
bool killMarked(const QByteArray &assignment, int timeoutMs = 10000);

} // namespace Roost::Process
