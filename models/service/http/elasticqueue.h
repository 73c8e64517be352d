// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <vector>

namespace Roost::Service {

/// A thread for each connection up to a limit, made when all others are busy and kept for the next one: a
/// connection is held by its thread for as long as it lives, so a fixed small pool would be starved by
/// long polls and kept-alive connections.
class ElasticQueue final : public httplib::TaskQueue
{
public:
    explicit ElasticQueue(std::size_t mostThreads);
    ~ElasticQueue() override;

    bool enqueue(std::function<void()> task) override;
    void shutdown() override;

private:
    void work();

    const std::size_t m_mostThreads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_ending = false;
};

} // namespace Roost::Service
