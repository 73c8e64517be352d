// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/containedfolder.h"

#include "models/core/wholewrite.h"
#include "models/files/filename.h"
#include "models/files/openfile.h"
#include "models/files/removetree.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace Roost::Files {

namespace {

constexpr int mostLinks = 40; // the kernel's limit
constexpr int pathFlags = O_PATH | O_NOFOLLOW | O_CLOEXEC;

QByteArray linkTarget(int link)
{
    std::array<char, PATH_MAX> target{};
    const auto size = ::readlinkat(link, "", target.data(), target.size());
    return size > 0 ? QByteArray(target.data(), size) : QByteArray();
}

std::unexpected<Error> systemFailure(int code, const QString &named)
{
    if (code == ENOENT || code == ENOTDIR)
        return failure(ErrorKind::NotFound, u"There is no file or folder %1."_s.arg(named));
    if (code == ENAMETOOLONG)
        return failure(ErrorKind::Rejected, u"The name of %1 is too long for the file system."_s.arg(named));
    return failure(code == EACCES || code == EPERM ? ErrorKind::Denied : ErrorKind::Failed,
                   u"%1 cannot be opened: %2."_s.arg(named, qt_error_string(code)));
}

std::unexpected<Error> leadsOut(const QString &named)
{
    return failure(ErrorKind::Rejected,
                   u"%1 is a link to a target outside its folder. Copy the file instead of linking it."_s.arg(named));
}

} // namespace

/// Follows a path name by name: each name is opened below the previous folder without following links, and the targets
/// of links are followed the same way. So ".." and absolute targets never lead above the root, even if files are
/// exchanged at the same time.
class ContainedFolder::Walk
{
public:
    Walk(Descriptor root, const QString &folder, Missing missing)
        : m_rootPaths{QFile::encodeName(folder), linkPath(root.get())}
        , m_missing(missing)
    {
        m_folders.push_back(std::move(root));
    }

    /// Follows `path`. With `keepsLast`, the last name is not resolved but stored in `last`.
    Result<Descriptor> follow(const QString &path, bool keepsLast)
    {
        m_path = path;
        m_left = bytesOf(path).split('/');
        while (!m_left.isEmpty()) {
            const QByteArray name = m_left.takeFirst();
            if (name.isEmpty() || name == ".")
                continue;
            if (name == "..") {
                if (m_folders.size() == 1)
                    return leadsOut(path);
                m_folders.pop_back();
                names.removeLast();
                continue;
            }
            if (m_left.isEmpty() && keepsLast) {
                last = name;
                break;
            }
            auto file = step(name);
            if (!file)
                return std::unexpected(file.error());
            if (*file)
                return std::move(*file);
        }
        return std::move(m_folders.back());
    }

    QByteArray last;
    QList<QByteArray> names; // of the folders from the root to the current one
    /// The names that a walk could not follow.
    const QList<QByteArray> &left() const { return m_left; }

private:
    static QByteArray linkPath(int folder)
    {
        std::array<char, PATH_MAX> target{};
        const QByteArray handle = "/proc/self/fd/" + QByteArray::number(folder);
        const auto size = ::readlink(handle.constData(), target.data(), target.size());
        return size > 0 ? QByteArray(target.data(), size) : QByteArray();
    }

    /// Enters a folder or follows a link. Returns the descriptor of a file, which must be the last name.
    Result<Descriptor> step(const QByteArray &name)
    {
        Descriptor next(::openat(m_folders.back().get(), name.constData(), pathFlags));
        if (!next && errno == ENOENT && m_missing == Missing::IsMade) {
            if (::mkdirat(m_folders.back().get(), name.constData(), 0777) != 0 && errno != EEXIST)
                return systemFailure(errno, m_path);
            next = Descriptor(::openat(m_folders.back().get(), name.constData(), pathFlags));
        }
        if (!next) {
            m_left.prepend(name);
            return systemFailure(errno, m_path);
        }
        const auto facts = factsOf(next.get());
        if (!facts)
            return systemFailure(errno, m_path);
        if (facts->isLink())
            return takeUp(linkTarget(next.get()));
        if (facts->isFolder()) {
            m_folders.push_back(std::move(next));
            names.append(name);
            return Descriptor();
        }
        if (!m_left.isEmpty())
            return systemFailure(ENOTDIR, m_path);
        return next;
    }

    Result<Descriptor> takeUp(QByteArray target)
    {
        if (++m_links > mostLinks)
            return systemFailure(ELOOP, m_path);
        if (target.startsWith('/')) {
            const auto root = std::ranges::find_if(m_rootPaths, [&target](const QByteArray &path) {
                return !path.isEmpty() && (target == path || target.startsWith(QByteArray(path + '/')));
            });
            if (root == m_rootPaths.end())
                return leadsOut(m_path);
            target = target.sliced(root->size());
            m_folders.erase(m_folders.begin() + 1, m_folders.end());
            names.clear();
        }
        m_left = target.split('/') + m_left;
        return Descriptor();
    }

