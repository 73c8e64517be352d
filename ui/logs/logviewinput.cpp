// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of LogView: scrolling, keys, mouse, what is marked and copied.
#include "ui/logs/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace Roost::Ui {

using namespace Logs;

using namespace Qt::StringLiterals;

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    invalidate();
}

void LogView::scrollContentsBy(int /*dx*/, int dy)
{
    invalidate();
    if (dy != 0 && !m_settingScroll)
        scrolled();
}

void LogView::scrolled()
{
    Q_EMIT moved();
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (m_following != atEnd)
        setFollowing(atEnd);
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        // A touch pad sends many small turns.
        constexpr int Step = 120;
        m_wheelDelta += event->angleDelta().y();
        for (; std::abs(m_wheelDelta) >= Step; m_wheelDelta -= m_wheelDelta > 0 ? Step : -Step)
            Q_EMIT zoomWanted(m_wheelDelta > 0 ? 1 : -1);
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y() / 2);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
    // Up from the end of a log that fits: there is nowhere to scroll, but the wish is clear.
    if (event->angleDelta().y() > 0 && m_following && verticalScrollBar()->maximum() > 0)
        scrolled();
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::ZoomIn)) {
        Q_EMIT zoomWanted(1);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        Q_EMIT zoomWanted(-1);
    } else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT zoomWanted(0);
    } else {
        switch (event->key()) {
        case Qt::Key_Up:
            bar->triggerAction(QScrollBar::SliderSingleStepSub);
            break;
        case Qt::Key_Down:
            bar->triggerAction(QScrollBar::SliderSingleStepAdd);
            break;
        case Qt::Key_PageUp:
            bar->triggerAction(QScrollBar::SliderPageStepSub);
            break;
        case Qt::Key_PageDown:
        case Qt::Key_Space:
            bar->triggerAction(QScrollBar::SliderPageStepAdd);
            break;
        case Qt::Key_Home:
            bar->triggerAction(QScrollBar::SliderToMinimum);
            if (bar->maximum() == 0)
                setFollowing(false);
            break;
        case Qt::Key_End:
            bar->triggerAction(QScrollBar::SliderToMaximum);
            setFollowing(true);
            break;
        case Qt::Key_Left:
            horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
            break;
        case Qt::Key_Right:
            horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
            break;
        default:
            QAbstractScrollArea::keyPressEvent(event);
            return;
        }
    }
    event->accept();
}

LogPosition LogView::positionAt(const QPoint &place) const
{
    if (m_lines.isEmpty())
        return {};
    const LogLayout *found = &m_lines.first();
    for (const LogLayout &line : m_lines) {
        if (line.top() <= place.y())
            found = &line;
    }
    const QPointF inside(place.x() - textLeft() + horizontalScrollBar()->value(), place.y() - found->top());
    if (inside.y() >= found->height())
        return {found->number(), found->text().size()};
    return {found->number(), inside.y() < 0 ? 0 : found->columnAt(inside)};
}

QRect LogView::placeOf(const LogPosition &position) const
{
    for (const LogLayout &line : m_lines) {
        if (line.number() == position.line)
            return line.placeOf(position.column).translated(textLeft() - horizontalScrollBar()->value(), line.top());
    }
    return {};
}

void LogView::setSelection(const LogSelection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const LogPosition at = positionAt(event->position().toPoint());
    if (event->modifiers() & Qt::ShiftModifier) {
        setSelection({m_selection.anchor, at});
    } else {
        setSelection({at, at});
        m_current = m_lines.isEmpty() ? std::nullopt : std::optional(at.line);
        m_currentAnchor = anchorOf(m_current);
        viewport()->update();
        Q_EMIT currentLineChanged();
    }
    m_selecting = true;
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting) {
        const bool isLink = linkAt(event->position().toPoint()).has_value();
        viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::IBeamCursor);
        return;
    }
    m_dragPlace = event->position().toPoint();
    setSelection({m_selection.anchor, positionAt(m_dragPlace)});
    const bool outside = m_dragPlace.y() < 0 || m_dragPlace.y() > viewport()->height();
    if (outside && !m_dragTimer.isActive())
        m_dragTimer.start(40, this);
    else if (!outside)
        m_dragTimer.stop();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId()) {
        m_frame.stop();
        m_pictured.start();
        invalidate();
        return;
    }
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int beyond = m_dragPlace.y() < 0 ? m_dragPlace.y() : m_dragPlace.y() - viewport()->height();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(beyond / 12, -20, 20) +
                                  (beyond < 0 ? -1 : 1));
    relayout();
    setSelection({m_selection.anchor, positionAt(m_dragPlace)});
}

