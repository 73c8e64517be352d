// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/foldertrust.h"

#include "models/core/words.h"
#include "models/core/workspacelayout.h"
#include "models/trust/knownworkspace.h"
#include "models/trust/socketowner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <grp.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Trust {

namespace {

/// The entries of the folder that are checked; everything else is below one of them.
constexpr std::array entries{WorkspaceLayout::DatabaseFile.data(),
                             "roost.db-wal",
                             "roost.db-shm",
                             "config.json",
                             ".lock",
                             "roostd.log",
                             "runs",
                             "environments",
                             "code",
                             "models",
                             ".uploads",
                             "artifacts",
                             "logged-models"};

/// Returns whether the group is the user's own, which most systems create: it has no other members.
bool isOwnGroup(gid_t group)
{
    std::vector<char> buffer(65536);
    struct group entry = {};
    struct group *found = nullptr;
    const QByteArray user = userName(::getuid()).toLocal8Bit();
    if (::getgrgid_r(group, &entry, buffer.data(), buffer.size(), &found) != 0 || !found || user != found->gr_name)
        return false;
    for (char **member = found->gr_mem; *member; ++member) {
        if (user != *member)
            return false;
    }
    return true;
}

/// Returns whether the path has an access control list with more entries than owner, group and others. The group bits
/// of its mode then apply to all users and groups of the list. The attribute consists of a header of 4 bytes and 8
/// bytes per entry.
bool hasAccessList(const QByteArray &path)
{
    return ::getxattr(path.constData(), "system.posix_acl_access", nullptr, 0) > 4 + 3 * 8;
}

/// `info` is the status of the target of the path.
bool mayOthersWrite(const QByteArray &path, const struct stat &info)
{
    return (info.st_mode & S_IWOTH) != 0 ||
           ((info.st_mode & S_IWGRP) != 0 && (!isOwnGroup(info.st_gid) || hasAccessList(path)));
}

/// Returns whether the user is the host's root, which is not mapped in the user namespace of a container.
bool isOutsideRoot(uid_t user)
{
    static const bool hasOwnTable = [] {
        QFile table(u"/proc/self/uid_map"_s);
        return table.open(QIODevice::ReadOnly) && table.readAll().simplified() != "0 0 4294967295";
    }();
    return hasOwnTable && user == 65534;
}

QString belongsTo(const QString &path, uid_t user)
{
    return Words::tr("%1 belongs to another user (%2).").arg(path, userName(user));
}

QString isOpen(const QString &path)
{
    return Words::tr("Other users may write to %1.").arg(path);
}

std::optional<QString> whyNotOurs(const QString &path)
{
    struct stat info = {};
    const QByteArray name = QFile::encodeName(path);
    if (::lstat(name.constData(), &info) != 0)
        return std::nullopt;
    if (info.st_uid != ::getuid())
        return belongsTo(path, info.st_uid);
    if (S_ISLNK(info.st_mode) && ::stat(name.constData(), &info) != 0)
        return std::nullopt;
    if (info.st_uid != ::getuid())
        return belongsTo(path, info.st_uid);
    return mayOthersWrite(name, info) ? std::optional(isOpen(path)) : std::nullopt;
}

std::optional<QString> whyNotTheFoldersOf(const QString &path)
{
    for (QString above = path; above != "/"_L1;) {
        above = QFileInfo(above).path();
        struct stat info = {};
        const QByteArray name = QFile::encodeName(above);
        if (::stat(name.constData(), &info) != 0)
            continue;
        if (info.st_uid != ::getuid() && info.st_uid != 0 && !isOutsideRoot(info.st_uid))
            return belongsTo(above, info.st_uid);
        if (mayOthersWrite(name, info) && (info.st_mode & S_ISVTX) == 0)
            return isOpen(above);
    }
    return std::nullopt;
}

/// Returns the path without links; for a missing path, its existing part.
QString canonical(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    const QString above = QFileInfo(info.absoluteFilePath()).path();
    return above == info.absoluteFilePath() ? above : QDir(canonical(above)).filePath(info.fileName());
}

std::optional<uid_t> ownerOf(const QString &folder)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(folder).constData(), &info) == 0 ? std::optional(info.st_uid) : std::nullopt;
}

} // namespace

std::optional<QString> whoElsePrepared(const QString &workspaceFolder)
{
    const QString folder = canonical(workspaceFolder);
    if (auto why = whyNotOurs(folder))
        return why;
    for (const char *entry : entries) {
        const QString path = folder + u'/' + QLatin1StringView(entry);
        if (auto why = whyNotOurs(path))
            return why;
        if (!QFileInfo(path).isSymLink())
            continue;
        if (auto why = whyNotTheFoldersOf(canonical(path)))
            return why;
    }
    return whyNotTheFoldersOf(folder);
}

std::optional<QString> whoElseWrote(const QString &file)
{
    if (auto why = whyNotOurs(file))
        return why;
    struct stat info = {};
    const QString folder = QFileInfo(file).absolutePath();
    // A file in a folder for all users, such as /tmp, belongs to its owner. A file in a folder of another user could
    // have been written by that user.
    if (::stat(QFile::encodeName(folder).constData(), &info) != 0 ||
        ((info.st_uid == 0 || isOutsideRoot(info.st_uid)) && (info.st_mode & S_ISVTX) != 0))
        return std::nullopt;
    return whyNotOurs(folder);
}

bool isOwn(const QString &path)
{
    struct stat info = {};
    const QByteArray name = QFile::encodeName(path);
    return ::lstat(name.constData(), &info) == 0 && info.st_uid == ::getuid() &&
           (S_ISLNK(info.st_mode) || !mayOthersWrite(name, info));
}

bool isTrusted(const QString &workspaceFolder)
{
    const QString folder = canonical(workspaceFolder);
    const auto said = KnownWorkspace::read(folder).trustedOwner;
    return said && said == ownerOf(folder);
}

Result<void> trustFolder(const QString &workspaceFolder)
{
    const QString folder = canonical(workspaceFolder);
    auto known = KnownWorkspace::read(folder);
    known.trustedOwner = ownerOf(folder);
    if (!known.trustedOwner)
        return failure(ErrorKind::NotFound, Words::tr("There is no folder %1.").arg(workspaceFolder));
    return known.write();
}

Result<void> checkTrust(const QString &workspaceFolder)
{
    const auto why = whoElsePrepared(workspaceFolder);
    if (!why || isTrusted(workspaceFolder))
        return {};
    return failure(
        ErrorKind::Denied,
        Words::tr("The workspace %1 was not opened: %2 Everyone who can write there can run commands as you. If "
                  "you trust them, allow it once: roostctl --workspace %1 --trust workspace show")
            .arg(workspaceFolder, *why));
}

} // namespace Roost::Trust
