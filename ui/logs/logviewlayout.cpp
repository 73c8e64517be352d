// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines LogView has on the screen, and where.
#include "ui/logs/logview.h"
#include "ui/theme/theme.h"

#include <QScrollBar>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

namespace {

// A frame of a traceback has two lines or three; what is further up tells nothing any more.
constexpr qint64 LinesBefore = 3;
// How far behind the newest page a page of loaded lines is looked for, in pages.
constexpr qint64 PagesBack = 4;

} // namespace

// The height of the last page is asked for first, and then the same lines are shown.
LogLayout LogView::layoutOf(qint64 row)
{
    if (const auto known = m_laidOut.constFind(row); known != m_laidOut.cend())
        return *known;
    const LineNumber number = lineAt(row);
    const LogLine *line = m_document->line(number);
    const LogLayout layout(row, number, line, font(), m_wrapping ? textWidth() : 0,
                           line ? hiddenOf(number, line->text) : 0);
    m_laidOut.insert(row, layout);
    return layout;
}

// The last page of that many rows can be painted. Asks for what is missing of it.
bool LogView::isAtHand(qint64 rows)
{
    const qint64 page = viewport()->height() / QFontMetrics(font()).lineSpacing() + 1;
    bool isAll = true;
    for (qint64 row = std::max<qint64>(0, rows - page); row < rows; ++row)
        isAll = m_document->line(lineAt(row)) != nullptr && isAll;
    return isAll;
}

// A log may grow faster than its lines are read: what is followed is the newest page that is at hand, so that no line
// is seen without its text. The wanted page stays the same until it is here, or it would be overtaken for ever.
void LogView::followLoaded()
{
    const qint64 rows = rowCount();
    m_wantedRows = m_wantedRows == 0 ? rows : std::min(m_wantedRows, rows);
    m_loadedRows = std::min(m_loadedRows, rows);
    if (isAtHand(m_wantedRows)) {
        m_loadedRows = m_wantedRows;
        m_wantedRows = rows;
        if (isAtHand(rows))
            m_loadedRows = rows;
    }
    // Lines of several logs may have come in between those that were at hand.
    const qint64 page = viewport()->height() / QFontMetrics(font()).lineSpacing() + 1;
    const qint64 oldest = std::max<qint64>(0, m_loadedRows - PagesBack * page);
    qint64 known = 0;
    for (qint64 row = m_loadedRows - 1; row >= oldest; --row) {
        known = m_document->line(lineAt(row)) ? known + 1 : 0;
        if (known == page || (row == 0 && known > 0)) {
            m_loadedRows = row + known;
            return;
        }
    }
}

qint64 LogView::shownRows() const
{
    return m_following ? std::min(m_loadedRows, rowCount()) : rowCount();
}

// PyTorch's "[rank3]: " in front of a line says what the gutter says.
qsizetype LogView::hiddenOf(LineNumber number, const QString &text) const
{
    using namespace Qt::StringLiterals;
    if (!text.startsWith("[rank"_L1) || m_document->documents().size() < 2)
        return 0;
    const QString prefix = u"[rank"_s + m_document->tag(m_document->originOf(number).source).text + u"]:"_s;
    if (!text.startsWith(prefix))
        return 0;
    return prefix.size() + (text.size() > prefix.size() && text[prefix.size()] == u' ' ? 1 : 0);
}

void LogView::layoutFromTop(qint64 first)
{
    const qint64 rows = shownRows();
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
    for (qint64 row = shownRows() - 1; row >= 0 && y > 0; --row) {
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
    if (m_following)
        followLoaded();
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
    updateAcross();
    const auto before = m_top;
    m_top = m_lines.isEmpty() ? std::nullopt : anchorOf(m_lines.first().number());
    if (m_top && (!before || m_top->document != before->document || m_top->origin.line != before->origin.line))
        Q_EMIT firstLineChanged();
    tellReaders();
}

QList<QTextLayout::FormatRange> LogView::linkOf(const LogLayout &line) const
{
    const auto link = m_isOpenable ? linkIn(line.text()) : std::nullopt;
    if (!link || !m_isOpenable(link->path))
        return {};
    QTextCharFormat look;
    look.setForeground(Theme::color(Theme::Role::Accent));
    look.setFontUnderline(true);
    return {{int(link->start), int(link->length), look}};
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
            line.setColours(m_syntax.formats(m_document->originOf(line.number()).source, line.text()) + linkOf(line));
    }
}

void LogView::updateScrollBars()
{
    const qint64 rows = shownRows();
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
    m_settingScroll = false;
    updateAcross();
}

void LogView::updateAcross()
{
    m_settingScroll = true;
    QScrollBar *across = horizontalScrollBar();
    across->setRange(0, m_wrapping ? 0 : std::max(0, m_widest - textWidth() + Gap));
    across->setPageStep(textWidth());
    across->setSingleStep(20);
    m_settingScroll = false;
}

} // namespace Roost::Ui
