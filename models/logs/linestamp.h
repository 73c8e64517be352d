// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QTimeZone>

#include <optional>

namespace Roost::Logs {

/// The form of the time that lines of one log begin with: "2026-11-25T10:00:00.5Z", "2026-11-25 10:00:00,123" (what
/// Python's logging writes), "2026/11/25 10:00:00", seconds or milliseconds since 1970; each also in brackets, behind
/// colour codes, with or without fraction and zone.
class LineStamp
{
public:
    /// Lines that decide; fewer do where no more will come.
    static constexpr int DecidingLines = 8;
    /// Bytes of a log in which they are looked for.
    static constexpr qsizetype DecidingBytes = 64 * 1024;

    /// The form that the first lines of a log have in common: at least a quarter of them, as a traceback or a banner
    /// may stand between. A number alone must be seen twice. `zone` is that of times which name none.
    static std::optional<LineStamp> of(QByteArrayView firstLines, const QTimeZone &zone);

    /// When a line was written: UTC milliseconds since 1970. Empty where it does not begin with a time of this form.
    std::optional<qint64> timeOf(QByteArrayView line) const;

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
    // Of the hour that was asked for last: lines of a log come in the order of time.
    mutable qint64 m_hour = -1;
    mutable qint64 m_offset = 0;
};

} // namespace Roost::Logs
