// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/poller.h"

#include <QFile>
#include <QObject>

namespace Roost::Items {

/// Follows one log of a run by ranged reads: tells each byte once and in order, also into a local file where one
/// is wanted (for a LogDocument). A file that is not there yet is waited for.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    static constexpr Poller::Intervals quick{std::chrono::milliseconds(300), std::chrono::milliseconds(3000),
                                             std::chrono::milliseconds(20000), 1.3};

    /// `history` must outlive it. `path` is relative to the run: "azureml-logs/70_driver_log.txt".
    LogFollower(RunHistory *history, const QString &runId, const QString &path, QObject *parent = nullptr,
                Poller::Intervals pace = quick, std::unique_ptr<PollTimer> timer = eventLoopTimer());

    /// Allowed before start(): all that comes is written there too. A file that is there already is taken for the
    /// log's beginning and not fetched again.
    void setMirror(const QString &fileName);
    /// Allowed before start(): begins that many bytes before the log's end as it is then, at a line's begin.
    void setTail(qint64 bytes) { m_tail = bytes; }

    /// Allowed before settle(): tells what is there at the first answer and finishes, whoever goes on writing.
    void setOnce() { m_once = true; }

    void start();
    /// Reads no more; what is under way is dropped.
    void stop();
    /// The run has ended: reads to the end and tells finished().
    void settle();
    void setWatched(bool watched) { m_poller.setWatched(watched); }

    QString path() const { return m_path; }
    /// The first byte that was or will be told, and the next one.
    qint64 firstByte() const { return m_first; }
    qint64 offset() const { return m_offset; }
    /// Whether the log exists yet, as far as is known.
    bool isThere() const { return m_there; }
    /// Since the last answer; empty text when all is well.
    const Error &error() const { return m_error; }

Q_SIGNALS:
    void arrived(const QByteArray &bytes, qint64 offset);
    /// The log began anew on the other side (a retry); bytes come from 0 again.
    void restarted();
    /// error() has changed. It goes on trying unless finished() follows.
    void troubled();
    /// All of the log has been told, or it went wrong for good (then error() says why).
    void finished();

private:
    void ask(const std::function<void(Poller::Outcome)> &done);
    void readOn(const std::function<void(Poller::Outcome)> &done);
    void take(const Chunk &chunk, const std::function<void(Poller::Outcome)> &done);
    Poller::Outcome missed(const Error &error);
    Poller::Outcome atEnd(bool grew);
    void beginAnew();
    void skipToLine(Chunk &chunk);
    bool mirror(const QByteArray &bytes);
    void trouble(const Error &error);

    RunHistory *m_history;
    QString m_runId;
    QString m_path;
    FileRef m_file;
    QString m_etag;
    qint64 m_first = 0;
    qint64 m_offset = 0;
    qint64 m_tail = -1;
    qint64 m_end = -1; // with m_once: the size at the first answer
    bool m_once = false;
    bool m_cutLine = false;
    bool m_there = false;
    bool m_settling = false;
    bool m_lastRound = false; // the round in progress began after settle()
    bool m_grew = false;
    int m_refusals = 0;
    Error m_error;
    QFile m_mirror;
    PendingReply<QList<FileRef>> m_listing;
    PendingReply<FileRef> m_asking;
    PendingReply<Chunk> m_reading;
    Poller m_poller;
};

} // namespace Roost::Items
