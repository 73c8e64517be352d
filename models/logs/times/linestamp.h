// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"

#include <QByteArrayView>
#include <QTimeZone>

#include <optional>

namespace Roost::Logs {

/// The form of the time at the beginning of the lines of one log: "2026-11-25T10:00:00.5Z", "2026-11-25 10:00:00,123"
/// (Python's logging), "2026/11/25 10:00:00", seconds or milliseconds since 1970; each also in brackets, after colour
/// codes, with or without fraction and zone.
class LineStamp
{
public:
    /// The number of lines that decide; fewer do where the log will not grow.
    static constexpr int DecidingLines = 8;
    /// The number of bytes that are searched for them.
    static constexpr qsizetype DecidingBytes = 64 * 1024;

    /// The form that at least a quarter of the first lines of a log share; tracebacks and banners may stand between
    /// them. A plain number must occur twice. `zone` applies to times that name none.
    static std::optional<LineStamp> of(QByteArrayView firstLines, const QTimeZone &zone);

    /// When a line was written. Empty if the line does not begin with a time of this form.
    std::optional<TimePoint> timeOf(QByteArrayView line) const;

    struct Shape
    {
        enum Kind : uchar { Date, Seconds, Milliseconds };
        Kind kind = Date;
        bool isBracketed = false;
        bool namesZone = false;
        char separator = 0; // between the numbers of the day
        char middle = 0;    // between day and time: a blank or "T"
        bool operator==(const Shape &) const = default;
    };

private:
    LineStamp(const Shape &shape, const QTimeZone &zone);
    qint64 toUtc(qint64 local) const;

    Shape m_shape;
    QTimeZone m_zone;
    // Cached for the last hour: the lines of a log are in order of time.
    mutable qint64 m_hour = -1;
    mutable qint64 m_offset = 0;
};

} // namespace Roost::Logs
