// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/upkeep/backupcopy.h"

#include "models/files/descriptor.h"
#include "models/files/filename.h"
#include "models/files/folderentries.h"
#include "models/files/removetree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <array>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

constexpr mode_t ownerOnly = 0700;
constexpr qint64 spareBytes = 16LL * 1024 * 1024;

std::unexpected<Error> failed(const QString &what)
{
    return failure(ErrorKind::Failed, u"The backup failed at %1: %2."_s.arg(what, qt_error_string(errno)));
}

// Returns the folders of the workspace that a backup contains.
QStringList partsOf(const WorkspaceFolder &folder)
{
    return {folder.runs(), folder.models(), folder.code(), folder.loggedModels(), folder.looseArtifacts()};
}

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

// Resolves the links in the part of the path that exists.
QString realPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    const QString parent = info.absolutePath();
    return parent == path ? path : realPath(parent) + u'/' + info.fileName();
}

} // namespace

BackupCopy::BackupCopy(WorkspaceStore &store, const QString &target, LongTask &task)
    : m_store(store)
    , m_target(QDir::cleanPath(target))
    , m_task(task)
{
}

Result<void> BackupCopy::checkTarget() const
{
    if (!QDir::isAbsolutePath(m_target))
        return failure(ErrorKind::Rejected, u"A backup needs an absolute path, not \"%1\"."_s.arg(m_target));
    const QString real = realPath(m_target);
    if (isBelow(real, m_store.folder().path)) {
        return failure(ErrorKind::Rejected, u"%1 is inside the workspace %2. Choose a folder elsewhere."_s.arg(
                                                m_target, m_store.folder().path));
    }
    const QFileInfo info(m_target);
    if (info.exists() && !info.isDir())
        return failure(ErrorKind::Rejected, u"%1 is a file; a backup needs a folder."_s.arg(m_target));
    const auto filter = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    if (info.isDir() && !QDir(m_target).isEmpty(filter))
        return failure(ErrorKind::Rejected,
                       u"The folder %1 is not empty. Choose an empty or a new one."_s.arg(m_target));
    return {};
}

Result<void> BackupCopy::checkSpace()
{
    const auto &folder = m_store.folder();
    qint64 needed = m_store.database().bytes();
    for (const QString &part : partsOf(folder))
        needed += Files::bytesBelow(part);
    m_task.setTotal(needed);
    const qint64 free = QStorageInfo(m_target).bytesAvailable();
    if (free >= needed + spareBytes)
        return {};
    return failure(ErrorKind::Rejected,
                   u"The disk of %1 has %2 bytes free, but the backup needs %3."_s.arg(m_target).arg(free).arg(
                       needed + spareBytes));
}

Result<Backup> BackupCopy::make()
{
    if (const auto checked = checkTarget(); !checked)
        return std::unexpected(checked.error());
    const bool isNew = !QFileInfo::exists(m_target);
    if (!QDir().mkpath(m_target) || ::chmod(QFile::encodeName(m_target).constData(), ownerOnly) != 0)
        return failed(m_target);
    auto done = checkSpace();
    if (done)
        done = copyAll();
    if (!done) {
        if (const auto removed = Files::removeTree(m_target); !removed)
            qWarning("Of the unfinished backup something stays: %s", qUtf8Printable(removed.error().text));
        if (!isNew)
            QDir().mkpath(m_target);
        return std::unexpected(done.error());
    }
    m_backup.folder = m_target;
    return m_backup;
}

