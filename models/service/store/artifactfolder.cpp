// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/artifactfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {
constexpr int deepest = 64;
constexpr auto aside = "artifacts"_L1;

QString firstName(const QString &path)
{
    return path.section(u'/', 0, 0);
}

QString joined(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'/' + name;
}
} // namespace

ArtifactFolder ArtifactFolder::ofRun(const WorkspaceFolder &workspace, const QString &runId)
{
    return {workspace.run(runId), true};
}

ArtifactFolder ArtifactFolder::at(const QString &folder)
{
    return {folder, false};
}

bool ArtifactFolder::isKept(const QString &name) const
{
    return m_isRun && (name == "snapshot"_L1 || name == "state"_L1 || name == aside);
}

QString ArtifactFolder::file(const QString &path) const
{
    if (path.isEmpty())
        return m_root;
    if (isKept(firstName(path)))
        return m_root + u'/' + aside + u'/' + path;
    return m_root + u'/' + path;
}

QList<ArtifactEntry> ArtifactFolder::level(const QString &path) const
{
    QList<ArtifactEntry> entries;
    const auto take = [&entries, this](const QString &folder, const QString &name, const auto &unwanted) {
        const auto infos =
            QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::NoSort);
        for (const QFileInfo &info : infos) {
            if (info.isSymLink() && (info.isDir() || !staysBelow(info.filePath(), m_root)))
                continue;
            if (!unwanted(info.fileName()))
                entries.append({joined(name, info.fileName()), info.isDir(), info.isDir() ? 0 : info.size()});
        }
    };
    if (path.isEmpty()) {
        take(m_root, path, [this](const QString &name) { return isKept(name); });
        if (m_isRun)
            take(m_root + u'/' + aside, path, [this](const QString &name) { return !isKept(name); });
    } else if (staysBelow(file(path), m_root)) {
        take(file(path), path, [](const QString &) { return false; });
    }
    std::ranges::sort(entries, {}, &ArtifactEntry::path);
    return entries;
}

QList<Artifact> ArtifactFolder::below(const QString &prefix, int limit) const
{
    QList<Artifact> found;
    // Only the folder the prefix ends in is walked; its last part may be half a name.
    walk(prefix.section(u'/', 0, -2), prefix, 0, limit, found);
    std::ranges::sort(found, {}, &Artifact::path);
    return found;
}

void ArtifactFolder::walk(const QString &folder, const QString &prefix, int depth, int limit,
                          QList<Artifact> &found) const
{
    if (depth > deepest)
        return;
    const auto entries = level(folder);
    for (const ArtifactEntry &entry : entries) {
        if (found.size() >= limit)
            return;
        if (!entry.path.startsWith(prefix) && !prefix.startsWith(entry.path + u'/'))
            continue;
        if (entry.isFolder) {
            walk(entry.path, prefix, depth + 1, limit, found);
            continue;
        }
        const QFileInfo info(file(entry.path));
        found.append({entry.path, entry.size, info.lastModified().toUTC()});
    }
}

QString ArtifactFolder::whyNotAPath(const QString &path)
{
    if (path.startsWith(u'/') || path.contains(u'\\') || (path.size() > 1 && path.at(1) == u':'))
        return u"Invalid path: \"%1\" is not relative to the artifact root."_s.arg(path);
    if (path.contains(QChar(u'\0')))
        return u"Invalid path: it holds a zero character."_s;
    for (const QString &part : path.split(u'/')) {
        if (part == ".."_L1 || part == "."_L1 || (part.isEmpty() && !path.isEmpty()))
            return u"Invalid path: \"%1\" holds an empty name, \".\" or \"..\"."_s.arg(path);
    }
    return {};
}

bool staysBelow(const QString &file, const QString &root)
{
    const QString realRoot = QFileInfo(root).canonicalFilePath();
    if (realRoot.isEmpty())
        return true; // nothing is there yet, so no link either
    QString probe = file;
    while (!QFileInfo::exists(probe) && !QFileInfo(probe).isSymLink() && probe.size() > root.size())
        probe = probe.left(probe.lastIndexOf(u'/'));
    const QString real = QFileInfo(probe).canonicalFilePath();
    return real == realRoot || real.startsWith(realRoot + u'/');
}

struct IncomingFile::Private
{
    QString target;
    QTemporaryFile file;
    bool open = false;
    bool failed = false;
};

IncomingFile::IncomingFile(const WorkspaceFolder &workspace, QString target)
    : d(std::make_unique<Private>())
{
    d->target = std::move(target);
    d->file.setFileTemplate(workspace.uploads() + u"/XXXXXXXX"_s);
    d->open = d->file.open();
}

IncomingFile::~IncomingFile() = default;

bool IncomingFile::write(QByteArrayView piece)
{
    if (!d->open || d->failed || d->file.write(piece.constData(), piece.size()) != piece.size())
        d->failed = true;
    return !d->failed;
}

Result<void> IncomingFile::finish()
{
    if (!d->open || d->failed || !d->file.flush()) {
        return failure(ErrorKind::Failed, u"%1 cannot be written: %2."_s.arg(d->target, d->file.errorString()));
    }
    const QString folder = QFileInfo(d->target).path();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Conflict,
                       u"The folder %1 cannot be made; a file of that name is there."_s.arg(folder));
    d->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    // rename(2) replaces what is there in one step, which QFile::rename does not.
    if (std::rename(QFile::encodeName(d->file.fileName()).constData(), QFile::encodeName(d->target).constData()) != 0) {
        return failure(ErrorKind::Conflict, u"%1 cannot be written: a folder of that name is there."_s.arg(d->target));
    }
    d->file.setAutoRemove(false);
    return {};
}

} // namespace Roost::Service
