// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/launchplan.h"

#include <QDateTime>

#include <functional>

namespace Roost::Service::Jobs {

/// The folder of one run: snapshot/ (the working folder, in which logs and outputs are links to the folders of the
/// run), azureml-logs/, logs/, outputs/, state/.
struct RunFolder
{
    QString path;

    QString snapshot() const { return path + QStringLiteral("/snapshot"); }
    QString state() const { return path + QStringLiteral("/state"); }
    QString launchFile() const { return Launch::launchFile(state()); }
    QString buildLog() const { return path + QStringLiteral("/azureml-logs/20_image_build_log.txt"); }
    /// Returns the log with the output of mpirun itself.
    QString mpiLog() const { return path + QStringLiteral("/azureml-logs/70_mpi_log.txt"); }
    /// Returns 70_driver_log.txt, or one file per rank.
    QStringList driverLogs(const Distribution &distribution, int processes) const;

    /// Creates the folders; keeps existing ones.
    Result<void> create() const;
    /// Creates a folder below the folder of the run, with its parents.
    Result<void> makeFolder(const QString &relative) const;
    /// Copies `codeFolder` into the snapshot and replaces existing files. For a link, copies the target file. Any
    /// thread; `isCanceled` is called before each file.
    Result<void> copyCode(const QString &codeFolder, const std::function<bool()> &isCanceled) const;
    /// Removes the folder. Another folder can have its name at once, even if the removal is interrupted.
    Result<void> remove() const;
    /// Writes the stacks of a rank into logs/ and returns the path, relative to the run.
    Result<QString> writeStacks(int rank, const QString &text, const QDateTime &time) const;
    /// Removes what interrupted removals left in `runsFolder`.
    static void clearWaste(const QString &runsFolder);
};

} // namespace Roost::Service::Jobs
