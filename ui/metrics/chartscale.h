// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

#include <QRectF>

namespace Roost::Ui {

/// Maps values to positions in the plot of a chart, for one view of it.
class ChartScale
{
public:
    /// With `logarithmic`, both ends of `y` must be above 0.
    ChartScale(const QRectF &plot, const Items::MetricSeries::Range &x, const Items::MetricSeries::Range &y,
               bool logarithmic);

    const QRectF &plot() const { return m_plot; }
    const Items::MetricSeries::Range &x() const { return m_x; }
    const Items::MetricSeries::Range &y() const { return m_y; }
    bool isLogarithmic() const { return m_logarithmic; }

    /// Returns a point at the bottom of the plot for a value that is not finite.
    QPointF placeOf(double x, double y) const;
    double xAt(const QPointF &place) const;
    double yAt(const QPointF &place) const;

private:
    QRectF m_plot;
    Items::MetricSeries::Range m_x;
    Items::MetricSeries::Range m_y;
    bool m_logarithmic;
};

} // namespace Roost::Ui
