// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON of the two protocols <-> values. Readers use defaults for missing members; writers omit empty ones.
namespace Roost::Wire {

/// The object in `body`. An empty body is an empty object, and so is the word null, which Azure sends with a 202.
/// Bare NaN and Infinity tokens, which some MLflow servers print, are read as these words. Unreadable, with the
/// position, if the body is not a JSON object.
Result<QJsonObject> parseObject(const QByteArray &body);
QByteArray print(const QJsonObject &object);

/// The text of a string; numbers and booleans are printed, any other value is empty.
QString text(const QJsonValue &value);
/// Whole number from a number or a decimal string; `fallback` for anything else.
qint64 integer(const QJsonValue &value, qint64 fallback = 0);
/// A number, a decimal string, or one of NaN, Infinity, -Infinity; empty for anything else.
std::optional<double> number(const QJsonValue &value);
/// A JSON number, or a word for a value that JSON cannot represent.
QJsonValue fromNumber(double value);
/// Strings unchanged, numbers and booleans printed, null left out, lists and objects as compact JSON.
StringMap strings(const QJsonValue &value);
QJsonObject fromStrings(const StringMap &map);

/// ISO 8601 with any number of fractional digits; UTC if it has no zone. Invalid if it is not a time.
QDateTime utc(const QJsonValue &value);
/// "2026-11-23T06:01:03.250Z"; null for an invalid time.
QJsonValue fromUtc(const QDateTime &time);
/// Milliseconds since 1970; 0 and absent are invalid times.
QDateTime fromMilliseconds(const QJsonValue &value);

/// Seconds of an ISO 8601 duration ("PT1H30M", "P1DT2H", fractions dropped); empty if it is not a duration.
std::optional<qint64> durationSeconds(const QString &text);
QString toDuration(qint64 seconds);

/// Inserts `value` under `key` unless it is null, an empty string, an empty list or an empty object.
void put(QJsonObject &object, const QString &key, const QJsonValue &value);

} // namespace Roost::Wire
