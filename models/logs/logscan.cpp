// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logscan.h"

#include <QFile>

#include <sys/stat.h>

#include <optional>

namespace Roost::Logs {

namespace {

constexpr qint64 PieceBytes = 1024 * 1024;

struct Facts
{
    qint64 size = 0;
    quint64 inode = 0;
    qint64 changed = 0; // UTC milliseconds
};

std::optional<Facts> factsOf(const QString &file)
{
    struct stat facts = {};
    if (stat(QFile::encodeName(file).constData(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return std::nullopt;
    return Facts{facts.st_size, facts.st_ino, facts.st_mtim.tv_sec * 1000LL + facts.st_mtim.tv_nsec / 1'000'000};
}

} // namespace

LogScan::LogScan(const QString &file, const QString &indexFile, qint64 bucketMs, qint64 origin)
    : m_file(file)
    , m_indexFile(indexFile)
    , m_bucketMs(bucketMs)
    , m_origin(origin)
    , m_counter(bucketMs, origin)
{
}

qint64 LogScan::firstTime(const QString &file, const QString &indexFile)
{
    if (const auto marks = readTimeIndex(indexFile, 0, 1); !marks.isEmpty())
        return marks.first().time;
    const auto facts = factsOf(file);
    return facts ? facts->changed : 0;
}

bool LogScan::look()
{
    const auto facts = factsOf(m_file);
    if (!facts)
        return false;
    const bool isOther = m_inode != 0 && facts->inode != m_inode;
    if (isOther || facts->size < m_offset) {
        ++m_restarts;
        begin();
        // The marks are of the file that was.
        m_useMarks = false;
        m_firstLook = false;
    }
    m_inode = facts->inode;
    m_size = facts->size;
    m_changed = facts->changed;
    if (pending() > 0 && m_useMarks)
        readMarks();
    return pending() > 0;
}

void LogScan::begin()
{
    m_counter = ActivityCounter(m_bucketMs, m_origin);
    m_marks.clear();
    m_offset = 0;
    m_size = 0;
}

void LogScan::readMarks()
{
    const auto news = readTimeIndex(m_indexFile, m_marksRead);
    m_marksRead += news.size();
    m_marks += news;
}

bool LogScan::readPiece()
{
    QFile in(m_file);
    const qint64 wanted = std::min(PieceBytes, pending());
    if (wanted <= 0 || !in.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !in.seek(m_offset))
        return false;
    const QByteArray bytes = in.read(wanted);
    if (bytes.isEmpty()) {
        m_size = m_offset; // cut short since; the next look sees it
        return false;
    }
    feed(bytes);
    if (pending() == 0)
        m_firstLook = false;
    return pending() > 0;
}

void LogScan::feed(QByteArrayView bytes)
{
    const bool known = m_useMarks && m_marksRead > 0;
    qsizetype used = 0;
    while (!bytes.isEmpty()) {
        while (used < m_marks.size() && m_marks.at(used).offset <= m_offset)
            ++used;
        const bool marked = known && used < m_marks.size();
        const qint64 until = marked ? m_marks.at(used).offset : m_offset + bytes.size();
        // The end of a log is a moment ahead of its marks, and was written when the file was last changed.
        const qint64 time = marked ? m_marks.at(used).time : known || !m_firstLook ? m_changed : 0;
        const qint64 count = std::min<qint64>(bytes.size(), until - m_offset);
        m_counter.feed(bytes.first(count), time);
        bytes = bytes.sliced(count);
        m_offset += count;
    }
    m_marks.remove(0, used);
}

void LogScan::coarsen()
{
    m_bucketMs *= 2;
    m_counter.coarsen();
}

qint64 LogScan::lastWrite() const
{
    const qint64 counted = m_counter.activity(nullptr, std::numeric_limits<qint64>::max()).lastWrite;
    return pending() > 0 || counted == 0 ? m_changed : counted;
}

} // namespace Roost::Logs
