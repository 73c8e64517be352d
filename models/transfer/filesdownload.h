// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/transfer/download.h"

#include <memory>

namespace Roost::Transfer {

/// A file to fetch, and its target path below the folder, with '/' as separator.
struct FileToDownload
{
    QString path; // relative to the run or to the model
    QString target;
    qint64 size = -1;
};

/// Fetches files into a folder, one after the other, as one LongWork, whose child it is. Files that are complete are
/// kept if the work is canceled or fails.
class FilesDownload : public QObject
{
    Q_OBJECT
public:
    /// Returns the URL of a file; called right before the file is fetched, because URLs expire.
    using Address = std::function<Future<FileRef>(const QString &path)>;

    struct Options
    {
        bool replaces = true; // see Download::setReplacing()
        /// If true, the other files are fetched after an error of one file, unless the server is unreachable. The work
        /// then fails at the end.
        bool skipsErrors = false;
    };

    /// `reader` must outlive this object.
    FilesDownload(FileReader *reader, Address address, const QString &folder, Items::LongWork *work);
    FilesDownload(FileReader *reader, Address address, const QString &folder, Items::LongWork *work, Options options);

    /// Call once. `total` is in bytes, -1 if it is not known.
    void start(const QList<FileToDownload> &files, qint64 total);
    void cancel();

Q_SIGNALS:
    /// Emitted when a file is complete at `target`.
    void saved(const Roost::Transfer::FileToDownload &file, const QString &target, qint64 size);
    /// Emitted when a file could not be fetched.
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
    Error m_lastError; // the error of a file that was skipped
    std::unique_ptr<Download> m_download;
};

/// Fetches files of a run into `folder`. `history` and `reader` must outlive the work.
std::shared_ptr<Items::LongWork> downloadFiles(RunHistory *history, FileReader *reader, const QString &runId,
                                               const QList<FileToDownload> &files, const QString &folder,
                                               const QString &title);

} // namespace Roost::Transfer
