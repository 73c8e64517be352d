// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logindex.h"

#include <QFileInfo>

#include <algorithm>

namespace Roost {

namespace {

constexpr qsizetype Fingerprint = 256;
constexpr qsizetype LongestWord = 40;
constexpr qsizetype Held = 2 * LongestShownLine;

} // namespace

LogIndex::LogIndex(const QString &path, qint64 begin)
    : m_path(path)
    , m_file(std::make_unique<QFile>(path))
    , m_begin(begin)
{
    forget();
}

void LogIndex::forget()
{
    m_end = m_begin;
    m_skipping = m_begin > 0;
    m_lineStart = m_begin;
    m_finished = {};
    m_fileSize = 0;
    m_carry.clear();
    m_fingerprint.clear();
    m_blocks.clear();
    m_errors.clear();
}

bool LogIndex::open()
{
    if (m_file->isOpen())
        return true;
    return QFileInfo(m_path).isFile() && m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool LogIndex::wasReplaced() const
{
    if (m_fileSize > 0 && m_file->size() < m_end)
        return true;
    if (m_fingerprint.isEmpty())
        return false;
    // Written anew to the same length or more between two looks: the beginning tells.
    return !m_file->seek(m_begin) || m_file->read(m_fingerprint.size()) != m_fingerprint;
}

LogIndex::Change LogIndex::advance(qint64 budget)
{
    const bool had = m_end > m_begin;
    if (!QFileInfo::exists(m_path)) {
        m_file->close();
        forget();
        return had ? Change::Restarted : Change::Missing;
    }
    // Another file under the same name: what is open is no longer what the name says.
    if (m_file->isOpen() && m_file->size() != QFileInfo(m_path).size())
        m_file->close();
    if (!open())
        return Change::Missing;
    if (wasReplaced()) {
        forget();
        m_begin = m_end = m_lineStart = 0;
        m_skipping = false;
        return Change::Restarted;
    }
    m_fileSize = m_file->size();
    if (m_end >= m_fileSize || !m_file->seek(m_end))
        return Change::None;
    const QByteArray data = m_file->read(std::min(budget, m_fileSize - m_end));
    if (data.isEmpty())
        return Change::None;
    if (m_fingerprint.size() < Fingerprint) {
        const auto inside = m_end - m_begin;
        if (inside == m_fingerprint.size())
            m_fingerprint += data.first(std::min(data.size(), Fingerprint - m_fingerprint.size()));
    }
    take(data);
    return Change::Grown;
}

void LogIndex::take(const QByteArray &data)
{
    qsizetype from = 0;
    if (m_skipping) {
        const auto newline = data.indexOf('\n');
        from = newline < 0 ? data.size() : newline + 1;
        m_skipping = newline < 0;
        m_end += from;
        m_lineStart = m_end;
        if (from == data.size())
            return;
    }
    const QByteArray rest = from == 0 ? data : data.sliced(from);
    if (m_lineStart == m_end)
        noteLine(m_lineStart);
    noteErrors(rest);
    const qint64 base = m_end;
    for (auto at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', at + 1)) {
        ++m_finished.value;
        m_lineStart = base + at + 1;
        if (at + 1 < rest.size())
            noteLine(m_lineStart);
    }
    m_end = base + rest.size();
}

void LogIndex::noteLine(qint64 start)
{
    if (m_blocks.empty() || m_finished.value - m_blocks.back().first.value >= LinesInBlock ||
        start - m_blocks.back().offset >= BytesInBlock)
        m_blocks.push_back({m_finished, start});
}

void LogIndex::noteErrors(const QByteArray &data)
{
    const QByteArray bytes = m_carry + data;
    std::vector<qsizetype> hits;
    const QByteArrayView view(bytes);
    for (const auto word : errorWords()) {
        for (auto at = view.indexOf(word); at >= 0; at = view.indexOf(word, at + word.size()))
            hits.push_back(at);
    }
    // "KeyError" alone on its line, see levelOf().
    constexpr QByteArrayView lone("Error\n");
    for (auto at = view.indexOf(lone); at >= 0; at = view.indexOf(lone, at + lone.size())) {
        const auto start = view.first(at).lastIndexOf('\n') + 1;
        if (levelOf(view.sliced(start, at + lone.size() - 1 - start)) == LogLevel::Error)
            hits.push_back(at);
    }
    std::ranges::sort(hits);
    LineNumber line = m_finished;
    qsizetype counted = 0;
    for (const auto hit : hits) {
        line.value += view.sliced(counted, hit - counted).count('\n');
        counted = hit;
        if (m_errors.empty() || m_errors.back() < line)
            m_errors.push_back(line);
    }
    const auto unfinished = bytes.size() - (bytes.lastIndexOf('\n') + 1);
    m_carry = bytes.last(std::min(unfinished, LongestWord));
}

QList<LogLine> LogIndex::read(qsizetype block) const
{
    QList<LogLine> lines;
    if (block < 0 || block >= qsizetype(m_blocks.size()) || !m_file->isOpen())
        return lines;
    const qint64 from = m_blocks[size_t(block)].offset;
    const qint64 to = size_t(block) + 1 < m_blocks.size() ? m_blocks[size_t(block) + 1].offset : m_end;
    if (!m_file->seek(from))
        return lines;
    LineAssembler assembler;
    for (qint64 left = to - from; left > 0;) {
        const QByteArray piece = m_file->read(std::min(left, BytesInBlock));
        if (piece.isEmpty())
            break;
        left -= piece.size();
        assembler.feed(piece, [&lines](LogLine line) { lines.append(std::move(line)); });
    }
    if (!assembler.isEmpty())
        lines.append(assembler.finish());
    return lines;
}

void LineAssembler::add(QByteArrayView part)
{
    m_bytes += part.size();
    // What stands before the last carriage return is overwritten and never shown.
    auto body = part;
    while (!body.isEmpty() && (body.back() == '\n' || body.back() == '\r'))
        body.chop(1);
    const auto back = body.lastIndexOf('\r');
    if (back >= 0) {
        m_held.clear();
        m_full = false;
        part = part.sliced(back + 1);
    } else if (m_held.endsWith('\r') && !body.isEmpty()) {
        m_held.clear();
        m_full = false;
    }
    if (m_full)
        return;
    const auto room = Held - m_held.size();
    m_full = part.size() > room;
    m_held += m_full ? part.first(room) : part;
}

LogLine LineAssembler::finish()
{
    LogLine line = decodeLogLine(m_held);
    line.bytes = m_bytes;
    m_held.clear();
    m_bytes = 0;
    m_full = false;
    return line;
}

} // namespace Roost
