// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

class QString;

namespace Roost::Supervision {

/// What `roostd rank LAUNCHFILE PORT` is, one a process of an MPI run and started by mpirun: it learns its rank, opens
/// that rank's log, starts the command with that rank's variables, and tells the supervisor of start and end.
///
/// mpirun ends all processes as soon as one fails, and with them what they were about to say. So a wrapper whose
/// rank failed stays until the supervisor's grace is over, and a wrapper whose rank goes on does not leave when
/// mpirun asks. Where mpirun takes a wrapper away by force, its rank falls to the supervisor; MPICH's, which do so only
/// after MPI_Abort, end with it.
///
/// Needs a process of one thread. Returns what the rank returned, 128 and the signal's number where one ended it.
int runRank(const QString &launchFile, quint16 port);

} // namespace Roost::Supervision
