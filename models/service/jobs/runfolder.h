// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/launchplan.h"

#include <functional>

namespace Roost::Service::Jobs {

/// The folder of one run: snapshot/ (the working folder, where logs and outputs are links to the folders below),
/// azureml-logs/, logs/, outputs/, state/.
struct RunFolder
{
    QString path;

    QString snapshot() const { return path + QStringLiteral("/snapshot"); }
    QString state() const { return path + QStringLiteral("/state"); }
    QString launchFile() const { return Launch::launchFile(state()); }
    QString buildLog() const { return path + QStringLiteral("/azureml-logs/20_image_build_log.txt"); }
    /// The output of mpirun itself.
    QString mpiLog() const { return path + QStringLiteral("/azureml-logs/70_mpi_log.txt"); }
    /// 70_driver_log.txt, or one file per rank.
    QStringList driverLogs(const Distribution &distribution, int processes) const;

    /// Creates the folders; existing ones are kept.
    Result<bool> make() const;
    /// Creates a folder below this one, with its parents.
    Result<bool> makeFolder(const QString &relative) const;
    /// Copies `codeFolder` into the snapshot, replacing existing files. For a link, the target file is copied. Any
    /// thread; `isCanceled` is called before each file.
    Result<bool> fill(const QString &codeFolder, const std::function<bool()> &isCanceled) const;
    /// Removes the folder. Its name is free at once, even if the removal is interrupted.
    Result<bool> remove() const;
    /// Removes the remains of interrupted removals in `runsFolder`.
    static void clearWaste(const QString &runsFolder);
};

} // namespace Roost::Service::Jobs
