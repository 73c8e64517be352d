// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/core/run.h"

#include <QByteArray>

#include <vector>

namespace Roost::Service::Store {

/// Returns the bucket of one point.
MetricBucket bucketOf(const MetricPoint &point);

/// Adds the points of `other` to `bucket`. `isLater` states that they arrived after the points of `bucket`, so that the
/// last value is theirs.
void addBucket(MetricBucket &bucket, const MetricBucket &other, bool isLater = true);

/// Returns buckets as they are stored in a row of metric_buckets: nine little-endian numbers of 8 bytes each, in the
/// order of the fields. The number of points is not stored: each bucket of a level has the same.
QByteArray packBuckets(const std::vector<MetricBucket> &buckets);

/// Returns the buckets of a row, of `count` points each. An empty list if the bytes do not contain `size` buckets.
std::vector<MetricBucket> unpackBuckets(const QByteArray &bytes, int size, qint64 count);

} // namespace Roost::Service::Store
