// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logcursor.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

LogCursor::LogCursor(LogText *text, const LogRows *rows, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_rows(rows)
{
}

void LogCursor::setLine(std::optional<LineNumber> line)
{
    m_line = line;
    m_anchor = m_rows->anchorOf(line);
}

void LogCursor::setSelection(const LogSelection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
}

void LogCursor::selectAll()
{
    const qint64 rows = m_rows->count();
    if (rows > 0)
        setSelection({{m_rows->lineAt(0), 0}, {m_rows->lineAt(rows - 1), LongestShownLine}});
}

QString LogCursor::selectedText(const QList<LogLayout> &lines) const
{
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    for (const LogLayout &line : lines) {
        if (line.number() == first.line && first.line == last.line)
            return line.text().sliced(first.column, last.column - first.column);
    }
    return {};
}

void LogCursor::copy()
{
    if (m_selection.isEmpty())
        return;
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    const std::optional<std::vector<LineNumber>> shown = m_rows->filteredLines();
    m_copying.watch(m_text->text(first.line, last.line), [this, first, last, shown](Result<QString> text) {
        if (!text) {
            Q_EMIT copyFailed(text.error());
            return;
        }
        QStringList lines = text->split(u'\n');
        // The end is cut first, because its column counts from the start of its line.
        lines.last().truncate(last.column);
        lines.first().remove(0, first.column);
        if (shown) {
            QStringList kept;
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (std::ranges::binary_search(*shown, LineNumber{first.line.value + i}))
                    kept += lines[i];
            }
            lines = kept;
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

void LogCursor::restart()
{
    m_selection = {};
    setLine({});
    Q_EMIT selectionChanged();
}

void LogCursor::rearrange(LineNumber from)
{
    if (!m_selection.isEmpty() && m_selection.last().line >= from)
        setSelection({});
    if (m_line && *m_line >= from && m_anchor)
        m_line = m_rows->find(*m_anchor);
}

} // namespace Roost::Ui
