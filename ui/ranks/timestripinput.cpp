// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse and the keys of TimeStrip.
#include "ui/ranks/timestrip.h"

#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || rowCount() == 0)
        return;
    const QPoint at = event->position().toPoint();
    m_cursor = at;
    if (event->modifiers() & Qt::ShiftModifier)
        m_panFrom = at.x();
    else
        Q_EMIT timeClicked(timeAt(at.x()), rankOfRow(rowAt(at.y())));
    update();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    m_cursor = at;
    update();
    if (!(event->buttons() & Qt::LeftButton) || rowCount() == 0)
        return;
    if (!m_panFrom) {
        Q_EMIT timeClicked(timeAt(at.x()), rankOfRow(rowAt(at.y())));
        return;
    }
    if (m_view && (event->modifiers() & Qt::ShiftModifier)) {
        const RankTimeline &lanes = m_ranks->timeline();
        const qint64 wanted = timeAt(*m_panFrom) - timeAt(at.x());
        const qint64 by = std::clamp(wanted, lanes.from() - m_view->from, lanes.to() - m_view->to);
        m_view = View{m_view->from + by, m_view->to + by};
        m_panFrom = at.x();
        invalidate();
    }
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent * /*event*/)
{
    fit();
}

void TimeStrip::leaveEvent(QEvent * /*event*/)
{
    m_panFrom.reset();
    m_cursor.reset();
    update();
}

void TimeStrip::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    zoom(std::pow(1.2, event->angleDelta().y() / 120.0), timeAt(int(event->position().x())));
    event->accept();
}

void TimeStrip::moveCursor(int columns, int rows)
{
    const QRect area = plot();
    QPoint at = m_cursor.value_or(QPoint(area.left(), area.top() + int(rowRect(0).height() / 2)));
    at.setX(std::clamp(at.x() + columns, area.left(), area.right()));
    const int row = std::clamp(rowAt(at.y()) + rows, 0, std::max(0, rowCount() - 1));
    at.setY(int(rowRect(row).center().y()));
    m_cursor = at;
    const auto [first, last] = m_ranks->timeline().rowsOfBand(row, std::max(1, rowCount()));
    QToolTip::showText(mapToGlobal(at), tipOf(first, last, timeAt(at.x()), timeAt(at.x() + 1)), this);
    update();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const qint64 middle = m_cursor ? timeAt(m_cursor->x()) : (from() + to()) / 2;
    const int stride = event->modifiers() & Qt::ControlModifier ? 40 : 4;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(-stride, 0);
        return;
    case Qt::Key_Right:
        moveCursor(stride, 0);
        return;
    case Qt::Key_Up:
        moveCursor(0, -1);
        return;
    case Qt::Key_Down:
        moveCursor(0, 1);
        return;
    case Qt::Key_Plus:
        zoom(1.5, middle);
        return;
    case Qt::Key_Minus:
        zoom(1 / 1.5, middle);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor && rowCount() > 0)
            Q_EMIT timeClicked(timeAt(m_cursor->x()), rankOfRow(rowAt(m_cursor->y())));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace Roost::Ui
