// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

#include <QPolygonF>

namespace Roost::Ui {

/// The shape of the line of a metric, in the units of the axes. The line is interrupted at values that are not finite,
/// and on a logarithmic axis at values without a logarithm, because it would otherwise show values that were not
/// logged.
struct MetricShape
{
    QList<QPolygonF> lines;
    /// From the least to the greatest value per column, if several samples share a column; `lines` then contains their
    /// means.
    QList<QPolygonF> bands;

    qsizetype points() const;
    /// Computes the shape. `columns` is the width of the chart in pixels.
    static MetricShape of(const Items::MetricSeries &series, Items::MetricSeries::Range x, int columns,
                          bool logarithmic);
};

} // namespace Roost::Ui
