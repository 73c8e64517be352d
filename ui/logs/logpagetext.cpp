// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpagetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

LogPageText::LogPageText(LogText *text, const QList<LogLayout> &lines)
{
    const bool isOfMany = text->documents().size() > 1;
    for (const LogLayout &line : lines) {
        if (!m_lines.isEmpty())
            m_text += u'\n';
        Line one{line.number(), int(m_text.size())};
        if (isOfMany)
            m_text += QCoreApplication::translate("Roost::Ui::LogPageText", "Rank %1: ")
                          .arg(text->tag(text->originOf(line.number()).source).text);
        one.prefix = int(m_text.size()) - one.start;
        one.length = int(line.shownText().size());
        one.hidden = int(line.text().size()) - one.length;
        m_text += line.shownText();
        m_lines += one;
    }
}

LogPosition LogPageText::positionAt(int offset) const
{
    if (m_lines.isEmpty())
        return {};
    const auto after = std::ranges::upper_bound(m_lines, offset, {}, &Line::start);
    const Line &line = after == m_lines.begin() ? m_lines.first() : *(after - 1);
    return {line.number, line.hidden + std::clamp(offset - line.start - line.prefix, 0, line.length)};
}

int LogPageText::offsetOf(const LogPosition &position) const
{
    const auto at = std::ranges::lower_bound(m_lines, position.line, {}, &Line::number);
    if (at == m_lines.end())
        return int(m_text.size());
    if (at->number != position.line)
        return at->start;
    return at->start + at->prefix + std::clamp(int(position.column) - at->hidden, 0, at->length);
}

int LogPageText::startOf(std::optional<LineNumber> line) const
{
    const auto at = std::ranges::find(m_lines, line, [](const Line &one) { return std::optional(one.number); });
    return at == m_lines.end() ? 0 : at->start;
}

} // namespace Roost::Ui
