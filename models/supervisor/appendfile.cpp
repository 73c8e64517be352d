// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/appendfile.h"

#include "models/files/openfile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace Roost::Supervision {

AppendFile::~AppendFile()
{
    if (m_file >= 0)
        close(m_file);
}

bool AppendFile::open(const QString &file, Mode mode)
{
    const int exclusive = mode == Mode::New ? O_EXCL : 0;
    if (auto opened = Files::openRegular(file, O_WRONLY | O_CREAT | O_APPEND | exclusive))
        m_file = opened->release();
    return m_file >= 0;
}

void AppendFile::dropHalfRecord(qint64 size)
{
    struct stat facts = {};
    if (fstat(m_file, &facts) != 0 || facts.st_size % size == 0)
        return;
    while (ftruncate(m_file, facts.st_size - facts.st_size % size) != 0 && errno == EINTR) {
    }
}

bool AppendFile::append(QByteArrayView record)
{
    m_pending += record;
    return flush();
}

bool AppendFile::flush()
{
    while (!m_pending.isEmpty()) {
        const ssize_t written = write(m_file, m_pending.constData(), size_t(m_pending.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        m_pending.remove(0, written);
    }
    return true;
}

void AppendFile::sync() const
{
    fdatasync(m_file);
}

} // namespace Roost::Supervision
