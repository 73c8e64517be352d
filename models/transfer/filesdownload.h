// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/transfer/download.h"

#include <memory>

namespace Roost::Transfer {

/// A file to fetch and its path below the target folder, with '/' between folders.
struct FileToDownload
{
    QString path; // relative to the run, or to the model
    QString target;
    qint64 size = -1;
};

/// Files that are fetched into a folder, one after the other, as one piece of long work. It is a child of the work.
/// Files that are complete stay when the work is canceled or fails.
class FilesDownload : public QObject
{
    Q_OBJECT
public:
    /// Returns the address of a file; called when its turn comes, because addresses expire.
    using Address = std::function<Future<FileRef>(const QString &path)>;

    struct Options
    {
        bool replaces = true; // see Download::setReplacing()
        /// An error of one file does not keep the others from being fetched, unless the server is unreachable. The work
        /// fails at the end.
        bool skipsErrors = false;
    };

    /// `reader` outlives it.
    FilesDownload(FileReader *reader, Address address, const QString &folder, Items::LongWork *work);
    FilesDownload(FileReader *reader, Address address, const QString &folder, Items::LongWork *work, Options options);

    /// Call once. `total` is in bytes, -1 if it is not known.
    void start(const QList<FileToDownload> &files, qint64 total);
    void cancel();

Q_SIGNALS:
    /// One file is complete at `target`.
    void saved(const Roost::Transfer::FileToDownload &file, const QString &target, qint64 size);
    /// One file could not be fetched.
    void failed(const Roost::Transfer::FileToDownload &file, const Roost::Error &error);

private:
    void fetchNext();
    void report();
    void onFinished();
    void onError(const Error &error);

    FileReader *m_reader;
    Address m_address;
    QString m_folder;
    Items::LongWork *m_work;
    Options m_options;
    QList<FileToDownload> m_files;
    qsizetype m_at = 0;
    qint64 m_before = 0;
    qint64 m_total = -1;
    Error m_lastError; // of a file that was skipped
    std::unique_ptr<Download> m_download;
};

/// Fetches files of a run into `folder`. `history` and `reader` outlive the work.
std::shared_ptr<Items::LongWork> downloadFiles(RunHistory *history, FileReader *reader, const QString &runId,
                                               const QList<FileToDownload> &files, const QString &folder,
                                               const QString &title);

} // namespace Roost::Transfer
