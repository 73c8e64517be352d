// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/exporters/tablewriter.h"

namespace Roost::Exporters {

/// The table of all points: a row for each, with the columns run_id, run_name, metric, step, timestamp and value.
QList<Column> pointColumns();
QList<Cell> pointRow(const Run &run, const QString &metric, const MetricPoint &point);

} // namespace Roost::Exporters
