// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of MetricChart: wheel, drags, keys.
#include "ui/metrics/metricchart.h"

#include <QChart>
#include <QKeyEvent>

#include <cmath>

namespace Roost::Ui {

using namespace Items;

namespace {

// Less than this is a click, not a drag.
constexpr double Drag = 4;

} // namespace

void MetricChart::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    // The wheel alone belongs to the page, which could not be scrolled over its charts otherwise.
    if (turns == 0 || !(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    zoom(std::pow(0.8, turns), xAt(event->position()));
    event->accept();
}

void MetricChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_pressed = event->position();
    m_pressedX = xView();
    event->accept();
}

void MetricChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_pressed) {
        if (plot().contains(at))
            Q_EMIT cursorMoved(xAt(at));
        else
            Q_EMIT cursorMoved(std::nullopt);
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier || !m_box.isEmpty()) {
        m_box = QRectF(*m_pressed, at).normalized().intersected(plot());
        viewport()->update();
        return;
    }
    if (std::abs(at.x() - m_pressed->x()) < Drag)
        return;
    setCursor(Qt::ClosedHandCursor);
    const double by = (m_pressed->x() - at.x()) / std::max(1.0, plot().width()) * (m_pressedX.high - m_pressedX.low);
    chooseView(MetricSeries::Range{m_pressedX.low + by, m_pressedX.high + by}, m_view ? m_view->y : std::nullopt);
}

void MetricChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    unsetCursor();
    m_pressed.reset();
    if (m_box.width() > Drag && m_box.height() > Drag) {
        const View view{{xAt(m_box.topLeft()), xAt(m_box.topRight())},
                        MetricSeries::Range{yAt(m_box.bottomLeft()), yAt(m_box.topLeft())}};
        m_box = {};
        chooseView(view.x, view.y);
        return;
    }
    m_box = {};
    viewport()->update();
}

void MetricChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressed.reset();
    fit();
    event->accept();
}

void MetricChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT cursorMoved(std::nullopt);
}

void MetricChart::keyPressEvent(QKeyEvent *event)
{
    const auto x = xView();
    const double middle = m_cursor.value_or((x.low + x.high) / 2);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.7, middle);
        break;
    case Qt::Key_Minus:
        zoom(1 / 0.7, middle);
        break;
    case Qt::Key_Left:
        pan(-0.2);
        break;
    case Qt::Key_Right:
        pan(0.2);
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        fit();
        break;
    default:
        event->ignore();
        return;
    }
    event->accept();
}

void MetricChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void MetricChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void MetricChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    chart()->setPlotArea(plot()); // with the lines, which are placed as they are painted
    redrawSoon();
}

void MetricChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_y)
        restyle();
}

} // namespace Roost::Ui
