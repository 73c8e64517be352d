// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/runfolder.h"

#include "models/core/wholematch.h"
#include "models/core/wholewrite.h"
#include "models/files/containedfolder.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/files/removetree.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

namespace {

constexpr qint64 pieceBytes = 1 << 20;
const QString trash = u".trash-"_s;

// Returns whether the file with this start is a program. Azure clients do not send file modes, and they do not upload
// code again if only its mode has changed.
bool isProgram(const QByteArray &start)
{
    return start.startsWith("#!") || start.startsWith("\x7f"
                                                      "ELF");
}

Result<void> copyFile(const Files::ContainedFolder &from, const Files::ContainedFile &file,
                      const Files::ContainedFolder &to, const QString &target)
{
    const auto failed = [&file](const QString &why) {
        return failure(ErrorKind::Failed, u"Cannot copy %1 into the run's folder: %2"_s.arg(file.path, why));
    };
    // Removed first, so that a link with this name is replaced and its target is not overwritten.
    if (const auto removed = to.remove(target); !removed && removed.error().kind != ErrorKind::NotFound)
        return failed(removed.error().text);
    const auto source = from.open(file.path);
    if (!source)
        return failed(source.error().text);
    auto opened = to.openForWriting(target, O_WRONLY | O_CREAT | O_EXCL, (file.facts.mode & 0777) | S_IRUSR | S_IWUSR);
    if (!opened)
        return failed(opened.error().text);
    const int handle = opened->get();
    const auto copy = Files::fileOver(std::move(*opened), QIODevice::WriteOnly);
    for (bool isFirst = true;; isFirst = false) {
        const QByteArray piece = (*source)->read(pieceBytes);
        if (isFirst && isProgram(piece))
            static_cast<void>(::fchmod(handle, (file.facts.mode & 0777) | S_IRWXU));
        if (piece.isEmpty())
            break;
        if (!writeWhole(*copy, piece))
            return failed(copy->errorString() + u'.');
    }
    if ((*source)->error() != QFileDevice::NoError)
        return failed((*source)->errorString() + u'.');
    if (!flushWhole(*copy))
        return failed(copy->errorString() + u'.');
    return {};
}

} // namespace

QStringList RunFolder::driverLogs(const Distribution &distribution, int processes) const
{
    const QString stem = path + u"/azureml-logs/70_driver_log"_s;
    if (!distribution.isDistributed())
        return {stem + u".txt"_s};
    QStringList logs;
    for (int rank = 0; rank < processes; ++rank)
        logs += stem + u"_%1.txt"_s.arg(rank);
    return logs;
}

Result<void> RunFolder::create() const
{
    const Files::ContainedFolder folder(path);
    for (const QString &part : {u"snapshot"_s, u"azureml-logs"_s, u"logs"_s, u"outputs"_s, u"state"_s}) {
        if (const auto made = folder.makeFolder(part); !made) {
            return failure(
                ErrorKind::Failed,
                u"Cannot make the run's folder %1: %2 Is the disk full or read-only?"_s.arg(path, made.error().text));
        }
    }
    for (const QString &part : {u"logs"_s, u"outputs"_s}) {
        const QString link = snapshot() + u'/' + part;
        if (!QFileInfo(link).isSymLink() && !QFile::link(u"../"_s + part, link))
            return failure(ErrorKind::Failed, u"Cannot make the link %1."_s.arg(link));
    }
    return {};
}

Result<void> RunFolder::makeFolder(const QString &relative) const
{
    return Files::ContainedFolder(path).makeFolder(relative);
}

Result<void> RunFolder::copyCode(const QString &codeFolder, const std::function<bool()> &isCanceled) const
{
    const Files::ContainedFolder from(codeFolder);
    const Files::ContainedFolder to(path);
    if (!from.facts({}))
        return failure(ErrorKind::NotFound, u"The code of the run is missing: %1."_s.arg(codeFolder));
    QStringList folders{QString()};
    while (!folders.isEmpty()) {
        const auto level = from.level(folders.takeLast());
        if (!level)
            return std::unexpected(level.error());
        for (const Files::ContainedFile &entry : *level) {
            if (isCanceled())
                return failure(ErrorKind::Failed, u"Copying was stopped."_s);
            const QString target = u"snapshot/"_s + entry.path;
            if (entry.facts.isFolder())
                folders.append(entry.path);
            const auto done = entry.facts.isFolder() ? to.makeFolder(target) : copyFile(from, entry, to, target);
            if (!done)
                return std::unexpected(done.error());
        }
    }
    return {};
}

Result<void> RunFolder::remove() const
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return {};
    // Removing a link is as fast as renaming it, and its target does not belong to the run.
    const QString waste = info.absolutePath() + u'/' + trash + QUuid::createUuid().toString(QUuid::Id128);
    if (!info.isSymLink() && ::rename(QFile::encodeName(path).constData(), QFile::encodeName(waste).constData()) != 0)
        return failure(ErrorKind::Failed,
                       u"Cannot remove the run's folder %1: %2."_s.arg(path, qt_error_string(errno)));
    if (const auto removed = Files::removeTree(info.isSymLink() ? path : waste); !removed)
        qWarning("Of the run's folder %s something stays: %s", qUtf8Printable(path),
                 qUtf8Printable(removed.error().text));
    return {};
}

Result<QString> RunFolder::writeStacks(int rank, const QString &text, const QDateTime &time) const
{
    const QString file = u"logs/stacks_rank_%1_%2.txt"_s.arg(rank).arg(time.toString(u"yyyyMMddTHHmmss"_s));
    const QString head = u"Rank %1 at %2\n"_s.arg(rank).arg(time.toString(Qt::ISODate));
    auto opened = Files::ContainedFolder(path).openForWriting(file, O_WRONLY | O_CREAT | O_TRUNC);
    if (!opened)
        return std::unexpected(opened.error());
    const auto out = Files::fileOver(std::move(*opened), QIODevice::WriteOnly);
    if (!writeWhole(*out, (head + text).toUtf8()) || !flushWhole(*out))
        return failure(ErrorKind::Failed, u"Cannot write %1: %2."_s.arg(file, out->errorString()));
    return file;
}

void RunFolder::clearWaste(const QString &runsFolder)
{
    static const QRegularExpression rule = wholeMatch(u"\\.trash-[0-9a-f]{32}"_s);
    const auto entries = Files::entriesOf(runsFolder);
    for (const Files::FolderEntry &entry : entries.value_or(QList<Files::FolderEntry>())) {
        const QString name = Files::textOf(entry.name);
        if (!rule.match(name).hasMatch())
            continue;
        if (const auto removed = Files::removeTree(runsFolder + u'/' + name); !removed)
            qWarning("Of a removed run something stays: %s", qUtf8Printable(removed.error().text));
    }
}

} // namespace Roost::Service::Jobs
