// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/environments/environmentbuilder.h"

namespace Roost::Service::Jobs {

/// The environment as one run sees it. A cached environment serves many runs, so that what a run installs by pip goes
/// into `folder`, which is its own: a virtual environment over the cached one, which pip takes for "outside" and
/// leaves as it is. Programs of the cached environment (torchrun, mlflow) see what is installed by PYTHONPATH. The
/// machine's python, which its distribution keeps from pip, is handed on as it is.
Result<Environments::PreparedEnvironment> environmentOfRun(const Environments::PreparedEnvironment &shared,
                                                           const QString &folder);

} // namespace Roost::Service::Jobs
