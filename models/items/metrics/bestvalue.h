// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricseries.h"

#include <QString>

#include <optional>

namespace Roost::Items {

/// Which values of a metric are better, as far as its name tells.
enum class MetricSense { LowerIsBetter, HigherIsBetter, Unknown };

/// "val_loss" and "error" are better if lower; "accuracy", "f1" and "AUC" if higher.
MetricSense senseOf(const QString &key);

/// The extreme finite values of a series, each at its first place.
struct MetricExtremes
{
    MetricSeries::Sample least;
    MetricSeries::Sample greatest;
};
std::optional<MetricExtremes> extremesOf(const MetricSeries &series);

/// Returns the best value so far with its place, or both extremes if the name does not tell which is better: "best
/// 0.12 at step 30", "0.1 to 0.9". `place` describes the x of a sample. Empty if there is no finite value.
QString bestText(const QString &key, const MetricSeries &series,
                 QString (*place)(const MetricSeries &series, double x));

} // namespace Roost::Items
