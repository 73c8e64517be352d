// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/openfile.h"

#include "models/files/filename.h"
#include "models/files/folderentries.h"

#include <cerrno>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Files {

namespace {

/// A file with several names (hard links) may belong to another folder as well; writing would change it there.
bool hasOtherNames(int opened)
{
    struct stat info = {};
    return ::fstat(opened, &info) == 0 && info.st_nlink > 1;
}

std::unexpected<Error> refusal(int code, const QString &named)
{
    if (code == ELOOP) {
        return failure(
            ErrorKind::Denied,
            u"%1 is a link, which Roost does not follow here. Replace it by an ordinary file, or remove it."_s.arg(
                named));
    }
    if (code == EMLINK) {
        return failure(ErrorKind::Denied,
                       u"%1 is a file of another name, too (a hard link), which Roost does not write to. Replace it by "
                       "a copy, or remove it."_s.arg(named));
    }
    // ENXIO: a pipe without a reader, or a socket.
    if (code == EISDIR || code == ENXIO || code == ENODEV)
        return failure(ErrorKind::Conflict, u"%1 is no ordinary file. Move it away."_s.arg(named));
    const ErrorKind kind = code == ENOENT || code == ENOTDIR ? ErrorKind::NotFound
                           : code == EACCES || code == EPERM ? ErrorKind::Denied
                                                             : ErrorKind::Failed;
    return failure(kind, u"%1 cannot be opened: %2."_s.arg(named, qt_error_string(code)));
}

} // namespace

Result<Descriptor> openRegular(int folder, const QByteArray &name, int flags, unsigned mode)
{
    const QString named = textOf(name);
    const int fixed = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    Descriptor opened(::openat(folder, name.constData(), (flags & ~O_TRUNC) | fixed, mode));
    if (!opened)
        return refusal(errno, named);
    const auto facts = factsOf(opened.get());
    if (!facts || !facts->isFile())
        return refusal(EISDIR, named);
    if ((flags & O_ACCMODE) != O_RDONLY && hasOtherNames(opened.get()))
        return refusal(EMLINK, named);
    if ((flags & O_TRUNC) != 0 && ::ftruncate(opened.get(), 0) != 0)
        return refusal(errno, named);
    return opened;
}

Result<Descriptor> openRegular(const QString &path, int flags, unsigned mode)
{
    return openRegular(AT_FDCWD, QFile::encodeName(path), flags, mode);
}

std::unique_ptr<QFile> fileOver(Descriptor opened, QIODevice::OpenMode mode)
{
    auto file = std::make_unique<QFile>();
    if (file->open(opened.get(), mode, QFileDevice::AutoCloseHandle))
        static_cast<void>(opened.release());
    return file;
}

} // namespace Roost::Files
