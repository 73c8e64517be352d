// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logfinder.h"
#include "models/logs/logtext.h"
#include "ui/logs/loggutter.h"
#include "ui/logs/loglayout.h"
#include "ui/logs/loglink.h"
#include "ui/logs/logsyntax.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>

#include <functional>

namespace Roost::Ui {

/// A log on the screen, of one file or of many: paints the lines in view and asks the text for those it does not have.
/// Shows all lines, or those a filter found. Neither text nor filter is owned; both outlive the view.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT
    Q_PROPERTY(bool following READ isFollowing WRITE setFollowing NOTIFY followingChanged)
    Q_PROPERTY(bool wrapping READ isWrapping WRITE setWrapping)

public:
    LogView(Logs::LogText *text, Logs::LogFinder *filter, QWidget *parent = nullptr);

    Logs::LogText *document() const { return m_document; }

    /// Keeps the newest line in view; lets go by itself when one scrolls up, and takes hold again at the end.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Steps of the size of the text, 0: as it comes.
    void setZoom(int steps);
    bool isWrapping() const { return m_wrapping; }
    void setWrapping(bool wrapping);

    /// When lines were written, in the gutter.
    bool showsTimes() const { return m_gutter.showsTimes(); }
    void setShowsTimes(bool shows);

    /// Which files of tracebacks can be opened: those are links, others look like text. None at first.
    void setOpenable(std::function<bool(const QString &path)> isOpenable);

    /// Marks what matches in the lines in view.
    void setHighlights(const Logs::LogHighlights &highlights);
    /// The same for what is being looked for, on top of those.
    void setHighlight(const Logs::LogPattern &pattern);
    /// Lines that are marked beside the scroll bar, with those of errors.
    void setFound(const Logs::LogFinder *found);
    /// Brings a line into view and marks it as the current one.
    void goTo(Logs::LineNumber line);
    std::optional<Logs::LineNumber> currentLine() const { return m_current; }
    Logs::LineNumber firstVisibleLine() const;
    Logs::LineNumber lastVisibleLine() const;
    /// Makes it the first line in view; lets go of the end.
    void showFromLine(Logs::LineNumber line);
    /// +1: the next line that speaks of an error, -1: the one before; false where there is none.
    bool walkErrors(int direction);

    const LogSelection &selection() const { return m_selection; }
    void setSelection(const LogSelection &selection);
    /// What is marked within one line; empty where that is more or nothing.
    QString selectedText() const;
    void selectAll();
    /// Puts what is marked on the clipboard as soon as it was read.
    void copy();
    /// What is said over a line with which a file began anew; else nothing.
    QString beganAnew(Logs::LineNumber line) const;
    /// What stands in view, line by line, as text.
    QString visibleText() const;
    const QList<LogLayout> &linesInView();
    /// The place of the text under a point of the viewport, and the rectangle of a character in it.
    LogPosition positionAt(const QPoint &place) const;
    QRect placeOf(const LogPosition &position) const;

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionChanged();
    void currentLineChanged();
    /// Somebody scrolls it or goes somewhere; firstLineChanged() tells where to when it is painted.
    void moved();
    /// Another line is the first in view.
    void firstLineChanged();
    /// Another size of the text is wanted: +1, -1, or 0 for the usual one.
    void zoomWanted(int step);
    /// A file that a traceback names was clicked; line numbers count from 1.
    void fileWanted(const QString &path, int line);
    /// It has the keyboard now.
    void entered();
    /// The text could not be copied.
    void copyFailed(const Roost::Error &error);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// Where a line came from, to find it again when the order of lines has changed.
    struct Anchor
    {
        Logs::LogDocument *document = nullptr;
        Logs::LogText::Origin origin;
    };
    std::optional<Anchor> anchorOf(std::optional<Logs::LineNumber> line) const;
    Logs::LineNumber find(const Anchor &anchor) const;
    void rearranged(Logs::LineNumber from);
    qint64 rowCount() const;
    qint64 shownRows() const;
    bool isAtHand(qint64 rows);
    void followLoaded();
    Logs::LineNumber lineAt(qint64 row) const;
    qint64 rowOf(Logs::LineNumber line) const;
    LogLayout layoutOf(qint64 row);
    qsizetype hiddenOf(Logs::LineNumber number, const QString &text) const;
    QList<QTextLayout::FormatRange> linkOf(const LogLayout &line) const;
    std::optional<LogLink> linkAt(const QPoint &place) const;
    void relayout();
    void colourLines();
    void layoutFromTop(qint64 first);
    void layoutFromBottom();
    void updateScrollBars();
    void updateAcross();
    void invalidate();
    void grown();
    void paintWithin(int apart);
    void restarted();
    void scrollTo(qint64 row);
    void scrolled();
    int textLeft() const { return m_gutter.width(); }
    int textWidth() const;
    void tellReaders();
    void tellReadersOfCursor();
    void paintOverview(QPainter &painter) const;
    void paintBeganAnew(QPainter &painter, const LogLayout &line, const QString &words) const;
    void paintMarks(QPainter &painter, const std::vector<Logs::LineNumber> &lines, const QColor &color) const;

    static constexpr int OverviewWidth = 8; // of the strip with marks at the right
    static constexpr int Gap = 8;           // between gutter, text and strip

    Logs::LogText *m_document;
    Logs::LogFinder *m_filter;
    const Logs::LogFinder *m_found = nullptr;
    LogGutter m_gutter;
    LogSyntax m_syntax;
    Logs::LogHighlights m_highlights;
    Logs::LogPattern m_highlight;
    bool m_following = true;
    bool m_wrapping = true;
    bool m_valid = false;
    bool m_settingScroll = false;
    int m_widest = 0;
    qint64 m_bottomTop = 0; // the greatest first row
    // While it follows: the rows up to the newest page whose text is at hand, and those that are asked for.
    qint64 m_loadedRows = 0;
    qint64 m_wantedRows = 0;
    QList<LogLayout> m_lines;
    QHash<qint64, LogLayout> m_laidOut; // by row, within one relayout()
    LogSelection m_selection;
    std::optional<Logs::LineNumber> m_current;
    std::optional<Anchor> m_top; // of the first line in view
    std::optional<Anchor> m_currentAnchor;
    QBasicTimer m_frame;      // until the next picture of what grows
    QElapsedTimer m_pictured; // since the last picture of what grew
    qint64 m_frameAt = 0;     // ms of that
    bool m_selecting = false;
    std::function<bool(const QString &path)> m_isOpenable;
    int m_wheelDelta = 0; // of Ctrl+wheel, less than a step
    QPoint m_dragPlace;
    QBasicTimer m_dragTimer;
    PendingReply<QString> m_copying;
    QString m_toldText; // what screen readers know
};

} // namespace Roost::Ui
