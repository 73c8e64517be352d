// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/phases.h"

#include <algorithm>

namespace Roost::Service::Jobs {

QList<PhaseTimes> entered(QList<PhaseTimes> phases, RunStatus status, const QDateTime &at)
{
    const auto phase = phaseOf(status);
    if (!phase && !isTerminal(status))
        return phases;
    bool known = false;
    for (PhaseTimes &times : phases) {
        if (times.phase == phase) {
            times.left = {};
            known = true;
        } else if (!times.left.isValid()) {
            times.left = at;
        }
    }
    if (phase && !known)
        phases.append({*phase, at, {}});
    return phases;
}

QDateTime latestOf(const QList<PhaseTimes> &phases)
{
    QDateTime latest;
    for (const PhaseTimes &times : phases)
        latest = std::max({latest, times.entered, times.left});
    return latest;
}

} // namespace Roost::Service::Jobs
