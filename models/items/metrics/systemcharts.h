// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace Roost::Items {

/// A chart of metrics of models/core/systemmetrics.h that have one unit: the ranks, the GPUs, or two directions.
struct SystemChart
{
    struct Line
    {
        QString key;
        QString name; // "rank 3", "GPU 0", "read"; empty if the chart has one line
        bool operator==(const Line &) const = default;
    };

    QString id;
    QString title;    // with the unit: "Memory, GB"
    double scale = 1; // the factor from the unit of the metric to that of the chart
    QList<Line> lines;
    bool operator==(const SystemChart &) const = default;
};

/// The ranks from this number on have no lines in charts.
inline constexpr int MostChartedRanks = 8;

/// Returns the charts of those keys that describe the load, in order: what concerns the ranks first, then the GPUs, the
/// machine, and what other clients log. What another chart shows in a better unit is left out.
QList<SystemChart> systemCharts(const QStringList &keys);

/// Returns the keys that the page of a run shows: those of the script, and those of the charts.
QStringList shownMetrics(const QStringList &keys);

/// Returns how many ranks have metrics.
int measuredRanks(const QStringList &keys);

} // namespace Roost::Items
