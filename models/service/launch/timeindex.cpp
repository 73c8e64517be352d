// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/timeindex.h"

#include <QDateTime>
#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace Roost::Service {

TimeIndex::TimeIndex(int log, const QString &indexFile)
    : m_log(log)
    , m_index(open(QFile::encodeName(indexFile).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644))
{
    const auto known = readTimeIndex(indexFile);
    if (!known.isEmpty())
        m_offset = known.last().offset;
}

TimeIndex::~TimeIndex()
{
    if (m_index >= 0)
        close(m_index);
}

void TimeIndex::look()
{
    struct stat facts = {};
    if (m_index < 0 || fstat(m_log, &facts) != 0 || facts.st_size <= m_offset)
        return;
    const std::array<qint64, 2> mark{qToLittleEndian(QDateTime::currentMSecsSinceEpoch()),
                                     qToLittleEndian(qint64(facts.st_size))};
    if (write(m_index, mark.data(), sizeof mark) == ssize_t(sizeof mark))
        m_offset = facts.st_size;
}

} // namespace Roost::Service
