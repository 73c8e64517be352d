// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/linestamp.h"
#include "models/logs/timemarks.h"
#include "models/logs/timemerge.h"

#include <memory>

namespace Roost::Logs {

class LogIndex;

/// One reading of the marks or of the lines: what it begins with and, changed, what it ends with.
struct TimesStep
{
    std::shared_ptr<const LogIndex> index;
    QString indexFile;
    std::optional<QTimeZone> zone;
    bool decided = false;
    std::optional<LineStamp> stamp;
    qint64 stampedTo = 0;
    bool isGrowing = false;
    qint64 since = 0;
    qint64 marksRead = 0;
    QList<TimeMark> ahead;
    qint64 lastTime = 0;
    qint64 marksBefore = 0;
    LineNumber timed;
    // New ones only.
    std::vector<LineMark> marks;
    qint64 lineCount = 0;
    bool wasComplete = false;
    bool complete = false;
    bool more = false; // is there to be read at once

    /// For any thread.
    void read();

private:
    void readMarks();
    void decide();
    void readStamps();
    void take(QByteArrayView line);

    qint64 latest = 0; // time that a line may tell
};

} // namespace Roost::Logs
