// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/files/containedfolder.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QList>
#include <QString>

namespace Roost::Service::Blob {

/// The path of a blob on disk, which need not exist, and the permitted access.
struct BlobPlace
{
    Files::ContainedFolder folder;
    QString path; // relative to the folder
    bool writable = false;

    Result<Files::FileFacts> facts() const { return folder.facts(path); }
    Result<std::unique_ptr<QFile>> open() const { return folder.open(path); }
    bool isFile() const;
};

/// One entry of a container listing; `name` is the path in the container.
struct BlobEntry
{
    QString name;
    BlobPlace place;
    Files::FileFacts facts;
};

/// Checks that a blob name from a client is safe as a path below a folder on any system: segments are divided by '/',
/// none of them is empty, "." or "..", and there is no backslash, control character or drive. Returns an empty string
/// if the name is valid, else one sentence. Does not apply to files written by a run, which may have any name that the
/// file system accepts.
QString whyNotABlobPath(const QString &path);

/// The blob containers of a workspace and the folders behind them. Pure look-ups; safe from any thread.
///   azureml              ExperimentRun/dcid.<run>/<path>   the artifacts of runs (artifactplaces.h); read only
///   azureml-blobstore    models/<name>/<version>/...       models/..., read only
///                        anything else                     data/..., for clients that bring their own files
///   code                 <hash>/...                        code/..., read only
///   upload-<id>          ...                               .uploads/<id>/..., where a snapshot arrives
class BlobContainers
{
public:
    explicit BlobContainers(Store::WorkspaceStore &store);

    static QString artifacts() { return QStringLiteral("azureml"); }
    static QString blobStore() { return QStringLiteral("azureml-blobstore"); }
    static QString code() { return QStringLiteral("code"); }
    static QString upload(const QString &id) { return QStringLiteral("upload-") + id; }

    /// Finds the place of a blob. NotFound for an unknown container, Rejected for an unsafe path or a path that leaves
    /// the container through a link.
    Result<BlobPlace> place(const QString &container, const QString &path) const;
    /// Lists the blobs whose path starts with `prefix`, by name; at most `limit` of them, beginning after `after`.
    Result<QList<BlobEntry>> list(const QString &container, const QString &prefix, const QString &after = {},
                                  qsizetype limit = 5000) const;

    /// Returns the folder that receives the files of the upload. Rejected if the id is malformed.
    Result<Files::ContainedFolder> uploadFolder(const QString &id) const;
    /// Returns the folder for unfinished files, on the workspace's own file system.
    QString temporaryFolder() const;
    const Store::WorkspaceFolder &workspace() const { return m_store.folder(); }

    /// Returns the place of a run's artifact, which need not exist. Rejected for an impossible file name or a link out
    /// of the run's folder.
    Result<BlobPlace> artifact(const QString &runId, const QString &path) const;

private:
    Store::WorkspaceStore &m_store;
};

/// Computes the SHA-256, in hex, over the files of `folder` as Azure ML does (hash version 202208): over all files,
/// without ignore rules. Rejected for an empty folder.
Result<QString> contentHashOf(const Files::ContainedFolder &folder);

} // namespace Roost::Service::Blob
