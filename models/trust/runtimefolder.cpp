// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/runtimefolder.h"

#include "models/core/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Trust {

namespace {

constexpr qint64 longest = 65536;

/// Returns whether the file belongs to this user and others have no access.
bool isPrivate(const struct stat &info)
{
    return info.st_uid == ::getuid() && (info.st_mode & 077) == 0;
}

std::unexpected<Error> notOurs(const QString &folder)
{
    return failure(ErrorKind::Denied,
                   Words::tr("%1 is not a private folder of this user. Remove it, or set XDG_RUNTIME_DIR to a folder "
                             "that is.")
                       .arg(folder));
}

std::unexpected<Error> systemFailure(const QString &folder)
{
    return failure(
        ErrorKind::Failed,
        Words::tr("The folder %1 could not be created: %2.").arg(folder, QString::fromLocal8Bit(std::strerror(errno))));
}

} // namespace

QString runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return given.isEmpty() ? u"/tmp/roost-%1"_s.arg(::getuid()) : given + u"/roost"_s;
}

QString runtimeFile(const QString &workspaceFolder, const QString &ending)
{
    const QByteArray hash = QCryptographicHash::hash(workspaceFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return runtimeFolder() + u'/' + QString::fromLatin1(hash.first(16)) + u'.' + ending;
}

Result<void> makeRuntimeFolder()
{
    const QString folder = runtimeFolder();
    const QByteArray path = QFile::encodeName(folder);
    QDir().mkpath(QFileInfo(folder).path());
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return systemFailure(folder);
    // Uses a descriptor, so that the folder that is changed is the one that was checked.
    const int fd = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return notOurs(folder);
    struct stat info = {};
    const bool ours = ::fstat(fd, &info) == 0 && info.st_uid == ::getuid();
    const bool closed = ours && (isPrivate(info) || ::fchmod(fd, 0700) == 0);
    ::close(fd);
    if (!closed)
        return notOurs(folder);
    return {};
}

Result<QByteArray> readRuntimeFile(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    struct stat info = {};
    if (::lstat(QFile::encodeName(folder).constData(), &info) != 0)
        return failure(ErrorKind::NotFound, Words::tr("There is no file %1.").arg(file));
    if (!S_ISDIR(info.st_mode) || !isPrivate(info))
        return notOurs(folder);
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && errno != ELOOP)
        return failure(ErrorKind::NotFound, Words::tr("There is no file %1.").arg(file));
    QFile open;
    if (fd < 0 || ::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || !isPrivate(info) ||
        !open.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        if (fd >= 0)
            ::close(fd);
        return failure(ErrorKind::Denied, Words::tr("%1 is not a private file of this user. Remove it.").arg(file));
    }
    return open.read(longest);
}

} // namespace Roost::Trust
