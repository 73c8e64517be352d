// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"

#include <QPixmap>
#include <QWidget>

namespace Roost::Ui {

/// Ranks over time: a row a rank, or a row for some neighbours where there are more ranks than room, names at the left
/// and the time of day below. A subclass paints the rows. The wheel and + - zoom, dragging with Shift pans, a double
/// click or 0 shows all; the arrow keys move a cursor, Enter goes where it stands.
class TimeStrip : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` outlives it.
    TimeStrip(Items::RunRanks *ranks, QWidget *parent = nullptr);

    /// What is shown, UTC milliseconds; all of the run's time, as it grows, until somebody zooms.
    qint64 from() const;
    qint64 to() const;
    bool isFitted() const { return !m_view; }
    void fit();
    void zoom(double factor, qint64 around);
    /// A band over what another view shows at the moment; `to` <= `from` takes it away.
    void setVisibleRange(qint64 from, qint64 to);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody wants to see this time; of this rank, -1 for any.
    void timeClicked(qint64 ms, int rank);

protected:
    Items::RunRanks *ranks() const { return m_ranks; }
    /// Paints `rows` rows of [from(), to()) into `plot`.
    virtual void paintRows(QPainter &painter, const QRect &plot, int rows) = 0;
    /// What is said about lanes [first, last] in [from, to).
    virtual QString tipOf(int first, int last, qint64 from, qint64 to) const = 0;

    QRect plot() const;
    int rowCount() const;
    QRectF rowRect(int row) const;
    /// Paint anew, now that what is shown has changed.
    void invalidate();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    qint64 timeAt(int x) const;
    int xOf(qint64 time) const;
    int rowAt(int y) const;
    int rankOfRow(int row) const;
    void paintNames(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void moveCursor(int columns, int rows);

    struct View
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    static constexpr int TallestRow = 18;

    Items::RunRanks *m_ranks;
    std::optional<View> m_view;
    View m_band;
    std::optional<QPoint> m_cursor;
    QPixmap m_rows; // what paintRows gave, until it is out of date
    std::optional<int> m_panFrom;
};

} // namespace Roost::Ui
