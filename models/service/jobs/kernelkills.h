// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

#include <optional>

namespace Roost::Service {

/// A process that the kernel ended because memory ran out, in the kernel's own words.
struct KernelKill
{
    QDateTime time;
    QString words;
    bool operator==(const KernelKill &) const = default;
};

/// What a record of /dev/kmsg tells, whose times count from `boot`; nullopt where it is of something else.
std::optional<KernelKill> kernelKillIn(const QByteArray &record, const QDateTime &boot);

/// All that the kernel still remembers, oldest first; empty where it may not be asked. Never waits.
QList<KernelKill> kernelKills();

/// The one that goes with a process that ended at `ended`, or nullopt.
std::optional<KernelKill> killAt(const QList<KernelKill> &kills, const QDateTime &ended);

} // namespace Roost::Service
