// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logcanvas.h"
#include "ui/logs/logcursor.h"

#include <QBasicTimer>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace Roost::Ui {

/// The keys, the wheel and the mouse over a log: scrolls the bars of the area, selects text, and emits the other
/// requests of the user. The area passes its events on.
class LogInput : public QObject
{
    Q_OBJECT
public:
    /// All arguments outlive the object.
    LogInput(QAbstractScrollArea *area, const LogCanvas *canvas, LogCursor *cursor, QObject *parent = nullptr);

    /// False for a key that has no meaning in a log; the area handles it.
    bool pressKey(QKeyEvent *event);
    /// False for a turn that scrolls by lines; the area handles it.
    bool turnWheel(QWheelEvent *event);
    void pressMouse(QMouseEvent *event);
    void moveMouse(QMouseEvent *event);
    void releaseMouse(QMouseEvent *event);
    /// Selects the word under the mouse.
    void doubleClick(QMouseEvent *event);

Q_SIGNALS:
    /// +1, -1, or 0 for the usual size of the text.
    void zoomWanted(int step);
    void followWanted(bool following);
    void fileWanted(const QString &path, int line);
    /// A click has changed the current line.
    void lineClicked();
    /// The mouse drags the end of the selection to this point, which may be outside the viewport.
    void selectionDragged(const QPoint &place);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool pressScrollKey(int key);

    QAbstractScrollArea *m_area;
    const LogCanvas *m_canvas;
    LogCursor *m_cursor;
    bool m_selecting = false;
    int m_wheelDelta = 0; // of Ctrl+wheel, less than one step
    QPoint m_dragPlace;
    QBasicTimer m_dragTimer; // while the mouse drags outside of the viewport
};

} // namespace Roost::Ui
