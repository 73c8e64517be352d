// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

namespace Roost::Ui::MetricCsv {

struct Column
{
    QString name;
    Items::MetricSeries series;
};

/// Writes "step,timestamp_ms" and a column per series. A row contains the values that were logged at the same step and
/// time. Values that are not finite are written as nan and inf; missing values are empty.
QByteArray write(const QList<Column> &columns);

} // namespace Roost::Ui::MetricCsv
