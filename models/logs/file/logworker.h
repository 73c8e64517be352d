// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/folderwatch.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <atomic>

namespace Roost::Logs {

/// What reads one file piece by piece, in turns with others on the same thread.
class PieceReader
{
public:
    virtual ~PieceReader() = default;
    virtual QString path() const = 0;
    /// Reads one piece of what is new; whether there is more.
    virtual bool readPiece() = 0;

private:
    friend class LogWorker;
    bool m_isQueued = false;
};

/// One of the threads that read logs, with what the logs on it share: the watch over their folders, and one timer for
/// file systems that report no changes. Readers take turns, one piece each, so that none waits long for another.
class LogWorker : public QObject
{
    Q_OBJECT

public:
    LogWorker();

    // For the readers of this thread, on this thread.
    /// Reads whenever the file changes, until unfollow().
    void follow(PieceReader *reader);
    void unfollow(PieceReader *reader);
    /// Queues the reader: there may be something to read.
    void enqueue(PieceReader *reader);
    /// Drops every reference to a reader that is about to be destroyed.
    void forget(PieceReader *reader);

    /// The number of readers on this thread; counted by LogPool.
    std::atomic_int load = 0;

private:
    struct Followed
    {
        PieceReader *reader = nullptr;
        QByteArray path;
        bool isWatched = false;
    };
    void onChanged(const QByteArray &path);
    void pollSome();
    void readInTurns();
    void scheduleTurns();

    FolderWatch m_watch;
    QTimer m_timer;
    QList<Followed> m_followed;
    QMultiHash<QByteArray, PieceReader *> m_byPath;
    qsizetype m_next = 0; // index in m_followed, for the timer
    QList<PieceReader *> m_queue;
    bool m_isScheduled = false;
};

} // namespace Roost::Logs
