// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logpool.h"

#include "models/logs/file/logreader.h"
#include "models/logs/file/logworker.h"

#include <QThread>

#include <algorithm>
#include <mutex>

namespace Roost::Logs {

namespace {

constexpr int MostThreads = 4;

} // namespace

struct LogPool::Thread
{
    Thread()
        : worker(new LogWorker)
    {
        worker->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
        thread.setObjectName(QStringLiteral("log reader"));
        thread.start();
    }
    ~Thread()
    {
        // Queued readers are dropped; a running turn takes only milliseconds.
        thread.quit();
        thread.wait();
    }

    QThread thread;
    LogWorker *worker; // belongs to the thread, which deletes it
};

std::shared_ptr<LogPool> LogPool::shared()
{
    static std::mutex mutex;
    static std::weak_ptr<LogPool> one;
    const std::lock_guard lock(mutex);
    auto pool = one.lock();
    if (!pool) {
        pool = std::shared_ptr<LogPool>(new LogPool);
        one = pool;
    }
    return pool;
}

LogPool::LogPool()
{
    const int count = std::clamp(QThread::idealThreadCount(), 2, MostThreads);
    for (int i = 0; i < count; ++i)
        m_threads.push_back(std::make_unique<Thread>());
}

LogPool::~LogPool() = default;

LogReader *LogPool::makeReader()
{
    const auto least = std::ranges::min_element(
        m_threads, {}, [](const std::unique_ptr<Thread> &thread) { return thread->worker->load.load(); });
    LogWorker *worker = (*least)->worker;
    ++worker->load;
    auto *reader = new LogReader(worker);
    reader->moveToThread(&(*least)->thread);
    return reader;
}

void LogPool::release(LogReader *reader)
{
    --reader->worker()->load;
    reader->deleteLater();
}

} // namespace Roost::Logs
