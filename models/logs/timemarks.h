// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Roost::Logs {

/// Up to `offset` the file was there at `time`; what lies behind the mark before came between the two.
struct TimeMark
{
    qint64 time = 0; // UTC milliseconds since 1970
    qint64 offset = 0;
    bool operator==(const TimeMark &) const = default;
};

/// Where the marks of a log lie: <stateFolder>/times/<name of the log>.idx, pairs of little-endian 64-bit
/// integers (time, offset), both growing.
QString timeIndexFile(const QString &stateFolder, const QString &logFile);

/// All marks, or `count` of them, from the `from`th on; a half-written last pair is left out.
QList<TimeMark> readTimeIndex(const QString &indexFile, qint64 from = 0, qint64 count = -1);

/// When the byte at `offset` was written, as far as `marks` tell; 0 where they do not.
qint64 writtenAt(const QList<TimeMark> &marks, qint64 offset);

} // namespace Roost::Logs
