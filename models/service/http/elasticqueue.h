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

/// One thread for each connection up to a limit. A thread is created when all others are busy, and waits some seconds
/// for the next connection before it ends. A connection occupies its thread for its whole life, so long polls and
/// kept-alive connections would starve a small fixed pool. If the system creates no more threads, the existing ones
/// do the work.
class ElasticQueue final : public httplib::TaskQueue
{
public:
    struct Settings
    {
        std::size_t mostThreads = 400;
        /// Connections beyond this number of waiting ones are refused.
        std::size_t mostWaiting = 1024;
        /// A thread ends after this time without work.
        std::chrono::milliseconds idle{20'000};
        /// Called when a connection waits and no thread is free; the callee should end a silent connection.
        std::function<void()> makeRoom;
    };

    explicit ElasticQueue(Settings settings);
    ~ElasticQueue() override;

    /// False if the task will not run; the caller must close its connection.
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
    bool m_shortageTold = false;
};

} // namespace Roost::Service::Http
