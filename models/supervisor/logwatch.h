// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/supervisor/timeindex.h"

#include <chrono>
#include <memory>
#include <vector>

namespace Roost::Supervision {

/// Keeps the time marks of all logs of a run while they grow: a busy log costs 40 looks a second, an idle one none.
class LogWatch
{
public:
    using Clock = std::chrono::steady_clock;

    LogWatch();
    ~LogWatch();
    LogWatch(const LogWatch &) = delete;
    LogWatch &operator=(const LogWatch &) = delete;

    /// `log` is an open descriptor of `file` that outlives this object.
    void add(int log, const QString &file, const QString &indexFile);
    /// What to poll for input; -1 while there is nothing to poll.
    int descriptor() const;
    /// When to call `look` at the latest.
    Clock::time_point next() const;
    /// After the descriptor had something to tell or `next` has come.
    void look();
    /// Marks of all that was written up to now.
    void lookAtAll();

private:
    std::vector<std::unique_ptr<TimeIndex>> m_indices;
    int m_changes = -1;
    Clock::time_point m_nextLook;
};

} // namespace Roost::Supervision
