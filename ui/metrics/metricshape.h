// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

#include <QPolygonF>

namespace Roost::Ui {

/// The shape of a metric's line, in the units of the axes. The line is broken at values that are not finite, and on a
/// logarithmic axis at values without a logarithm, because it would show values that were not logged.
struct MetricShape
{
    QList<QPolygonF> lines;
    /// From the least to the greatest value of each column, if several samples share a column; `lines` then holds
    /// their means.
    QList<QPolygonF> bands;

    qsizetype points() const;
    /// `columns` is the width of the chart in pixels.
    static MetricShape of(const Items::MetricSeries &series, Items::MetricSeries::Range x, int columns,
                          bool logarithmic);
};

} // namespace Roost::Ui
