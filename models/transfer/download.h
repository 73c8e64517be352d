// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/files/descriptor.h"

#include <QFile>
#include <QObject>
#include <QTimer>

#include <memory>

class QLockFile;
class QTimer;

namespace Roost::Transfer {

/// The target of `path` of a run or model below `folder`; Rejected for a path that leads out of the folder. Names are
/// texts as of files/filename.h: the file gets the bytes that they represent.
Result<QString> downloadTarget(const QString &folder, const QString &path);

/// The download of one file: fetched by ranges into "<target>.part", verified by size and, where the server states it,
/// MD5, and only then renamed to the target, which replaces a file of that name (see setReplacing). A later download
/// with the same target continues the part of a canceled or failed one, if the server still has the same content.
class Download : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Fetching, Done, Failed, Canceled };
    /// Returns a fresh address; called at the start and whenever the last address is refused.
    using Source = std::function<Future<FileRef>()>;

    /// `files` must outlive it. Nothing happens before start().
    Download(FileReader *files, Source source, const QString &target, QObject *parent = nullptr);
    ~Download() override;

    /// Allowed in every state but Fetching; after a failure the download continues.
    void start();
    /// Keeps the part for a later start().
    void cancel();

    State state() const { return m_state; }
    QString target() const { return m_target; }
    /// Bytes fetched, and in all; -1 while that is not known.
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    /// The reason in State::Failed.
    const Error &error() const { return m_error; }

    /// Allowed before start(). With false an existing target is kept; where its content differs, the download ends with
    /// Conflict.
    void setReplacing(bool replaces) { m_replaces = replaces; }

    /// Bytes of one request, and the delay before its first repetition; tests make both small.
    void setChunkSize(qint64 bytes) { m_chunkSize = bytes; }
    void setRetryDelay(int milliseconds) { m_retryDelay = milliseconds; }

Q_SIGNALS:
    void progressed();
    /// Once per start(): Done, Failed or Canceled.
    void finished();

private:
    void requestAddress();
    void read();
    void onChunk(const Chunk &chunk);
    void resume();
    void openPart(const Chunk &first);
    void restart();
    bool store(const QByteArray &data);
    void complete();
    void verify();
    void putInPlace();
    void compareWithTarget();
    void refuseTarget();
    bool openFolder();
    bool targetExists() const;
    QString sideName(QLatin1StringView ending) const;
    void onError(const Error &error);
    void fail(const Error &error);
    void finish(State state);
    QString partName() const { return sideName(QLatin1StringView(".part")); }
    // States of which content the part is a part.
    QString noteName() const { return sideName(QLatin1StringView(".part.json")); }

    FileReader *m_files;
    Source m_source;
    QString m_target;
    /// The folder of the target, or, where Qt cannot represent its name, the path of the descriptor that opened it.
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
    int m_retries = 0;
    int m_renewals = 0;
    int m_restarts = 0;
    bool m_hasOpened = false;
    bool m_replaces = true;
    QFile m_part;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QTimer> m_retry;
    PendingReply<FileRef> m_addressReply;
    PendingReply<Chunk> m_chunkReply;
    PendingReply<QByteArray> m_hashReply;
    PendingReply<QByteArray> m_targetHashReply;
};

} // namespace Roost::Transfer