    std::array<QByteArray, 2> m_rootPaths;
    std::vector<Descriptor> m_folders; // from the root to the current one
    QList<QByteArray> m_left;
    QString m_path;
    Missing m_missing;
    int m_links = 0;
};

QString ContainedFolder::whyNotAPath(const QString &path)
{
    if (path.startsWith(u'/'))
        return u"Invalid path: \"%1\" is not relative."_s.arg(path);
    if (path.contains(QChar(u'\0')))
        return u"Invalid path: it holds a zero character."_s;
    for (const QString &part : path.split(u'/')) {
        if (part.isEmpty() || part == "."_L1 || part == ".."_L1)
            return u"Invalid path: \"%1\" holds an empty name, \".\" or \"..\"."_s.arg(path);
    }
    return {};
}

QString ContainedFolder::whyNotAPathAnywhere(const QString &path)
{
    QString elsewhere = path;
    elsewhere.replace(u'\\', u'/');
    const bool isOnDisk = elsewhere.size() > 2 && elsewhere.at(1) == u':' && elsewhere.at(2) == u'/';
    if (isOnDisk)
        return u"Invalid path: \"%1\" is not relative."_s.arg(path);
    return whyNotAPath(elsewhere);
}

Result<Descriptor> ContainedFolder::openRoot(Missing missing) const
{
    const QByteArray name = QFile::encodeName(m_folder);
    const int flags = O_PATH | O_DIRECTORY | O_CLOEXEC | (m_root == Root::NoLink ? O_NOFOLLOW : 0);
    Descriptor root(::open(name.constData(), flags));
    if (!root && errno == ENOENT && missing == Missing::IsMade && QDir().mkpath(QFileInfo(m_folder).path())) {
        static_cast<void>(::mkdir(name.constData(), 0777));
        root = Descriptor(::open(name.constData(), flags));
    }
    if (root)
        return root;
    const int code = errno;
    // With O_DIRECTORY the kernel reports that a link is not a folder.
    const auto facts = factsOf(AT_FDCWD, name);
    if (facts && facts->isLink()) {
        return failure(
            ErrorKind::Denied,
            u"The folder %1 is a link, which Roost does not follow. Put the folder itself there."_s.arg(m_folder));
    }
    return systemFailure(code, m_folder);
}

