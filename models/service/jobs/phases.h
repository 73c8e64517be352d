// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Service::Jobs {

/// Returns `phases` after a run entered `status` at `at`: the phase of that status is open, all others are closed. A
/// status without a phase changes nothing, and a terminal status closes all phases. A phase that is entered again keeps
/// its first start.
QList<PhaseTimes> entered(QList<PhaseTimes> phases, RunStatus status, const QDateTime &at);

/// Returns the latest time in the phases; invalid if there is none.
QDateTime latestOf(const QList<PhaseTimes> &phases);

} // namespace Roost::Service::Jobs
