// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metricseries.h"

#include <QChartView>
#include <QTimer>

class QAbstractAxis;
class QLineSeries;
class QValueAxis;

namespace Roost {

/// The chart of one metric. Shows all of it and goes on with it until one zooms; a double click fits it again.
/// Wheel zooms x, dragging pans, Shift and dragging zooms to a box. Keys: + - arrows, Home fits.
class MetricChart : public QChartView
{
    Q_OBJECT
public:
    MetricChart(const QString &key, QWidget *parent = nullptr);

    /// The newest state of the series; drawn soon, many at once are drawn once.
    void setSeries(const MetricSeries &series);
    const MetricSeries &series() const { return m_series; }
    void setAxis(MetricAxis axis);
    /// 0 to below 1; the raw line stays, faint.
    void setSmoothing(double weight);
    double smoothing() const { return m_smoothing; }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    /// The line shared by all charts; empty: none.
    void setCursorX(std::optional<double> x);
    std::optional<double> cursorX() const { return m_cursor; }

    void fit();
    bool isFitted() const { return !m_view; }
    MetricSeries::Range xView() const;
    MetricSeries::Range yView() const;
    void zoom(double factor, double aroundX);
    void pan(double share);
    /// Points that the line holds now, over the whole of its width.
    qsizetype drawnPoints() const;

Q_SIGNALS:
    /// The mouse stands over this x, or has left.
    void cursorMoved(std::optional<double> x);
    void viewChanged();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct View
    {
        MetricSeries::Range x;
        std::optional<MetricSeries::Range> y;
    };
    void restyle();
    void redraw();
    void redrawSoon();
    void useYAxis();
    void setTicks(const MetricSeries::Range &x, const MetricSeries::Range &y);
    double xAt(const QPointF &place) const;
    double yAt(const QPointF &place) const;
    QPointF placeOf(double x, double y) const;
    QRectF plot() const;

    QString m_key;
    MetricSeries m_series; // over the axis in use
    MetricSeries m_smooth;
    MetricAxis m_axis = MetricAxis::Step;
    double m_smoothing = 0;
    bool m_logarithmic = false;
    std::optional<View> m_view; // empty: all, following
    std::optional<double> m_cursor;
    QLineSeries *m_line;
    QLineSeries *m_raw; // behind a smoothed line
    QValueAxis *m_x;
    QAbstractAxis *m_y = nullptr;
    QTimer m_soon;
    std::optional<QPointF> m_pressed;
    QRectF m_box;
    MetricSeries::Range m_pressedX;
};

} // namespace Roost
