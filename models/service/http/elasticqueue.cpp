// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/elasticqueue.h"

#include <QtLogging>

#include <algorithm>
#include <system_error>
#include <utility>

namespace Roost::Service::Http {

ElasticQueue::ElasticQueue(Settings settings)
    : m_settings(std::move(settings))
{
}

ElasticQueue::~ElasticQueue() = default;

bool ElasticQueue::enqueue(std::function<void()> task)
{
    joinEnded();
    bool isCrowded = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ending || m_tasks.size() >= m_settings.mostWaiting)
            return false;
        const bool needsThread = m_idle <= m_tasks.size();
        if (needsThread && !addThread()) {
            if (std::ranges::all_of(m_workers, &Worker::isOver))
                return false;
            isCrowded = true;
        }
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    if (isCrowded && m_settings.makeRoom)
        m_settings.makeRoom();
    return true;
}

// Call with the lock held. Returns false if the limit is reached or the system creates no more threads.
bool ElasticQueue::addThread()
{
    if (m_workers.size() >= m_settings.mostThreads)
        return false;
    Worker &worker = m_workers.emplace_back();
    try {
        worker.thread = std::thread([this, &worker] { work(worker); });
    } catch (const std::system_error &problem) {
        m_workers.pop_back();
        if (!m_hasWarned)
            qWarning("No thread for another connection beside %zu: %s", m_workers.size(), problem.what());
        m_hasWarned = true;
        return false;
    }
    return true;
}

void ElasticQueue::joinEnded()
{
    std::list<Worker> ended;
    {
        const std::scoped_lock lock(m_mutex);
        for (auto it = m_workers.begin(); it != m_workers.end();) {
            const auto next = std::next(it);
            if (it->isOver)
                ended.splice(ended.end(), m_workers, it);
            it = next;
        }
    }
    for (Worker &worker : ended)
        worker.thread.join();
}

void ElasticQueue::shutdown()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    for (Worker &worker : m_workers)
        worker.thread.join();
    m_workers.clear();
}

std::size_t ElasticQueue::threads() const
{
    const std::scoped_lock lock(m_mutex);
    return std::size_t(std::ranges::count(m_workers, false, &Worker::isOver));
}

void ElasticQueue::work(Worker &self)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        const bool isWanted = m_wake.wait_for(lock, m_settings.idle, [this] { return m_ending || !m_tasks.empty(); });
        --m_idle;
        if (!isWanted || m_tasks.empty()) {
            self.isOver = true;
            return;
        }
        const auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        try {
            task();
        } catch (const std::exception &problem) {
            qWarning("A connection of the service failed: %s", problem.what());
        }
        lock.lock();
    }
}

} // namespace Roost::Service::Http
