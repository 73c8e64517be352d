// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranksteps.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace Roost::Items {

using namespace Qt::StringLiterals;

namespace {

// Fewer points do not define a rate.
constexpr qsizetype LeastPoints = 3;

qsizetype pointsOf(const StepTimes &ranks)
{
    return std::accumulate(ranks.cbegin(), ranks.cend(), qsizetype(0),
                           [](qsizetype sum, const QList<TimePoint> &times) { return sum + times.size(); });
}

bool isOfAll(const StepTimes &metric, const QSet<int> &ranks)
{
    return std::ranges::all_of(ranks, [&metric](int rank) { return metric.value(rank).size() >= LeastPoints; });
}

/// Returns the buckets of a log and the buckets of `points`, with the number of points up to the end of each bucket.
QList<ActivityBucket> counted(const QList<ActivityBucket> &buckets, const QList<qint64> &points)
{
    QMap<qint64, ActivityBucket> all;
    for (const ActivityBucket &bucket : buckets) {
        all.insert(bucket.index, bucket);
        all[bucket.index].progressCount = 0;
    }
    for (const qint64 index : points) {
        all[index].index = index;
        ++all[index].progressCount;
    }
    qint64 sum = 0;
    for (ActivityBucket &bucket : all)
        bucket.progressCount = sum += bucket.progressCount;
    return all.values();
}

} // namespace

std::optional<RankKey> rankKeyOf(const QString &key)
{
    static const QRegularExpression form(u"(?:^|[/._-])(?:rank)[_-]?(\\d{1,6})(?=\\z|[/._-])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    QString before = key.first(match.capturedStart());
    QString after = key.sliced(match.capturedEnd());
    if (before.isEmpty() && !after.isEmpty())
        after.remove(0, 1); // the separator after the rank
    if (before.isEmpty() && after.isEmpty())
        return std::nullopt;
    return RankKey{match.captured(1).toInt(), before + after};
}

RunActivity withSteps(const RunActivity &activity, const QMap<QString, StepTimes> &metrics)
{
    QSet<int> ranks;
    for (const LogActivity &log : activity.logs) {
        if (log.rank)
            ranks += *log.rank;
    }
    auto best = metrics.cend();
    for (auto metric = metrics.cbegin(); metric != metrics.cend(); ++metric) {
        if (isOfAll(*metric, ranks) && (best == metrics.cend() || pointsOf(*metric) > pointsOf(*best)))
            best = metric;
    }
    if (best == metrics.cend() || ranks.size() < 2 || activity.bucketWidth.count() <= 0)
        return activity;
    RunActivity stepped = activity;
    stepped.progressLine = best.key();
    for (LogActivity &log : stepped.logs) {
        if (!log.rank)
            continue;
        QList<qint64> points;
        // The points are counted in only one log of each rank.
        if (ranks.remove(*log.rank)) {
            for (const TimePoint time : best->value(*log.rank))
                points += std::max<qint64>(0, (time - activity.origin) / activity.bucketWidth);
        }
        log.buckets = counted(log.buckets, points);
    }
    return stepped;
}

} // namespace Roost::Items
