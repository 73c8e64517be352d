// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/chartaxes.h"

#include <QLogValueAxis>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace Roost::Ui::ChartAxes {

using namespace Items;

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

double tickInterval(const MetricSeries::Range &range, int count)
{
    constexpr int least = 3;
    const auto ticks = [&range](double step) {
        return std::floor(range.high / step) - std::ceil(range.low / step) + 1;
    };
    double step = niceInterval(range.high - range.low, count);
    for (int tries = 0; tries < 6 && ticks(step) < least; ++tries) {
        // 5 and 1 are halved; 2 becomes 1.
        const double lead = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
        step = lead > 3 ? step * 2 / 5 : step / 2;
    }
    return step;
}

double logBase(const MetricSeries::Range &range)
{
    for (const double base : {10.0, 5.0, 2.0, 1.5, 1.2, 1.1, 1.05, 1.02}) {
        const double unit = std::log(base);
        if (std::floor(std::log(range.high) / unit) - std::ceil(std::log(range.low) / unit) >= 2)
            return base;
    }
    return std::pow(range.high / range.low, 0.25);
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

// Each of these calls makes the axis compute its ticks, so a wide range must never be combined with a small interval,
// not even between two calls.
void placeTicks(QValueAxis *axis, const MetricSeries::Range &range, double interval)
{
    axis->setTickAnchor(0);
    axis->setTickInterval(std::max(interval, axis->tickInterval()));
    axis->setRange(range.low, range.high);
    axis->setTickInterval(interval);
}

void placeLogTicks(QLogValueAxis *axis, const MetricSeries::Range &range)
{
    axis->setBase(std::max(logBase(range), axis->base()));
    axis->setRange(range.low, range.high);
    axis->setBase(logBase(range));
}

} // namespace Roost::Ui::ChartAxes
