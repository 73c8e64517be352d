// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "ui/logs/loglayout.h"

namespace Roost::Ui {

/// The visible lines of a log as one text for screen readers. In a log of several ranks, each line includes its rank.
class LogPageText
{
public:
    LogPageText(Logs::LogText *text, const QList<LogLayout> &lines);

    bool isEmpty() const { return m_lines.isEmpty(); }
    const QString &text() const { return m_text; }
    LogPosition positionAt(int offset) const;
    int offsetOf(const LogPosition &position) const;
    /// Returns the start of a line; 0 if it is not visible.
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
