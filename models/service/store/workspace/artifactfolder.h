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

/// The files of a run (or of any folder of artifacts) as clients name them. A run's artifacts lie in its own
/// folder, beside outputs/ and logs/; what the service itself keeps there (snapshot, state) is none of them, and
/// a client's file of such a name lies below artifacts/ instead, unseen by the client.
///
/// All protocols reach artifacts through here, so that no path and no link leads out of the folder.
class ArtifactFolder
{
public:
    static ArtifactFolder ofRun(const WorkspaceFolder &workspace, const QString &runId);
    /// A folder `below` another that holds nothing but artifacts; "" is that folder itself.
    static ArtifactFolder at(Files::ContainedFolder folder, const QString &below = {});

    /// One level, folders and files by name; empty where `path` is a file, absent or a link out. "" is the top. Linked
    /// folders are left out (they may lead in circles, or out), linked files where they lie outside. The error says
    /// which folder cannot be read.
    Result<QList<ArtifactEntry>> level(const QString &path) const;
    /// All files below a prefix of names, as Azure's artifact lists have them, by name; at most `limit`. A folder below
    /// that cannot be read is listed itself, with a '/' behind its name and no size: what it holds is not told, and
    /// whoever asks for it is told why. The error is of the first folder.
    Result<QList<Artifact>> below(const QString &prefix, int limit = 100000) const;
    /// Why the folder of such an entry cannot be read; nothing for any other path.
    std::optional<Error> whyUnread(const QString &path) const;

    /// NotFound, Rejected (no path, or a link out), Denied (this user may not).
    Result<Files::FileFacts> facts(const QString &path) const;
    Result<std::unique_ptr<QFile>> open(const QString &path) const;
    Result<void> remove(const QString &path) const;
    /// Where a file that is written comes to lie.
    const Files::ContainedFolder &files() const { return m_files; }
    QString pathInFiles(const QString &path) const;

    /// Empty, or why a client may not give a file this name: "..", an absolute path or an empty name, also where
    /// another system reads a backslash or a drive letter as such.
    static QString whyNotAPath(const QString &path);
    /// The same for a file that is asked for: what a run wrote itself may be named as it is.
    QString whyNotNamed(const QString &path) const;
    /// Denied where the path leads to a run's own logs or to what the service keeps, through a link, too: clients
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

/// Writes a file beside its place and moves it there when it is whole; makes the folders on the way. Gone without
/// a trace when it is not finished.
class IncomingFile
{
public:
    /// `path` below `folder` is where it shall be in the end.
    IncomingFile(const WorkspaceFolder &workspace, Files::ContainedFolder folder, QString path);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    /// False when the disk refuses; `finish` then says why.
    bool write(QByteArrayView piece);
    Result<void> finish();
    /// Whether it failed because the disk, or the user's share of it, is full.
    bool isDiskFull() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Store
