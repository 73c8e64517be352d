// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/folderwatch.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <atomic>

namespace Roost::Logs {

/// Reads one file piece by piece, in turns with other readers on the same thread.
class PieceReader
{
public:
    virtual ~PieceReader() = default;
    virtual QString path() const = 0;
    /// Reads one piece of the new content. Returns whether there is more.
    virtual bool readPiece() = 0;

private:
    friend class LogWorker;
    bool m_isQueued = false;
};

/// One of the threads that read logs, and what its logs share: the watch of their folders, and one timer for file
/// systems that report no changes. Readers take turns, one piece each, so that no reader waits long for another.
class LogWorker : public QObject
{
    Q_OBJECT

public:
    LogWorker();

    // The functions below are called by the readers of this thread, on this thread.
    /// Reads whenever the file changes, until unfollow().
    void follow(PieceReader *reader);
    void unfollow(PieceReader *reader);
    /// Queues the reader, because there may be something to read.
    void enqueue(PieceReader *reader);
    /// Drops every reference to a reader that is about to be destroyed.
    void remove(PieceReader *reader);

    /// The number of readers on this thread, counted by LogPool.
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
