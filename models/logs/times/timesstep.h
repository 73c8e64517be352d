// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/times/linestamp.h"
#include "models/logs/times/linetimes.h"
#include "models/logs/times/timemarks.h"

#include <memory>

namespace Roost::Logs {

class LogIndex;

/// One step of reading the times of a log, from its marks or from its lines. The members are the state from which
/// read() continues; it updates them and adds the results.
struct TimesStep
{
    std::shared_ptr<const LogIndex> index; // null if the log was not read yet
    QString indexFile;
    std::optional<QTimeZone> zone; // if set, times are read from the lines
    bool decided = false;          // whether `stamp` is final
    std::optional<LineStamp> stamp;
    qint64 stampedTo = 0; // the end of the lines that were read, in bytes
    bool isGrowing = false;
    std::optional<TimePoint> since; // older marks describe the file that was replaced
    qint64 marksRead = 0;
    QList<TimeMark> ahead; // marks of bytes that the index does not cover yet
    std::optional<TimePoint> lastTime;
    qint64 marksBefore = 0;
    LineNumber timed;
    // Results:
    std::vector<LineMark> marks; // only the new ones
    qint64 lineCount = 0;
    bool wasComplete = false;
    bool complete = false;
    bool more = false; // whether another step can be read at once

    /// May take a long time; do not call on the main thread.
    void read();

private:
    void readMarks();
    void decideStamp();
    void readStamps();
    void addLine(QByteArrayView line);

    TimePoint m_latest; // later times in lines are not the times of writing
};

} // namespace Roost::Logs
