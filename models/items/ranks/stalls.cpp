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

QList<Stall> stalledRanks(const RunActivity &activity, const QSet<int> &running, TimePoint now,
                          std::chrono::milliseconds shortest)
{
    using std::chrono::milliseconds;
    QMap<int, LogActivity> ranks = activityOfRanks(activity);
    ranks.removeIf(
        [&running](auto it) { return !running.contains(it.key()) || !hasRhythm(it.value()) || !it->lastWrite; });
    QList<milliseconds> usualGaps;
    QList<milliseconds> longestGaps;
    QList<milliseconds> pauses;
    for (const LogActivity &log : std::as_const(ranks)) {
        usualGaps += log.usualGap;
        longestGaps += log.longestGap;
        pauses += now - *log.lastWrite;
    }
    const milliseconds longestOfOthers = median(longestGaps);
    QList<Stall> found;
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        const milliseconds pause = now - *it->lastWrite;
        if (pause < shortest || pause < StallTimes * it->longestGap)
            continue;
        const auto writing = std::ranges::count_if(pauses, [pause](milliseconds other) { return other < pause / 2; });
        const bool isAlone = 2 * writing >= ranks.size() - 1;
        if (isAlone && ranks.size() > 1 && pause < StallTimes * longestOfOthers)
            continue;
        found += Stall{it.key(), pause, ranks.size() > 1 ? std::optional(median(usualGaps)) : std::nullopt, isAlone};
    }
    std::ranges::sort(found, [](const Stall &a, const Stall &b) {
        return std::tuple(-a.duration, a.rank) < std::tuple(-b.duration, b.rank);
    });
    return found;
}

} // namespace Roost::Items
