// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/run.h"
#include "models/service/store/workspacefolder.h"

#include <QList>
#include <QString>

#include <memory>

namespace Roost::Service {

/// An entry of one level of an artifact list. `size` is 0 for folders.
struct ArtifactEntry
{
    QString path; // relative to the artifact root
    bool isFolder = false;
    qint64 size = 0;
    bool operator==(const ArtifactEntry &) const = default;
};

/// The files of a run (or of any folder of artifacts) as clients name them. A run's artifacts lie in its own
/// folder, beside outputs/ and logs/; what the service itself keeps there (snapshot, state) is none of them, and
/// a client's file of such a name lies below artifacts/ instead, unseen by the client.
class ArtifactFolder
{
public:
    static ArtifactFolder ofRun(const WorkspaceFolder &workspace, const QString &runId);
    /// A folder that holds nothing but artifacts.
    static ArtifactFolder at(const QString &folder);

    const QString &root() const { return m_root; }
    /// Where the artifact lies or would lie. Call it with a path that `whyNotAPath` finds fine.
    QString file(const QString &path) const;
    /// One level, folders and files by name; empty where `path` is a file or absent. "" is the top. Linked folders
    /// are left out (they may lead in circles, or out), linked files where they lie outside.
    QList<ArtifactEntry> level(const QString &path) const;
    /// All files below a prefix of names, as Azure's artifact lists have them, by name; at most `limit`.
    QList<Artifact> below(const QString &prefix, int limit = 100000) const;

    /// Empty, or why a client may not name this: "..", an absolute path, a backslash, a drive letter, an empty name.
    static QString whyNotAPath(const QString &path);

private:
    ArtifactFolder(QString root, bool isRun)
        : m_root(std::move(root))
        , m_isRun(isRun)
    {
    }
    bool isKept(const QString &name) const;
    void walk(const QString &folder, const QString &prefix, int depth, int limit, QList<Artifact> &found) const;

    QString m_root;
    bool m_isRun;
};

/// Whether the existing part of `file` lies below the folder `root` when links are followed.
bool staysBelow(const QString &file, const QString &root);

/// Writes a file beside its place and moves it there when it is whole; makes the folders on the way. Gone without
/// a trace when it is not finished.
class IncomingFile
{
public:
    /// `target` is where it shall be in the end.
    IncomingFile(const WorkspaceFolder &workspace, QString target);
    ~IncomingFile();
    IncomingFile(const IncomingFile &) = delete;
    IncomingFile &operator=(const IncomingFile &) = delete;

    /// False when the disk refuses; `finish` then says why.
    bool write(QByteArrayView piece);
    Result<void> finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service