Result<ContainedFolder::Place> ContainedFolder::placeOf(const QString &path, Missing missing) const
{
    if (const QString why = whyNotAPath(path); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    auto root = openRoot(missing);
    if (!root)
        return std::unexpected(root.error());
    Walk walk(std::move(*root), m_folder, missing);
    auto folder = walk.follow(path, true);
    if (!folder)
        return std::unexpected(folder.error());
    return Place{std::move(*folder), walk.last};
}

Result<Descriptor> ContainedFolder::find(const QString &path, Missing missing) const
{
    if (const QString why = path.isEmpty() ? QString() : whyNotAPath(path); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    auto root = openRoot(missing);
    if (!root || path.isEmpty())
        return root;
    return Walk(std::move(*root), m_folder, missing).follow(path, false);
}

Result<FileFacts> ContainedFolder::facts(const QString &path) const
{
    const auto found = find(path);
    if (!found)
        return std::unexpected(found.error());
    const auto facts = factsOf(found->get());
    return facts ? Result<FileFacts>(*facts) : systemFailure(errno, path);
}

Result<QString> ContainedFolder::withoutLinks(const QString &path) const
{
    if (const QString why = whyNotAPath(path); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    auto root = openRoot(Missing::IsError);
    if (!root)
        return std::unexpected(root.error());
    Walk walk(std::move(*root), m_folder, Missing::IsError);
    const auto found = walk.follow(path, true);
    if (!found && found.error().kind != ErrorKind::NotFound)
        return std::unexpected(found.error());
    return textOf((walk.names + (found ? QList{walk.last} : walk.left())).join('/'));
}

Result<std::unique_ptr<QFile>> ContainedFolder::open(const QString &path) const
{
    const auto found = find(path);
    if (!found)
        return std::unexpected(found.error());
    const auto facts = factsOf(found->get());
    if (!facts || !facts->isFile())
        return failure(ErrorKind::NotFound, u"%1 is no file."_s.arg(path));
    // Opens the file that O_PATH found, not another file that may have the name now.
    const QByteArray handle = "/proc/self/fd/" + QByteArray::number(found->get());
    Descriptor opened(::open(handle.constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!opened)
        return systemFailure(errno, path);
    return fileOver(std::move(opened), QIODevice::ReadOnly);
}

Result<Descriptor> ContainedFolder::openForWriting(const QString &path, int flags, unsigned mode) const
{
    const auto place = placeOf(path, Missing::IsMade);
    if (!place)
        return std::unexpected(place.error());
    return openRegular(place->folder.get(), place->name, flags, mode);
}

Result<void> ContainedFolder::write(const QString &path, const QByteArray &content, unsigned mode) const
{
    const auto place = placeOf(path, Missing::IsMade);
    if (!place)
        return std::unexpected(place.error());
    const int folder = place->folder.get();
    const QByteArray fresh = place->name + ".new";
    if (const auto cleared = removeTree(folder, fresh); !cleared)
        return cleared;
    auto opened = openRegular(folder, fresh, O_WRONLY | O_CREAT | O_EXCL, mode);
    if (!opened)
        return std::unexpected(opened.error());
    const auto file = fileOver(std::move(*opened), QIODevice::WriteOnly);
    const bool isWritten = writeWhole(*file, content) && flushWhole(*file) && ::fdatasync(file->handle()) == 0;
    if (!isWritten || ::renameat(folder, fresh.constData(), folder, place->name.constData()) != 0) {
        const QString why = isWritten ? qt_error_string(errno) : file->errorString();
        ::unlinkat(folder, fresh.constData(), 0);
        return failure(ErrorKind::Failed, u"%1 cannot be written: %2."_s.arg(path, why));
    }
    return {};
}

Result<QList<ContainedFile>> ContainedFolder::level(const QString &path) const
{
    const auto folder = find(path);
    if (!folder)
        return std::unexpected(folder.error());
    const auto itself = factsOf(folder->get());
    if (!itself || !itself->isFolder())
        return systemFailure(ENOTDIR, path);
    const auto entries = entriesOf(folder->get());
    if (!entries)
        return std::unexpected(entries.error());
    QList<ContainedFile> files;
    for (const FolderEntry &entry : *entries) {
        const QString name = textOf(entry.name);
        const QString below = path.isEmpty() ? name : path + u'/' + name;
        if (!entry.facts.isLink()) {
            if (entry.facts.isFile() || entry.facts.isFolder())
                files.append({below, entry.facts});
            continue;
        }
        const auto target = facts(below);
        if (target && target->isFile())
            files.append({below, *target});
    }
    return files;
}

Result<QList<ContainedFile>>
ContainedFolder::filesBelow(const QString &path, const std::function<bool(const ContainedFile &)> &isWanted) const
{
    QList<ContainedFile> files;
    QStringList folders{path};
    while (!folders.isEmpty()) {
        const QString folder = folders.takeLast();
        const auto entries = level(folder);
        if (!entries && entries.error().kind == ErrorKind::NotFound && folder != path)
            continue; // removed since it was listed
        if (!entries)
            return std::unexpected(entries.error());
        for (const ContainedFile &entry : *entries) {
            if (isWanted && !isWanted(entry))
                continue;
            if (entry.facts.isFolder())
                folders.append(entry.path);
            else
                files.append(entry);
        }
    }
    std::ranges::sort(files, {}, &ContainedFile::path);
    return files;
}

std::optional<Error> ContainedFolder::whyIncomplete(const QString &path) const
{
    QStringList folders{path};
    while (!folders.isEmpty()) {
        const QString folder = folders.takeLast();
        const auto opened = find(folder);
        const auto entries = opened ? entriesOf(opened->get()) : std::unexpected(opened.error());
        if (!entries)
            continue; // a file, or already part of the list of files
        for (const FolderEntry &entry : *entries) {
            const QString name = textOf(entry.name);
            const QString below = folder.isEmpty() ? name : folder + u'/' + name;
            if (entry.facts.isFolder())
                folders.append(below);
            if (!entry.facts.isLink())
                continue;
            if (const auto target = facts(below); !target && target.error().kind == ErrorKind::Rejected)
                return target.error();
        }
    }
    return std::nullopt;
}

Result<void> ContainedFolder::makeFolder(const QString &path) const
{
    const auto made = find(path, Missing::IsMade);
    if (!made)
        return std::unexpected(made.error());
    const auto facts = factsOf(made->get());
    if (!facts || !facts->isFolder())
        return failure(ErrorKind::Conflict,
                       u"The folder %1 could not be created; a file with this name exists."_s.arg(path));
    return {};
}

Result<void> ContainedFolder::moveIn(const QByteArray &from, const QString &path) const
{
    const auto place = placeOf(path, Missing::IsMade);
    if (!place)
        return std::unexpected(place.error());
    // rename(2) replaces a file in one step; it replaces a link, not its target.
    if (::renameat(AT_FDCWD, from.constData(), place->folder.get(), place->name.constData()) == 0)
        return {};
    if (errno == EISDIR || errno == ENOTDIR || errno == ENOTEMPTY || errno == EEXIST)
        return failure(ErrorKind::Conflict, u"%1 cannot be written: a folder of that name is there."_s.arg(path));
    return failure(ErrorKind::Failed, u"%1 cannot be written: %2."_s.arg(path, qt_error_string(errno)));
}

Result<void> ContainedFolder::remove(const QString &path) const
{
    const auto place = placeOf(path, Missing::IsError);
    if (!place)
        return std::unexpected(place.error());
    if (!factsOf(place->folder.get(), place->name))
        return systemFailure(errno, path);
    return removeTree(place->folder.get(), place->name);
}

} // namespace Roost::Files
