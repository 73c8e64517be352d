// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"
#include "models/logs/lines/linenumber.h"

#include <vector>

namespace Roost::Logs {

/// States that the lines of a log from `first` up to the next mark were written at `time`, or at an unknown time.
struct LineMark
{
    std::optional<TimePoint> time;
    LineNumber first;
    bool operator==(const LineMark &) const = default;
};

/// What is known about the times at which the lines of one log were written.
struct LineTimes
{
    std::vector<LineMark> marks; // both members ascending; the first mark begins at line 0
    /// The lines from this one on are after the last mark. They count as later than all marks of all logs.
    LineNumber timed;
    qint64 lineCount = 0;
    /// Whether the log was read to its end at least once. Before that, the last line of the last mark is unknown.
    bool complete = false;
};

} // namespace Roost::Logs
