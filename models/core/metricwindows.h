// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QList>
#include <QString>

namespace Roost {

/// A part of a metric: the points with a step, or a time in milliseconds since 1970, from `from` to `to`, both
/// included.
struct MetricWindowQuery
{
    enum class Axis { Step, Time };
    QString key;
    Axis axis = Axis::Step;
    double from = 0;
    double to = 0;
    /// The wanted number of buckets: the width of the chart in pixels.
    int columns = 1000;
};

/// Consecutive points of a metric. `minimum`, `maximum`, `sum` and `last` are those of the finite values, and NaN if
/// there are none.
struct MetricBucket
{
    qint64 count = 0;
    qint64 notFinite = 0;
    qint64 firstStep = 0;
    qint64 lastStep = 0;
    qint64 firstTimestamp = 0;
    qint64 lastTimestamp = 0;
    double minimum = 0;
    double maximum = 0;
    double sum = 0;
    double last = 0;
    bool operator==(const MetricBucket &) const = default;
};

/// The answer to a MetricWindowQuery: buckets in ascending order of the axis, at most a small multiple of `columns`.
/// Their minima and maxima are exact, so that no extreme value of the window is lost. A bucket of one point is that
/// point.
struct MetricWindow
{
    QList<MetricBucket> buckets;
    /// The number of points of the whole series.
    qint64 size = 0;
};

/// Reads a part of a metric at the resolution of a chart, however many points it has. An extension of the local
/// service.
class MetricWindows
{
public:
    virtual ~MetricWindows() = default;
    virtual Future<MetricWindow> window(const QString &runId, const MetricWindowQuery &query) = 0;
};

} // namespace Roost
