// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

#include <QPolygonF>

namespace Roost::Ui {

/// The shape of a metric's line, in the units of the axes. It is broken where a value is not finite, and on a
/// logarithmic axis where a value has no logarithm: a line there would show values that were not logged.
struct MetricShape
{
    QList<QPolygonF> lines;
    /// From the least to the greatest value of each column, where many samples share one; `lines` are their means then.
    QList<QPolygonF> bands;

    qsizetype points() const;
    /// `columns` is the width of the chart in pixels.
    static MetricShape of(const Items::MetricSeries &series, Items::MetricSeries::Range x, int columns,
                          bool logarithmic);
};

} // namespace Roost::Ui
