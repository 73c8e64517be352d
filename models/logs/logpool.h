// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/folderwatch.h"

#include <QList>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

namespace Roost::Logs {

class LogReader;

/// One of the threads that read logs, with what its logs share: the watch over their folders, and one timer for file
/// systems that tell nobody. Logs are read in turns, a piece each, so that none waits long for another.
class LogWorker : public QObject
{
    Q_OBJECT

public:
    LogWorker();

    /// For the readers of this thread, on this thread.
    void follow(LogReader *reader);
    void leave(LogReader *reader);
    /// There may be something to read.
    void wake(LogReader *reader);
    void forget(LogReader *reader);

    /// Readers that live here; counted by LogPool.
    std::atomic_int load = 0;

private:
    struct Followed
    {
        LogReader *reader = nullptr;
        QByteArray path;
        bool isWatched = false;
    };
    void changed(const QByteArray &path);
    void lookAtSome();
    void work();

    FolderWatch m_watch;
    QTimer m_timer;
    QList<Followed> m_followed;
    QMultiHash<QByteArray, LogReader *> m_byPath;
    qsizetype m_next = 0; // of m_followed, for the timer
    QList<LogReader *> m_queue;
    bool m_working = false;
};

/// The threads that read all logs of the process: a few, however many logs are open. They are there as long as
/// somebody holds the pool.
class LogPool
{
public:
    static std::shared_ptr<LogPool> shared();
    ~LogPool();
    LogPool(const LogPool &) = delete;
    LogPool &operator=(const LogPool &) = delete;

    /// A reader that lives on one of the threads; give it back with release().
    LogReader *makeReader();
    void release(LogReader *reader);

private:
    struct Thread;
    LogPool();

    std::vector<std::unique_ptr<Thread>> m_threads;
};

} // namespace Roost::Logs
