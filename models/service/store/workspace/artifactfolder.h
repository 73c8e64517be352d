// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/run.h"
#include "models/files/containedfolder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Roost::Service::Store {

/// An entry of one level of an artifact list. `size` is 0 for folders.
struct ArtifactEntry
{
    QString path; // relative to the artifact root
    bool isFolder = false;
    qint64 size = 0;
    QDateTime modified; // UTC
    bool operator==(const ArtifactEntry &) const = default;
};

/// The files of a run (or of any folder of artifacts) under the names that clients use. A run's artifacts are in its
/// own folder, beside outputs/ and logs/. The service's own parts of that folder (snapshot, state) are not artifacts;
/// if a client writes a file under such a name, the file is stored below artifacts/, which the client does not notice.
///
/// All protocols access artifacts through this class, so that no path and no link leads out of the folder.
class ArtifactFolder
{
public:
    static ArtifactFolder ofRun(const WorkspaceFolder &workspace, const QString &runId);
    /// Returns the folder `below` a folder that contains only artifacts; if `below` is "", that folder itself.
    static ArtifactFolder at(Files::ContainedFolder folder, const QString &below = {});

    /// Returns the folders and files of one level by name; empty if `path` is a file, does not exist, or is a link that
    /// leads outside. "" is the top level. Linked folders are left out (they may form loops or lead outside), as are
    /// linked files outside. The error names the folder that cannot be read.
    Result<QList<ArtifactEntry>> level(const QString &path) const;
    /// Returns all files whose path starts with `prefix`, as Azure's artifact lists do, by name; at most `limit`. If a
    /// folder cannot be read, the result contains the folder, with a trailing '/' and the size -1; whyUnread() returns
    /// the reason. It is an error only if the topmost folder cannot be read.
    Result<QList<Artifact>> below(const QString &prefix, int limit = 100000) const;
    /// Returns why the folder of such an entry cannot be read; nullopt for any other path.
    std::optional<Error> whyUnread(const QString &path) const;

    /// Errors: NotFound, Rejected (invalid path, or a link that leads outside), Denied (the user has no access).
    Result<Files::FileFacts> facts(const QString &path) const;
    Result<std::unique_ptr<QFile>> open(const QString &path) const;
    Result<void> remove(const QString &path) const;
    /// The folder to which a file is written, and the path of the file in that folder.
    const Files::ContainedFolder &files() const { return m_files; }
    QString pathInFiles(const QString &path) const;

    /// Returns why a client may not give a file this name; empty if it may. Not allowed are "..", an absolute path or
    /// an empty name, even if only another system reads a backslash or a drive letter in this way.
    static QString whyNotAPath(const QString &path);
    /// Checks the name of a requested file; a file that a run wrote may have any name.
    QString whyNotNamed(const QString &path) const;
    /// Denied if the path leads to a run's own logs or to the service's own parts of the folder, also through a link:
    /// clients may not write or remove files there.
    Result<void> checkWritable(const QString &path) const;

private:
    ArtifactFolder(Files::ContainedFolder files, QString below, bool isRun)
        : m_files(std::move(files))
        , m_below(std::move(below))
        , m_isRun(isRun)
    {
    }
    bool isKept(const QString &name) const;
    Result<void> walk(const QString &folder, const QString &prefix, int limit, QList<Artifact> &found) const;
    Result<QList<ArtifactEntry>> entries(const QString &path) const;

    Files::ContainedFolder m_files;
    QString m_below;
    bool m_isRun;
};

} // namespace Roost::Service::Store