void LogView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool wasClick = m_selecting && m_selection.isEmpty() && event->modifiers() == Qt::NoModifier;
    m_selecting = false;
    m_dragTimer.stop();
    if (const auto link = linkAt(event->position().toPoint()); link && wasClick)
        Q_EMIT fileWanted(link->path, link->line);
}

std::optional<LogLink> LogView::linkAt(const QPoint &place) const
{
    if (!m_isOpenable || place.x() < textLeft())
        return {};
    const LogPosition at = positionAt(place);
    for (const LogLayout &line : m_lines) {
        if (line.number() != at.line || place.y() < line.top() || place.y() >= line.top() + line.height())
            continue;
        const auto link = linkIn(line.text());
        if (link && at.column >= link->start && at.column < link->start + link->length && m_isOpenable(link->path))
            return link;
    }
    return {};
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPosition at = positionAt(event->position().toPoint());
    for (const LogLayout &line : std::as_const(m_lines)) {
        if (line.number() != at.line)
            continue;
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, line.text());
        finder.setPosition(at.column);
        const auto from = finder.isAtBoundary() ? at.column : std::max<qsizetype>(0, finder.toPreviousBoundary());
        finder.setPosition(at.column);
        const auto to = finder.toNextBoundary();
        setSelection({{at.line, from}, {at.line, to < 0 ? line.text().size() : to}});
    }
}

QString LogView::selectedText() const
{
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    for (const LogLayout &line : m_lines) {
        if (line.number() == first.line && first.line == last.line)
            return line.text().sliced(first.column, last.column - first.column);
    }
    return {};
}

void LogView::selectAll()
{
    const qint64 rows = rowCount();
    if (rows == 0)
        return;
    const LineNumber last = lineAt(rows - 1);
    setSelection({{lineAt(0), 0}, {last, LongestShownLine}});
}

void LogView::copy()
{
    if (m_selection.isEmpty())
        return;
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    const std::vector<LineNumber> shown = m_filter->isActive() ? m_filter->lines() : std::vector<LineNumber>();
    const bool filtered = m_filter->isActive();
    m_copying.watch(m_document->text(first.line, last.line),
                    [this, first, last, shown, filtered](Result<QString> text) {
                        if (!text) {
                            Error error = text.error();
                            if (error.kind == ErrorKind::Rejected)
                                error.text = tr("The text is too long to be copied. Save the log to a file instead.");
                            Q_EMIT copyFailed(error);
                            return;
                        }
                        QStringList lines = text->split(u'\n');
                        // The end first: it is counted from the beginning of its line.
                        lines.last().truncate(last.column);
                        lines.first().remove(0, first.column);
                        if (filtered) {
                            QStringList kept;
                            for (qsizetype i = 0; i < lines.size(); ++i) {
                                if (std::ranges::binary_search(shown, LineNumber{first.line.value + i}))
                                    kept += lines[i];
                            }
                            lines = kept;
                        }
                        QApplication::clipboard()->setText(lines.join(u'\n'));
                    });
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const bool isOverGutter = help->pos().x() < textLeft();
    for (const LogLayout &line : std::as_const(m_lines)) {
        if (isOverGutter && line.number().value < m_document->lineCount() && help->pos().y() >= line.top() &&
            help->pos().y() < line.top() + line.height()) {
            QToolTip::showText(help->globalPos(), LogGutter::toolTip(*m_document, line.number()), viewport());
            return true;
        }
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
    copyAction->setEnabled(!m_selection.isEmpty());
    if (const auto link = linkAt(event->pos()))
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

} // namespace Roost::Ui
