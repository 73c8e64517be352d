// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"

#include <QByteArrayView>
#include <QTimeZone>

#include <optional>

namespace Roost::Logs {

/// The form of the time at the beginning of the lines of one log: "2026-11-25T10:00:00.5Z", "2026-11-25 10:00:00,123"
/// (Python's logging), "2026/11/25 10:00:00", or seconds or milliseconds since 1970; each also in brackets, after
/// colour codes, with or without fraction and zone.
class LineStamp
{
public:
    /// The number of lines that determine the form; fewer are sufficient if the log will not grow.
    static constexpr int DecidingLines = 8;
    /// The number of bytes in which these lines are searched.
    static constexpr qsizetype DecidingBytes = 64 * 1024;

    /// Returns the form that at least a quarter of the first lines of a log have in common; there may be tracebacks and
    /// banners between these lines. A plain number must occur twice. `zone` applies to times without a zone.
    static std::optional<LineStamp> of(QByteArrayView firstLines, const QTimeZone &zone);

    /// Returns the time at which a line was written; nullopt if the line does not begin with a time of this form.
    std::optional<TimePoint> timeOf(QByteArrayView line) const;

    struct Shape
    {
        enum Kind : uchar { Date, Seconds, Milliseconds };
        Kind kind = Date;
        bool isBracketed = false;
        bool namesZone = false;
        char separator = 0; // between the numbers of the date
        char middle = 0;    // between date and time: a blank or "T"
        bool operator==(const Shape &) const = default;
    };

private:
    LineStamp(const Shape &shape, const QTimeZone &zone);
    qint64 toUtc(qint64 local) const;

    Shape m_shape;
    QTimeZone m_zone;
    // The start of the last hour is cached, because the lines of a log are in order of time.
    mutable qint64 m_hour = -1;
    mutable qint64 m_offset = 0;
};

} // namespace Roost::Logs
