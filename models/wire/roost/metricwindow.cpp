// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/metricwindow.h"

#include "models/wire/apierror.h"
#include "models/wire/barenumbers.h"
#include "models/wire/json.h"

#include <QLocale>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype pointMembers = 3;
constexpr qsizetype bucketMembers = 10;

double numberOf(const std::function<QString(QStringView)> &parameter, const QString &key, double fallback)
{
    const QString text = parameter(key);
    if (text.isEmpty())
        return fallback;
    const auto number = numberFromText(text);
    if (!number || std::isnan(*number))
        throw ApiError(ErrorKind::Rejected, u"`%1` is a number, not \"%2\"."_s.arg(key, text));
    return *number;
}

template <typename Number>
void append(QByteArray &text, Number value)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end - digits.data());
}

void appendReal(QByteArray &text, double value)
{
    if (std::isnan(value))
        text += "null";
    else if (std::isinf(value))
        text += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    else
        append(text, value);
}

void appendBucket(QByteArray &text, const MetricBucket &bucket)
{
    text += '[';
    if (bucket.count == 1) {
        append(text, bucket.firstStep);
        text += ',';
        append(text, bucket.firstTimestamp);
        text += ',';
        appendReal(text, bucket.last);
    } else {
        for (const qint64 number : {bucket.count, bucket.notFinite, bucket.firstStep, bucket.lastStep,
                                    bucket.firstTimestamp, bucket.lastTimestamp}) {
            append(text, number);
            text += ',';
        }
        appendReal(text, bucket.minimum);
        text += ',';
        appendReal(text, bucket.maximum);
        text += ',';
        appendReal(text, bucket.sum);
        text += ',';
        appendReal(text, bucket.last);
    }
    text += ']';
}

double real(const QJsonValue &value)
{
    return value.isDouble() ? value.toDouble() : number(value).value_or(notANumber);
}

MetricBucket bucketFrom(const QJsonArray &list)
{
    if (list.size() == pointMembers) {
        const qint64 step = list.at(0).toInteger();
        const qint64 timestamp = list.at(1).toInteger();
        const double value = real(list.at(2));
        return {1, std::isnan(value) ? 1 : 0, step, step, timestamp, timestamp, value, value, value, value};
    }
    return {list.at(0).toInteger(), list.at(1).toInteger(), list.at(2).toInteger(), list.at(3).toInteger(),
            list.at(4).toInteger(), list.at(5).toInteger(), real(list.at(6)),       real(list.at(7)),
            real(list.at(8)),       real(list.at(9))};
}

} // namespace

QList<std::pair<QString, QString>> toQuery(const MetricWindowQuery &query)
{
    QList<std::pair<QString, QString>> pairs{
        {u"key"_s, query.key}, {u"axis"_s, query.axis == MetricWindowQuery::Axis::Step ? u"step"_s : u"time"_s}};
    if (query.from != -infinity)
        pairs.append({u"from"_s, QString::number(query.from, 'g', QLocale::FloatingPointShortest)});
    if (query.to != infinity)
        pairs.append({u"to"_s, QString::number(query.to, 'g', QLocale::FloatingPointShortest)});
    pairs.append({u"columns"_s, QString::number(query.columns)});
    return pairs;
}

MetricWindowQuery metricWindowQueryFrom(const std::function<QString(QStringView)> &parameter)
{
    MetricWindowQuery query;
    query.key = parameter(u"key");
    if (query.key.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"`key` names the metric and is missing."_s);
    const QString axis = parameter(u"axis");
    if (axis == "time"_L1)
        query.axis = MetricWindowQuery::Axis::Time;
    else if (!axis.isEmpty() && axis != "step"_L1)
        throw ApiError(ErrorKind::Rejected, u"`axis` is step or time, not \"%1\"."_s.arg(axis));
    query.from = numberOf(parameter, u"from"_s, -infinity);
    query.to = numberOf(parameter, u"to"_s, infinity);
    if (const QString columns = parameter(u"columns"); !columns.isEmpty()) {
        bool isNumber = false;
        query.columns = columns.toInt(&isNumber);
        if (!isNumber)
            throw ApiError(ErrorKind::Rejected, u"`columns` is a whole number, not \"%1\"."_s.arg(columns));
    }
    return query;
}

QByteArray toJsonText(const MetricWindow &window)
{
    constexpr qsizetype usualBytes = 120;
    QByteArray text;
    text.reserve(64 + window.buckets.size() * usualBytes);
    text += "{\"pointCount\":";
    append(text, window.size);
    text += ",\"buckets\":[";
    for (qsizetype i = 0; i < window.buckets.size(); ++i) {
        if (i > 0)
            text += ',';
        appendBucket(text, window.buckets[i]);
    }
    text += "]}";
    return text;
}

MetricWindow metricWindowFrom(const QJsonObject &json)
{
    MetricWindow window;
    window.size = json.value("pointCount"_L1).toInteger();
    const QJsonArray buckets = json.value("buckets"_L1).toArray();
    window.buckets.reserve(buckets.size());
    for (const QJsonValue &value : buckets) {
        const QJsonArray list = value.toArray();
        if (list.size() == pointMembers || list.size() == bucketMembers)
            window.buckets.append(bucketFrom(list));
    }
    return window;
}

} // namespace Roost::Wire
