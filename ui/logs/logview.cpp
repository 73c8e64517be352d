// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logview.h"

#include "models/logs/lines/nextline.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Roost::Ui {

using namespace Logs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// The time between two frames, in ms.
constexpr milliseconds Frame = 16ms;
constexpr milliseconds Growth = 40ms;

} // namespace

LogView::LogView(LogText *text, LogFinder *filter, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(text)
    , m_rows(text, filter)
    , m_viewport(text, &m_rows, this)
    , m_canvas(text, &m_rows, this)
    , m_cursor(text, &m_rows)
    , m_input(this, &m_canvas, &m_cursor)
{
    // Call before setObjectName(), which creates and stores the accessible interface of the view.
    QAccessible::installFactory(LogViewAccessible::make);
    setObjectName(u"logView"_s);
    m_sinceFrame.start();
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::fixedFont());
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true); // for the cursor, which changes over links
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(filter, &LogFinder::changed, this, [this] { repaintWithin(Growth); });
    connectParts();
}

void LogView::connectParts()
{
    connect(m_document, &LogText::grown, this, [this] { repaintWithin(Growth); });
    connect(m_document, &LogText::restarted, this, &LogView::onRestarted);
    connect(m_document, &LogText::rearranged, this, &LogView::onRearranged);
    connect(m_document, &LogText::linesReady, this, [this] { repaintWithin(Frame); });
    connect(this, &LogView::currentLineChanged, this, &LogView::notifyReadersOfCursor);
    connect(&m_cursor, &LogCursor::selectionChanged, this, [this] {
        viewport()->update();
        Q_EMIT selectionChanged();
    });
    connect(&m_cursor, &LogCursor::copyFailed, this, &LogView::reportCopyError);
    connect(&m_input, &LogInput::zoomWanted, this, &LogView::zoomWanted);
    connect(&m_input, &LogInput::followWanted, this, &LogView::setFollowing);
    connect(&m_input, &LogInput::fileWanted, this, &LogView::fileWanted);
    connect(&m_input, &LogInput::lineClicked, this, &LogView::onLineClicked);
    connect(&m_input, &LogInput::selectionDragged, this, &LogView::onSelectionDragged);
}

void LogView::invalidate()
{
    m_isLaidOut = false;
    viewport()->update();
}

// A single change is painted at once. A log that grows continuously is painted once per frame, or less often if it
// grows faster than the user can read.
void LogView::repaintWithin(milliseconds delay)
{
    const milliseconds now(m_sinceFrame.elapsed());
    const milliseconds end = std::max(now, delay);
    if (m_frameTimer.isActive() && m_frameEnd <= end)
        return;
    m_frameEnd = end;
    m_frameTimer.start(end - now, this);
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_frameTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    m_frameTimer.stop();
    m_sinceFrame.start();
    invalidate();
}

void LogView::onRestarted()
{
    m_viewport.clearTop();
    m_canvas.resetWidest();
    m_cursor.restart();
    invalidate();
}

// The lines that the user reads keep their position.
void LogView::onRearranged(LineNumber from)
{
    m_cursor.rearrange(from);
    const auto top = m_viewport.top();
    if (!isFollowing() && top && firstVisibleLine() >= from)
        scrollTo(m_rows.rowOf(m_rows.find(*top)));
    invalidate();
}

void LogView::showFromLine(LineNumber line)
{
    setFollowing(false);
    scrollTo(m_rows.rowOf(line));
    invalidate();
}

void LogView::setShowsTimes(bool shows)
{
    m_canvas.setShowsTimes(shows);
    invalidate();
}

void LogView::setHighlights(const LogHighlights &highlights)
{
    m_canvas.setHighlights(highlights);
    viewport()->update();
}

void LogView::setHighlight(const LogPattern &pattern)
{
    m_canvas.setHighlight(pattern);
    viewport()->update();
}

