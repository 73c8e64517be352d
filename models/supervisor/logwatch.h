// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/supervisor/timeindex.h"

#include <chrono>
#include <memory>
#include <vector>

namespace Roost::Supervision {

/// Writes the time marks of all logs of a run while the logs grow. A busy log costs 40 checks per second, an idle log
/// none.
class LogWatch
{
public:
    using Clock = std::chrono::steady_clock;

    LogWatch();
    ~LogWatch();
    LogWatch(const LogWatch &) = delete;
    LogWatch &operator=(const LogWatch &) = delete;

    /// Adds a log. `log` is an open descriptor of `file` and must outlive this object.
    void add(int log, const QString &file, const QString &indexFile);
    /// Returns the descriptor to poll for input; -1 if there is none.
    int descriptor() const;
    /// Returns the latest time at which `poll` must be called.
    Clock::time_point nextPoll() const;
    /// Call when the descriptor has input or `nextPoll` has passed.
    void poll();
    /// Writes the marks of all output that was written until now.
    void markAll();

private:
    std::vector<std::unique_ptr<TimeIndex>> m_indices;
    int m_changes = -1;
    Clock::time_point m_nextPoll;
};

} // namespace Roost::Supervision
