// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "ui/ranks/timeaxis.h"
#include "ui/widgets/zoomrange.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace Roost::Ui {

/// Ranks over time: one row per rank, or per several neighbouring ranks if there is not enough space, with names at the
/// left and the time of day below. A subclass paints the rows. The wheel and + - zoom, dragging with Shift pans, a
/// double click or 0 shows all; the arrow keys move a cursor, and Enter goes to its time and rank.
class TimeStrip : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` must outlive the widget.
    TimeStrip(Items::RunRanks *ranks, QWidget *parent = nullptr);

    /// Returns the visible time range, in UTC milliseconds: that of the run, also as it grows, until the user zooms.
    qint64 from() const;
    qint64 to() const;
    bool isFitted() const { return m_zoom.isFitted(); }
    void fit();
    /// Zooms in if `factor` is above 1.
    void zoom(double factor, qint64 around);
    /// Marks the time range that is visible in another view. There is none if `to` <= `from`.
    void setVisibleRange(qint64 from, qint64 to);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Emitted on a click or Enter at a time, in UTC milliseconds, in the row of `rank`; -1 for a row of several ranks.
    void timeClicked(qint64 ms, int rank);

protected:
    Items::RunRanks *ranks() const { return m_ranks; }
    /// Paints `rows` rows of [from(), to()) into `plot`.
    virtual void paintRows(QPainter &painter, const QRect &plot, int rows) = 0;
    /// Returns the tool tip for the rows [first, last] of the ranks of the run in [from, to).
    virtual QString tipOf(int first, int last, qint64 from, qint64 to) const = 0;

    QRect plot() const;
    int rowCount() const;
    QRectF rowRect(int row) const;
    /// Repaints the rows.
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
    ZoomRange::Range whole() const;
    TimeAxis axis() const { return {plot(), from(), to()}; }
    qint64 timeAt(int x) const { return axis().timeAt(x); }
    void clickAt(const QPoint &at);
    int rowAt(int y) const;
    int rankOfRow(int row) const;
    void paintNames(QPainter &painter) const;
    void paintBand(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void moveCursor(int columns, int rows);

    static constexpr int TallestRow = 18;

    Items::RunRanks *m_ranks;
    ZoomRange m_zoom;
    qint64 m_bandFrom = 0; // of setVisibleRange()
    qint64 m_bandTo = 0;
    std::optional<QPoint> m_cursor;
    QPixmap m_rows; // axis, rows and names as last painted
    std::optional<int> m_panFrom;
};

} // namespace Roost::Ui
