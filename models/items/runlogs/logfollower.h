// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/poller.h"

#include <QFile>
#include <QObject>

namespace Roost::Items {

/// Follows one log of a run by ranged reads: emits each byte once and in order, and writes it to a local file if one is
/// set (for a LogDocument). A log that does not exist yet is awaited.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    static constexpr Poller::Intervals quick{std::chrono::milliseconds(300), std::chrono::milliseconds(3000),
                                             std::chrono::milliseconds(20000), 1.3};

    /// `history` and `files` outlive it. `path` is relative to the run: "azureml-logs/70_driver_log.txt".
    LogFollower(RunHistory *history, FileReader *files, const QString &runId, const QString &path,
                QObject *parent = nullptr, Poller::Intervals intervals = quick,
                std::unique_ptr<PollTimer> timer = eventLoopTimer());

    /// Allowed before start(): all bytes are also written to that file. The content of an existing file counts as the
    /// beginning of the log and is not fetched again.
    void setMirror(const QString &fileName);
    /// Allowed before start(): begins that many bytes before the end that the log has then, at the start of a line.
    void setTail(qint64 bytes) { m_tail = bytes; }

    /// Allowed before finishAtEof(): emits the log as long as it is at the first answer and finishes, even if it grows.
    void setOnce() { m_once = true; }

    void start();
    /// Stops reading; the answer to a request in flight is dropped.
    void stop();
    /// Call when the run has ended: reads to the end of the log and emits finished().
    void finishAtEof();
    void setWatched(bool watched) { m_poller.setWatched(watched); }

    QString path() const { return m_path; }
    /// The position of the first byte that was or will be emitted, and of the next one.
    qint64 firstByte() const { return m_first; }
    qint64 offset() const { return m_offset; }
    /// Whether the log is known to exist.
    bool exists() const { return m_exists; }
    /// The error since the last answer; empty text where there is none.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void arrived(const QByteArray &bytes, qint64 offset);
    /// The log was started again in the workspace (a retry): bytes follow from position 0.
    void restarted();
    /// error() has changed. Reading is retried unless finished() follows.
    void troubled();
    /// The whole log was emitted, or reading failed finally: then error() holds the reason.
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
    qint64 m_end = -1; // with m_once: the size of the log at the first answer
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
