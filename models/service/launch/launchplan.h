// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"

#include <QStringList>

namespace Roost::Service::Launch {

/// The complete input of the supervisor of one run, written by the service to `state/launch.json`. Secrets of the
/// service are not part of the plan: they must not be stored in the folder, so the supervisor inherits them in its
/// environment.
struct LaunchPlan
{
    QString runId;
    /// The command line as the user wrote it. Each process passes it to its own shell, which expands `$NAME`.
    QString command;
    QString workingFolder;
    /// Absolute; contains events.jsonl, times/ and errors/.
    QString stateFolder;
    /// Overrides the variables that the supervisor inherits.
    StringMap environment;
    Distribution distribution;
    int nodeCount = 1;
    /// One log per process, absolute, in the order of ranks. Output is appended.
    QStringList logFiles;
    /// The log of mpirun itself; only MPI runs have a launcher.
    QString launcherLog;
    /// The host at which the first rank listens for the other ranks.
    QString masterAddress;
    /// The GPUs of the run, named for CUDA_VISIBLE_DEVICES and distributed over its nodes in order. If empty, the run
    /// sees all GPUs.
    QStringList devices;
    /// The time between SIGTERM and SIGKILL, and the time for which the other ranks may continue after one rank has
    /// failed.
    int graceSeconds = 10;
    /// 0 means no limit.
    qint64 timeLimitSeconds = 0;
    /// The time between two samples of the load (models/load/loadsample.h); 0 takes none.
    int sampleIntervalMs = 5000;

    /// Returns 1 without a distribution, otherwise nodes times processes per node.
    int processCount() const;

    QByteArray toJson() const;
    static Result<LaunchPlan> fromJson(const QByteArray &json);
    /// Writes the plan to the file atomically.
    Result<void> save(const QString &file) const;
    static Result<LaunchPlan> load(const QString &file);

    bool operator==(const LaunchPlan &) const = default;
};

/// Returns the file of the plan of a run.
QString launchFile(const QString &stateFolder);

/// Returns the mark ("NAME=value") of all processes of the run (see Process::processesMarked).
QByteArray launchMark(const QString &stateFolder);

/// Returns the file to which the process of the rank writes its Python exception, as torchelastic does.
QString errorFile(const QString &stateFolder, int rank);

} // namespace Roost::Service::Launch
