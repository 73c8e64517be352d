// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines LogView has on the screen, and where.
#include "ui/logs/logview.h"

#include <QScrollBar>

#include <algorithm>

namespace Roost {

namespace {

// A frame of a traceback has two lines or three; what is further up tells nothing any more.
constexpr qint64 LinesBefore = 3;

} // namespace

// The height of the last page is asked for first, and then the same lines are shown.
LogLayout LogView::layoutOf(qint64 row)
{
    if (const auto known = m_laidOut.constFind(row); known != m_laidOut.cend())
        return *known;
    const LineNumber number = lineAt(row);
    const LogLayout layout(row, number, m_document->line(number), font(), m_wrapping ? textWidth() : 0);
    m_laidOut.insert(row, layout);
    return layout;
}

void LogView::layoutFromTop(qint64 first)
{
    const qint64 rows = rowCount();
    int y = 0;
    for (qint64 row = first; row < rows && y < viewport()->height(); ++row) {
        m_lines.append(layoutOf(row));
        m_lines.last().setTop(y);
        y += m_lines.last().height();
    }
}

void LogView::layoutFromBottom()
{
    int y = viewport()->height() - 4;
    for (qint64 row = rowCount() - 1; row >= 0 && y > 0; --row) {
        m_lines.prepend(layoutOf(row));
        y -= m_lines.first().height();
        m_lines.first().setTop(y);
    }
    // All of it fits: it begins at the top.
    if (y > 0) {
        for (LogLayout &line : m_lines)
            line.setTop(line.top() - y);
    }
}

void LogView::relayout()
{
    if (m_valid)
        return;
    m_valid = true;
    m_laidOut.clear();
    m_gutter.measure(*m_document, font());
    // What the bar says is known only when the lines are laid out, which its own change does again.
    updateScrollBars();
    m_lines.clear();
    const qint64 first = verticalScrollBar()->value();
    if (first >= m_bottomTop)
        layoutFromBottom();
    else
        layoutFromTop(first);
    m_laidOut.clear();
    colourLines();
    for (const LogLayout &line : std::as_const(m_lines))
        m_widest = std::max(m_widest, line.textWidth());
    const auto before = m_top;
    m_top = m_lines.isEmpty() ? std::nullopt : anchorOf(m_lines.first().number());
    if (m_top && (!before || m_top->document != before->document || m_top->origin.line != before->origin.line))
        Q_EMIT firstLineChanged();
}

// Where the first one in view stands in a traceback is told by those before it.
void LogView::colourLines()
{
    if (m_lines.isEmpty())
        return;
    m_syntax.restart();
    const qint64 first = m_lines.first().row();
    for (qint64 row = std::max<qint64>(0, first - LinesBefore); row < first; ++row) {
        const LineNumber number = lineAt(row);
        if (const LogLine *line = m_document->line(number); line && line->spans.isEmpty())
            m_syntax.formats(m_document->originOf(number).source, line->text);
    }
    for (LogLayout &line : m_lines) {
        if (line.isKnown() && line.isPlain())
            line.setColours(m_syntax.formats(m_document->originOf(line.number()).source, line.text()));
    }
}

void LogView::updateScrollBars()
{
    const qint64 rows = rowCount();
    int left = viewport()->height() - 4;
    qint64 top = rows;
    // Far from the end the exact place where the last page begins does not matter, and to know it one would have to
    // read that page.
    const qint64 page = std::max(1, left / QFontMetrics(font()).lineSpacing());
    if (const bool isFar = !m_following && verticalScrollBar()->value() + 4 * page < rows; isFar) {
        top = rows - page;
        left = 0;
    }
    while (top > 0 && left > 0) {
        const int height = m_wrapping ? layoutOf(top - 1).height() : layoutOf(rows - 1).height();
        if (left < height && top < rows)
            break;
        left -= height;
        --top;
    }
    m_bottomTop = left >= 0 && top == 0 ? 0 : top;
    m_settingScroll = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(std::max(1, int(rows - m_bottomTop)));
    bar->setSingleStep(1);
    bar->setRange(0, int(std::min<qint64>(m_bottomTop, std::numeric_limits<int>::max())));
    if (m_following)
        bar->setValue(bar->maximum());
    QScrollBar *across = horizontalScrollBar();
    across->setRange(0, m_wrapping ? 0 : std::max(0, m_widest - textWidth() + Gap));
    across->setPageStep(textWidth());
    across->setSingleStep(20);
    m_settingScroll = false;
}

} // namespace Roost
