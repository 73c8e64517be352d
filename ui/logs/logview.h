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

/// The view of a log, of one file or of several: shows the visible lines and requests missing lines from the text.
/// Shows all lines, or the lines found by a filter. LogViewport holds the scroll position, LogCanvas lays out and
/// paints, LogCursor holds the current line and the selection, LogInput handles keys and mouse; this class joins
/// them. Neither text nor filter is owned; both outlive the view.
class LogView : public QAbstractScrollArea, public LogViewAccessible::View
{
    Q_OBJECT
    Q_PROPERTY(bool following READ isFollowing WRITE setFollowing NOTIFY followingChanged)
    Q_PROPERTY(bool wrapping READ isWrapping WRITE setWrapping)

public:
    LogView(Logs::LogText *text, Logs::LogFinder *filter, QWidget *parent = nullptr);

    Logs::LogText *document() const { return m_document; }

    /// Keeps the newest line visible. Scrolling up ends it; scrolling to the end resumes it.
    bool isFollowing() const { return m_viewport.isFollowing(); }
    void setFollowing(bool following);
    /// Steps of the text size, 0 for the usual size.
    void setZoom(int steps);
    bool isWrapping() const { return m_canvas.isWrapping(); }
    void setWrapping(bool wrapping);

    /// Whether the gutter shows the times of lines.
    bool showsTimes() const { return m_canvas.showsTimes(); }
    void setShowsTimes(bool shows);

    /// The files of tracebacks that can be opened: they are shown as links, others as text. None by default.
    void setOpenable(LogCanvas::IsOpenable isOpenable);

    /// Marks the matches in the visible lines.
    void setHighlights(const Logs::LogHighlights &highlights);
    /// Marks the matches of the search pattern, on top of the highlights.
    void setHighlight(const Logs::LogPattern &pattern);
    /// Lines to mark beside the scroll bar, in addition to lines of errors.
    void setFound(const Logs::LogFinder *found);
    /// Brings a line into view and makes it the current one.
    void goTo(Logs::LineNumber line) override;
    std::optional<Logs::LineNumber> currentLine() const override { return m_cursor.line(); }
    Logs::LineNumber firstVisibleLine() const;
    Logs::LineNumber lastVisibleLine() const;
    /// Makes the line the first visible one; ends following.
    void showFromLine(Logs::LineNumber line);
    /// +1 goes to the next line of an error, -1 to the previous one; false if there is none.
    bool walkErrors(int direction);

    const LogSelection &selection() const override { return m_cursor.selection(); }
    void setSelection(const LogSelection &selection) override { m_cursor.setSelection(selection); }
    /// The selected text if it lies within one visible line; else empty.
    QString selectedText() const { return m_cursor.selectedText(m_canvas.lines()); }
    void selectAll() { m_cursor.selectAll(); }
    /// Copies the selected text to the clipboard as soon as it is read.
    void copy() { m_cursor.copy(); }
    /// The sentence above the first line of a restarted file; empty for other lines.
    QString restartNote(Logs::LineNumber line) const { return m_canvas.restartNote(line); }
    /// The visible text, line by line.
    QString visibleText() const;
    const QList<LogLayout> &linesInView();
    LogPageText pageText() override { return {m_document, linesInView()}; }
    /// The position in the text under a point of the viewport, and the rectangle of a character in it.
    LogPosition positionAt(const QPoint &place) const override { return m_canvas.positionAt(place); }
    QRect placeOf(const LogPosition &position) const override { return m_canvas.placeOf(position); }

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionChanged();
    void currentLineChanged();
    /// The user scrolls or goes to a line; firstLineChanged() follows when the new lines are laid out.
    void moved();
    /// Another line is the first visible one.
    void firstLineChanged();
    /// The user requests another text size: +1, -1, or 0 for the usual one.
    void zoomWanted(int step);
    /// The user clicked a file named by a traceback; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    /// The view received the keyboard focus.
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
    void repaintWithin(int ms);
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
    bool m_valid = false;     // the canvas is up to date
    QBasicTimer m_frame;      // until the next painting of new lines
    QElapsedTimer m_pictured; // since the last painting of new lines
    qint64 m_frameAt = 0;     // ms of m_pictured at which m_frame ends
    QString m_reportedText;   // the text last reported to screen readers
};

} // namespace Roost::Ui
