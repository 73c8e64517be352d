// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/timeindex.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {
constexpr qint64 markBytes = 2 * sizeof(qint64);
}

QString timeIndexFile(const QString &stateFolder, const QString &logFile)
{
    return stateFolder + u"/times/"_s + QFileInfo(logFile).fileName() + u".idx"_s;
}

QList<TimeMark> readTimeIndex(const QString &indexFile, qint64 from)
{
    QList<TimeMark> marks;
    QFile in(indexFile);
    if (!in.open(QIODevice::ReadOnly) || !in.seek(from * markBytes))
        return marks;
    const QByteArray bytes = in.readAll();
    marks.reserve(bytes.size() / markBytes);
    for (qint64 at = 0; at + markBytes <= bytes.size(); at += markBytes) {
        marks += TimeMark{qFromLittleEndian<qint64>(bytes.constData() + at),
                          qFromLittleEndian<qint64>(bytes.constData() + at + sizeof(qint64))};
    }
    return marks;
}

qint64 writtenAt(const QList<TimeMark> &marks, qint64 offset)
{
    const auto mark = std::ranges::upper_bound(marks, offset, {}, &TimeMark::offset);
    return mark == marks.cend() ? 0 : mark->time;
}

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
