// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/folderentries.h"

#include "models/files/descriptor.h"

#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Files {

namespace {

constexpr unsigned permissionBits = 07777;
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;

qint64 msOf(const struct statx_timestamp &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

std::optional<FileFacts> statOf(int folder, const char *name, int flags)
{
    struct statx found = {};
    if (::statx(folder, name, flags | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &found) != 0)
        return std::nullopt;
    FileFacts facts;
    facts.kind = S_ISREG(found.stx_mode)   ? FileKind::File
                 : S_ISDIR(found.stx_mode) ? FileKind::Folder
                 : S_ISLNK(found.stx_mode) ? FileKind::Link
                                           : FileKind::Other;
    facts.size = facts.isFile() ? qint64(found.stx_size) : 0;
    facts.modified = QDateTime::fromMSecsSinceEpoch(msOf(found.stx_mtime), QTimeZone::UTC);
    facts.device = (quint64(found.stx_dev_major) << 32) | found.stx_dev_minor;
    facts.inode = found.stx_ino;
    facts.bornMs = (found.stx_mask & STATX_BTIME) != 0 ? msOf(found.stx_btime) : 0;
    facts.mode = found.stx_mode & permissionBits;
    return facts;
}

Result<QList<FolderEntry>> entriesIn(int readable, const QString &named)
{
    const auto failed = [&named](int code) {
        return failure(code == EACCES || code == EPERM ? ErrorKind::Denied : ErrorKind::Failed,
                       u"The folder %1 cannot be read: %2."_s.arg(named, qt_error_string(code)));
    };
    if (readable < 0)
        return failed(errno);
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::fdopendir(readable), ::closedir);
    if (!folder) {
        const int code = errno;
        ::close(readable);
        return failed(code);
    }
    QList<FolderEntry> entries;
    while (true) {
        errno = 0;
        const dirent *entry = ::readdir(folder.get());
        if (!entry && errno != 0)
            return failed(errno);
        if (!entry)
            break;
        const QByteArray name(entry->d_name);
        if (name == "." || name == "..")
            continue;
        // An entry that was removed in the meantime is omitted.
        if (const auto facts = factsOf(::dirfd(folder.get()), name))
            entries.append({name, *facts});
    }
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
}

qint64 bytesIn(int folder)
{
    qint64 bytes = 0;
    const auto entries = entriesOf(folder);
    if (!entries)
        return 0;
    for (const FolderEntry &entry : *entries) {
        bytes += entry.facts.size;
        if (!entry.facts.isFolder())
            continue;
        if (const Descriptor below(::openat(folder, entry.name.constData(), folderFlags | O_NOFOLLOW)); below)
            bytes += bytesIn(below.get());
    }
    return bytes;
}

} // namespace

std::optional<FileFacts> factsOf(int descriptor)
{
    return statOf(descriptor, "", AT_EMPTY_PATH);
}

std::optional<FileFacts> factsOf(int folder, const QByteArray &name)
{
    return statOf(folder, name.constData(), AT_SYMLINK_NOFOLLOW);
}

Result<QList<FolderEntry>> entriesOf(int folder)
{
    return entriesIn(::openat(folder, ".", folderFlags), QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(folder)));
}

Result<QList<FolderEntry>> entriesOf(const QString &folder)
{
    return entriesIn(::open(QFile::encodeName(folder).constData(), folderFlags), folder);
}

qint64 bytesBelow(const QString &folder)
{
    const Descriptor opened(::open(QFile::encodeName(folder).constData(), folderFlags));
    return opened ? bytesIn(opened.get()) : 0;
}

} // namespace Roost::Files
