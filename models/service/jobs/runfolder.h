// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/launchplan.h"

#include <functional>

namespace Roost::Service::Jobs {

/// The folder of one run: snapshot/ (its working folder, where logs and outputs are links to the two beside it),
/// azureml-logs/, logs/, outputs/, state/.
struct RunFolder
{
    QString path;

    QString snapshot() const { return path + QStringLiteral("/snapshot"); }
    QString state() const { return path + QStringLiteral("/state"); }
    QString launchFile() const { return Launch::launchFile(state()); }
    QString buildLog() const { return path + QStringLiteral("/azureml-logs/20_image_build_log.txt"); }
    /// What mpirun itself says.
    QString mpiLog() const { return path + QStringLiteral("/azureml-logs/70_mpi_log.txt"); }
    /// 70_driver_log.txt, or one a rank.
    QStringList driverLogs(const Distribution &distribution, int processes) const;

    /// Makes the folders. What is there already stays.
    Result<bool> make() const;
    /// Makes a folder below, and those on the way to it.
    Result<bool> makeFolder(const QString &relative) const;
    /// Copies `codeFolder` into the snapshot; what is there already is replaced. Of a link the file it leads to is
    /// copied. Any thread; `isCanceled` is asked before each file.
    Result<bool> fill(const QString &codeFolder, const std::function<bool()> &isCanceled) const;
    /// Takes it away. Nothing of it is under its name any more, even where this is cut short.
    Result<bool> remove() const;
    /// Removes what earlier removals of `runsFolder` left.
    static void clearWaste(const QString &runsFolder);
};

} // namespace Roost::Service::Jobs
