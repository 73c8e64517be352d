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

/// A line as a terminal shows it when the line is finished.
struct LogLine
{
    QString text;
    QList<LogSpan> spans; // of the parts that are not plain
    LogLevel level = LogLevel::Plain;
    /// The number of bytes in the file, including the end of line; more than `text` if the line was cut or overwritten.
    qint64 bytes = 0;
    /// Whether the text is only the beginning of a line that is too long to show.
    bool cut = false;
    bool operator==(const LogLine &) const = default;
};

/// The number of bytes of a line that are shown; a longer line is cut.
inline constexpr qint64 LongestShownLine = 16 * 1024;

/// Returns the shown line for the bytes of one line, with or without its end. Invalid UTF-8 is replaced, colour codes
/// become spans, a line that was overwritten with carriage returns is reduced to its last state, and other control
/// characters become visible.
LogLine decodeLogLine(QByteArrayView bytes);

/// Returns the level that decodeLogLine() returns, without decoding.
LogLevel shownLevel(QByteArrayView bytes);

} // namespace Roost::Logs
