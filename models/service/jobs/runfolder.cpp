// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/runfolder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

// Clients of Azure send no modes, and code that was sent before its mode changed is not sent again.
bool isProgram(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(4);
    file.close();
    return start.startsWith("#!") || start == "\x7f"
                                              "ELF";
}

Result<bool> copyFile(const QFileInfo &from, const QString &to)
{
    QFile::remove(to);
    QFile source(from.filePath());
    const bool copied = from.isSymLink() ? QFile::link(from.readSymLink(), to) : source.copy(to);
    if (!copied) {
        return failure(ErrorKind::Failed,
                       u"Cannot copy %1 into the run's folder: %2."_s.arg(from.filePath(), source.errorString()));
    }
    if (from.isSymLink())
        return true;
    auto mode = from.permissions() | QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (isProgram(source))
        mode |= QFileDevice::ExeOwner;
    QFile::setPermissions(to, mode);
    return true;
}

} // namespace

QStringList RunFolder::driverLogs(const Distribution &distribution, int processes) const
{
    const QString stem = path + u"/azureml-logs/70_driver_log"_s;
    if (distribution.type == Distribution::Type::None)
        return {stem + u".txt"_s};
    QStringList logs;
    for (int rank = 0; rank < processes; ++rank)
        logs += stem + u"_%1.txt"_s.arg(rank);
    return logs;
}

Result<bool> RunFolder::make() const
{
    const QDir folder(path);
    bool made = true;
    for (const QString &part : {u"snapshot"_s, u"azureml-logs"_s, u"logs"_s, u"outputs"_s, u"state"_s})
        made = folder.mkpath(part) && made;
    for (const QString &part : {u"logs"_s, u"outputs"_s}) {
        const QString link = snapshot() + u'/' + part;
        if (made && !QFileInfo(link).isSymLink())
            made = QFile::link(u"../"_s + part, link);
    }
    if (!made)
        return failure(ErrorKind::Failed,
                       u"Cannot make the run's folder %1. Is the disk full or read-only?"_s.arg(path));
    return true;
}

Result<bool> RunFolder::fill(const QString &codeFolder, const std::function<bool()> &isCanceled) const
{
    if (!QFileInfo(codeFolder).isDir())
        return failure(ErrorKind::NotFound, u"The code of the run is not there: %1."_s.arg(codeFolder));
    const QDir from(codeFolder);
    const QDir to(snapshot());
    QDirIterator all(codeFolder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        if (isCanceled())
            return failure(ErrorKind::Failed, u"Copying was stopped."_s);
        const QFileInfo entry = all.nextFileInfo();
        const QString relative = from.relativeFilePath(entry.filePath());
        if (entry.isDir() && !entry.isSymLink()) {
            if (!to.mkpath(relative))
                return failure(ErrorKind::Failed, u"Cannot make the folder %1."_s.arg(to.filePath(relative)));
        } else if (const auto copied = copyFile(entry, to.filePath(relative)); !copied) {
            return copied;
        }
    }
    return true;
}

Result<bool> RunFolder::remove() const
{
    if (!QFileInfo::exists(path))
        return true;
    const QFileInfo info(path);
    const QString waste = info.absolutePath() + u"/.trash-"_s + QUuid::createUuid().toString(QUuid::Id128);
    if (!QDir().rename(path, waste))
        return failure(ErrorKind::Failed, u"Cannot remove the run's folder %1."_s.arg(path));
    QDir(waste).removeRecursively();
    return true;
}

void RunFolder::clearWaste(const QString &runsFolder)
{
    const QDir folder(runsFolder);
    for (const QString &entry : folder.entryList({u".trash-*"_s}, QDir::Dirs | QDir::Hidden))
        QDir(folder.filePath(entry)).removeRecursively();
}

} // namespace Roost::Service
