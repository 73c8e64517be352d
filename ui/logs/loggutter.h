// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/file/logtext.h"
#include "ui/logs/loglayout.h"

#include <QPainter>

namespace Roost::Ui {

/// The gutter left of the lines of a log: a mark for a line of an error, the rank that wrote the line, its time, and
/// its number.
class LogGutter
{
public:
    bool showsTimes() const { return m_showsTimes; }
    void setShowsTimes(bool shows) { m_showsTimes = shows; }

    /// Call before the other functions, and again after the text has changed.
    void measure(Logs::LogText &text, const QFont &font);
    int width() const { return m_width; }
    void paint(QPainter &painter, const Logs::LogText &text, const LogLayout &line, bool isCurrent) const;
    /// Returns the exact time of a line and the rank that wrote it.
    static QString toolTip(Logs::LogText &text, Logs::LineNumber line);

private:
    void paintMark(QPainter &painter, const LogLayout &line) const;
    void paintTag(QPainter &painter, const LogLayout &line, const Logs::LogTag &tag) const;

    bool m_showsTimes = true;
    int m_lineSpacing = 0;
    int m_tagWidth = 0; // 0 if all lines are of one source
    int m_timeWidth = 0;
    int m_numberWidth = 0;
    int m_width = 0;
};

} // namespace Roost::Ui
