// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/loginput.h"

#include <QAbstractScrollArea>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QTimerEvent>

#include <algorithm>

namespace Roost::Ui {

using namespace Logs;

namespace {

constexpr int DragMs = 40;

} // namespace

LogInput::LogInput(QAbstractScrollArea *area, const LogCanvas *canvas, LogCursor *cursor, QObject *parent)
    : QObject(parent)
    , m_area(area)
    , m_canvas(canvas)
    , m_cursor(cursor)
{
}

bool LogInput::turnWheel(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        // A touchpad sends many small steps.
        constexpr int Step = 120;
        m_wheelDelta += event->angleDelta().y();
        for (; std::abs(m_wheelDelta) >= Step; m_wheelDelta -= m_wheelDelta > 0 ? Step : -Step)
            Q_EMIT zoomWanted(m_wheelDelta > 0 ? 1 : -1);
        event->accept();
        return true;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        QScrollBar *across = m_area->horizontalScrollBar();
        across->setValue(across->value() - event->angleDelta().y() / 2);
        event->accept();
        return true;
    }
    return false;
}

bool LogInput::pressKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        m_cursor->copy();
    else if (event->matches(QKeySequence::SelectAll))
        m_cursor->selectAll();
    else if (event->matches(QKeySequence::ZoomIn))
        Q_EMIT zoomWanted(1);
    else if (event->matches(QKeySequence::ZoomOut))
        Q_EMIT zoomWanted(-1);
    else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier)
        Q_EMIT zoomWanted(0);
    else if (!pressScrollKey(event->key()))
        return false;
    event->accept();
    return true;
}

bool LogInput::pressScrollKey(int key)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    QScrollBar *across = m_area->horizontalScrollBar();
    switch (key) {
    case Qt::Key_Up:
        bar->triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        bar->triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    case Qt::Key_PageUp:
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Home:
        bar->triggerAction(QScrollBar::SliderToMinimum);
        if (bar->maximum() == 0)
            Q_EMIT followWanted(false);
        return true;
    case Qt::Key_End:
        bar->triggerAction(QScrollBar::SliderToMaximum);
        Q_EMIT followWanted(true);
        return true;
    case Qt::Key_Left:
        across->triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        across->triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void LogInput::pressMouse(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const LogPosition at = m_canvas->positionAt(event->position().toPoint());
    if (event->modifiers() & Qt::ShiftModifier) {
        m_cursor->setSelection({m_cursor->selection().anchor, at});
    } else {
        m_cursor->setSelection({at, at});
        m_cursor->setLine(m_canvas->lines().isEmpty() ? std::nullopt : std::optional(at.line));
        Q_EMIT lineClicked();
    }
    m_selecting = true;
}

void LogInput::moveMouse(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    if (!m_selecting) {
        const bool isLink = m_canvas->linkAt(place).has_value();
        m_area->viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::IBeamCursor);
        return;
    }
    m_dragPlace = place;
    m_cursor->setSelection({m_cursor->selection().anchor, m_canvas->positionAt(place)});
    const bool isOutside = place.y() < 0 || place.y() > m_area->viewport()->height();
    if (isOutside && !m_dragTimer.isActive())
        m_dragTimer.start(DragMs, this);
    else if (!isOutside)
        m_dragTimer.stop();
}

void LogInput::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    const int beyond = m_dragPlace.y() < 0 ? m_dragPlace.y() : m_dragPlace.y() - m_area->viewport()->height();
    QScrollBar *bar = m_area->verticalScrollBar();
    bar->setValue(bar->value() + std::clamp(beyond / 12, -20, 20) + (beyond < 0 ? -1 : 1));
    Q_EMIT selectionDragged(m_dragPlace);
}

void LogInput::releaseMouse(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool wasClick = m_selecting && m_cursor->selection().isEmpty() && event->modifiers() == Qt::NoModifier;
    m_selecting = false;
    m_dragTimer.stop();
    if (const auto link = m_canvas->linkAt(event->position().toPoint()); link && wasClick)
        Q_EMIT fileWanted(link->path, link->line);
}

void LogInput::doubleClick(QMouseEvent *event)
{
    const LogPosition at = m_canvas->positionAt(event->position().toPoint());
    const auto &lines = m_canvas->lines();
    const auto line = std::ranges::find(lines, at.line, &LogLayout::number);
    if (line == lines.end())
        return;
    const QString text = line->text();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at.column);
    const auto from = finder.isAtBoundary() ? at.column : std::max<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(at.column);
    const auto to = finder.toNextBoundary();
    m_cursor->setSelection({{at.line, from}, {at.line, to < 0 ? text.size() : to}});
}

} // namespace Roost::Ui
