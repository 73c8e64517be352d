// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/json.h"

#include "models/core/wholematch.h"
#include "models/wire/barenumbers.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

Result<QJsonObject> parseObject(const QByteArray &body)
{
    if (const auto plain = body.trimmed(); plain.isEmpty() || plain == "null")
        return QJsonObject();
    QJsonParseError problem;
    auto document = QJsonDocument::fromJson(body, &problem);
    if (document.isNull() && (body.contains("NaN") || body.contains("Infinity"))) {
        QJsonParseError second;
        document = QJsonDocument::fromJson(quoteBareNumbers(body), &second);
    }
    if (document.isObject())
        return document.object();
    const auto what = document.isNull()
                          ? u"The answer is no JSON: %1 at byte %2."_s.arg(problem.errorString()).arg(problem.offset)
                          : u"The answer is a JSON list where an object was expected."_s;
    return failure(ErrorKind::Unreadable, what, QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 2000))));
}

QByteArray print(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString text(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return value.toVariant().toString();
    default:
        return {};
    }
}

qint64 integer(const QJsonValue &value, qint64 fallback)
{
    if (value.isDouble()) {
        const double wide = value.toDouble();
        // toInteger() returns the fallback for fractions; here a fraction is truncated as in a C++ conversion.
        constexpr double edge = 9.2e18;
        return std::abs(wide) < edge ? value.toInteger(qint64(wide)) : value.toInteger(fallback);
    }
    if (value.isString()) {
        bool ok = false;
        const auto whole = value.toString().toLongLong(&ok);
        return ok ? whole : fallback;
    }
    return fallback;
}

std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    if (value.isString())
        return numberFromText(value.toString());
    return std::nullopt;
}

QJsonValue fromNumber(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    return value;
}

StringMap strings(const QJsonValue &value)
{
    StringMap map;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue one = it.value();
        if (one.isObject())
            map.insert(it.key(), QString::fromUtf8(print(one.toObject())));
        else if (one.isArray())
            map.insert(it.key(), QString::fromUtf8(QJsonDocument(one.toArray()).toJson(QJsonDocument::Compact)));
        else if (!one.isNull())
            map.insert(it.key(), text(one));
    }
    return map;
}

QJsonObject fromStrings(const StringMap &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QDateTime utc(const QJsonValue &value)
{
    auto time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::UTC);
    return time.toUTC();
}

QJsonValue fromUtc(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime fromMilliseconds(const QJsonValue &value)
{
    const auto ms = integer(value);
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC) : QDateTime();
}

std::optional<qint64> durationSeconds(const QString &text)
{
    static const QRegularExpression form =
        wholeMatch(u"P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)(?:\\.\\d+)?S)?)?"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || text.size() < 3 || text.endsWith(u'T'))
        return std::nullopt;
    constexpr std::array<qint64, 5> parts{604800, 86400, 3600, 60, 1};
    qint64 seconds = 0;
    for (int group = 1; const qint64 part : parts) {
        const auto digits = match.capturedView(group++);
        if (digits.size() > 9)
            return std::nullopt;
        seconds += digits.toLongLong() * part;
    }
    return seconds;
}

QString toDuration(qint64 seconds)
{
    return u"PT%1S"_s.arg(seconds);
}

void put(QJsonObject &object, const QString &key, const QJsonValue &value)
{
    const bool empty = value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty()) ||
                       (value.isArray() && value.toArray().isEmpty()) ||
                       (value.isObject() && value.toObject().isEmpty());
    if (!empty)
        object.insert(key, value);
}

} // namespace Roost::Wire
