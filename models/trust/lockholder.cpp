// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/lockholder.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Trust {

namespace {

constexpr qint64 longest = 8192;

// Only the holder has the file open. Trying to take the lock instead would make a service that starts at that moment
// fail.
bool hasOpen(qint64 pid, const struct stat &lock)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(pid));
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        struct stat open = {};
        if (::stat(QFile::encodeName(folder.filePath(name)).constData(), &open) == 0 && open.st_dev == lock.st_dev &&
            open.st_ino == lock.st_ino)
            return true;
    }
    return false;
}

// The kernel lists locks for all users, whereas the open files of a process are visible only to its user.
qint64 listedHolder(const struct stat &lock)
{
    QFile list(u"/proc/locks"_s);
    if (!list.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : list.readAll().split('\n')) {
        // Example: "7: FLOCK  ADVISORY  WRITE 4711 fe:01:1836 0 EOF"
        const auto words = line.simplified().split(' ');
        if (words.size() < 6 || words[1] != "FLOCK" || words[3] != "WRITE")
            continue;
        if (words[5].split(':').last().toULongLong() == lock.st_ino)
            return words[4].toLongLong();
    }
    return 0;
}

} // namespace

QString lockFileOf(const QString &workspaceFolder)
{
    return workspaceFolder + u"/.lock"_s;
}

std::optional<LockHolder> lockHolderOf(const QString &workspaceFolder)
{
    const QByteArray name = QFile::encodeName(lockFileOf(workspaceFolder));
    struct stat info = {};
    if (::lstat(name.constData(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    QFile file;
    const int fd = ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        const qint64 pid = listedHolder(info);
        return pid > 0 ? std::optional(LockHolder{pid, {}}) : std::nullopt;
    }
    if (!file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(fd);
        return std::nullopt;
    }
    const auto lines = file.read(longest).split('\n');
    const qint64 pid = lines.value(0).trimmed().toLongLong();
    if (pid < 1 || (!hasOpen(pid, info) && listedHolder(info) != pid))
        return std::nullopt;
    // The second line is trusted only if the file belongs to this user.
    return LockHolder{pid, info.st_uid == ::getuid() ? QFile::decodeName(lines.value(1)) : QString()};
}

} // namespace Roost::Trust
