// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

class QLogValueAxis;
class QValueAxis;

namespace Roost::Ui::ChartAxes {

/// 1, 2 or 5 times a power of ten, so that about `count` ticks fit into the range.
double niceInterval(double range, int count);
/// The same, but close enough that at least three ticks lie in the range: one or two show no scale.
double tickInterval(const Items::MetricSeries::Range &range, int count);
/// Base of a logarithmic axis whose powers are at least three ticks of the range; 10 where it spans decades.
double logBase(const Items::MetricSeries::Range &range);
/// `range` with a margin of that share on both sides. A flat line is in the middle, however great its value.
Items::MetricSeries::Range widened(Items::MetricSeries::Range range, double share);
/// The range that holds both.
std::optional<Items::MetricSeries::Range> united(const std::optional<Items::MetricSeries::Range> &a,
                                                 const std::optional<Items::MetricSeries::Range> &b);
/// Sets range and ticks in an order in which there are never more ticks than memory.
void placeTicks(QValueAxis *axis, const Items::MetricSeries::Range &range, double interval);
void placeLogTicks(QLogValueAxis *axis, const Items::MetricSeries::Range &range);

} // namespace Roost::Ui::ChartAxes
