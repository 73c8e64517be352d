// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/activity.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace Roost {

namespace {

// A bucket that is in both lists is complete in `news` and replaces the one in `known`.
void mergeBuckets(QList<ActivityBucket> &known, const QList<ActivityBucket> &news)
{
    if (news.isEmpty())
        return;
    const auto from = std::ranges::lower_bound(known, news.first().index, {}, &ActivityBucket::index);
    QList<ActivityBucket> tail(from, known.end());
    known.erase(from, known.end());
    auto old = tail.cbegin();
    for (const ActivityBucket &bucket : news) {
        for (; old != tail.cend() && old->index < bucket.index; ++old)
            known += *old;
        if (old != tail.cend() && old->index == bucket.index)
            ++old;
        known += bucket;
    }
    known.append(QList<ActivityBucket>(old, tail.cend()));
}

} // namespace

RunActivity merged(RunActivity known, RunActivity changes)
{
    if (changes.isFull)
        return changes;
    QHash<QString, qsizetype> places;
    places.reserve(known.logs.size());
    for (qsizetype i = 0; i < known.logs.size(); ++i)
        places.insert(known.logs.at(i).path, i);
    for (LogActivity &log : changes.logs) {
        const qsizetype at = places.value(log.path, -1);
        if (at < 0) {
            known.logs += std::move(log);
            continue;
        }
        LogActivity &before = known.logs[at];
        if (log.restarts == before.restarts) {
            mergeBuckets(before.buckets, log.buckets);
            log.buckets = std::move(before.buckets);
        }
        before = std::move(log);
    }
    changes.logs = std::move(known.logs);
    changes.isFull = true; // the result is always the complete activity
    return changes;
}

} // namespace Roost
