// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logviewport.h"

#include <QAbstractScrollArea>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Roost::Ui {

using namespace Logs;

namespace {

// The number of pages before the newest one in which advance() looks for a page of loaded lines.
constexpr qint64 PagesBack = 4;
constexpr int Foot = 4; // in pixels, below the last line

} // namespace

LogViewport::LogViewport(LogText *text, const LogRows *rows, QAbstractScrollArea *area)
    : m_text(text)
    , m_rows(rows)
    , m_area(area)
{
}

void LogViewport::setFollowing(bool following)
{
    m_following = following;
    if (following)
        m_loadedRows = m_wantedRows = m_rows->count();
}

qint64 LogViewport::pageRows() const
{
    return m_area->viewport()->height() / QFontMetrics(m_area->font()).lineSpacing() + 1;
}

// Returns whether the last page of `rows` rows can be painted, and requests the missing lines.
bool LogViewport::isLoaded(qint64 rows) const
{
    bool isAll = true;
    for (qint64 row = std::max<qint64>(0, rows - pageRows()); row < rows; ++row)
        isAll = m_text->line(m_rows->lineAt(row)) != nullptr && isAll;
    return isAll;
}

// A log may grow faster than its lines are read. The view follows the newest loaded page, so that no line is shown
// without its text. The requested page does not change until it is loaded; otherwise newer pages would replace it
// forever.
void LogViewport::advance()
{
    if (!m_following)
        return;
    const qint64 rows = m_rows->count();
    m_wantedRows = m_wantedRows == 0 ? rows : std::min(m_wantedRows, rows);
    m_loadedRows = std::min(m_loadedRows, rows);
    if (isLoaded(m_wantedRows)) {
        m_loadedRows = m_wantedRows;
        m_wantedRows = rows;
        if (isLoaded(rows))
            m_loadedRows = rows;
    }
    // Lines of several logs may have been inserted between the loaded ones.
    const qint64 page = pageRows();
    const qint64 oldest = std::max<qint64>(0, m_loadedRows - PagesBack * page);
    qint64 known = 0;
    for (qint64 row = m_loadedRows - 1; row >= oldest; --row) {
        known = m_text->line(m_rows->lineAt(row)) ? known + 1 : 0;
        if (known == page || (row == 0 && known > 0)) {
            m_loadedRows = row + known;
            return;
        }
    }
}

qint64 LogViewport::shownRows() const
{
    return m_following ? std::min(m_loadedRows, m_rows->count()) : m_rows->count();
}

void LogViewport::measure(bool isUniform, const HeightOf &heightOf)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    const qint64 rows = shownRows();
    int left = m_area->viewport()->height() - Foot;
    qint64 top = rows;
    // Far from the end the exact first row of the last page does not matter, and computing it would require reading
    // that page.
    const qint64 page = std::max(1, left / QFontMetrics(m_area->font()).lineSpacing());
    if (const bool isFar = !m_following && bar->value() + 4 * page < rows; isFar) {
        top = rows - page;
        left = 0;
    }
    while (top > 0 && left > 0) {
        const int height = heightOf(isUniform ? rows - 1 : top - 1);
        if (left < height && top < rows)
            break;
        left -= height;
        --top;
    }
    m_bottomTop = left >= 0 && top == 0 ? 0 : top;
    const QScopedValueRollback setting(m_settingBars, true);
    bar->setPageStep(std::max(1, int(rows - m_bottomTop)));
    bar->setSingleStep(1);
    bar->setRange(0, int(std::min<qint64>(m_bottomTop, std::numeric_limits<int>::max())));
    if (m_following)
        bar->setValue(bar->maximum());
}

void LogViewport::measureAcross(int beyond, int page)
{
    const QScopedValueRollback setting(m_settingBars, true);
    QScrollBar *across = m_area->horizontalScrollBar();
    across->setRange(0, beyond);
    across->setPageStep(page);
    across->setSingleStep(20);
}

void LogViewport::scrollTo(qint64 row)
{
    // Going to the last lines does not start following.
    const QScopedValueRollback setting(m_settingBars, true);
    m_area->verticalScrollBar()->setValue(int(std::clamp<qint64>(row, 0, m_bottomTop)));
}

std::optional<qint64> LogViewport::firstRow() const
{
    const qint64 first = m_area->verticalScrollBar()->value();
    return first >= m_bottomTop ? std::nullopt : std::optional(first);
}

bool LogViewport::setTop(std::optional<LineNumber> line)
{
    const auto before = m_top;
    m_top = m_rows->anchorOf(line);
    return m_top && (!before || !m_top->isSameLine(*before));
}

} // namespace Roost::Ui
