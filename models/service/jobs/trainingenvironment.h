// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/service/environments/environmentbuilder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QProcessEnvironment>

namespace Roost::Service::Jobs {

/// Returns the variables of a run's processes, except those that differ between ranks: PATH of the environment, the
/// logging targets (under MLflow's and Azure ML's names), and the user's own variables, which take precedence. Contains
/// no secrets of the service, because the variables are written into the folder of the run.
StringMap trainingEnvironment(const Job &job, const Store::WorkspaceFolder &workspace,
                              const Environments::PreparedEnvironment &environment, const QString &baseUrl);

/// Returns the variables that a supervisor inherits and passes on: the service's own variables without those that name
/// another run, and `token`, which scripts use for logging.
QProcessEnvironment supervisorEnvironment(const QString &token);

} // namespace Roost::Service::Jobs
