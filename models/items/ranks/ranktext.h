// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/ranklens.h"

/// What is said about ranks.
namespace Roost::Items::RankText {

/// "Rank 3".
QString name(int rank);
/// "now", "12 s", "3:12", "1 h 04 min": how long ago, for a column.
QString age(qint64 ms);
/// "0.3 s", "12 s", "3:12".
QString span(qint64 ms);
/// "12 345" with the locale's grouping; empty where negative.
QString count(qint64 count);
/// "Rank 5 has been silent for 42 s; the others write every 2 s." Empty without silences.
QString silence(const QList<Silence> &silences, const RunActivity &activity);
/// "Rank 2 is 14 steps (3.1 s) behind", for the slowest list.
QString lag(const RankPace &pace);
QString pace(Pace pace);

} // namespace Roost::Items::RankText
