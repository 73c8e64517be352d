// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <utility>

namespace Roost::Wire {

// GET /roost/v1/runs/RUN/metrics/window?key=K&axis=step|time&from=A&to=B&columns=N: {"pointCount", "buckets"}. Without
// `from` or `to` the window is open at that side. A bucket of one point is [step, timestamp, value], any other bucket
// is [count, notFinite, firstStep, lastStep, firstTimestamp, lastTimestamp, minimum, maximum, sum, last]. NaN is null;
// an infinite sum is a word.

QList<std::pair<QString, QString>> toQuery(const MetricWindowQuery &query);
/// Reads the query; `parameter` returns the value of a key, empty if it is absent. Throws an ApiError.
MetricWindowQuery metricWindowQueryFrom(const std::function<QString(QStringView)> &parameter);

/// Returns the reply as text, because a chart requests it often.
QByteArray toJsonText(const MetricWindow &window);
MetricWindow metricWindowFrom(const QJsonObject &json);

} // namespace Roost::Wire
