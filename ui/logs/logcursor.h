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
    /// Both arguments outlive the cursor.
    LogCursor(Logs::LogText *text, const LogRows *rows, QObject *parent = nullptr);

    std::optional<Logs::LineNumber> line() const { return m_line; }
    void setLine(std::optional<Logs::LineNumber> line);

    const LogSelection &selection() const { return m_selection; }
    void setSelection(const LogSelection &selection);
    void selectAll();
    /// The selected text if it lies within one of `lines`; else empty.
    QString selectedText(const QList<LogLayout> &lines) const;
    /// Copies the selected text to the clipboard as soon as it is read, without the lines excluded by the filter.
    void copy();

    /// Call when the text has restarted: no line is current or selected.
    void restart();
    /// Call when the lines from `from` on are in another order: the current line is found again, a selection there is
    /// dropped.
    void rearrange(Logs::LineNumber from);

Q_SIGNALS:
    void selectionChanged();
    /// Rejected if the selected text is too long.
    void copyFailed(const Roost::Error &error);

private:
    Logs::LogText *m_text;
    const LogRows *m_rows;
    LogSelection m_selection;
    std::optional<Logs::LineNumber> m_line;
    std::optional<LogRows::Anchor> m_anchor; // of m_line
    PendingReply<QString> m_copying;
};

} // namespace Roost::Ui
