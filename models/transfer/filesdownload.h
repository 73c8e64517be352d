// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/longwork.h"
#include "models/transfer/download.h"

#include <memory>

namespace Roost::Transfer {

/// A file to fetch and where below the folder it goes, with '/' between folders.
struct FileToDownload
{
    QString path; // relative to the run, or to the model
    QString target;
    qint64 size = -1;
};

/// Files fetched into a folder, one after the other, as one piece of work that can be canceled. What is already
/// complete stays when it is; it ends at the first error. A child of the work it reports to.
class FilesDownload : public QObject
{
    Q_OBJECT
public:
    /// Asked for each file when its turn comes: addresses expire while big files before it are fetched.
    using Address = std::function<Future<FileRef>(const QString &path)>;

    /// `history` must outlive it.
    FilesDownload(RunHistory *history, Address address, const QString &folder, Items::LongWork *work);

    /// Once. `total` in bytes, -1 where it is not known.
    void start(const QList<FileToDownload> &files, qint64 total);
    void cancel();

private:
    void next();
    void report();
    void ended();

    RunHistory *m_history;
    Address m_address;
    QString m_folder;
    Items::LongWork *m_work;
    QList<FileToDownload> m_files;
    qsizetype m_at = 0;
    qint64 m_before = 0;
    qint64 m_total = -1;
    std::unique_ptr<Download> m_download;
};

/// Fetches files of a run into `folder`. `history` must outlive the work.
std::shared_ptr<Items::LongWork> downloadFiles(RunHistory *history, const QString &runId,
                                               const QList<FileToDownload> &files, const QString &folder,
                                               const QString &title);

} // namespace Roost::Transfer
