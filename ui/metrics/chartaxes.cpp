// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/chartaxes.h"

#include <QValueAxis>

#include <cmath>

namespace Roost::ChartAxes {

double niceInterval(double range, int count)
{
    if (!(range > 0))
        return 1;
    const double rough = range / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (rough <= step * power)
            return step * power;
    }
    return 10 * power;
}

MetricSeries::Range widened(MetricSeries::Range range, double share)
{
    double margin = (range.high - range.low) * share;
    if (!(margin > 0))
        margin = range.low == 0 ? 1 : std::abs(range.low) * 0.1;
    return {range.low - margin, range.high + margin};
}

std::optional<MetricSeries::Range> united(const std::optional<MetricSeries::Range> &a,
                                          const std::optional<MetricSeries::Range> &b)
{
    if (!a || !b)
        return a ? a : b;
    return MetricSeries::Range{std::min(a->low, b->low), std::max(a->high, b->high)};
}

// An axis makes its ticks at each of these calls: a wide range must never meet a small interval, not even between two
// of them.
void placeTicks(QValueAxis *axis, const MetricSeries::Range &range, double interval)
{
    axis->setTickAnchor(0);
    axis->setTickInterval(std::max(interval, axis->tickInterval()));
    axis->setRange(range.low, range.high);
    axis->setTickInterval(interval);
}

} // namespace Roost::ChartAxes
