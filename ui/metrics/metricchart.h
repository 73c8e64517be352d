// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"
#include "ui/metrics/metricshape.h"

#include <QChartView>
#include <QTimer>

#include <functional>
#include <map>

class QAbstractAxis;
class QLineSeries;
class QValueAxis;

namespace Roost::Ui {

/// The chart of one metric, and of what is laid beside it. Shows all of it and goes on with it until one zooms; a
/// double click fits it again. Ctrl and the wheel zoom x, while the wheel alone scrolls the page; dragging pans, Shift
/// and dragging zooms to a box. Keys: + - arrows, Home fits.
class MetricChart : public QChartView
{
    Q_OBJECT
public:
    MetricChart(const QString &key, QWidget *parent = nullptr);

    /// The newest state of the series; drawn soon, many at once are drawn once.
    void setSeries(const Items::MetricSeries &series);
    const Items::MetricSeries &series() const { return m_series; }
    /// One more line in this chart, or its newest state: another metric, or the same one of another run.
    void setLine(const QString &id, const Items::MetricSeries &series);
    void removeLine(const QString &id);
    /// Null where there is none of that id.
    const Items::MetricSeries *line(const QString &id) const;
    /// As it is drawn, smoothed where smoothing is on: of a further line, else of the metric itself.
    const Items::MetricSeries &shown(const QString &id = {}) const;
    /// Of a further line, else that of the metric itself.
    QColor colorOf(const QString &id) const;
    void setAxis(Items::MetricAxis axis);
    /// 0 to below 1; the raw line stays, faint.
    void setSmoothing(double weight);
    double smoothing() const { return m_smoothing; }
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    /// The line shared by all charts; empty: none.
    void setCursorX(std::optional<double> x);
    std::optional<double> cursorX() const { return m_cursor; }
    /// What the chart shows, for people who do not see it; put together by `words` each time it is asked for.
    void setWords(std::function<QString()> words) { m_words = std::move(words); }
    QString inWords() const { return m_words ? m_words() : QString(); }

    void fit();
    /// The view of another chart: that part of x, and what of y lies there. Empty: all. xViewChosen() stays silent.
    void showX(const std::optional<Items::MetricSeries::Range> &x);
    bool isFitted() const { return !m_view; }
    Items::MetricSeries::Range xView() const;
    Items::MetricSeries::Range yView() const;
    void zoom(double factor, double aroundX);
    void pan(double share);
    /// Points that the line holds now, over the whole of its width.
    qsizetype drawnPoints() const { return m_shape.points(); }
    /// What is drawn of the metric itself.
    const MetricShape &shape() const { return m_shape; }
    /// Axis, smoothing and what is in view as in another chart.
    void takeLook(const MetricChart &other);
    /// What was set is drawn now, not soon.
    void redrawNow();

Q_SIGNALS:
    /// The mouse stands over this x, or has left.
    void cursorMoved(std::optional<double> x);
    void viewChanged();
    /// A person zoomed, panned or fitted: charts of the same x show the same part. Empty: all.
    void xViewChosen(const std::optional<Roost::Items::MetricSeries::Range> &x);
    /// What is drawn differs though what was set does not: it is smoothed, or no longer.
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
    struct View
    {
        Items::MetricSeries::Range x;
        std::optional<Items::MetricSeries::Range> y;
    };
    struct Line
    {
        Items::MetricSeries series; // over the axis in use
        Items::MetricSeries smooth; // where smoothing is on
        MetricShape shape;
        int color = 0; // index of Theme::series()
    };
    int freeColor(const QString &id) const;
    std::optional<Items::MetricSeries::Range> xRange() const; // of all lines
    void restyle();
    void redraw();
    void redrawSoon();
    void chooseView(const std::optional<Items::MetricSeries::Range> &x,
                    const std::optional<Items::MetricSeries::Range> &y);
    void smooth();
    Items::MetricSeries smoothed(const Items::MetricSeries &series) const;
    void drawLines(QPainter &painter) const;
    void drawShape(QPainter &painter, const MetricShape &shape, const QColor &color, double strength) const;
    void drawCursor(QPainter &painter) const;
    void useYAxis();
    void setTicks(const Items::MetricSeries::Range &x, const Items::MetricSeries::Range &y);
    double xAt(const QPointF &place) const;
    double yAt(const QPointF &place) const;
    QPointF placeOf(double x, double y) const;
    /// The same for many points of one view: a logarithmic one is found by looking at each sample.
    QPointF placeOf(double x, double y, const Items::MetricSeries::Range &xs,
                    const Items::MetricSeries::Range &ys) const;
    QRectF plot() const;

    QString m_key;
    std::function<QString()> m_words;
    Items::MetricSeries m_series; // over the axis in use
    Items::MetricSeries m_smooth;
    std::map<QString, Line> m_lines; // further ones, by id
    Items::MetricAxis m_axis = Items::MetricAxis::Step;
    double m_smoothing = 0;
    bool m_logarithmic = false;
    std::optional<View> m_view; // empty: all, following
    std::optional<double> m_cursor;
    MetricShape m_shape;
    MetricShape m_rawShape; // behind a smoothed line
    QLineSeries *m_scale;   // holds no point: a chart has its axes from its series
    QValueAxis *m_x;
    QAbstractAxis *m_y = nullptr;
    QTimer m_soon;
    std::optional<QPointF> m_pressed;
    QRectF m_box;
    Items::MetricSeries::Range m_pressedX;
};

} // namespace Roost::Ui
