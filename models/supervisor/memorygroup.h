// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// The control group (cgroup v2) of this process, for what the kernel counts in it. A group that others are in says
/// nothing of a run: it is asked only where this process was alone in it when this was made, as in the step of a
/// cluster's job or a scope of systemd's.
class MemoryGroup
{
public:
    /// Where the groups are mounted and where a process finds its own; others in tests.
    explicit MemoryGroup(const QString &groups = QStringLiteral("/sys/fs/cgroup"),
                         const QString &own = QStringLiteral("/proc/self/cgroup"));

    bool isOwn() const { return !m_events.isEmpty(); }
    /// How many of its processes the kernel has ended for want of memory since it was made or last asked.
    int newKills();

private:
    qint64 kills() const;

    QString m_events; // the file; empty where it is not ours alone or not readable
    qint64 m_known = 0;
};

} // namespace Roost::Supervision
