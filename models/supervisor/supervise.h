// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// What `roostd supervise FILE` is: starts the processes of a LaunchPlan, waits for them, and ends all that
/// came of them. MPI's are started by mpirun, as `roostd rank` (see rankwrapper.h). It outlives the service. SIGTERM is
/// the wish to cancel. Needs a process of one thread and returns when no descendant is left: 0 done (however the run
/// ended), 2 unreadable plan, 3 another supervisor has (or had) the run.
int supervise(const QString &launchFile);

} // namespace Roost::Supervision
