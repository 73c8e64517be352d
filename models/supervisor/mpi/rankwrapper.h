// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

class QString;

namespace Roost::Supervision {

/// Implements `roostd rank LAUNCHFILE PORT`, which mpirun starts once per process of an MPI run: determines its rank,
/// opens the log of that rank, starts the command with the variables of that rank, and reports start and end to the
/// supervisor.
///
/// mpirun ends all processes as soon as one process fails, and their last output would be lost. Therefore a wrapper
/// whose rank failed waits until the supervisor's grace period is over, and a wrapper whose rank is still running
/// ignores mpirun's request to end. If mpirun kills a wrapper, its rank becomes a child of the supervisor; MPICH kills
/// wrappers only after MPI_Abort, and in this case the rank ends with its wrapper.
///
/// The process must have one thread. Returns the exit code of the rank, or 128 plus the signal number if a signal ended
/// the rank.
int runRank(const QString &launchFile, quint16 port);

} // namespace Roost::Supervision
