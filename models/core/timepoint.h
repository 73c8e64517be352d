// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace Roost {

/// A point in time in UTC, in whole milliseconds. An unknown time is an empty std::optional, never 0.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

inline TimePoint currentTime()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Conversions for files and protocols that store milliseconds since 1970.
constexpr TimePoint timePointFromMs(qint64 msSinceEpoch)
{
    return TimePoint(std::chrono::milliseconds(msSinceEpoch));
}
constexpr qint64 msSinceEpoch(TimePoint time)
{
    return time.time_since_epoch().count();
}

/// The same for formats in which 0 means that the time is unknown.
constexpr std::optional<TimePoint> knownTimeFromMs(qint64 msOrZero)
{
    return msOrZero > 0 ? std::optional(timePointFromMs(msOrZero)) : std::nullopt;
}
constexpr qint64 msOrZero(std::optional<TimePoint> time)
{
    return time ? msSinceEpoch(*time) : 0;
}

/// Converts to UTC; an unknown time becomes an invalid QDateTime, and an invalid QDateTime an unknown time.
inline QDateTime toDateTime(std::optional<TimePoint> time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*time), QTimeZone::UTC) : QDateTime();
}
inline std::optional<TimePoint> toTimePoint(const QDateTime &time)
{
    return time.isValid() ? std::optional(timePointFromMs(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace Roost
