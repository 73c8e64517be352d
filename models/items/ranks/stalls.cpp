// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/stalls.h"

#include "models/items/ranks/rankactivity.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Roost::Items {

namespace {

constexpr qint64 StallTimes = 3;

} // namespace

QList<Stall> stalledRanks(const RunActivity &activity, const QSet<int> &running, qint64 now, qint64 shortest)
{
    QMap<int, LogActivity> ranks = activityOfRanks(activity);
    ranks.removeIf([&running](auto it) { return !running.contains(it.key()) || !hasRhythm(it.value()); });
    QList<qint64> gaps;
    QList<qint64> longest;
    QList<qint64> silent;
    for (const LogActivity &log : std::as_const(ranks)) {
        gaps += log.usualGap.count();
        longest += log.longestGap.count();
        silent += now - msOrZero(log.lastWrite);
    }
    const qint64 othersLongest = median(longest);
    QList<Stall> found;
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        const LogActivity &log = it.value();
        const qint64 forMs = now - msOrZero(log.lastWrite);
        if (forMs < shortest || forMs < StallTimes * log.longestGap.count())
            continue;
        const auto writing = std::ranges::count_if(silent, [forMs](qint64 other) { return other < forMs / 2; });
        const bool isAlone = 2 * writing >= ranks.size() - 1;
        if (isAlone && ranks.size() > 1 && forMs < StallTimes * othersLongest)
            continue;
        found += Stall{it.key(), forMs, ranks.size() > 1 ? median(gaps) : 0, isAlone};
    }
    std::ranges::sort(found, [](const Stall &a, const Stall &b) {
        return std::tuple(-a.forMs, a.rank) < std::tuple(-b.forMs, b.rank);
    });
    return found;
}

} // namespace Roost::Items
