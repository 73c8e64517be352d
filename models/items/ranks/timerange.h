// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"

namespace Roost::Items {

/// The time from `from` up to, but not including, `to`.
struct TimeRange
{
    TimePoint from;
    TimePoint to;

    bool isEmpty() const { return to <= from; }
    std::chrono::milliseconds span() const { return to - from; }
    bool operator==(const TimeRange &) const = default;
};

} // namespace Roost::Items
