// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/containedfolder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QList>
#include <QString>

namespace Roost::Service::Blob {

/// The path on disk of a blob, which need not exist, and the permitted access.
struct BlobPlace
{
    Files::ContainedFolder folder;
    QString path; // below the folder
    bool writable = false;

    Result<Files::FileFacts> facts() const { return folder.facts(path); }
    Result<std::unique_ptr<QFile>> open() const { return folder.open(path); }
    bool isFile() const;
};

/// One line of a container listing; `name` is the path in the container.
struct BlobEntry
{
    QString name;
    BlobPlace place;
    Files::FileFacts facts;
};

/// Checks a blob name from a client: it must be safe as a path below a folder on any system. Segments are divided by
/// '/', none of them empty, "." or "..", without backslash, control character or drive. Empty if the name is valid,
/// else one sentence. Files written by a run may have any name that the file system accepts.
QString whyNotABlobPath(const QString &path);

/// The blob containers of a workspace and the folders behind them. Pure look-ups; safe from any thread.
///   azureml              ExperimentRun/dcid.<run>/<path>   runs/<run>/<path>, the artifacts of runs; read only
///   azureml-blobstore    models/<name>/<version>/...       models/..., read only
///                        anything else                     data/..., for clients that bring their own files
///   code                 <hash>/...                        code/..., read only
///   upload-<id>          ...                               .uploads/<id>/..., where a snapshot arrives
class BlobContainers
{
public:
    explicit BlobContainers(Store::WorkspaceFolder workspace);

    static QString artifacts() { return QStringLiteral("azureml"); }
    static QString blobStore() { return QStringLiteral("azureml-blobstore"); }
    static QString code() { return QStringLiteral("code"); }
    static QString upload(const QString &id) { return QStringLiteral("upload-") + id; }

    /// NotFound for an unknown container, Rejected for an unsafe path or one that leaves the container by a link.
    Result<BlobPlace> place(const QString &container, const QString &path) const;
    /// Blobs whose path starts with `prefix`, by name; at most `limit` after `after`.
    Result<QList<BlobEntry>> list(const QString &container, const QString &prefix, const QString &after = {},
                                  qsizetype limit = 5000) const;

    /// The folder that receives the files of the upload. Rejected if the id is malformed.
    Result<Files::ContainedFolder> uploadFolder(const QString &id) const;
    /// For unfinished files; on the workspace's own file system.
    QString temporaryFolder() const;
    const Store::WorkspaceFolder &workspace() const { return m_workspace; }

    /// The path of a run's artifact, which need not exist; Rejected for an impossible file name or a link out of the
    /// run's folder.
    Result<BlobPlace> artifact(const QString &runId, const QString &path) const;

private:
    Store::WorkspaceFolder m_workspace;
};

/// SHA-256 hex over the files of `folder` as Azure ML computes it (hash version 202208): all files, without ignore
/// rules. Rejected for an empty folder.
Result<QString> contentHashOf(const Files::ContainedFolder &folder);

} // namespace Roost::Service::Blob
