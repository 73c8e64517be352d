// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

namespace Roost::Logs {

class LogReader;

/// The few threads that read all logs of the process, however many are open. They exist as long as at least one object
/// has the pool.
class LogPool
{
public:
    static std::shared_ptr<LogPool> shared();
    ~LogPool();
    LogPool(const LogPool &) = delete;
    LogPool &operator=(const LogPool &) = delete;

    /// Creates a reader on the thread with the fewest readers; return it with release().
    LogReader *makeReader();
    void release(LogReader *reader);

private:
    struct Thread;
    LogPool();

    std::vector<std::unique_ptr<Thread>> m_threads;
};

} // namespace Roost::Logs
