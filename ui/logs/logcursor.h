// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/loglayout.h"
#include "ui/logs/logrows.h"

namespace Roost::Ui {

/// The current line of a log and the text that is marked in it.
class LogCursor : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    LogCursor(Logs::LogText *text, const LogRows *rows, QObject *parent = nullptr);

    std::optional<Logs::LineNumber> line() const { return m_line; }
    void setLine(std::optional<Logs::LineNumber> line);

    const LogSelection &selection() const { return m_selection; }
    void setSelection(const LogSelection &selection);
    void selectAll();
    /// The marked text where it lies within one of `lines`; else empty.
    QString selectedText(const QList<LogLayout> &lines) const;
    /// Puts the marked text on the clipboard as soon as it was read; without the lines that the filter leaves out.
    void copy();

    /// The text began anew: no line is current or marked.
    void restart();
    /// Lines from `from` on stand in another order: the current line is found again, a selection there is dropped.
    void rearrange(Logs::LineNumber from);

Q_SIGNALS:
    void selectionChanged();
    /// Rejected where the marked text is too long.
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
