// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <optional>

namespace Roost::Service::Jobs {

/// A process that the kernel ended because memory ran out, in the kernel's own words.
struct KernelKill
{
    QDateTime time;
    qint64 pid = 0; // as the kernel counts: of a container's processes it is another than they see
    QString words;
    bool operator==(const KernelKill &) const = default;
};

/// What a record of /dev/kmsg tells, whose times count from `boot`; nullopt where it is of something else.
std::optional<KernelKill> kernelKillIn(const QByteArray &record, const QDateTime &boot);

/// All that the kernel still remembers, oldest first; empty where it may not be asked. Never waits.
QList<KernelKill> kernelKills();

/// A process that was killed: its number, and when it was seen to be gone.
struct KilledProcess
{
    qint64 pid = 0;
    QDateTime ended;
};

/// For each process the kill that goes with it, or nullopt. One of its number comes first; else one of the same
/// moment whose number is of none of them, as a rank may be the shell of what was killed. No kill is told twice.
QList<std::optional<KernelKill>> killsOf(QList<KernelKill> kills, const QList<KilledProcess> &processes);

} // namespace Roost::Service::Jobs
