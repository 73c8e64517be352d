// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace Roost::Items {

/// The activity of each rank; where a rank has several logs (stdout and stderr) they are taken together.
QMap<int, LogActivity> activityOfRanks(const RunActivity &activity);

/// A rank that has been silent for longer than its own rhythm explains.
struct Silence
{
    int rank = 0;
    qint64 forMs = 0;
    /// The usual pause of the other ranks; 0 where there is none.
    qint64 othersMs = 0;
    /// The others still write. Otherwise all wait: for the one that is behind, or for something outside.
    bool isAlone = true;
    bool operator==(const Silence &) const = default;
};

/// Shorter silences are nobody's business.
inline constexpr qint64 ShortestSilenceMs = 10'000;

/// Which of the `running` ranks are silent, the longest silent first. A silence counts when it is three times the
/// longest pause the rank has ever made and, while the others write, three times theirs too (all ranks of an
/// evaluation pause together). A rank that never had a rhythm (most log nothing but their start) is never silent.
QList<Silence> silentRanks(const RunActivity &activity, const QSet<int> &running, qint64 now,
                           qint64 shortest = ShortestSilenceMs);

/// How a rank keeps up with the others in a stretch of time.
enum class Pace {
    None, // it had not begun, or had ended
    InStep,
    NoneWrites, // there is nothing to compare
    Behind,
    FarBehind,
    Silent, // while most of the others wrote
};

/// How a rank keeps up over a stretch of time, and what that comes to.
struct RankPace
{
    int rank = 0;
    QList<Pace> cells;
    /// At the end: how many repeated lines fewer than the median rank, and how long ago that one was there.
    qint64 lagBeats = 0;
    qint64 lagMs = 0;
    /// On average over the whole stretch: the straggler score.
    double meanLagMs = 0;
    /// The share of its time in which it was not in step, 0..1.
    double shareBehind = 0;
};

/// All ranks over [from, to] in `columns` cells, the worst pace of a cell counting. `ended` tells when ranks ended.
///
/// Compared is the n-th repeated line (RunActivity::beat) of one rank with the n-th of the median rank: behind is who
/// comes to it later by more than two usual steps, far behind by more than eight. Silent is who writes nothing for
/// four times its usual pause while the median rank does.
QList<RankPace> pacesOf(const RunActivity &activity, const QHash<int, qint64> &ended, qint64 from, qint64 to,
                        int columns);

/// Those that are not in step most of the time or at the end, the worst first.
QList<RankPace> stragglers(const QList<RankPace> &paces);

} // namespace Roost::Items
