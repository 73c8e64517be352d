// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/ranklag.h"
#include "models/items/ranks/stalls.h"

/// Words and sentences about ranks for users.
namespace Roost::Items::RankText {

/// Returns "Rank 3".
QString name(int rank);
/// Formats the age of a time, for a column: "now", "12 s", "4 min", "1 h 04 min".
QString age(std::chrono::milliseconds age);
/// Formats a duration: "0.3 s", "12 s", "3:12".
QString span(std::chrono::milliseconds span);
/// Formats a number as "12 345" with the locale's grouping; empty if it is not known.
QString count(std::optional<qint64> count);
/// Returns "Rank 5 has been silent for 42 s; the others write every 2 s."; empty if `stalls` is empty.
QString stall(const QList<Stall> &stalls, const RunActivity &activity);
/// Returns "Rank 2 is 14 steps (3.1 s) behind", for the list of the slowest ranks.
QString lag(const RankLag &rank);
QString lag(Lag lag);

} // namespace Roost::Items::RankText
