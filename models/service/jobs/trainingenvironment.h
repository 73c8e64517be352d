// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/service/environments/environmentbuilder.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QProcessEnvironment>

namespace Roost::Service::Jobs {

/// What a run's processes find set, but for what differs from rank to rank: PATH into its environment, where and
/// as what to log (MLflow's and Azure ML's names), the person's own variables over all. No secrets: it is written
/// into the run's folder.
StringMap trainingEnvironment(const Job &job, const Store::WorkspaceFolder &workspace,
                              const Environments::PreparedEnvironment &environment, const QString &baseUrl);

/// What a supervisor inherits and hands on: the service's own variables without those that name another run,
/// and `token`, which scripts log with.
QProcessEnvironment supervisorEnvironment(const QString &token);

} // namespace Roost::Service::Jobs
