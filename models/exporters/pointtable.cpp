// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporters/pointtable.h"

namespace Roost::Exporters {

using namespace Qt::StringLiterals;

QList<Column> pointColumns()
{
    using enum Column::Type;
    return {{u"run_id"_s, Text},  {u"run_name"_s, Text},  {u"metric"_s, Text},
            {u"step"_s, Integer}, {u"timestamp"_s, Time}, {u"value"_s, Real}};
}

QList<Cell> pointRow(const Run &run, const QString &metric, const MetricPoint &point)
{
    return {run.id, run.displayName, metric, point.step, point.timestamp, point.value};
}

} // namespace Roost::Exporters
