// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON of the two protocols <-> values. Readers default what is missing; writers omit what is empty.
namespace Roost::Wire {

/// The object in `body`; an empty body is an empty object, and so is the word null, which Azure sends with a 202. Bare
/// NaN and Infinity tokens, which some MLflow servers print, are read as the words. Unreadable, with the position, when
/// it is no JSON object.
Result<QJsonObject> parseObject(const QByteArray &body);
QByteArray print(const QJsonObject &object);

/// Text of a string; numbers and booleans are printed, anything else is empty.
QString text(const QJsonValue &value);
/// Whole number from a number or a decimal string; `fallback` for anything else.
qint64 integer(const QJsonValue &value, qint64 fallback = 0);
/// A number, a decimal string, or one of NaN, Infinity, -Infinity; empty for anything else.
std::optional<double> number(const QJsonValue &value);
/// A JSON number, or the word for what JSON has no number for.
QJsonValue fromNumber(double value);
/// Strings as they are, numbers and booleans printed, null left out, lists and objects as compact JSON.
StringMap strings(const QJsonValue &value);
QJsonObject fromStrings(const StringMap &map);

/// ISO 8601, any number of fractional digits; without a zone it is UTC. Invalid when it is none.
QDateTime utc(const QJsonValue &value);
/// "2026-11-23T06:01:03.250Z"; null for an invalid time.
QJsonValue fromUtc(const QDateTime &time);
/// Milliseconds since 1970; 0 and absent are invalid times.
QDateTime fromMilliseconds(const QJsonValue &value);

/// Seconds of an ISO 8601 duration ("PT1H30M", "P1DT2H", fractions dropped); empty when it is none.
std::optional<qint64> durationSeconds(const QString &text);
QString toDuration(qint64 seconds);

/// Puts `value` under `key` unless it is null, an empty string, an empty list or an empty object.
void put(QJsonObject &object, const QString &key, const QJsonValue &value);

} // namespace Roost::Wire
