// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <optional>

namespace Roost::Supervision::Mpi {

/// The program that starts MPI processes: `mpirun`, else `mpiexec`, on the run's own PATH.
Result<QString> findLauncher(const QString &path);

/// The shell line by which it starts `processes` times `program rank LAUNCHFILE PORT`. No option but the number: all
/// else is said by variables, each of which its own MPI reads and the others do not (see `launcherVariables`).
QString launcherLine(const QString &launcher, int processes, const QString &program, const QString &launchFile,
                     quint16 port);

/// What Open MPI 4 and 5 and Intel MPI need to start any number of processes on this machine, for any user and bound to
/// no core; MPICH does so by default. Variables that `inherited` has already are left out.
StringMap launcherVariables(const StringMap &inherited);

/// What the launcher told this process: its rank, and of how many (0 where it did not say).
struct Place
{
    int rank = 0;
    int size = 0;
    /// A process that called MPI_Abort goes on until it is killed, which happens to the wrapper alone: MPICH, Intel
    /// MPI.
    bool abortWaitsForDeath = false;
};
std::optional<Place> placeIn(const StringMap &environment);

/// Whether MPICH wrote into the log, near its end, that this process called MPI_Abort. The process goes on until it is
/// killed, and may say more, or crash.
bool hasAborted(const QString &logFile);

} // namespace Roost::Supervision::Mpi
