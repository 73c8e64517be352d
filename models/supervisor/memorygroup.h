// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// The control group (cgroup v2) of this process, for the events that the kernel counts in it. If the group contains
/// other processes, its counters do not describe the run. They are therefore used only if this process was alone in its
/// group at construction, as in the step of a cluster's job or in a systemd scope.
class MemoryGroup
{
public:
    /// `groups` is the mount point of the groups, `own` is the file that names the group of this process. Tests pass
    /// other paths.
    explicit MemoryGroup(const QString &groups = QStringLiteral("/sys/fs/cgroup"),
                         const QString &own = QStringLiteral("/proc/self/cgroup"));

    bool isOwn() const { return !m_events.isEmpty(); }
    /// Returns the number of processes of the group that the kernel has killed for lack of memory since construction or
    /// since the last call.
    int newKills();

private:
    qint64 kills() const;

    QString m_events; // path of the file; empty if the group is shared or not readable
    qint64 m_known = 0;
};

} // namespace Roost::Supervision
