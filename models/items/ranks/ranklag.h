// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/items/ranks/timerange.h"

#include <QHash>

namespace Roost::Items {

/// How far a rank is behind the others during an interval.
enum class Lag {
    None, // the rank had not started, or had ended
    InStep,
    NoneWrites, // no rank writes, so there is nothing to compare
    Behind,
    FarBehind,
    Stalled, // it pauses while most of the others write
};

/// The lag of a rank over an interval, per cell and in total.
struct RankLag
{
    int rank = 0;
    QList<Lag> cells;
    /// At the end of the interval: how many progress lines the rank is behind the median rank, and how long ago the
    /// median rank wrote the progress line that this rank wrote last.
    qint64 lagSteps = 0;
    std::chrono::milliseconds lag{0};
    /// The average lag over the whole interval: the straggler score.
    std::chrono::duration<double, std::milli> meanLag{0};
    /// The share of the rank's time in which it was not in step, 0..1.
    double shareBehind = 0;
};

/// Returns the lag of all ranks over `range` in `columns` cells; a cell contains the worst lag of its time. `ended`
/// contains the times at which ranks ended.
///
/// The n-th progress line (RunActivity::progressLine) of a rank is compared with the n-th of the median rank. A rank is
/// behind if it writes the line later by more than two usual steps, and far behind by more than eight. It is stalled if
/// it writes nothing for four times its usual pause while the median rank writes.
QList<RankLag> lagsOf(const RunActivity &activity, const QHash<int, TimePoint> &ended, const TimeRange &range,
                      int columns);

/// Returns the ranks that are not in step most of the time or at the end, the worst first.
QList<RankLag> stragglers(const QList<RankLag> &lags);

} // namespace Roost::Items
