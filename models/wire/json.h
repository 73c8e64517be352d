// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON of the two protocols <-> values. Readers use defaults for missing members; writers omit empty ones.
namespace Roost::Wire {

/// Returns the object in `body`. An empty body is an empty object, and so is the word null, which Azure sends with a
/// 202. Bare NaN and Infinity tokens, which some MLflow servers write, are read as these words. Unreadable, with the
/// position, if the body is not a JSON object.
Result<QJsonObject> parseObject(const QByteArray &body);
QByteArray print(const QJsonObject &object);

/// Returns the text of a string, number or boolean; empty for any other value.
QString text(const QJsonValue &value);
/// Reads a whole number from a number or a decimal string; `fallback` for any other value.
qint64 integer(const QJsonValue &value, qint64 fallback = 0);
/// Reads a number, a decimal string, or one of NaN, Infinity, -Infinity; nullopt for any other value.
std::optional<double> number(const QJsonValue &value);
/// Returns a JSON number, or a word for a value that JSON cannot represent.
QJsonValue fromNumber(double value);
/// Strings are copied, numbers and booleans converted to text, nulls left out, lists and objects written as compact
/// JSON.
StringMap strings(const QJsonValue &value);
QJsonObject fromStrings(const StringMap &map);

/// Reads ISO 8601 with any number of fractional digits, as UTC if it has no zone. Invalid if it is not a time.
QDateTime utc(const QJsonValue &value);
/// Returns "2026-11-23T06:01:03.250Z"; null for an invalid time.
QJsonValue fromUtc(const QDateTime &time);
/// Reads milliseconds since 1970; 0 and a missing value are invalid times.
QDateTime fromMilliseconds(const QJsonValue &value);

/// Returns the seconds of an ISO 8601 duration ("PT1H30M", "P1DT2H"), without fractions; nullopt if it is not a
/// duration.
std::optional<qint64> durationSeconds(const QString &text);
QString toDuration(qint64 seconds);

/// Inserts `value` under `key` unless it is null, an empty string, an empty list or an empty object.
void put(QJsonObject &object, const QString &key, const QJsonValue &value);

} // namespace Roost::Wire
