// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QMap>

#include <algorithm>

namespace Roost::Items {

/// Returns the activity of each rank. Several logs of one rank (stdout and stderr) are combined.
QMap<int, LogActivity> activityOfRanks(const RunActivity &activity);

/// Returns whether the log was written often enough to have a usual pause.
bool hasRhythm(const LogActivity &log);

/// Returns the median of `values`; 0 if the list is empty.
template <typename Value>
Value median(QList<Value> values)
{
    if (values.isEmpty())
        return Value(0);
    const auto middle = values.begin() + values.size() / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace Roost::Items
