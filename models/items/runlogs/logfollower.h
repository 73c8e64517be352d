// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/poller.h"

#include <QFile>
#include <QObject>

namespace Roost::Items {

/// Follows one log of a run by ranged reads: emits each byte once and in order, and writes it to a local file if one is
/// set (for a LogDocument). Waits for a log that does not exist yet.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    static constexpr Poller::Intervals quick{std::chrono::milliseconds(300), std::chrono::milliseconds(3000),
                                             std::chrono::milliseconds(20000), 1.3};

    /// `history` and `files` must outlive this object. `path` is relative to the run: "azureml-logs/70_driver_log.txt".
    LogFollower(RunHistory *history, FileReader *files, const QString &runId, const QString &path,
                QObject *parent = nullptr, Poller::Intervals intervals = quick,
                std::unique_ptr<PollTimer> timer = eventLoopTimer());

    /// Call before start(). All bytes are also written to the file `fileName`. If it exists, its content counts as the
    /// beginning of the log and is not fetched again.
    void setMirror(const QString &fileName);
    /// Call before start(). Begins `bytes` before the end of the log at that time, at the start of a line.
    void setTail(qint64 bytes) { m_tail = bytes; }

    /// Call before finishAtEof(). Emits the log up to its size at the first reply and finishes, even if it grows.
    void setOnce() { m_once = true; }

    void start();
    /// Stops reading; the reply to a request in flight is dropped.
    void stop();
    /// Call when the run has ended: reads to the end of the log and emits finished().
    void finishAtEof();
    void setWatched(bool watched) { m_poller.setWatched(watched); }

    QString path() const { return m_path; }
    /// The positions of the first byte that was or will be emitted, and of the next byte.
    qint64 firstByte() const { return m_first; }
    qint64 offset() const { return m_offset; }
    /// Returns whether the log is known to exist.
    bool exists() const { return m_exists; }
    /// The error since the last successful reply; its text is empty if there is none.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void arrived(const QByteArray &bytes, qint64 offset);
    /// Emitted when the log was restarted in the workspace (a retry). Bytes follow from position 0.
    void restarted();
    /// Emitted when error() has changed. Reading is retried unless finished() follows.
    void errorChanged();
    /// Emitted when the whole log was emitted, or when reading failed permanently; error() then contains the reason.
    void finished();

private:
    void request(const std::function<void(Poller::Outcome)> &done);
    void readOn(const std::function<void(Poller::Outcome)> &done);
    void onChunk(const Chunk &chunk, const std::function<void(Poller::Outcome)> &done);
    Poller::Outcome onError(const Error &error);
    Poller::Outcome atEnd(bool grew);
    void restart();
    void skipToLine(Chunk &chunk);
    bool mirror(const QByteArray &bytes);
    void setError(const Error &error);

    RunHistory *m_history;
    FileReader *m_files;
    QString m_runId;
    QString m_path;
    FileRef m_file;
    QString m_etag;
    qint64 m_first = 0;
    qint64 m_offset = 0;
    qint64 m_tail = -1;
    qint64 m_end = -1; // with m_once: the size of the log at the first reply
    bool m_once = false;
    bool m_cutLine = false;
    bool m_exists = false;
    bool m_finishing = false;
    bool m_lastRound = false; // the round in progress began after finishAtEof()
    bool m_grew = false;
    int m_renewals = 0;
    Error m_error;
    QFile m_mirror;
    PendingReply<QList<FileRef>> m_logsQuery;
    PendingReply<FileRef> m_fileQuery;
    PendingReply<Chunk> m_chunkQuery;
    Poller m_poller;
};

} // namespace Roost::Items
