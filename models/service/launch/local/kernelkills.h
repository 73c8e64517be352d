// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <optional>

namespace Roost::Service::Launch {

struct LaunchEvents;

/// The kernel's report that it killed a process because memory ran out.
struct KernelKill
{
    QDateTime time;
    qint64 pid = 0; // the kernel's number; processes in a container see another one
    QString words;
    bool operator==(const KernelKill &) const = default;
};

/// Returns the kill that a record of /dev/kmsg reports, with times relative to `boot`; nullopt if the record reports
/// something else.
std::optional<KernelKill> kernelKillIn(const QByteArray &record, const QDateTime &boot);

/// Returns all kills in the kernel's buffer, oldest first; empty if the buffer is not readable. Does not block.
QList<KernelKill> kernelKills();

/// A killed process: its number, and the time at which its end was noticed.
struct KilledProcess
{
    qint64 pid = 0;
    QDateTime ended;
};

/// Returns for each process the matching kill, or nullopt. A kill with the same number is preferred; otherwise a kill
/// at the same moment whose number belongs to none of the processes, because a rank may be the shell of the killed
/// process. No kill is returned twice.
QList<std::optional<KernelKill>> killsOf(QList<KernelKill> kills, const QList<KilledProcess> &processes);

/// Adds the kernel's words to the ranks of an ended run that were killed for lack of memory.
void addKernelKills(LaunchEvents &events);

} // namespace Roost::Service::Launch
