// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"
#include "models/logs/lines/linenumber.h"

#include <vector>

namespace Roost::Logs {

/// The lines of a log from `first` up to the next mark were written at `time`, or at an unknown time.
struct LineMark
{
    std::optional<TimePoint> time;
    LineNumber first;
    bool operator==(const LineMark &) const = default;
};

/// What is known about when the lines of one log were written.
struct LineTimes
{
    std::vector<LineMark> marks; // ascending in both; the first one begins at line 0
    /// The lines from here on follow the last mark: they are later than all marks of all logs.
    LineNumber timed;
    qint64 lineCount = 0;
    /// The log was read to its end at least once. Before that, the end of the last mark's lines is not known.
    bool complete = false;
};

} // namespace Roost::Logs
