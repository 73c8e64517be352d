// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/logline.h"
#include "models/logs/match/logpattern.h"

#include <QFont>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <memory>
#include <optional>

namespace Roost::Ui {

/// A position in a log: a line, and a column of its visible text.
struct LogPosition
{
    Logs::LineNumber line;
    qsizetype column = 0;
    auto operator<=>(const LogPosition &) const = default;
};

/// A range of selected text, from the start to the end of the drag, which may be in reverse order in the text.
struct LogSelection
{
    LogPosition anchor;
    LogPosition cursor;

    bool isEmpty() const { return anchor == cursor; }
    LogPosition first() const { return std::min(anchor, cursor); }
    LogPosition last() const { return std::max(anchor, cursor); }
    bool operator==(const LogSelection &) const = default;
};

/// The layout of one line of a log.
class LogLayout
{
public:
    /// `width` is in pixels; 0 lays out the line as one row of any length. `line` is null if it is not loaded yet. The
    /// first `hidden` characters are not shown, but are part of the text.
    LogLayout(qint64 row, Logs::LineNumber number, const Logs::LogLine *line, const QFont &font, int width,
              qsizetype hidden = 0);

    qint64 row() const { return m_row; }
    Logs::LineNumber number() const { return m_number; }
    bool isKnown() const { return m_known; }
    Logs::LogLevel level() const { return m_level; }
    int top() const { return m_top; }
    void setTop(int top) { m_top = top; }
    int height() const { return m_height; }
    int textWidth() const;
    const QString &text() const { return m_text; }
    QStringView shownText() const { return QStringView(m_text).sliced(m_hidden); }
    /// Returns whether the line contains no colours itself, so that setColours() can set them.
    bool isPlain() const { return m_plain; }
    void setColours(const QList<QTextLayout::FormatRange> &colours);

    /// `offset` is the position of the text of the line. `found` is highlighted on top of `highlights`.
    void paint(QPainter &painter, const QPointF &offset, const LogSelection &selection,
               const Logs::LogHighlights &highlights, const Logs::LogPattern &found) const;
    /// Returns the column at a point relative to the text of the line.
    qsizetype columnAt(const QPointF &place) const;
    /// Returns the rectangle of the character in a column, relative to the text of the line.
    QRect placeOf(qsizetype column) const;

private:
    void layOut();
    std::optional<QTextLayout::FormatRange> shown(qsizetype start, qsizetype length,
                                                  const QTextCharFormat &format) const;

    qint64 m_row;
    Logs::LineNumber m_number;
    bool m_known;
    bool m_plain = false;
    int m_width;
    qsizetype m_hidden = 0;
    Logs::LogLevel m_level = Logs::LogLevel::Plain;
    int m_top = 0;
    int m_height = 0;
    QString m_text;
    std::shared_ptr<QTextLayout> m_layout;
};

/// Returns the colour of a terminal's colour code in the current colour scheme, readable on the surface of a log.
QColor logColor(int code);
/// Returns the colour behind the text of a LogHighlight.
QColor highlightColor(int colour);

} // namespace Roost::Ui
