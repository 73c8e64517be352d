// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/containers.h"

#include "models/service/store/artifactfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

const QString runOrigin = u"ExperimentRun/dcid."_s;
const QString uploadPrefix = u"upload-"_s;

bool isPlainName(const QString &name)
{
    return whyNotABlobPath(name).isEmpty() && !name.contains(u'/');
}

Result<BlobPlace> below(const QString &root, const QString &path, bool writable)
{
    const QString file = root % u'/' % path;
    if (!staysBelow(file, root)) {
        return failure(ErrorKind::Rejected,
                       u"The blob %1 is a link out of its container. Copy the file instead of linking it."_s.arg(path));
    }
    return BlobPlace{file, writable};
}

// The deepest folder below `root` that all names with the prefix lie in: a workspace holds many snapshots.
QString startOf(const QString &root, const QString &named, const QString &prefix)
{
    const QString folder = prefix.startsWith(named) ? prefix.sliced(named.size()).section(u'/', 0, -2) : QString();
    const QString start = root % u'/' % folder;
    return whyNotABlobPath(folder).isEmpty() && staysBelow(start, root) ? start : root;
}

// Files below `root` as entries named `named` + relative path. Linked folders are not entered (they may be loops),
// linked files are taken while they stay inside.
void collect(const QString &root, const QString &named, const QString &prefix, QList<BlobEntry> &entries)
{
    QDirIterator walk(startOf(root, named, prefix), QDir::Files | QDir::Hidden | QDir::System,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo info = walk.fileInfo();
        const QString name = named % info.filePath().mid(root.size() + 1);
        if (!name.startsWith(prefix) || (info.isSymLink() && !staysBelow(info.filePath(), root)) || !info.isFile())
            continue;
        entries.append({name, info.filePath(), info.size(), info.lastModified().toUTC()});
    }
}

void sortByName(QList<BlobEntry> &entries)
{
    std::ranges::sort(entries, {}, &BlobEntry::name);
}

} // namespace

QString whyNotABlobPath(const QString &path)
{
    if (path.isEmpty())
        return u"The blob has no name."_s;
    if (path.size() > 1024)
        return u"The blob's name has more than 1024 characters."_s;
    if (path.contains(u'\\'))
        return u"The blob's name %1 holds a backslash; folders are divided by '/'."_s.arg(path);
    for (const QChar c : path) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return u"The blob's name holds a control character."_s;
    }
    for (const QString &part : path.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u"..")
            return u"The blob's name %1 is not a plain relative path."_s.arg(path);
        if (part.toUtf8().size() > 255)
            return u"A part of the blob's name is longer than 255 bytes."_s;
    }
    return {};
}

BlobContainers::BlobContainers(WorkspaceFolder workspace)
    : m_workspace(std::move(workspace))
{
}

QString BlobContainers::uploadFolder(const QString &id) const
{
    return m_workspace.uploads() % u'/' % id;
}

QString BlobContainers::temporaryFolder() const
{
    return m_workspace.uploads() % u"/.parts"_s;
}

Result<QString> BlobContainers::artifactFile(const QString &runId, const QString &path) const
{
    if (const QString why = whyNotABlobPath(path); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    if (!isPlainName(runId))
        return failure(ErrorKind::NotFound, u"The run %1 has no artifact %2."_s.arg(runId, path));
    const ArtifactFolder folder = ArtifactFolder::ofRun(m_workspace, runId);
    QString file = folder.file(path);
    if (!staysBelow(file, folder.root())) {
        return failure(
            ErrorKind::Rejected,
            u"The artifact %1 is a link out of the run's folder. Copy the file instead of linking it."_s.arg(path));
    }
    return file;
}

Result<BlobPlace> BlobContainers::place(const QString &container, const QString &path) const
{
    if (const QString why = whyNotABlobPath(path); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    if (container == artifacts()) {
        const QString id = path.section(u'/', 1, 1).mid(5);
        const QString rest = path.section(u'/', 2);
        if (!path.startsWith(runOrigin) || id.isEmpty() || rest.isEmpty())
            return failure(ErrorKind::NotFound, u"There is no blob %1 in %2."_s.arg(path, container));
        auto file = artifactFile(id, rest);
        if (!file)
            return std::unexpected(file.error());
        return BlobPlace{*file, false};
    }
    if (container == blobStore()) {
        if (path.startsWith(u"models/"_s))
            return below(m_workspace.models(), path.mid(7), false);
        return below(QString(m_workspace.path % u"/data"_s), path, true);
    }
    if (container == code())
        return below(m_workspace.code(), path, false);
    if (container.startsWith(uploadPrefix) && isPlainName(container)) {
        const QString folder = uploadFolder(container.mid(uploadPrefix.size()));
        if (QFileInfo(folder).isDir())
            return below(folder, path, true);
    }
    return failure(ErrorKind::NotFound, u"There is no blob container %1."_s.arg(container));
}

Result<QList<BlobEntry>> BlobContainers::list(const QString &container, const QString &prefix, const QString &after,
                                              qsizetype limit) const
{
    QList<BlobEntry> entries;
    if (container == artifacts()) {
        // Runs are walked one by one, so that a prefix that names a run reads only its folder.
        const QString id = prefix.startsWith(runOrigin) ? prefix.section(u'/', 1, 1).mid(5) : QString();
        const bool exact = prefix.count(u'/') > 1;
        const QStringList runs =
            exact ? QStringList{id}
                  : QDir(m_workspace.runs()).entryList({id + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &run : runs) {
            const QString named = runOrigin % run % u'/';
            const ArtifactFolder folder = ArtifactFolder::ofRun(m_workspace, run);
            const auto artifacts = folder.below(exact ? prefix.section(u'/', 2) : QString());
            for (const Artifact &artifact : artifacts) {
                const auto file = artifactFile(run, artifact.path);
                const QString name = named + artifact.path;
                if (!file || !name.startsWith(prefix))
                    continue;
                const QFileInfo info(*file);
                entries.append({name, *file, info.size(), info.lastModified().toUTC()});
            }
        }
    } else if (container == blobStore()) {
        collect(m_workspace.models(), u"models/"_s, prefix, entries);
        collect(QString(m_workspace.path % u"/data"_s), {}, prefix, entries);
    } else if (container == code()) {
        collect(m_workspace.code(), {}, prefix, entries);
    } else if (container.startsWith(uploadPrefix) && isPlainName(container) &&
               QFileInfo(uploadFolder(container.mid(uploadPrefix.size()))).isDir()) {
        collect(uploadFolder(container.mid(uploadPrefix.size())), {}, prefix, entries);
    } else {
        return failure(ErrorKind::NotFound, u"There is no blob container %1."_s.arg(container));
    }
    sortByName(entries);
    const auto first = std::ranges::upper_bound(entries, after, {}, &BlobEntry::name);
    return entries.mid(first - entries.begin(), limit);
}

Result<QString> contentHashOf(const QString &folder)
{
    QList<BlobEntry> files;
    collect(folder, {}, {}, files);
    if (files.isEmpty())
        return failure(ErrorKind::Rejected, u"No file was uploaded, so there is no code to register."_s);
    std::ranges::stable_sort(files, {}, [](const BlobEntry &entry) { return entry.name.toLower(); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(files.size()));
    for (const BlobEntry &entry : files)
        hash.addData(QByteArray('#' + entry.name.toUtf8() + '#' + QByteArray::number(entry.size)));
    for (const BlobEntry &entry : files) {
        QFile file(entry.file);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
            return failure(ErrorKind::Failed,
                           u"The uploaded file %1 could not be read: %2."_s.arg(entry.name, file.errorString()));
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace Roost::Service
