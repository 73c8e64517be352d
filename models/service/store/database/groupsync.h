// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace Roost::Service::Store {

/// Shares one sync of a file among all threads that wait for one. Thread-safe.
class GroupSync
{
public:
    /// `syncNow` is never called by two threads at once.
    explicit GroupSync(std::function<Result<void>()> syncNow)
        : m_syncNow(std::move(syncNow))
    {
    }

    /// Returns the result of a sync that began after this call. Either this thread runs it, or another one.
    Result<void> sync();

private:
    const std::function<Result<void>()> m_syncNow;
    std::mutex m_mutex;
    std::condition_variable m_finished;
    bool m_isRunning = false;
    quint64 m_newest = 0; // the number of the sync that began last
    quint64 m_done = 0;
    quint64 m_failed = 0; // the last one that failed
    Error m_failure;
};

} // namespace Roost::Service::Store
