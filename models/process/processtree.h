// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processkey.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Roost::Process {

/// Returns the key of the process that currently has the number; nullopt if there is none.
std::optional<ProcessKey> processKey(pid_t pid);

/// Returns whether the process exists and is not a zombie.
bool isAlive(const ProcessKey &process);

/// Returns whether the process belongs to this user and has the file open. Any file can contain the number of any
/// process; only the open descriptor shows that the process owns the file.
bool hasOpen(const ProcessKey &process, const QString &file);

/// Returns an identifier of the machine's current boot.
QString bootId();

/// Returns all descendants, including zombies. The descendants of a subreaper include the orphans below it.
QList<ProcessKey> descendantsOf(pid_t ancestor);

/// Returns the children of the process, including zombies, that are in a session other than `session`.
QList<ProcessKey> childrenOutsideSession(pid_t parent, pid_t session);

/// Returns the number of the mark `assignment`. The processes of a run or a tool of the service have two marks: an
/// environment variable ("NAME=value"), and a number derived from it. The number is stored in the soft limit of
/// realtime processor time (RLIMIT_RTTIME), where it means more than a hundred thousand years. The number survives an
/// empty environment, a new session and the loss of the parent.
quint64 markNumber(const QByteArray &assignment);
/// Sets the number on this process; later descendants inherit it. May be called between fork and exec.
void bearMark(quint64 number);

/// Returns whether the process has the mark of any run or tool of the service.
bool isMarked(const ProcessKey &process);

/// Returns the processes of this user that have the mark of the assignment, in any session or tree, except the calling
/// process.
QList<ProcessKey> processesMarked(const QByteArray &assignment);

/// Sends the signal to this process only, never to a later process with the same number.
void sendSignal(const ProcessKey &process, int signal);

/// Sends SIGKILL to all processes that `processesMarked` returns until there are none; gives up after `timeoutMs`.
/// Returns whether none is left.
bool killMarked(const QByteArray &assignment, int timeoutMs = 10000);

} // namespace Roost::Process
