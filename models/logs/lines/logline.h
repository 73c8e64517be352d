// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/linenumber.h"
#include "models/logs/lines/loglevel.h"
#include "models/logs/lines/logspan.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Roost::Logs {

/// A line as a terminal shows it once the line is finished.
struct LogLine
{
    QString text;
    QList<LogSpan> spans; // of the stretches that are not plain
    LogLevel level = LogLevel::Plain;
    /// Bytes in the file with the end of line; more than `text` where the line was cut or overwritten.
    qint64 bytes = 0;
    /// The text is only the beginning of a line that is too long to show.
    bool cut = false;
    bool operator==(const LogLine &) const = default;
};

/// The number of bytes that are shown of a line; a longer one is cut.
inline constexpr qint64 LongestShownLine = 16 * 1024;

/// The shown line for the bytes of one line, with or without its end. Invalid UTF-8 is replaced, colour codes become
/// spans, a line that was overwritten with carriage returns is reduced to its last state, and other control characters
/// become visible.
LogLine decodeLogLine(QByteArrayView bytes);

/// The level that decodeLogLine() returns, without decoding.
LogLevel shownLevel(QByteArrayView bytes);

} // namespace Roost::Logs
