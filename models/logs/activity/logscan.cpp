// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/activity/logscan.h"

#include <QFile>

#include <sys/stat.h>

#include <optional>

namespace Roost::Logs {

namespace {

constexpr qint64 PieceBytes = 1024 * 1024;

struct FileStatus
{
    qint64 size = 0;
    quint64 inode = 0;
    TimePoint changed;
};

std::optional<FileStatus> statusOf(const QString &file)
{
    struct stat info = {};
    if (stat(QFile::encodeName(file).constData(), &info) != 0 || !S_ISREG(info.st_mode))
        return std::nullopt;
    return FileStatus{info.st_size, info.st_ino,
                      timePointFromMs(info.st_mtim.tv_sec * 1000LL + info.st_mtim.tv_nsec / 1'000'000)};
}

} // namespace

LogScan::LogScan(const QString &file, const QString &indexFile, std::chrono::milliseconds bucketWidth, TimePoint origin)
    : m_file(file)
    , m_indexFile(indexFile)
    , m_bucketWidth(bucketWidth)
    , m_origin(origin)
    , m_counter(bucketWidth, origin)
{
}

std::optional<TimePoint> LogScan::firstTime(const QString &file, const QString &indexFile)
{
    if (const auto marks = readTimeIndex(indexFile, 0, 1); !marks.isEmpty())
        return marks.first().time;
    const auto status = statusOf(file);
    return status ? std::optional(status->changed) : std::nullopt;
}

bool LogScan::poll()
{
    const auto status = statusOf(m_file);
    if (!status)
        return false;
    const bool isOther = m_inode != 0 && status->inode != m_inode;
    if (isOther || status->size < m_offset) {
        ++m_restarts;
        restart();
        // The marks describe the earlier file.
        m_useMarks = false;
        m_isFirstPoll = false;
    }
    m_inode = status->inode;
    m_size = status->size;
    m_changed = status->changed;
    if (pending() > 0 && m_useMarks)
        readMarks();
    return pending() > 0;
}

void LogScan::restart()
{
    m_counter = ActivityCounter(m_bucketWidth, m_origin);
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
        m_size = m_offset; // truncated meanwhile; the next poll starts again
        return false;
    }
    feed(bytes);
    if (pending() == 0)
        m_isFirstPoll = false;
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
        // The end of the log has no marks yet; it was written at the modification time.
        const std::optional<TimePoint> time = marked                    ? m_marks.at(used).time
                                              : known || !m_isFirstPoll ? m_changed
                                                                        : std::nullopt;
        const qint64 count = std::min<qint64>(bytes.size(), until - m_offset);
        m_counter.feed(bytes.first(count), time);
        bytes = bytes.sliced(count);
        m_offset += count;
    }
    m_marks.remove(0, used);
}

void LogScan::coarsen()
{
    m_bucketWidth *= 2;
    m_counter.coarsen();
}

std::optional<TimePoint> LogScan::lastWrite() const
{
    const auto counted = m_counter.activity(nullptr, std::numeric_limits<qint64>::max()).lastWrite;
    return pending() > 0 || !counted ? m_changed : counted;
}

} // namespace Roost::Logs
