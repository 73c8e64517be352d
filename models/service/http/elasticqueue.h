// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <httplib.h>
#include <list>
#include <mutex>
#include <thread>

namespace Roost::Service::Http {

/// Uses one thread per connection, up to a limit. A thread is created when all others are busy, and waits some seconds
/// for the next connection before it ends. A connection occupies its thread until it is closed, so long polls and
/// kept-alive connections would exhaust a small fixed pool. If the system creates no more threads, the existing threads
/// do the work.
class ElasticQueue final : public httplib::TaskQueue
{
public:
    struct Settings
    {
        std::size_t mostThreads = 400;
        /// If this number of connections already waits, further connections are refused.
        std::size_t mostWaiting = 1024;
        /// A thread ends after this time without work.
        std::chrono::milliseconds idle{20'000};
        /// Called when a connection waits and no thread is free. The function should end a silent connection.
        std::function<void()> makeRoom;
    };

    explicit ElasticQueue(Settings settings);
    ~ElasticQueue() override;

    /// Returns false if the task will not run; the caller must then close its connection.
    bool enqueue(std::function<void()> task) override;
    void shutdown() override;

    std::size_t threads() const;

private:
    struct Worker
    {
        std::thread thread;
        bool isOver = false;
    };

    bool addThread();
    void work(Worker &self);
    void joinEnded();

    const Settings m_settings;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::list<Worker> m_workers;
    std::size_t m_idle = 0;
    bool m_ending = false;
    bool m_hasWarned = false;
};

} // namespace Roost::Service::Http
