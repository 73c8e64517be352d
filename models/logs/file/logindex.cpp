// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logindex.h"

#include "models/logs/lines/lineends.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

#include <sys/stat.h>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype Fingerprint = 256;
constexpr qint64 LeastMapped = 16 * 1024 * 1024;
// Bytes of the file that may stay in memory; releasing them interrupts every thread of the program.
constexpr qint64 Held = 256 * 1024 * 1024;
// Two changes within this time may result in the same modification time.
constexpr auto Coarseness = 2s;

} // namespace

LogIndex::LogIndex(const QString &path, qint64 begin)
    : m_path(path)
    , m_begin(begin)
    , m_skipping(begin > 0)
    , m_origin(begin)
    , m_end(begin)
{
}

std::optional<LogIndex::FileStatus> LogIndex::readStatus() const
{
    struct stat named{};
    if (::stat(QFile::encodeName(m_path).constData(), &named) != 0 || !S_ISREG(named.st_mode))
        return std::nullopt;
    const auto changed = std::chrono::seconds(named.st_mtim.tv_sec) + std::chrono::nanoseconds(named.st_mtim.tv_nsec);
    return FileStatus{named.st_dev, named.st_ino, named.st_size, FileTime(changed)};
}

bool LogIndex::wasReplaced() const
{
    if (m_fileSize < m_end || m_file->wasCut())
        return true;
    // If a file was rewritten and is not shorter, its first or its last known bytes differ.
    const auto differs = [this](qint64 at, const QByteArray &known) {
        return m_file->bytes(at, at + known.size()) != known;
    };
    return differs(m_begin, m_head) || differs(m_end - m_tail.size(), m_tail) || m_file->wasCut();
}

// Maps twice the size of the file, so that a growing file is mapped only a few times.
bool LogIndex::map()
{
    if (m_file && m_file->length() >= m_fileSize)
        return true;
    QFile handle(m_path);
    if (!handle.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    auto file = MappedFile::map(handle.handle(), std::max(LeastMapped, 2 * m_fileSize));
    const std::unique_lock lock(m_mutex);
    m_file = std::move(file);
    return m_file != nullptr;
}

LogIndex::Change LogIndex::advance(qint64 budget)
{
    const auto status = readStatus();
    const bool isKnown = m_end > m_begin;
    if (!status)
        return isKnown ? Change::Replaced : Change::Missing;
    if (m_isSettled && status == m_status && isAtEnd())
        return Change::None;
    m_isSettled = std::chrono::system_clock::now() - status->changed > Coarseness;
    // Another file has the same name; it may begin with the same bytes.
    if (m_status && (m_status->inode != status->inode || m_status->device != status->device)) {
        const std::unique_lock lock(m_mutex);
        m_file.reset();
    }
    m_status = status;
    m_fileSize = status->size;
    if (isKnown && (m_fileSize < m_end || !map() || wasReplaced()))
        return Change::Replaced;
    if (m_fileSize <= m_end || !map())
        return Change::None;
    const qint64 from = m_end;
    if (m_skipping)
        skipToLine();
    countUpTo(std::min(m_fileSize, m_end + budget));
    updateFingerprints(from, m_end);
    if (m_end - m_held >= Held || isAtEnd())
        m_file->release(std::exchange(m_held, m_end), m_end);
    return m_file->wasCut() ? Change::Replaced : Change::Grown;
}

void LogIndex::skipToLine()
{
    const auto rest = m_file->bytes(m_end, m_fileSize);
    const auto newline = rest.indexOf('\n');
    m_skipping = newline < 0;
    const std::unique_lock lock(m_mutex);
    m_origin = m_end = newline < 0 ? m_fileSize : m_end + newline + 1;
}

void LogIndex::countUpTo(qint64 to)
{
    if (to <= m_end)
        return;
    std::vector<qint64> before;
    qint64 lineEnds = m_lineEnds;
    for (qint64 at = m_end; at < to;) {
        const qint64 inside = (at - m_origin) % Stretch;
        if (inside == 0)
            before.push_back(lineEnds);
        const qint64 next = std::min(to, at - inside + Stretch);
        lineEnds += countLineEnds(m_file->bytes(at, next));
        at = next;
    }
    const bool isOpenLine = m_file->bytes(to - 1, to).front() != '\n';
    const std::unique_lock lock(m_mutex);
    m_lineEndsBefore.insert(m_lineEndsBefore.end(), before.begin(), before.end());
    m_lineEnds = lineEnds;
    m_isOpenLine = isOpenLine;
    m_end = to;
}

void LogIndex::updateFingerprints(qint64 from, qint64 to)
{
    if (m_head.size() < Fingerprint && from - m_begin == m_head.size())
        m_head += m_file->bytes(from, std::min(to, m_begin + Fingerprint)).toByteArray();
    m_tail = m_file->bytes(std::max(m_begin, to - Fingerprint), to).toByteArray();
}

qint64 LogIndex::end() const
{
    const std::shared_lock lock(m_mutex);
    return m_end;
}

qint64 LogIndex::lineCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_lineEnds + (m_isOpenLine ? 1 : 0);
}

LineNumber LogIndex::lineOfByte(qint64 offset) const
{
    std::shared_lock lock(m_mutex);
    offset = std::min(offset, m_end - 1);
    if (offset <= m_origin || !m_file)
        return {};
    const auto stretch = (offset - m_origin) / Stretch;
    const qint64 before = m_lineEndsBefore[size_t(stretch)];
    const qint64 from = m_origin + stretch * Stretch;
    const auto file = m_file;
    lock.unlock();
    return {before + countLineEnds(file->bytes(from, offset))};
}

qint64 LogIndex::byteOfLine(LineNumber line) const
{
    std::shared_lock lock(m_mutex);
    if (line.value <= 0)
        return m_origin;
    if (line.value > m_lineEnds || !m_file)
        return m_end;
    // The last stretch that begins before the wanted line end.
    const auto stretch = std::ranges::lower_bound(m_lineEndsBefore, line.value) - m_lineEndsBefore.begin() - 1;
    const qint64 before = m_lineEndsBefore[size_t(stretch)];
    const qint64 from = m_origin + stretch * Stretch;
    const qint64 to = std::min(from + Stretch, m_end);
    const auto file = m_file;
    lock.unlock();
    return from + afterLineEnds(file->bytes(from, to), line.value - before);
}

LogIndex::Bytes LogIndex::bytes(qint64 from, qint64 to) const
{
    const std::shared_lock lock(m_mutex);
    from = std::clamp(from, m_origin, m_end);
    to = std::clamp(to, from, m_end);
    return {m_file ? m_file->bytes(from, to) : QByteArrayView(), from, m_file};
}

QList<LogLine> LogIndex::lines(LineNumber first, qint64 count) const
{
    QList<LogLine> lines;
    const auto known = bytes(byteOfLine(first), std::numeric_limits<qint64>::max());
    for (auto rest = known.view; !rest.isEmpty() && lines.size() < count;) {
        const auto newline = rest.indexOf('\n');
        const auto size = newline < 0 ? rest.size() : newline + 1;
        lines.append(decodeLogLine(rest.first(size)));
        rest = rest.sliced(size);
    }
    return lines;
}

} // namespace Roost::Logs
