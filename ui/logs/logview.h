// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logcanvas.h"
#include "ui/logs/logcursor.h"
#include "ui/logs/loginput.h"
#include "ui/logs/logviewaccessible.h"
#include "ui/logs/logviewport.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

namespace Roost::Ui {

/// The view of a log of one or several files. Shows all lines, or the lines that a filter has found, and requests lines
/// that are not loaded from the text. LogViewport stores the scroll position, LogCanvas lays out and paints, LogCursor
/// stores the current line and the selection, LogInput handles keys and mouse; this class connects them. Does not own
/// text and filter, which must outlive the view.
class LogView : public QAbstractScrollArea, public LogViewAccessible::View
{
    Q_OBJECT
    Q_PROPERTY(bool following READ isFollowing WRITE setFollowing NOTIFY followingChanged)
    Q_PROPERTY(bool wrapping READ isWrapping WRITE setWrapping)

public:
    LogView(Logs::LogText *text, Logs::LogFinder *filter, QWidget *parent = nullptr);

    Logs::LogText *document() const { return m_document; }

    /// Returns whether the newest line is kept visible. Scrolling up ends this; scrolling to the end starts it again.
    bool isFollowing() const { return m_viewport.isFollowing(); }
    void setFollowing(bool following);
    /// Sets the number of steps from the default text size.
    void setZoom(int steps);
    bool isWrapping() const { return m_canvas.isWrapping(); }
    void setWrapping(bool wrapping);

    /// Returns whether the gutter shows the times of the lines.
    bool showsTimes() const { return m_canvas.showsTimes(); }
    void setShowsTimes(bool shows);

    /// Sets which files of tracebacks can be opened; these are shown as links. By default there are none.
    void setOpenable(LogCanvas::IsOpenable isOpenable);

    /// Highlights the matches in the visible lines.
    void setHighlights(const Logs::LogHighlights &highlights);
    /// Highlights the matches of the search pattern, on top of the other highlights.
    void setHighlight(const Logs::LogPattern &pattern);
    /// Sets lines to mark beside the scroll bar, in addition to lines with errors.
    void setFound(const Logs::LogFinder *found);
    /// Scrolls to a line and makes it the current one.
    void goTo(Logs::LineNumber line) override;
    std::optional<Logs::LineNumber> currentLine() const override { return m_cursor.line(); }
    Logs::LineNumber firstVisibleLine() const;
    Logs::LineNumber lastVisibleLine() const;
    /// Scrolls so that `line` is the first visible one; ends following.
    void showFromLine(Logs::LineNumber line);
    /// Goes to the next line with an error (+1) or to the previous one (-1). Returns false if there is none.
    bool walkErrors(int direction);

    const LogSelection &selection() const override { return m_cursor.selection(); }
    void setSelection(const LogSelection &selection) override { m_cursor.setSelection(selection); }
    /// Returns the selected text if it is within one visible line; otherwise an empty string.
    QString selectedText() const { return m_cursor.selectedText(m_canvas.lines()); }
    void selectAll() { m_cursor.selectAll(); }
    /// Copies the selected text to the clipboard as soon as it has been read.
    void copy() { m_cursor.copy(); }
    /// Returns the sentence above the first line of a restarted file; empty for other lines.
    QString restartNote(Logs::LineNumber line) const { return m_canvas.restartNote(line); }
    /// Returns the visible text, line by line.
    QString visibleText() const;
    const QList<LogLayout> &linesInView();
    LogPageText pageText() override { return {m_document, linesInView()}; }
    /// The position in the text at a point of the viewport, and the rectangle of the character at a position.
    LogPosition positionAt(const QPoint &place) const override { return m_canvas.positionAt(place); }
    QRect placeOf(const LogPosition &position) const override { return m_canvas.placeOf(position); }

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionChanged();
    void currentLineChanged();
    /// Emitted when the user scrolls or goes to a line. firstLineChanged() follows when the new lines are laid out.
    void moved();
    /// Emitted when the first visible line has changed.
    void firstLineChanged();
    /// Emitted when the user requests another text size: +1, -1, or 0 for the default size.
    void zoomWanted(int step);
    /// Emitted when the user clicks a file in a traceback; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    /// Emitted when the view has received the keyboard focus.
    void entered();
    void copyFailed(const Roost::Error &error);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override { m_input.pressMouse(event); }
    void mouseMoveEvent(QMouseEvent *event) override { m_input.moveMouse(event); }
    void mouseReleaseEvent(QMouseEvent *event) override { m_input.releaseMouse(event); }
    void mouseDoubleClickEvent(QMouseEvent *event) override { m_input.doubleClick(event); }
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void connectParts();
    void onRearranged(Logs::LineNumber from);
    void onRestarted();
    void onScrolled();
    void onLineClicked();
    void onSelectionDragged(const QPoint &place);
    void reportCopyError(const Error &error);
    void relayout();
    void updateScrollBars();
    void invalidate();
    void repaintWithin(std::chrono::milliseconds delay);
    void scrollTo(qint64 row);
    void relayoutFrom(Logs::LineNumber first);
    void notifyReaders();
    void notifyReadersOfCursor();

    Logs::LogText *m_document;
    const Logs::LogFinder *m_found = nullptr;
    LogRows m_rows;
    LogViewport m_viewport;
    LogCanvas m_canvas;
    LogCursor m_cursor;
    LogInput m_input;
    bool m_isLaidOut = false;                // whether the canvas is up to date
    QBasicTimer m_frameTimer;                // runs until new lines are painted next
    QElapsedTimer m_sinceFrame;              // time since new lines were last painted
    std::chrono::milliseconds m_frameEnd{0}; // time of m_sinceFrame at which m_frameTimer ends
    QString m_reportedText;                  // the text that was last reported to screen readers
};

} // namespace Roost::Ui
