// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <optional>

namespace Roost::Supervision::Mpi {

/// Finds the program that starts MPI processes on the run's own PATH: `mpirun`, otherwise `mpiexec`.
Result<QString> findLauncher(const QString &path);

/// Returns the shell line with which the launcher starts `processes` times `program rank LAUNCHFILE PORT`. The number
/// is the only option; all other settings are environment variables, each of which is read by one MPI implementation
/// and ignored by the others (see `launcherVariables`).
QString launcherLine(const QString &launcher, int processes, const QString &program, const QString &launchFile,
                     quint16 port);

/// Returns the variables that Open MPI 4 and 5 and Intel MPI need to start any number of processes on this machine, for
/// any user and not bound to cores; MPICH does so by default. Variables that `inherited` already contains are left out.
StringMap launcherVariables(const StringMap &inherited);

/// The position that the launcher assigned to this process: its rank, and the number of ranks (0 if not reported).
struct Place
{
    int rank = 0;
    int size = 0;
    /// Whether a process that called MPI_Abort continues until it is killed, and the launcher kills only the wrapper.
    /// True for MPICH and Intel MPI.
    bool abortWaitsForDeath = false;
};
std::optional<Place> placeIn(const StringMap &environment);

/// Returns whether MPICH reported near the end of the log that this process called MPI_Abort. The process continues
/// until it is killed, and may print more, or crash.
bool hasAborted(const QString &logFile);

} // namespace Roost::Supervision::Mpi