// The database first: the files that it names exist now and are copied next. Files that appear later are not named by
// it, and do no harm.
Result<void> BackupCopy::copyAll()
{
    if (const auto copied = copyDatabase(); !copied)
        return copied;
    for (const QString &part : partsOf(m_store.folder())) {
        if (const auto copied = copyPart(part); !copied)
            return copied;
    }
    const Files::Descriptor from(::open(QFile::encodeName(m_store.folder().path).constData(), O_PATH | O_CLOEXEC));
    const Files::Descriptor to(::open(QFile::encodeName(m_target).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!from || !to)
        return failed(m_target);
    // The file that makes the folder a workspace is the last one.
    const QByteArray config = QFile::encodeName(QFileInfo(m_store.folder().config()).fileName());
    if (const auto copied = copyFile(from.get(), to.get(), config); !copied)
        return copied;
    if (::syncfs(to.get()) != 0)
        return failed(m_target);
    return {};
}

Result<void> BackupCopy::copyDatabase()
{
    const QString file = m_target + u'/' + QFileInfo(m_store.folder().database()).fileName();
    const auto copied = m_store.database().read([&](Connection &connection) {
        // The first query begins the transaction whose state is copied.
        connection.query("SELECT count(*) FROM experiments").run();
        return connection.copyTo(file, [this](qint64, qint64) { return m_task.isCanceled(); });
    });
    if (!copied)
        return std::unexpected(copied.error());
    if (!*copied)
        return LongTask::canceled();
    ++m_backup.files;
    m_backup.bytes += QFileInfo(file).size();
    m_task.addDone(QFileInfo(file).size());
    return {};
}

Result<void> BackupCopy::copyPart(const QString &folder)
{
    // The owner may have moved the part to another disk and left a link; its files are copied.
    const Files::Descriptor from(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!from)
        return errno == ENOENT ? Result<void>() : failed(folder);
    const QByteArray target = QFile::encodeName(m_target + u'/' + QFileInfo(folder).fileName());
    if (::mkdir(target.constData(), ownerOnly) != 0)
        return failed(folder);
    const Files::Descriptor to(::open(target.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return to ? copyEntries(from.get(), to.get()) : failed(folder);
}

Result<void> BackupCopy::copyEntries(int from, int to)
{
    const auto entries = Files::entriesOf(from);
    if (!entries)
        return std::unexpected(entries.error());
    for (const Files::FolderEntry &entry : *entries) {
        if (m_task.isCanceled())
            return LongTask::canceled();
        auto copied = Result<void>();
        switch (entry.facts.kind) {
        case Files::FileKind::File:
            copied = copyFile(from, to, entry.name);
            break;
        case Files::FileKind::Folder:
            copied = copyEntry(from, to, entry.name);
            break;
        case Files::FileKind::Link:
            copied = copyLink(from, to, entry.name);
            break;
        case Files::FileKind::Other:
            break; // a socket or pipe of a running script has no content
        }
        if (!copied)
            return copied;
    }
    return {};
}

Result<void> BackupCopy::copyEntry(int from, int to, const QByteArray &name)
{
    const Files::Descriptor source(::openat(from, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!source)
        return errno == ENOENT ? Result<void>() : failed(Files::textOf(name));
    if (::mkdirat(to, name.constData(), ownerOnly) != 0)
        return failed(Files::textOf(name));
    const Files::Descriptor target(::openat(to, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    return target ? copyEntries(source.get(), target.get()) : failed(Files::textOf(name));
}

// A hard link would not do: later changes would change the backup, and the service refuses to write to a file with a
// second name.
Result<void> BackupCopy::copyFile(int from, int to, const QByteArray &name)
{
    constexpr mode_t permissions = 07777;
    const Files::Descriptor source(::openat(from, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat info = {};
    if (!source || ::fstat(source.get(), &info) != 0)
        return errno == ENOENT ? Result<void>() : failed(Files::textOf(name));
    const Files::Descriptor target(
        ::openat(to, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!target)
        return failed(Files::textOf(name));
    if (::ioctl(target.get(), FICLONE, source.get()) != 0) {
        if (const auto copied = copyContent(source.get(), target.get()); !copied)
            return copied;
    }
    const std::array<timespec, 2> times{info.st_atim, info.st_mtim};
    if (::fchmod(target.get(), info.st_mode & permissions) != 0 || ::futimens(target.get(), times.data()) != 0)
        return failed(Files::textOf(name));
    ++m_backup.files;
    m_backup.bytes += info.st_size;
    m_task.addDone(info.st_size);
    return {};
}

Result<void> BackupCopy::copyContent(int from, int to)
{
    constexpr std::size_t pieceBytes = 64 << 20;
    while (true) {
        if (m_task.isCanceled())
            return LongTask::canceled();
        const ssize_t copied = ::copy_file_range(from, nullptr, to, nullptr, pieceBytes, 0);
        if (copied == 0)
            return {};
        if (copied < 0 && errno != EINTR)
            return failed(u"the content of a file"_s);
    }
}

// A link into the workspace becomes a link into the backup.
Result<void> BackupCopy::copyLink(int from, int to, const QByteArray &name) const
{
    std::array<char, PATH_MAX> text;
    const ssize_t size = ::readlinkat(from, name.constData(), text.data(), text.size() - 1);
    if (size < 0)
        return errno == ENOENT ? Result<void>() : failed(Files::textOf(name));
    QByteArray target(text.data(), size);
    const QByteArray workspace = QFile::encodeName(m_store.folder().path) + '/';
    if (target.startsWith(workspace))
        target = QFile::encodeName(m_target) + '/' + target.sliced(workspace.size());
    return ::symlinkat(target.constData(), to, name.constData()) == 0 ? Result<void>() : failed(Files::textOf(name));
}

} // namespace Roost::Service::Store
