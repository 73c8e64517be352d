// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/service/environments/environmentbuilder.h"
#include "models/service/jobs/jobrecord.h"

namespace Roost::Service::Jobs {

struct JobContext;

/// What the preparation of a job produces for its launch.
struct PreparedJob
{
    Environments::PreparedEnvironment environment;
    /// The command to start; differs from the job's command for a notebook.
    QString command;
};

/// Creates the folder of the run, copies its code, builds its environment and completes its command and variables. If
/// the future is canceled, the current step stops. After `owner` is deleted, no further step begins. `context` must
/// outlive `owner`. Main thread.
Future<PreparedJob> prepareJob(JobContext &context, const JobRecord &record, QObject *owner);

} // namespace Roost::Service::Jobs
