// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logpool.h"

#include "models/logs/logreader.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

constexpr auto FallbackPace = 150ms;
// That many looks cost a fraction of a millisecond where nothing has changed.
constexpr qsizetype LooksAtOnce = 150;
// Between two turns who waits for lines on the screen is served.
constexpr auto Turn = 2ms;
constexpr int MostThreads = 4;

} // namespace

LogWorker::LogWorker()
    : m_watch(this)
    , m_timer(this)
{
    m_timer.setInterval(FallbackPace);
    connect(&m_timer, &QTimer::timeout, this, &LogWorker::lookAtSome);
    connect(&m_watch, &FolderWatch::changed, this, &LogWorker::changed);
}

void LogWorker::follow(LogReader *reader)
{
    if (std::ranges::contains(m_followed, reader, &Followed::reader))
        return;
    const QByteArray path = QFile::encodeName(reader->path());
    m_followed.append({reader, path, m_watch.add(path)});
    m_byPath.insert(path, reader);
    if (!m_timer.isActive())
        m_timer.start();
}

void LogWorker::leave(LogReader *reader)
{
    const auto found = std::ranges::find(m_followed, reader, &Followed::reader);
    if (found == m_followed.end())
        return;
    if (found->isWatched)
        m_watch.remove(found->path);
    m_byPath.remove(found->path, reader);
    m_followed.erase(found);
    if (m_followed.isEmpty())
        m_timer.stop();
}

void LogWorker::forget(LogReader *reader)
{
    leave(reader);
    m_queue.removeOne(reader);
}

void LogWorker::wake(LogReader *reader)
{
    if (!reader->isQueued) {
        reader->isQueued = true;
        m_queue.append(reader);
    }
    if (m_working)
        return;
    m_working = true;
    QMetaObject::invokeMethod(this, &LogWorker::work, Qt::QueuedConnection);
}

void LogWorker::changed(const QByteArray &path)
{
    if (path.isNull()) {
        for (const Followed &one : std::as_const(m_followed))
            wake(one.reader);
        return;
    }
    const auto readers = m_byPath.values(path);
    for (LogReader *reader : readers)
        wake(reader);
}

// Of many logs each in its turn: what the timer costs is bounded.
void LogWorker::lookAtSome()
{
    const auto count = std::min(LooksAtOnce, m_followed.size());
    for (qsizetype i = 0; i < count; ++i) {
        m_next = (m_next + 1) % m_followed.size();
        Followed &one = m_followed[m_next];
        if (!one.isWatched)
            one.isWatched = m_watch.add(one.path); // its folder may be there now
        wake(one.reader);
    }
}

void LogWorker::work()
{
    m_working = false;
    const QDeadlineTimer end(Turn);
    while (!m_queue.isEmpty() && !end.hasExpired()) {
        LogReader *reader = m_queue.takeFirst();
        reader->isQueued = false;
        if (reader->look())
            wake(reader);
    }
    if (m_queue.isEmpty() || m_working)
        return;
    m_working = true;
    QMetaObject::invokeMethod(this, &LogWorker::work, Qt::QueuedConnection);
}

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
        // What waits in its queue is dropped; the turn it is in takes milliseconds.
        thread.quit();
        thread.wait();
    }

    QThread thread;
    LogWorker *worker; // lives on the thread and dies there
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
