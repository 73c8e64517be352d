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

/// Returns the target of `path` of a run or model below `folder`; Rejected for a path that leads out of the folder.
/// Names are texts as defined in files/filename.h: the file gets the bytes that they represent.
Result<QString> downloadTarget(const QString &folder, const QString &path);

/// Downloads one file: fetches it in ranges into "<target>.part", verifies its size and, if the server reports it, its
/// MD5, and only then renames it to the target, which replaces a file of that name (see setReplacing). A later download
/// with the same target continues the part of a canceled or failed one, if the server still has the same content.
class Download : public QObject
{
    Q_OBJECT

public:
    enum class State { Waiting, Fetching, Done, Failed, Canceled };
    /// Returns a fresh URL; called at the start and whenever the last URL is refused.
    using Source = std::function<Future<FileRef>()>;

    /// `files` must outlive this object. Nothing happens before start().
    Download(FileReader *files, Source source, const QString &target, QObject *parent = nullptr);
    ~Download() override;

    /// Allowed in every state except Fetching; after a failure the download continues.
    void start();
    /// Stops the download. Keeps the part for a later start().
    void cancel();

    State state() const { return m_state; }
    QString target() const { return m_target; }
    /// The number of fetched bytes, and of all bytes; -1 if that is not known yet.
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    /// The reason, in State::Failed.
    const Error &error() const { return m_error; }

    /// Call before start(). If false, an existing target is kept, and the download ends with Conflict if the target's
    /// content differs.
    void setReplacing(bool replaces) { m_replaces = replaces; }

    /// The size of one request in bytes, and the delay before its first retry; tests set both to small values.
    void setChunkSize(qint64 bytes) { m_chunkSize = bytes; }
    void setRetryDelay(int milliseconds) { m_retryDelay = milliseconds; }

Q_SIGNALS:
    void progressed();
    /// Emitted once per start(), in state Done, Failed or Canceled.
    void finished();

private:
    void requestAddress();
    void read();
    void onChunk(const Chunk &chunk);
    void resume();
    void openPart(const Chunk &first);
    void restart();
    bool append(const QByteArray &data);
    void complete();
    void verify();
    void renameToTarget();
    void compareWithTarget();
    void failWithConflict();
    bool openFolder();
    bool targetExists() const;
    QString sideName(QLatin1StringView ending) const;
    void onError(const Error &error);
    void fail(const Error &error);
    void finish(State state);
    QString partName() const { return sideName(QLatin1StringView(".part")); }
    // The file that records which content the part belongs to.
    QString contentRecordName() const { return sideName(QLatin1StringView(".part.json")); }

    FileReader *m_files;
    Source m_source;
    QString m_target;
    /// The folder of the target. If Qt cannot represent its name, the path of the descriptor that opened it.
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
