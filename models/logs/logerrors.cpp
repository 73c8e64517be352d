// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logerrors.h"

#include <algorithm>

namespace Roost {

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
    LineNumber line = m_index->lineOfByte(m_from);
    const qint64 to = std::min(end, m_index->byteOfLine({m_index->lineOfByte(m_from + budget).value + 1}));
    const auto bytes = m_index->bytes(m_from, to);
    for (auto rest = bytes.view; !rest.isEmpty(); ++line.value) {
        const auto newline = rest.indexOf('\n');
        const auto text = newline < 0 ? rest : rest.first(newline);
        // A line that goes on is looked at again. "KeyError" may yet become "KeyErrors: 3"; words stay what they are.
        const bool isSettled = newline >= 0 || text.contains(' ');
        if (isSettled && levelOf(text) == LogLevel::Error && (m_lines.empty() || m_lines.back() < line))
            m_lines.push_back(line);
        if (newline < 0)
            break;
        rest = rest.sliced(newline + 1);
        m_from += newline + 1;
    }
    m_position = to;
    return true;
}

} // namespace Roost
