// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QSet>

namespace Roost::Items {

/// A running rank that has written nothing for longer than its rhythm explains.
struct Stall
{
    int rank = 0;
    std::chrono::milliseconds duration{0};
    /// The usual pause of the ranks; empty if there is only one.
    std::optional<std::chrono::milliseconds> usualGap;
    /// True if the other ranks still write. Otherwise all ranks wait: for the rank that is behind, or for something
    /// outside the run.
    bool isAlone = true;
    bool operator==(const Stall &) const = default;
};

/// Shorter stalls are not reported.
inline constexpr std::chrono::milliseconds ShortestStall = std::chrono::seconds(10);

/// Returns those of the `running` ranks that are stalled, the longest stall first. A rank is stalled if its pause is
/// three times as long as its longest earlier pause and, while the others write, also three times as long as the
/// longest pause of the others (all ranks pause together during an evaluation). A rank without a rhythm is never
/// stalled, because most ranks log only their start.
QList<Stall> stalledRanks(const RunActivity &activity, const QSet<int> &running, TimePoint now,
                          std::chrono::milliseconds shortest = ShortestStall);

} // namespace Roost::Items
