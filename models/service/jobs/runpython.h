// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/environments/environmentbuilder.h"

namespace Roost::Service::Jobs {

/// Creates the environment of one run. A cached environment is shared by many runs, so packages that a run installs
/// with pip are stored in `folder`, which belongs to the run: a virtual environment on top of the cached one, which pip
/// treats as "outside" and does not change. Programs of the cached environment (torchrun, mlflow) find the installed
/// packages through PYTHONPATH. The machine's python, which its distribution protects from pip, is returned unchanged.
Result<Environments::PreparedEnvironment> environmentOfRun(const Environments::PreparedEnvironment &shared,
                                                           const QString &folder);

} // namespace Roost::Service::Jobs
