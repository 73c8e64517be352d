// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"
#include "models/logs/lines/linenumber.h"

namespace Roost::Logs {

/// The times at which the lines of one log were written. Implemented by LogTimes.
class LineClock
{
public:
    virtual ~LineClock() = default;
    virtual std::optional<TimePoint> timeOf(LineNumber line) const = 0;
    /// Returns the first line that was written at `time` or later; if there is none, the first line without a known
    /// time.
    virtual LineNumber firstAt(TimePoint time) const = 0;
};

} // namespace Roost::Logs
