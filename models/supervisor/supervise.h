// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// Implements `roostd supervise FILE`: starts the processes of a LaunchPlan, waits for them, and ends all their
/// descendants. The processes of an MPI run are started by mpirun, as `roostd rank` (see rankwrapper.h). The supervisor
/// outlives the service. SIGTERM requests a cancel. The process must have one thread. Returns when no descendant is
/// left: 0 when done (however the run ended), 2 if the plan is not readable, 3 if another supervisor has (or had) the
/// run.
int supervise(const QString &launchFile);

} // namespace Roost::Supervision
