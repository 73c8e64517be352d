// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"

#include <QStringList>

namespace Roost::Service::Launch {

/// All that the supervisor of one run needs to know, written by the service as `state/launch.json`.
/// It holds no secret: what must not lie in the folder the supervisor inherits in its environment.
struct LaunchPlan
{
    QString runId;
    /// The line as the person wrote it; each process gives it to a shell of its own, which expands `$NAME`.
    QString command;
    QString workingFolder;
    /// Absolute: events.jsonl, times/ and errors/ go there.
    QString stateFolder;
    /// Put over what the supervisor inherits.
    StringMap environment;
    Distribution distribution;
    int nodeCount = 1;
    /// One a process, absolute, in the order of ranks; appended to.
    QStringList logFiles;
    /// Where mpirun's own words go; MPI alone has a launcher.
    QString launcherLog;
    /// Host at which the first rank listens for the others.
    QString masterAddress;
    /// Indices of the GPUs the run was given, spread over its nodes in order; empty: it sees all there are.
    QStringList devices;
    /// How long processes may take to leave after SIGTERM before SIGKILL, and how long the other ranks may go
    /// on after one has failed.
    int graceSeconds = 10;
    /// 0 is no limit.
    qint64 timeLimitSeconds = 0;

    /// 1 without a distribution, else nodes times processes on each.
    int processCount() const;

    QByteArray toJson() const;
    static Result<LaunchPlan> fromJson(const QByteArray &json);
    /// Replaces the file as a whole or not at all.
    Result<bool> save(const QString &file) const;
    static Result<LaunchPlan> load(const QString &file);

    bool operator==(const LaunchPlan &) const = default;
};

/// What one process finds in its environment over what the supervisor inherited: the plan's own variables, and
/// those a training script relies on. A run without distribution is not told a rank: scripts and libraries
/// take RANK and LOCAL_RANK for "I was started by a distributed launcher". At `port` the ranks meet (see RankPort);
/// `inherited` are the starter's own variables.
StringMap rankEnvironment(const LaunchPlan &plan, int rank, quint16 port, const StringMap &inherited);

/// The variables of this process.
StringMap inheritedEnvironment();

/// Where the plan of a run lies.
QString launchFile(const QString &stateFolder);

/// "NAME=value": all processes of the run bear its marks (see Process::processesMarked).
QByteArray launchMark(const QString &stateFolder);

/// Where the process of that rank writes its Python exception, as torchelastic does.
QString errorFile(const QString &stateFolder, int rank);

} // namespace Roost::Service::Launch
