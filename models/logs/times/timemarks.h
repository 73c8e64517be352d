// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// The time marks of a log: a file beside it that records the size of the log at certain times. The supervisor of a run
/// appends to it while the log grows, and readers follow both files. Only this header defines the format: pairs of
/// little-endian 64-bit integers (milliseconds since 1970, bytes), both ascending.
namespace Roost::Logs {

/// The size of the log at `time` was `offset` bytes. The bytes after the previous mark were written between the two
/// times.
struct TimeMark
{
    TimePoint time;
    qint64 offset = 0;
    bool operator==(const TimeMark &) const = default;
};

/// The size of one mark in the file. A file may end with a partial mark after a crash; remove it before appending.
inline constexpr qint64 TimeMarkSize = 2 * sizeof(qint64);

/// Returns <stateFolder>/times/<name of the log>.idx
QString timeIndexFile(const QString &stateFolder, const QString &logFile);

/// Returns the bytes to append for one mark.
QByteArray encodeTimeMark(const TimeMark &mark);

/// Reads the marks from index `from` on; at most `count` of them unless it is -1. A partial last mark is left out.
QList<TimeMark> readTimeIndex(const QString &indexFile, qint64 from = 0, qint64 count = -1);

/// Returns the time at which the byte at `offset` was written; nullopt after the last mark.
std::optional<TimePoint> writtenAt(const QList<TimeMark> &marks, qint64 offset);

} // namespace Roost::Logs
