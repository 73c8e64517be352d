// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/loggutter.h"
#include "ui/logs/loglayout.h"
#include "ui/logs/loglink.h"
#include "ui/logs/logoverview.h"
#include "ui/logs/logrows.h"
#include "ui/logs/logsyntax.h"

#include <QHash>
#include <QPainter>

#include <functional>

class QAbstractScrollArea;

namespace Roost::Ui {

/// The visible lines of a log: lays them out, paints them, and finds the line at a point. Points and rectangles are in
/// the coordinates of the area's viewport.
class LogCanvas
{
public:
    using IsOpenable = std::function<bool(const QString &path)>;

    /// All arguments must outlive the canvas. Font, size and horizontal position are those of `area`.
    LogCanvas(Logs::LogText *text, const LogRows *rows, const QAbstractScrollArea *area);

    bool isWrapping() const { return m_wrapping; }
    void setWrapping(bool wrapping);
    bool showsTimes() const { return m_gutter.showsTimes(); }
    void setShowsTimes(bool shows) { m_gutter.setShowsTimes(shows); }
    /// Sets which files of tracebacks can be opened; these are shown as links. By default there are none.
    void setOpenable(IsOpenable isOpenable) { m_isOpenable = std::move(isOpenable); }
    void setHighlights(const Logs::LogHighlights &highlights) { m_highlights = highlights; }
    /// Marks the matches, on top of the highlights.
    void setHighlight(const Logs::LogPattern &pattern) { m_highlight = pattern; }
    void setFound(const Logs::LogFinder *found) { m_overview.setFound(found); }

    /// The first of the three steps of a layout: measures the gutter and discards the previous layout.
    void beginLayout();
    /// The second step: returns the height that a row will have.
    int heightOf(qint64 row) { return layoutOf(row).height(); }
    /// The third step: lays out the rows from `first` on or, if it is empty, the last of the `rows` rows, which end at
    /// the lower edge. `rows` is the number of rows that may be shown.
    void layOut(std::optional<qint64> first, qint64 rows);
    const QList<LogLayout> &lines() const { return m_lines; }

    int textLeft() const { return m_gutter.width(); }
    int textWidth() const;
    /// Returns how far, in pixels, the widest line seen so far exceeds the width of the text; 0 while lines wrap.
    int beyond() const;
    void resetWidest() { m_widest = 0; }

    LogPosition positionAt(const QPoint &place) const;
    /// Returns an empty rectangle if the position is not visible.
    QRect placeOf(const LogPosition &position) const;
    /// Returns null if there is no line at that height.
    const LogLayout *lineAt(int y) const;
    std::optional<LogLink> linkAt(const QPoint &place) const;
    /// Returns the sentence above the first line of a restarted file; empty for other lines.
    QString restartNote(Logs::LineNumber line) const;

    void paint(QPainter &painter, const LogSelection &selection, std::optional<Logs::LineNumber> current) const;

private:
    LogLayout layoutOf(qint64 row);
    qsizetype hiddenOf(Logs::LineNumber number, const QString &text) const;
    QList<QTextLayout::FormatRange> linkOf(const LogLayout &line) const;
    void layOutFromTop(qint64 first, qint64 rows);
    void layOutFromBottom(qint64 rows);
    void colourLines();
    void paintRestart(QPainter &painter, const LogLayout &line, const QString &note) const;

    static constexpr int Gap = 8; // between gutter, text and overview

    Logs::LogText *m_text;
    const LogRows *m_rows;
    const QAbstractScrollArea *m_area;
    LogGutter m_gutter;
    LogOverview m_overview;
    LogSyntax m_syntax;
    Logs::LogHighlights m_highlights;
    Logs::LogPattern m_highlight;
    IsOpenable m_isOpenable;
    bool m_wrapping = true;
    int m_widest = 0;
    QList<LogLayout> m_lines;
    QHash<qint64, LogLayout> m_laidOut; // by row, for the current layout
};

} // namespace Roost::Ui
