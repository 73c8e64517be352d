// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/elasticqueue.h"

namespace Roost::Service {

ElasticQueue::ElasticQueue(std::size_t mostThreads)
    : m_mostThreads(mostThreads)
{
}

ElasticQueue::~ElasticQueue() = default;

bool ElasticQueue::enqueue(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ending)
            return false;
        m_tasks.push_back(std::move(task));
        if (m_idle < m_tasks.size() && m_threads.size() < m_mostThreads)
            m_threads.emplace_back([this] { work(); });
    }
    m_wake.notify_one();
    return true;
}

void ElasticQueue::shutdown()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ElasticQueue::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        --m_idle;
        if (m_tasks.empty())
            return;
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace Roost::Service
