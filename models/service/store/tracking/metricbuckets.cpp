// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricbuckets.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Roost::Service::Store {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype numberBytes = 8;
constexpr qsizetype bucketBytes = 9 * numberBytes;

template <typename T>
void put(char *&at, T value)
{
    qToLittleEndian(value, at);
    at += numberBytes;
}

template <typename T>
void take(const char *&at, T &value)
{
    value = qFromLittleEndian<T>(at);
    at += numberBytes;
}

// Calls `visit` with each stored number of a bucket, in the order of storage. `count` is not stored.
template <typename Bucket, typename Visit>
void visitNumbers(Bucket &bucket, Visit visit)
{
    visit(bucket.notFinite);
    visit(bucket.firstStep);
    visit(bucket.lastStep);
    visit(bucket.firstTimestamp);
    visit(bucket.lastTimestamp);
    visit(bucket.minimum);
    visit(bucket.maximum);
    visit(bucket.sum);
    visit(bucket.last);
}

} // namespace

MetricBucket bucketOf(const MetricPoint &point)
{
    const bool isFinite = std::isfinite(point.value);
    const double value = isFinite ? point.value : nan;
    return {1, isFinite ? 0 : 1, point.step, point.step, point.timestamp, point.timestamp, value, value, value, value};
}

void addBucket(MetricBucket &bucket, const MetricBucket &other, bool isLater)
{
    const bool hasValues = !std::isnan(bucket.minimum);
    bucket.count += other.count;
    bucket.notFinite += other.notFinite;
    bucket.firstStep = std::min(bucket.firstStep, other.firstStep);
    bucket.lastStep = std::max(bucket.lastStep, other.lastStep);
    bucket.firstTimestamp = std::min(bucket.firstTimestamp, other.firstTimestamp);
    bucket.lastTimestamp = std::max(bucket.lastTimestamp, other.lastTimestamp);
    if (std::isnan(other.minimum))
        return;
    bucket.minimum = hasValues ? std::min(bucket.minimum, other.minimum) : other.minimum;
    bucket.maximum = hasValues ? std::max(bucket.maximum, other.maximum) : other.maximum;
    bucket.sum = hasValues ? bucket.sum + other.sum : other.sum;
    if (isLater || !hasValues)
        bucket.last = other.last;
}

QByteArray packBuckets(const std::vector<MetricBucket> &buckets)
{
    QByteArray bytes(qsizetype(buckets.size()) * bucketBytes, Qt::Uninitialized);
    char *at = bytes.data();
    for (const MetricBucket &bucket : buckets)
        visitNumbers(bucket, [&at](auto value) { put(at, value); });
    return bytes;
}

std::vector<MetricBucket> unpackBuckets(const QByteArray &bytes, int size, qint64 count)
{
    if (bytes.size() != size * bucketBytes)
        return {};
    std::vector<MetricBucket> buckets(static_cast<std::size_t>(size));
    const char *at = bytes.constData();
    for (MetricBucket &bucket : buckets) {
        bucket.count = count;
        visitNumbers(bucket, [&at](auto &value) { take(at, value); });
    }
    return buckets;
}

} // namespace Roost::Service::Store
