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

/// The files of a run (or of any folder of artifacts) as clients name them. A run's artifacts are in its own folder,
/// beside outputs/ and logs/. What the service itself keeps there (snapshot, state) is not an artifact; a client's file
/// of such a name is stored below artifacts/ instead, which the client does not notice.
///
/// All protocols access artifacts through this class, so that no path and no link leads out of the folder.
class ArtifactFolder
{
public:
    static ArtifactFolder ofRun(const WorkspaceFolder &workspace, const QString &runId);
    /// The folder `below` a folder that contains artifacts only; "" is the folder itself.
    static ArtifactFolder at(Files::ContainedFolder folder, const QString &below = {});

    /// One level, folders and files by name; empty if `path` is a file, absent or a link out. "" is the top. Linked
    /// folders are left out (they may lead in circles, or out), and linked files that lead outside. The error names the
    /// folder that cannot be read.
    Result<QList<ArtifactEntry>> level(const QString &path) const;
    /// All files below a prefix of names, as in Azure's artifact lists, by name; at most `limit`. A folder below that
    /// cannot be read is listed itself, with a '/' behind its name and size -1; whyUnread() gives the reason. The error
    /// is that of the first folder.
    Result<QList<Artifact>> below(const QString &prefix, int limit = 100000) const;
    /// Why the folder of such an entry cannot be read; empty for any other path.
    std::optional<Error> whyUnread(const QString &path) const;

    /// Errors: NotFound, Rejected (no path, or a link out), Denied (the user has no access).
    Result<Files::FileFacts> facts(const QString &path) const;
    Result<std::unique_ptr<QFile>> open(const QString &path) const;
    Result<void> remove(const QString &path) const;
    /// The folder and the path in it at which a file is written.
    const Files::ContainedFolder &files() const { return m_files; }
    QString pathInFiles(const QString &path) const;

    /// Why a client may not give a file this name, or empty: "..", an absolute path or an empty name, also where only
    /// another system reads a backslash or a drive letter so.
    static QString whyNotAPath(const QString &path);
    /// The same for a file that is requested: a file that a run wrote may have any name.
    QString whyNotNamed(const QString &path) const;
    /// Denied where the path leads to a run's own logs or to what the service keeps, also through a link: clients
    /// neither write nor remove there.
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
