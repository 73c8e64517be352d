// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runfailure.h"

#include "models/core/logpath.h"

#include <algorithm>

namespace Roost::Items {

using namespace Qt::StringLiterals;

bool hasFailed(const RankOutcome &rank)
{
    return rank.signal.has_value() || rank.exitCode.value_or(0) != 0;
}

std::optional<RankOutcome> firstFailure(const Run &run)
{
    const int named = run.cause && !run.cause->isTie() ? run.cause->first().rank : -1;
    const auto known = std::ranges::find(run.ranks, named, &RankOutcome::rank);
    if (named >= 0 && known != run.ranks.end())
        return *known;
    std::optional<RankOutcome> first;
    for (const RankOutcome &rank : run.ranks) {
        // Ranks that ended later were mostly ended because of this one.
        if (hasFailed(rank) && (!first || (rank.ended.isValid() && rank.ended < first->ended)))
            first = rank;
    }
    return first;
}

QString failingLog(const Run &run, const QStringList &paths)
{
    if (run.cause && run.cause->first().headline >= 0) {
        const CauseCandidate &first = run.cause->first();
        if (const QString path = first.evidence[first.headline].path; paths.contains(path))
            return path;
    }
    if (const auto rank = firstFailure(run)) {
        const auto path = std::ranges::find(paths, std::optional(rank->rank), rankOfLog);
        if (path != paths.end())
            return *path;
    }
    // The script did not start: the log of the environment's build contains the reason.
    for (const auto word : {"70_driver_log"_L1, "std_log"_L1, "20_image_build_log"_L1}) {
        const auto found = std::ranges::find_if(paths, [word](const QString &path) { return path.contains(word); });
        if (found != paths.end())
            return *found;
    }
    return paths.isEmpty() ? QString() : paths.first();
}

} // namespace Roost::Items
