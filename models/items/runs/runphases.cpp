// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runphases.h"

#include <algorithm>
#include <array>

namespace Roost::Items {

namespace {

constexpr std::array AllPhases{Phase::Preparing, Phase::Scaling, Phase::Running, Phase::PostProcessing};

} // namespace

QList<PhaseTimes> phasesOf(const Run &run)
{
    QList<PhaseTimes> all;
    for (const Phase phase : AllPhases) {
        const auto found = std::ranges::find(run.phases, phase, &PhaseTimes::phase);
        all += found == run.phases.end() ? PhaseTimes{.phase = phase, .entered = {}, .left = {}} : *found;
    }
    if (!run.phases.isEmpty())
        return all;
    all[0].entered = run.created;
    if (run.started.isValid()) {
        all[0].left = all[2].entered = run.started;
        all[2].left = run.ended;
    } else {
        all[0].left = run.ended;
    }
    return all;
}

} // namespace Roost::Items
