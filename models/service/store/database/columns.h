// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTimeZone>

#include <limits>
#include <optional>

namespace Roost::Service::Store {

// How values are stored in columns: times as milliseconds since 1970, UTC, maps as JSON.

inline qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

inline QDateTime timeOfMs(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
}

/// Returns an invalid time for NULL.
inline QDateTime timeOfMs(std::optional<qint64> ms)
{
    return ms ? timeOfMs(*ms) : QDateTime();
}

inline QByteArray jsonOf(const StringMap &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), it.value());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline StringMap mapOfJson(const QByteArray &json)
{
    StringMap map;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

/// Returns key -> value of "SELECT key, value ...".
inline StringMap pairsOf(Statement rows)
{
    StringMap map;
    while (rows.next())
        map.insert(rows.text(0), rows.text(1));
    return map;
}

/// Returns "[1,2]", for a condition such as `run IN (SELECT value FROM json_each(?1))`.
inline QByteArray jsonListOf(const QList<qint64> &numbers)
{
    QByteArray list = "[";
    for (const qint64 number : numbers) {
        if (list.size() > 1)
            list += ',';
        list += QByteArray::number(number);
    }
    return list + ']';
}

/// Returns the value of a metric. NaN is stored as 0 with a flag in the column `nan`.
inline double metricValueOf(const Statement &row, int value, int nan)
{
    return row.flag(nan) ? std::numeric_limits<double>::quiet_NaN() : row.real(value);
}

} // namespace Roost::Service::Store
