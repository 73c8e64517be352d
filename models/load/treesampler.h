// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/loadsample.h"
#include "models/process/processstat.h"

#include <QHash>

#include <chrono>

namespace Roost::Load {

/// Measures ranks with all their descendants. What descendants used that ended between two samples is counted: the
/// kernel adds it to the parent that waited for them.
class TreeSampler
{
public:
    using Clock = std::chrono::steady_clock;

    /// Call when the process of a rank has started. A rank has one process; another call replaces it.
    void add(int rank, const Process::ProcessKey &process);
    /// Call when the process has ended.
    void remove(int rank);
    bool isEmpty() const { return m_ranks.isEmpty(); }

    /// Returns the ranks in order, without their GPUs. Rates are means since the previous sample, or since `add`.
    QList<RankLoad> sample();
    /// Returns the rank whose process or descendant had the number at the last sample; -1 if there is none.
    int rankOf(pid_t pid) const;

private:
    /// What a process has used, including the descendants that were waited for.
    struct Used
    {
        quint64 ticks = 0;
        quint64 read = 0;
        quint64 written = 0;
        Used &operator+=(const Used &other);
    };

    struct Member
    {
        Process::ProcessKey key;
        pid_t parent = 0;
        int rank = -1;
        Used used;
    };

    struct Rank
    {
        Process::ProcessKey process;
        Clock::time_point since;
    };

    using Processes = QHash<pid_t, Process::ProcessStat>;

    int rankOf(const Processes &processes, QHash<pid_t, int> &known, pid_t pid) const;
    void measure(const Process::ProcessStat &stat, Member &member, RankLoad &load, QHash<int, qint64> &mapped) const;
    bool isLost(const QHash<pid_t, Member> &now, const Member &member) const;

    QMap<int, Rank> m_ranks;
    QHash<pid_t, Member> m_members; // at the last sample
};

} // namespace Roost::Load
