// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trust/privatefile.h"

#include "models/core/words.h"
#include "models/trust/privateumask.h"

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

Result<void> writePrivateFile(const QString &file, const QByteArray &content)
{
    const auto failed = [&file] {
        return failure(ErrorKind::Failed,
                       Words::tr("%1 cannot be written: %2.").arg(file, QString::fromLocal8Bit(std::strerror(errno))));
    };
    const QByteArray target = QFile::encodeName(file);
    const QByteArray fresh = target + ".new";
    ::unlink(fresh.constData());
    const int fd = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return failed();
    const bool written = ::write(fd, content.constData(), std::size_t(content.size())) == content.size();
    ::close(fd);
    if (!written || ::rename(fresh.constData(), target.constData()) != 0)
        return failed();
    return {};
}

bool makeFilePrivate(const QString &file)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat info = {};
    const bool isOpen = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == ::getuid() &&
                        (info.st_mode & 077) != 0 && ::fchmod(fd, info.st_mode & 0700) == 0;
    ::close(fd);
    return isOpen;
}

void keepFilePrivate(const QString &file)
{
    const QFileInfo info(file);
    if (info.exists())
        makeFilePrivate(file);
    else if (makePrivateFolder(info.path()))
        static_cast<void>(writePrivateFile(file, {}));
}

bool makePrivateFolder(const QString &folder)
{
    const PrivateUmask umask;
    return QDir().mkpath(folder);
}

} // namespace Roost::Trust
