// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logrows.h"

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

LogRows::LogRows(LogText *text, const LogFinder *filter)
    : m_text(text)
    , m_filter(filter)
{
}

std::optional<std::vector<LineNumber>> LogRows::filteredLines() const
{
    return isFiltered() ? std::optional(m_filter->lines()) : std::nullopt;
}

qint64 LogRows::count() const
{
    return isFiltered() ? qint64(m_filter->lines().size()) : m_text->lineCount();
}

LineNumber LogRows::lineAt(qint64 row) const
{
    return isFiltered() ? m_filter->lines()[size_t(row)] : LineNumber{row};
}

qint64 LogRows::rowOf(LineNumber line) const
{
    if (!isFiltered())
        return line.value;
    const auto &lines = m_filter->lines();
    return std::ranges::lower_bound(lines, line) - lines.begin();
}

std::optional<LogRows::Anchor> LogRows::anchorOf(std::optional<LineNumber> line) const
{
    if (!line || line->value >= m_text->lineCount())
        return {};
    const auto origin = m_text->originOf(*line);
    return Anchor{m_text->documents().value(origin.source), origin};
}

LineNumber LogRows::find(const Anchor &anchor) const
{
    const auto source = m_text->documents().indexOf(anchor.document);
    const LineNumber line =
        source < 0 ? LineNumber{m_text->lineCount()} : m_text->lineOf(int(source), anchor.origin.line);
    if (line.value < m_text->lineCount() || !anchor.origin.time)
        return line;
    return m_text->lineAt(*anchor.origin.time);
}

} // namespace Roost::Ui
