// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "ui/logs/loglayout.h"

namespace Roost::Ui {

/// The lines of a log in view as one text for screen readers, each with the rank that wrote it where the log is one of
/// several ranks.
class LogPageText
{
public:
    LogPageText(Logs::LogText *text, const QList<LogLayout> &lines);

    bool isEmpty() const { return m_lines.isEmpty(); }
    const QString &text() const { return m_text; }
    LogPosition positionAt(int offset) const;
    int offsetOf(const LogPosition &position) const;
    /// Where a line begins; 0 where it is not in view.
    int startOf(std::optional<Logs::LineNumber> line) const;

private:
    struct Line
    {
        Logs::LineNumber number;
        int start = 0;  // of the rank in front of the line
        int prefix = 0; // characters of the rank
        int length = 0;
        int hidden = 0; // characters of the line that are not shown
    };

    QString m_text;
    QList<Line> m_lines;
};

} // namespace Roost::Ui
