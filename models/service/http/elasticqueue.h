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

/// A thread for each connection up to a limit, made when all others are busy and kept for the next one, which it waits
/// for some seconds: a connection is held by its thread for as long as it lives, so a fixed small pool would be
/// starved by long polls and kept-alive connections. Where the system gives no more threads, those there do the work.
class ElasticQueue final : public httplib::TaskQueue
{
public:
    struct Settings
    {
        std::size_t mostThreads = 400;
        /// Connections beyond this number that wait for a thread are refused.
        std::size_t mostWaiting = 1024;
        /// A thread ends after this time without work.
        std::chrono::milliseconds idle{20'000};
        /// Called when a connection waits and no thread is free: a silent connection should be ended.
        std::function<void()> makeRoom;
    };

    explicit ElasticQueue(Settings settings);
    ~ElasticQueue() override;

    /// False where the task will not be done: its connection is to be closed.
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
