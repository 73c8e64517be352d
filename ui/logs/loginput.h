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

/// Handles keys, wheel and mouse over a log: scrolls the bars of the area, selects text, and emits all other requests
/// of the user. The area forwards its events.
class LogInput : public QObject
{
    Q_OBJECT
public:
    /// All arguments must outlive the object.
    LogInput(QAbstractScrollArea *area, const LogCanvas *canvas, LogCursor *cursor, QObject *parent = nullptr);

    /// Returns false for a key without a meaning in a log; the area handles it.
    bool pressKey(QKeyEvent *event);
    /// Returns false if the wheel scrolls by lines; the area handles it.
    bool turnWheel(QWheelEvent *event);
    void pressMouse(QMouseEvent *event);
    void moveMouse(QMouseEvent *event);
    void releaseMouse(QMouseEvent *event);
    /// Selects the word under the mouse.
    void doubleClick(QMouseEvent *event);

Q_SIGNALS:
    /// Emitted with +1 or -1, or with 0 for the default size of the text.
    void zoomWanted(int step);
    void followWanted(bool following);
    void fileWanted(const QString &path, int line);
    /// Emitted when a click has changed the current line.
    void lineClicked();
    /// Emitted when the mouse drags the end of the selection to `place`, which may be outside the viewport.
    void selectionDragged(const QPoint &place);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool pressScrollKey(int key);

    QAbstractScrollArea *m_area;
    const LogCanvas *m_canvas;
    LogCursor *m_cursor;
    bool m_selecting = false;
    int m_wheelDelta = 0; // turn of Ctrl+wheel that is less than one step
    QPoint m_dragPlace;
    QBasicTimer m_dragTimer; // active while the mouse drags outside of the viewport
};

} // namespace Roost::Ui
