// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/merge/mergedlines.h"

#include "models/logs/file/logtext.h"

#include <algorithm>

namespace Roost::Logs {

void MergedLines::clear()
{
    m_added.clear();
    m_lines.clear();
}

void MergedLines::removeFrom(const LogText &text, LineNumber from, const LinesOf &linesOf)
{
    const auto first = std::ranges::lower_bound(m_lines, from);
    if (first == m_lines.end())
        return;
    m_lines.erase(first, m_lines.end());
    for (size_t source = 0; source < m_added.size(); ++source) {
        const auto &lines = linesOf(int(source));
        const auto end = lines.begin() + qsizetype(std::min(m_added[source], lines.size()));
        // The lines of one document have the same order in the text.
        const auto kept = std::partition_point(lines.begin(), end,
                                               [&](LineNumber line) { return text.lineOf(int(source), line) < from; });
        m_added[source] = size_t(kept - lines.begin());
    }
}

bool MergedLines::update(LogText &text, const LinesOf &linesOf)
{
    m_added.resize(size_t(text.documents().size()));
    const auto before = qsizetype(m_lines.size());
    for (size_t source = 0; source < m_added.size(); ++source) {
        const auto &lines = linesOf(int(source));
        for (size_t &taken = m_added[source]; taken < lines.size(); ++taken) {
            const LineNumber line = text.lineOf(int(source), lines[taken]);
            if (line.value >= text.lineCount())
                break;
            m_lines.push_back(line);
        }
    }
    const auto middle = m_lines.begin() + before;
    std::ranges::sort(middle, m_lines.end());
    std::inplace_merge(m_lines.begin(), middle, m_lines.end());
    return middle != m_lines.end();
}

} // namespace Roost::Logs
