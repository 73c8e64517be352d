// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metricseries.h"

class QValueAxis;

namespace Roost::ChartAxes {

/// 1, 2 or 5 times a power of ten, so that about `count` ticks fit into the range.
double niceInterval(double range, int count);
/// With a margin of that share on both sides. A flat line stands in the middle, however great its value.
MetricSeries::Range widened(MetricSeries::Range range, double share);
/// The range that holds both.
std::optional<MetricSeries::Range> united(const std::optional<MetricSeries::Range> &a,
                                          const std::optional<MetricSeries::Range> &b);
/// Sets range and ticks in an order in which there are never more ticks than memory.
void placeTicks(QValueAxis *axis, const MetricSeries::Range &range, double interval);

} // namespace Roost::ChartAxes
