// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/rankactivity.h"

#include <algorithm>
#include <utility>

namespace Roost::Items {

namespace {

// Fewer writes do not define a rhythm.
constexpr qint64 RhythmFrom = 6;

std::optional<qint64> sumOfKnown(std::optional<qint64> one, std::optional<qint64> other)
{
    return one || other ? std::optional(one.value_or(0) + other.value_or(0)) : std::nullopt;
}

void add(LogActivity &to, const LogActivity &from)
{
    to.bytes += from.bytes;
    to.lines = sumOfKnown(to.lines, from.lines);
    to.errors = sumOfKnown(to.errors, from.errors);
    to.lastWrite = std::max(to.lastWrite, from.lastWrite);
    // Use the rhythm of the log that is written more often.
    if (from.writes > to.writes) {
        to.writes = from.writes;
        to.usualGap = from.usualGap;
        to.longestGap = from.longestGap;
    }
    QMap<qint64, ActivityBucket> buckets;
    for (const ActivityBucket &bucket : std::as_const(to.buckets))
        buckets.insert(bucket.index, bucket);
    for (const ActivityBucket &bucket : from.buckets) {
        ActivityBucket &sum = buckets[bucket.index];
        sum.index = bucket.index;
        sum.lines += bucket.lines;
        sum.errors += bucket.errors;
        sum.progressCount = std::max(sum.progressCount, bucket.progressCount);
    }
    to.buckets = buckets.values();
    qint64 count = 0;
    for (ActivityBucket &bucket : to.buckets)
        bucket.progressCount = count = std::max(count, bucket.progressCount);
}

} // namespace

bool hasRhythm(const LogActivity &log)
{
    return log.writes >= RhythmFrom && log.usualGap.count() > 0;
}

QMap<int, LogActivity> activityOfRanks(const RunActivity &activity)
{
    QMap<int, LogActivity> ranks;
    for (const LogActivity &log : activity.logs) {
        if (!log.rank)
            continue;
        const auto known = ranks.find(*log.rank);
        if (known == ranks.end())
            ranks.insert(*log.rank, log);
        else
            add(*known, log);
    }
    return ranks;
}

} // namespace Roost::Items
