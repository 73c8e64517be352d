// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/activity.h"

#include "models/wire/json.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonArray toJson(const ActivityBucket &bucket)
{
    QJsonArray list{bucket.index, bucket.lines, bucket.errors, bucket.progressCount};
    while (list.size() > 1 && list.last().toInteger() == 0)
        list.removeLast();
    return list;
}

QJsonObject toJson(const LogActivity &log)
{
    QJsonArray buckets;
    for (const ActivityBucket &bucket : log.buckets)
        buckets.append(toJson(bucket));
    QJsonObject json{{u"path"_s, log.path},
                     {u"bytes"_s, log.bytes},
                     {u"lastWrite"_s, msOrZero(log.lastWrite)},
                     {u"writes"_s, log.writes},
                     {u"usualGap"_s, qint64(log.usualGap.count())},
                     {u"longestGap"_s, qint64(log.longestGap.count())},
                     {u"restarts"_s, log.restarts},
                     {u"buckets"_s, buckets}};
    if (log.rank)
        json.insert(u"rank"_s, *log.rank);
    if (log.lines)
        json.insert(u"lines"_s, *log.lines);
    if (log.errors)
        json.insert(u"errors"_s, *log.errors);
    return json;
}

// A negative number stands for an unknown one.
std::optional<qint64> knownCount(const QJsonValue &value)
{
    const qint64 count = integer(value, -1);
    return count >= 0 ? std::optional(count) : std::nullopt;
}

// Drops buckets that are out of order, because callers rely on the order.
QList<ActivityBucket> bucketsFrom(const QJsonArray &list)
{
    QList<ActivityBucket> buckets;
    buckets.reserve(list.size());
    for (const QJsonValue value : list) {
        const QJsonArray numbers = value.toArray();
        const auto at = [&numbers](qsizetype i) { return std::max<qint64>(0, integer(numbers.at(i))); };
        const ActivityBucket bucket{at(0), at(1), at(2), at(3)};
        if (!numbers.isEmpty() && (buckets.isEmpty() || buckets.last().index < bucket.index))
            buckets += bucket;
    }
    return buckets;
}

LogActivity logFrom(const QJsonObject &json)
{
    LogActivity log;
    log.path = text(json.value("path"_L1));
    if (const auto rank = knownCount(json.value("rank"_L1)))
        log.rank = int(*rank);
    log.bytes = integer(json.value("bytes"_L1));
    log.lines = knownCount(json.value("lines"_L1));
    log.errors = knownCount(json.value("errors"_L1));
    log.lastWrite = knownTimeFromMs(integer(json.value("lastWrite"_L1)));
    log.writes = integer(json.value("writes"_L1));
    log.usualGap = std::chrono::milliseconds(integer(json.value("usualGap"_L1)));
    log.longestGap = std::chrono::milliseconds(integer(json.value("longestGap"_L1)));
    log.restarts = int(integer(json.value("restarts"_L1)));
    log.buckets = bucketsFrom(json.value("buckets"_L1).toArray());
    return log;
}

} // namespace

QJsonObject toJson(const RunActivity &activity)
{
    QJsonArray logs;
    for (const LogActivity &log : activity.logs)
        logs.append(toJson(log));
    return {{u"bucketMs"_s, qint64(activity.bucketWidth.count())},
            {u"origin"_s, msSinceEpoch(activity.origin)},
            {u"now"_s, msSinceEpoch(activity.now)},
            {u"cursor"_s, activity.cursor},
            {u"anew"_s, activity.isFull},
            {u"pending"_s, activity.pending},
            {u"beat"_s, activity.progressLine},
            {u"logs"_s, logs}};
}

RunActivity activityFrom(const QJsonObject &json)
{
    RunActivity activity;
    activity.bucketWidth = std::chrono::milliseconds(std::max<qint64>(1, integer(json.value("bucketMs"_L1), 1)));
    activity.origin = timePointFromMs(integer(json.value("origin"_L1)));
    activity.now = timePointFromMs(integer(json.value("now"_L1)));
    activity.cursor = text(json.value("cursor"_L1));
    activity.isFull = json.value("anew"_L1).toBool(true);
    activity.pending = integer(json.value("pending"_L1));
    activity.progressLine = text(json.value("beat"_L1));
    for (const QJsonValue log : json.value("logs"_L1).toArray())
        activity.logs += logFrom(log.toObject());
    return activity;
}

} // namespace Roost::Wire