void LogView::setFound(const LogFinder *found)
{
    if (m_found)
        disconnect(m_found, nullptr, viewport(), nullptr);
    m_found = found;
    m_canvas.setFound(found);
    if (found)
        connect(found, &LogFinder::changed, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

void LogView::setOpenable(LogCanvas::IsOpenable isOpenable)
{
    m_canvas.setOpenable(std::move(isOpenable));
    invalidate();
}

void LogView::setFollowing(bool following)
{
    if (isFollowing() == following)
        return;
    m_viewport.setFollowing(following);
    invalidate();
    Q_EMIT followingChanged(following);
}

void LogView::setZoom(int steps)
{
    const LineNumber first = firstVisibleLine();
    setFont(Theme::fixedFont(0.95 * std::pow(1.1, steps)));
    m_canvas.resetWidest();
    relayoutFrom(first);
}

void LogView::setWrapping(bool wrapping)
{
    if (isWrapping() == wrapping)
        return;
    const LineNumber first = firstVisibleLine();
    m_canvas.setWrapping(wrapping);
    relayoutFrom(first);
}

void LogView::relayoutFrom(LineNumber first)
{
    m_isLaidOut = false;
    if (!isFollowing())
        scrollTo(m_rows.rowOf(first));
    invalidate();
}

LineNumber LogView::firstVisibleLine() const
{
    return m_canvas.lines().isEmpty() ? LineNumber{0} : m_canvas.lines().first().number();
}

LineNumber LogView::lastVisibleLine() const
{
    return m_canvas.lines().isEmpty() ? LineNumber{0} : m_canvas.lines().last().number();
}

QString LogView::visibleText() const
{
    QStringList lines;
    for (const LogLayout &line : m_canvas.lines())
        lines += line.shownText().toString();
    return lines.join(u'\n');
}

const QList<LogLayout> &LogView::linesInView()
{
    relayout();
    return m_canvas.lines();
}

void LogView::scrollTo(qint64 row)
{
    m_isLaidOut = false;
    updateScrollBars();
    m_viewport.scrollTo(row);
}

void LogView::goTo(LineNumber line)
{
    if (m_rows.count() == 0)
        return;
    m_cursor.setLine(line);
    const qint64 row = std::clamp<qint64>(m_rows.rowOf(line), 0, m_rows.count() - 1);
    const bool isInView = std::ranges::any_of(linesInView(), [&](const LogLayout &shown) {
        return shown.row() == row && shown.top() >= 0 && shown.top() + shown.height() <= viewport()->height();
    });
    Q_EMIT moved();
    // The user reads the requested line; new lines must not scroll it away.
    setFollowing(false);
    if (!isInView)
        scrollTo(row - verticalScrollBar()->pageStep() / 3);
    viewport()->update();
    Q_EMIT currentLineChanged();
}

bool LogView::walkErrors(int direction)
{
    const auto line = nextLine(m_document->errorLines(), currentLine(), direction > 0);
    if (!line)
        return false;
    goTo(*line);
    return true;
}

void LogView::updateScrollBars()
{
    m_viewport.measure(!isWrapping(), [this](qint64 row) { return m_canvas.heightOf(row); });
    m_viewport.measureAcross(m_canvas.beyond(), m_canvas.textWidth());
}

void LogView::relayout()
{
    if (m_isLaidOut)
        return;
    m_isLaidOut = true;
    m_canvas.beginLayout();
    m_viewport.advance();
    // The range of the bar is known only after the layout, and a change of the bar starts another layout.
    updateScrollBars();
    m_canvas.layOut(m_viewport.firstRow(), m_viewport.shownRows());
    m_viewport.measureAcross(m_canvas.beyond(), m_canvas.textWidth());
    const auto &lines = m_canvas.lines();
    if (m_viewport.setTop(lines.isEmpty() ? std::nullopt : std::optional(lines.first().number())))
        Q_EMIT firstLineChanged();
    notifyReaders();
}

void LogView::paintEvent(QPaintEvent * /*event*/)
{
    relayout();
    QPainter painter(viewport());
    m_canvas.paint(painter, selection(), currentLine());
    if (hasFocus()) {
        painter.setPen(Theme::color(Theme::Role::Accent));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    invalidate();
}

void LogView::scrollContentsBy(int /*dx*/, int dy)
{
    invalidate();
    if (dy != 0 && !m_viewport.isSettingBars())
        onScrolled();
}

void LogView::onScrolled()
{
    Q_EMIT moved();
    const bool isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (isFollowing() != isAtEnd)
        setFollowing(isAtEnd);
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (m_input.turnWheel(event))
        return;
    QAbstractScrollArea::wheelEvent(event);
    // If the log fits into the view, scrolling up from the end cannot move the bar, but still ends following.
    if (event->angleDelta().y() > 0 && isFollowing() && verticalScrollBar()->maximum() > 0)
        onScrolled();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (!m_input.pressKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

void LogView::onLineClicked()
{
    viewport()->update();
    Q_EMIT currentLineChanged();
}

void LogView::onSelectionDragged(const QPoint &place)
{
    relayout();
    setSelection({selection().anchor, positionAt(place)});
}

void LogView::reportCopyError(const Error &error)
{
    Error shown = error;
    if (error.kind == ErrorKind::Rejected)
        shown.text = tr("The text is too long to be copied. Save the log to a file instead.");
    Q_EMIT copyFailed(shown);
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const LogLayout *line = help->pos().x() < m_canvas.textLeft() ? m_canvas.lineAt(help->pos().y()) : nullptr;
    if (line && line->number().value < m_document->lineCount()) {
        QToolTip::showText(help->globalPos(), LogGutter::toolTip(*m_document, line->number()), viewport());
        return true;
    }
    QToolTip::hideText();
    event->ignore();
    return true;
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.setObjectName(u"logMenu"_s);
    QAction *copyAction = menu.addAction(tr("Copy"), this, &LogView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(!selection().isEmpty());
    if (const auto link = m_canvas.linkAt(event->pos()))
        menu.addAction(tr("Open %1, line %2").arg(link->path.section(u'/', -1)).arg(link->line), this,
                       [this, link] { Q_EMIT fileWanted(link->path, link->line); });
    menu.addAction(tr("Select all"), this, &LogView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu.addSeparator();
    for (QAction *action : actions())
        menu.addAction(action);
    menu.exec(event->globalPos());
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    Q_EMIT entered();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

// Only the log with the keyboard focus is reported, because a screen reader would read out the other logs, too.
void LogView::notifyReaders()
{
    if (!QAccessible::isActive() || !hasFocus())
        return;
    const QString text = pageText().text();
    if (text == m_reportedText)
        return;
    QAccessibleTextUpdateEvent event(this, 0, std::exchange(m_reportedText, text), text);
    QAccessible::updateAccessibility(&event);
}

void LogView::notifyReadersOfCursor()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTextCursorEvent event(this, pageText().startOf(currentLine()));
    QAccessible::updateAccessibility(&event);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        invalidate();
}

} // namespace Roost::Ui
