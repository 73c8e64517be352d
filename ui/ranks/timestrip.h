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

    /// Returns the visible time range: that of the run, also as it grows, until the user zooms. Empty if nothing was
    /// written.
    Items::TimeRange shownTime() const;
    bool isFitted() const { return m_zoom.isFitted(); }
    void fit();
    /// Zooms in if `factor` is above 1.
    void zoom(double factor, TimePoint around);
    /// Marks the time range that is visible in another view. An empty range marks none.
    void markTime(const Items::TimeRange &time);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Emitted on a click or Enter at a time, in the row of `rank`; empty for a row of several ranks.
    void timeClicked(Roost::TimePoint time, std::optional<int> rank);

protected:
    Items::RunRanks *ranks() const { return m_ranks; }
    /// Paints `rows` rows of shownTime() into `plot`.
    virtual void paintRows(QPainter &painter, const QRect &plot, int rows) = 0;
    /// Returns the tool tip for the rows [first, last] of the ranks of the run in `time`.
    virtual QString toolTipOf(int first, int last, const Items::TimeRange &time) const = 0;

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
    TimeAxis axis() const { return {plot(), shownTime()}; }
    TimePoint timeAt(int x) const { return axis().timeAt(x); }
    void clickAt(const QPoint &at);
    std::optional<int> rowAt(int y) const;
    std::optional<int> rankAt(int y) const;
    void paintNames(QPainter &painter) const;
    void paintMark(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void moveCursor(int columns, int rows);

    static constexpr int TallestRow = 18;

    Items::RunRanks *m_ranks;
    ZoomRange m_zoom;
    Items::TimeRange m_markedTime;
    std::optional<QPoint> m_cursor;
    QPixmap m_rows;               // axis, rows and names as last painted
    std::optional<int> m_panFrom; // x of the mouse at the last step of a pan
};

} // namespace Roost::Ui
