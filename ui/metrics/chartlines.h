// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"
#include "ui/metrics/metricshape.h"

#include <QColor>
#include <QPainter>

#include <map>

class QPainter;

namespace Roost::Ui {

class ChartScale;

/// The lines of a chart: the line of the metric itself and additional ones by id, each raw and smoothed, over the axis
/// in use.
class ChartLines
{
public:
    /// `key` of the metric determines the colour of its line.
    explicit ChartLines(QString key);

    void setSeries(const Items::MetricSeries &series);
    const Items::MetricSeries &series() const { return m_own.series; }
    /// Adds a line, or sets the newest state of an existing one.
    void setLine(const QString &id, const Items::MetricSeries &series);
    /// Returns false if there was no such line.
    bool removeLine(const QString &id);
    /// Returns null if there is no line with that id.
    const Items::MetricSeries *line(const QString &id) const;
    /// Returns the series as drawn, smoothed if smoothing is on: that of an additional line, or of the metric itself if
    /// `id` is empty.
    const Items::MetricSeries &shown(const QString &id = {}) const;

    /// Returns whether a line consists of buckets, which depend on the visible part.
    bool hasWindowed() const;
    Items::MetricAxis axis() const { return m_axis; }
    void setAxis(Items::MetricAxis axis);
    /// Returns the weight, from 0 to below 1.
    double smoothing() const { return m_smoothing; }
    void setSmoothing(double weight);

    /// Returns the colour of an additional line, or of the metric itself if `id` is empty.
    QColor colorOf(const QString &id) const;
    void takeColors(const ChartLines &other);

    /// Returns the range of all lines, or nothing if no line has a value.
    std::optional<Items::MetricSeries::Range> xRange() const;
    /// Returns the range of all values within `x`, with a margin. With `logarithmic`, only values above 0 count.
    Items::MetricSeries::Range yRange(const Items::MetricSeries::Range &x, bool logarithmic) const;

    /// Computes the shapes that draw() paints, for a plot with a width of `columns` pixels.
    void shape(const Items::MetricSeries::Range &x, int columns, bool logarithmic);
    /// The shape of the line of the metric itself.
    const MetricShape &ownShape() const { return m_own.shape; }
    void draw(QPainter &painter, const ChartScale &scale) const;

private:
    struct Line
    {
        Items::MetricSeries series;
        Items::MetricSeries smooth; // set if smoothing is on
        MetricShape shape;
        int color = 0; // index for Theme::series(); the line of the metric itself has the colour of its key
    };
    int freeColor(const QString &id) const;
    Items::MetricSeries smoothed(const Items::MetricSeries &series) const;
    void smoothAll();
    const Items::MetricSeries &shownOf(const Line &line) const { return m_smoothing > 0 ? line.smooth : line.series; }
    Items::MetricSeries overAxis(const Items::MetricSeries &series) const;

    QString m_key;
    Line m_own;
    MetricShape m_rawShape; // drawn behind a smoothed line
    std::map<QString, Line> m_further;
    Items::MetricAxis m_axis = Items::MetricAxis::Step;
    double m_smoothing = 0;
};

} // namespace Roost::Ui
