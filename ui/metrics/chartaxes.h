// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

class QLogValueAxis;
class QValueAxis;

namespace Roost::Ui::ChartAxes {

/// Returns 1, 2 or 5 times a power of ten, so that about `count` ticks fit into the range.
double niceInterval(double range, int count);
/// Like niceInterval(), but small enough for at least three ticks in the range, because one or two ticks do not show a
/// scale.
double tickInterval(const Items::MetricSeries::Range &range, int count);
/// Returns the base of a logarithmic axis for which at least three powers are in the range; 10 if the range spans
/// decades.
double logBase(const Items::MetricSeries::Range &range);
/// Returns `range` with a margin of `share` of it on both sides. A flat line is placed in the middle, whatever its
/// value.
Items::MetricSeries::Range widened(Items::MetricSeries::Range range, double share);
/// Returns the smallest range that contains both.
std::optional<Items::MetricSeries::Range> united(const std::optional<Items::MetricSeries::Range> &a,
                                                 const std::optional<Items::MetricSeries::Range> &b);
/// Sets range and ticks in an order that never creates more ticks than fit into memory.
void placeTicks(QValueAxis *axis, const Items::MetricSeries::Range &range, double interval);
void placeLogTicks(QLogValueAxis *axis, const Items::MetricSeries::Range &range);

} // namespace Roost::Ui::ChartAxes
