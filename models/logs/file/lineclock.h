// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"
#include "models/logs/lines/linenumber.h"

namespace Roost::Logs {

/// When the lines of one log were written. Implemented by LogTimes.
class LineClock
{
public:
    virtual ~LineClock() = default;
    virtual std::optional<TimePoint> timeOf(LineNumber line) const = 0;
    /// The first line that was written at `time` or later; the first line without a known time where there is none.
    virtual LineNumber firstAt(TimePoint time) const = 0;
};

} // namespace Roost::Logs
