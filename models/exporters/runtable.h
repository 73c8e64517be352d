// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/exporters/tablewriter.h"

#include <QMap>

namespace Roost::Exporters {

/// What the points of one metric of a run come to. NaN counts as a value but not for the bounds.
struct MetricSummary
{
    qint64 count = 0;
    std::optional<double> last; // of the greatest step, then the latest time
    std::optional<double> least;
    std::optional<double> greatest;

    void add(const MetricPoint &point);

private:
    qint64 m_lastStep = 0;
    qint64 m_lastTime = 0;
};

/// The table of runs: a row for each, with columns for what any of them has: param.NAME, tag.NAME, metric.NAME.last,
/// .min, .max and .count.
class RunTable
{
public:
    using Summaries = QMap<QString, MetricSummary>; // by the name of the metric

    void add(const Run &run, const Summaries &metrics);
    QList<Column> columns() const;
    Result<void> write(TableWriter &writer) const;

private:
    struct Row
    {
        Run run;
        Summaries metrics;
    };
    QList<Cell> cellsOf(const Row &row) const;

    QList<Row> m_rows;
    // The names that any run has.
    QMap<QString, bool> m_params;
    QMap<QString, bool> m_tags;
    QMap<QString, bool> m_metrics;
};

} // namespace Roost::Exporters
