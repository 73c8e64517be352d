// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/files/descriptor.h"

#include <QFile>
#include <QObject>

#include <memory>

class QLockFile;
class QTimer;

namespace Roost::Transfer {

/// Where `path` of a run or model is put below `folder`; Rejected for a path that would leave the folder. The names in
/// it are texts of files/filename.h: the file gets the bytes they stand for.
Result<QString> downloadTarget(const QString &folder, const QString &path);

/// One file on its way here: fetched by ranges into "<target>.part", checked by size and, where the other side
/// tells it, MD5, and only then given its name, in place of a file that had it (see setReplacing). What a canceled or
/// broken one has fetched is taken up again by the next with the same target, if the other side still has the same
/// content.
class Download : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Fetching, Done, Failed, Canceled };
    /// Asked for a fresh address at the start and whenever the last one is refused.
    using Source = std::function<Future<FileRef>()>;

    /// `history` must outlive it. Nothing happens before start().
    Download(RunHistory *history, Source source, const QString &target, QObject *parent = nullptr);
    ~Download() override;

    /// Allowed in every state but Fetching; after a failure it goes on where it stood.
    void start();
    /// Keeps what was fetched for a later start.
    void cancel();

    State state() const { return m_state; }
    QString target() const { return m_target; }
    /// Bytes here, and in all; -1 while that is not known.
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    /// Why it failed.
    const Error &error() const { return m_error; }

    /// Allowed before start(). False: a file that has the target's name stays, and where its content is another one the
    /// download ends with Conflict.
    void setReplacing(bool replaces) { m_replaces = replaces; }

    /// Bytes of one request, and how long it waits before the first of its repeats; tests make both small.
    void setChunkSize(qint64 bytes) { m_chunkSize = bytes; }
    void setRetryDelay(int milliseconds) { m_retryDelay = milliseconds; }

Q_SIGNALS:
    void progressed();
    /// Once per start(): Done, Failed or Canceled.
    void finished();

private:
    void askAddress();
    void read();
    void take(const Chunk &chunk);
    void resume();
    void begin(const Chunk &first);
    void beginAnew();
    bool store(const QByteArray &data);
    void complete();
    void check();
    void putInPlace();
    void keepOther();
    void refuse();
    bool openFolder();
    bool targetExists() const;
    QString sideName(QLatin1StringView ending) const;
    void broken(const Error &error);
    void fail(const Error &error);
    void finish(State state);
    QString partName() const { return sideName(QLatin1StringView(".part")); }
    /// Says of what content the part is a part.
    QString noteName() const { return sideName(QLatin1StringView(".part.json")); }

    RunHistory *m_history;
    Source m_source;
    QString m_target;
    /// Where files beside the target are named: its folder, or, where Qt cannot name that, what the descriptor opened.
    QString m_folder;
    Files::Descriptor m_opened;
    State m_state = State::Waiting;
    Error m_error;
    FileRef m_file;
    QString m_etag;
    QByteArray m_md5;
    qint64 m_done = 0;
    qint64 m_total = -1;
    qint64 m_chunkSize = 4'000'000;
    int m_retryDelay = 1000;
    int m_misses = 0;
    int m_refusals = 0;
    int m_restarts = 0;
    bool m_begun = false;
    bool m_replaces = true;
    QFile m_part;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QTimer> m_retry;
    PendingReply<FileRef> m_asking;
    PendingReply<Chunk> m_reading;
    PendingReply<QByteArray> m_hashing;
    PendingReply<QByteArray> m_hashingOther;
};

} // namespace Roost::Transfer
