// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/service/environments/environmentbuilder.h"
#include "models/service/jobs/jobrecord.h"

namespace Roost::Service::Jobs {

struct JobContext;

/// What a job needs before it can be launched.
struct PreparedJob
{
    Environments::PreparedEnvironment environment;
    /// What is started; for a notebook another command than the job's.
    QString command;
};

/// Makes the run's folder, copies its code, builds its environment and completes its command and variables. A cancel
/// of the future stops what is under way; steps are not begun once `owner` is gone, which `context` outlives. Main
/// thread.
Future<PreparedJob> prepareJob(JobContext &context, const JobRecord &record, QObject *owner);

} // namespace Roost::Service::Jobs
