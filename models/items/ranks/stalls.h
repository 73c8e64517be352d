// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QSet>

namespace Roost::Items {

/// A running rank that has written nothing for longer than its own rhythm explains.
struct Stall
{
    int rank = 0;
    qint64 forMs = 0;
    /// The usual pause of the other ranks; 0 if there is none.
    qint64 othersMs = 0;
    /// The others still write. Otherwise all ranks wait: for the one that is behind, or for something outside the run.
    bool isAlone = true;
    bool operator==(const Stall &) const = default;
};

/// Shorter pauses are not reported.
inline constexpr qint64 ShortestStallMs = 10'000;

/// Those of the `running` ranks that are stalled, the longest stall first. A rank is stalled when its pause is three
/// times the longest pause it ever made and, while the others write, three times the longest pause of the others too
/// (all ranks of an evaluation pause together). A rank without a rhythm is never stalled: most ranks log only their
/// start.
QList<Stall> stalledRanks(const RunActivity &activity, const QSet<int> &running, qint64 now,
                          qint64 shortest = ShortestStallMs);

} // namespace Roost::Items
