// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/file/logerrors.h"

#include "models/logs/lines/lineends.h"
#include "models/logs/match/logmatcher.h"

#include <algorithm>
#include <utility>

namespace Roost::Logs {

namespace {

// Bytes of the file that may stay in memory; releasing them interrupts every thread of the program.
constexpr qint64 Held = 256 * 1024 * 1024;

} // namespace

LogErrors::LogErrors(std::shared_ptr<const LogIndex> index)
    : m_index(std::move(index))
{
}

bool LogErrors::advance(qint64 budget)
{
    const qint64 end = m_index->end();
    if (m_position >= end)
        return false;
    m_from = std::max(m_from, m_index->byteOfLine({}));
    const LineNumber first = m_index->lineOfByte(m_from);
    const qint64 to = m_index->byteOfLine({m_index->lineOfByte(m_from + budget).value + 1});
    const auto bytes = m_index->bytes(m_from, std::min(to, end));
    const auto whole = lastOf(bytes.view, '\n') + 1;
    // The unfinished last line may have been found before.
    if (!m_lines.empty() && m_lines.back() == first)
        m_lines.pop_back();
    const std::atomic_bool canceled = false;
    LogMatcher::forErrors()->find(bytes.view.first(whole), first, m_lines, canceled);
    // "KeyError" may continue as "KeyErrors: 3". A line with a blank is an error because of words that can no longer
    // change.
    const auto open = bytes.view.sliced(whole);
    if (open.contains(' ') && shownLevel(open) == LogLevel::Error)
        m_lines.push_back(m_index->lineOfByte(bytes.from + whole));
    m_from = bytes.from + whole;
    m_position = bytes.from + bytes.view.size();
    if (m_position - m_held >= Held || m_position >= end)
        bytes.file->release(std::exchange(m_held, m_position), m_position);
    return true;
}

} // namespace Roost::Logs
