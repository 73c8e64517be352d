// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/containedfolder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QList>
#include <QString>

namespace Roost::Service::Blob {

/// Where a blob is or would be on disk, and what may be done with it.
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

/// Names that a client may give a blob, safe as a path below a folder on any system: segments divided by '/', none of
/// them empty, "." or "..", no backslash, no control character, no drive. Empty when fine, else one sentence. What a
/// run wrote itself may have any name that a file can have.
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
    /// Blobs whose path starts with `prefix`, by name; at most `limit` behind `after`.
    Result<QList<BlobEntry>> list(const QString &container, const QString &prefix, const QString &after = {},
                                  qsizetype limit = 5000) const;

    /// Where the files of the upload arrive. Rejected where the id is none.
    Result<Files::ContainedFolder> uploadFolder(const QString &id) const;
    /// For files in the making; on the workspace's own file system.
    QString temporaryFolder() const;
    const Store::WorkspaceFolder &workspace() const { return m_workspace; }

    /// Where a run's artifact is or would be; Rejected for a path that no file can have or a link out of the run's
    /// folder.
    Result<BlobPlace> artifact(const QString &runId, const QString &path) const;

private:
    Store::WorkspaceFolder m_workspace;
};

/// SHA-256 hex over the files of `folder` as Azure ML computes it (hash version 202208): no ignore rules, all
/// that is there. Rejected for an empty folder.
Result<QString> contentHashOf(const Files::ContainedFolder &folder);

} // namespace Roost::Service::Blob
