// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logworker.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

constexpr auto PollInterval = 150ms;
// Polling this number of unchanged files takes a fraction of a millisecond.
constexpr qsizetype PolledAtOnce = 150;
// After each period, requests for lines on the screen are handled.
constexpr auto Period = 2ms;

} // namespace

LogWorker::LogWorker()
    : m_watch(this)
    , m_timer(this)
{
    m_timer.setInterval(PollInterval);
    connect(&m_timer, &QTimer::timeout, this, &LogWorker::pollSome);
    connect(&m_watch, &FolderWatch::changed, this, &LogWorker::onChanged);
}

void LogWorker::follow(PieceReader *reader)
{
    if (std::ranges::contains(m_followed, reader, &Followed::reader))
        return;
    const QByteArray path = QFile::encodeName(reader->path());
    m_followed.append({reader, path, m_watch.add(path)});
    m_byPath.insert(path, reader);
    if (!m_timer.isActive())
        m_timer.start();
}

void LogWorker::unfollow(PieceReader *reader)
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

void LogWorker::remove(PieceReader *reader)
{
    unfollow(reader);
    m_queue.removeOne(reader);
}

void LogWorker::enqueue(PieceReader *reader)
{
    if (!reader->m_isQueued) {
        reader->m_isQueued = true;
        m_queue.append(reader);
    }
    scheduleTurns();
}

void LogWorker::scheduleTurns()
{
    if (!std::exchange(m_isScheduled, true))
        QMetaObject::invokeMethod(this, &LogWorker::readInTurns, Qt::QueuedConnection);
}

void LogWorker::onChanged(const QByteArray &path)
{
    if (path.isNull()) {
        for (const Followed &one : std::as_const(m_followed))
            enqueue(one.reader);
        return;
    }
    const auto readers = m_byPath.values(path);
    for (PieceReader *reader : readers)
        enqueue(reader);
}

// Polls some of the files in turn, so that the cost of the timer is limited.
void LogWorker::pollSome()
{
    const auto count = std::min(PolledAtOnce, m_followed.size());
    for (qsizetype i = 0; i < count; ++i) {
        m_next = (m_next + 1) % m_followed.size();
        Followed &one = m_followed[m_next];
        if (!one.isWatched)
            one.isWatched = m_watch.add(one.path); // its folder may exist now
        enqueue(one.reader);
    }
}

void LogWorker::readInTurns()
{
    m_isScheduled = false;
    const QDeadlineTimer end(Period);
    while (!m_queue.isEmpty() && !end.hasExpired()) {
        PieceReader *reader = m_queue.takeFirst();
        reader->m_isQueued = false;
        if (reader->readPiece())
            enqueue(reader);
    }
    if (!m_queue.isEmpty())
        scheduleTurns();
}

} // namespace Roost::Logs
