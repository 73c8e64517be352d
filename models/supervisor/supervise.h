// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QProcessEnvironment>
#include <QString>

#include <sys/types.h>

namespace Roost::Supervision {

/// What `roostd supervise FILE` is: starts the processes of a LaunchPlan, waits for them, and ends all that
/// came of them. MPI's are started by mpirun, as `roostd rank` (see rankwrapper.h). It outlives the service. SIGTERM is
/// the wish to cancel. Needs a process of one thread and returns when no descendant is left: 0 done (however the run
/// ended), 2 unreadable plan, 3 another supervisor has (or had) the run.
int supervise(const QString &launchFile);

/// Starts `program supervise launchFile` in a session of its own, with nothing inherited but `environment`.
/// The caller's child, to be reaped by it. Its own words go to supervisor.log beside the plan.
Result<pid_t> startSupervisor(const QString &program, const QString &launchFile,
                              const QProcessEnvironment &environment);

/// The files a supervisor keeps in the state folder.
QString eventsFile(const QString &stateFolder);
/// "NAME=value" whose marks all processes of the run bear (see processesMarked).
QByteArray launchMark(const QString &stateFolder);

} // namespace Roost::Supervision
