// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/loglayout.h"
#include "ui/logs/logrows.h"

namespace Roost::Ui {

/// The current line of a log and the selected text.
class LogCursor : public QObject
{
    Q_OBJECT
public:
    /// Both arguments must outlive the cursor.
    LogCursor(Logs::LogText *text, const LogRows *rows, QObject *parent = nullptr);

    std::optional<Logs::LineNumber> line() const { return m_line; }
    void setLine(std::optional<Logs::LineNumber> line);

    const LogSelection &selection() const { return m_selection; }
    void setSelection(const LogSelection &selection);
    void selectAll();
    /// Returns the selected text if it is within one of `lines`; otherwise an empty string.
    QString selectedText(const QList<LogLayout> &lines) const;
    /// Copies the selected text to the clipboard as soon as it has been read, without the lines that the filter
    /// excludes.
    void copy();

    /// Call when the text has restarted. Clears the current line and the selection.
    void restart();
    /// Call when the order of the lines from `from` on has changed. Finds the current line again, and clears a
    /// selection among these lines.
    void rearrange(Logs::LineNumber from);

Q_SIGNALS:
    void selectionChanged();
    /// Emitted if the selected text is too long.
    void copyFailed(const Roost::Error &error);

private:
    Logs::LogText *m_text;
    const LogRows *m_rows;
    LogSelection m_selection;
    std::optional<Logs::LineNumber> m_line;
    std::optional<LogRows::Anchor> m_anchor; // the origin of m_line
    PendingReply<QString> m_copying;
};

} // namespace Roost::Ui
