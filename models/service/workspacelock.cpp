// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/workspacelock.h"

#include "models/files/openfile.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Roost::Service {

Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquire(const QString &file, const QString &endpointFile)
{
    // Close-on-exec: supervisors outlive the service and must not inherit its lock.
    auto opened = Files::openRegular(file, O_RDWR | O_CREAT, 0600);
    if (!opened)
        return failure(ErrorKind::Failed, u"The lock of the workspace cannot be taken: %1"_s.arg(opened.error().text));
    const int fd = opened->get();
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        std::array<char, 32> pid{};
        const auto size = ::read(fd, pid.data(), pid.size() - 1);
        const QString holder = size > 0 ? QString::fromLatin1(pid.data()).section(u'\n', 0, 0) : u"unknown"_s;
        return failure(ErrorKind::Conflict, u"Another roostd (pid %1) serves this workspace already."_s.arg(holder));
    }
    std::array<char, 4096> before{};
    const auto size = ::pread(fd, before.data(), before.size(), 0);
    const auto lines = QByteArrayView(before.data(), std::max<qsizetype>(size, 0)).toByteArray().split('\n');
    const QByteArray content = QByteArray::number(qint64(::getpid())) + '\n' + QFile::encodeName(endpointFile) + '\n';
    if (::ftruncate(fd, 0) != 0 ||
        ::pwrite(fd, content.constData(), std::size_t(content.size()), 0) != content.size()) {
        return failure(ErrorKind::Failed, u"The lock %1 cannot be written."_s.arg(file));
    }
    return std::unique_ptr<WorkspaceLock>(new WorkspaceLock(opened->release(), QFile::decodeName(lines.value(1))));
}

WorkspaceLock::~WorkspaceLock()
{
    ::close(m_fd);
}

} // namespace Roost::Service
