// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"
#include "ui/metrics/chartlines.h"
#include "ui/metrics/chartscale.h"
#include "ui/metrics/metricchartaccessible.h"
#include "ui/widgets/zoomrange.h"

#include <QChartView>
#include <QPainter>
#include <QTimer>

#include <functional>
#include <utility>

class QAbstractAxis;
class QLineSeries;
class QValueAxis;

namespace Roost::Ui {

/// The chart of one metric, with additional lines. Shows all values as they arrive until the user zooms; a double click
/// fits the view again. Ctrl and the wheel zoom x, while the wheel alone scrolls the page; dragging pans, Shift and
/// dragging zooms to a box. Keys: + - arrows, Home fits. ChartLines contains the lines, ChartScale maps values to
/// positions.
class MetricChart : public QChartView, public MetricChartAccessible::View
{
    Q_OBJECT
public:
    MetricChart(const QString &key, QWidget *parent = nullptr);

    /// Sets the newest state of the series. Drawing is delayed briefly, so that several changes are drawn at once.
    void setSeries(const Items::MetricSeries &series);
    const Items::MetricSeries &series() const { return m_lines.series(); }
    /// Adds a line to the chart, or sets the newest state of an existing one: another metric, or the same metric of
    /// another run.
    void setLine(const QString &id, const Items::MetricSeries &series);
    void removeLine(const QString &id);
    /// Returns null if there is no line with that id.
    const Items::MetricSeries *line(const QString &id) const { return m_lines.line(id); }
    /// Returns the series as drawn, smoothed if smoothing is on: that of an additional line, or of the metric itself if
    /// `id` is empty.
    const Items::MetricSeries &shown(const QString &id = {}) const { return m_lines.shown(id); }
    /// Returns the colour of an additional line, or of the metric itself if `id` is empty.
    QColor colorOf(const QString &id) const { return m_lines.colorOf(id); }
    void setAxis(Items::MetricAxis axis);
    /// From 0 to below 1. The raw line stays faintly visible.
    void setSmoothing(double weight);
    double smoothing() const { return m_lines.smoothing(); }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    /// Sets the position of the cursor line, which all charts share; empty if there is none.
    void setCursorX(std::optional<double> x);
    std::optional<double> cursorX() const { return m_cursor; }
    /// Sets the function that describes the chart in words, for screen readers. It is called on each request.
    void setWords(std::function<QString()> words) { m_words = std::move(words); }
    QString inWords() const override { return m_words ? m_words() : QString(); }

    void fit();
    /// Shows a part of x, and the y range of the values in it; if empty, all of x. Does not emit xViewChosen().
    void showX(const std::optional<Items::MetricSeries::Range> &x);
    bool isFitted() const { return m_zoom.isFitted(); }
    Items::MetricSeries::Range xView() const;
    Items::MetricSeries::Range yView() const;
    /// Zooms in if `factor` is above 1.
    void zoom(double factor, double aroundX);
    /// Pans by `share` of the visible range.
    void pan(double share);
    /// Returns the number of points in the drawn line, over its full width.
    qsizetype drawnPoints() const { return shape().points(); }
    /// The drawn shape of the metric itself.
    const MetricShape &shape() const { return m_lines.ownShape(); }
    /// Copies axis, smoothing, colours and visible range from another chart.
    void copyLook(const MetricChart &other);
    /// Draws pending changes at once.
    void redrawNow();

Q_SIGNALS:
    /// Emitted when the mouse has moved to this x, or has left the chart (empty).
    void cursorMoved(std::optional<double> x);
    void viewChanged();
    /// Emitted when the user has zoomed, panned or fitted, so that all charts of the same x show the same part; empty
    /// if all of x is shown.
    void xViewChosen(const std::optional<Roost::Items::MetricSeries::Range> &x);
    /// Emitted when the chart paints a line of buckets: the part that it shows.
    void windowWanted(const Roost::Items::MetricView &view);
    /// Emitted when smoothing was turned on or off.
    void smoothingChanged();

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
    void buildAxes();
    void useYAxis();
    void restyle();
    void redraw();
    void redrawSoon();
    void onViewChosen();
    void chooseBox(const QRectF &box);
    void drawCursor(QPainter &painter, const ChartScale &scale) const;
    void setTicks(const ChartScale &scale);
    ZoomRange::Range wholeX() const;
    ChartScale scale() const;
    QRectF plot() const;

    QString m_key;
    std::function<QString()> m_words;
    ChartLines m_lines;
    bool m_logarithmic = false;
    ZoomRange m_zoom;
    std::optional<Items::MetricSeries::Range> m_y; // of a box; empty: the range of the visible values
    std::optional<double> m_cursor;
    QLineSeries *m_axisSeries; // contains no points: a chart takes its axes from its series
    QValueAxis *m_xAxis;
    QAbstractAxis *m_yAxis = nullptr;
    QTimer m_redrawTimer;
    std::optional<QPointF> m_pressed;
    ZoomRange::Range m_pressedX; // the visible range when the mouse was pressed
    QRectF m_box;
};

} // namespace Roost::Ui
