// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/jobs/jobpreparation.h"
#include "models/service/launch/allocation.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service::Jobs {

struct JobContext;
struct RunFolder;

/// Returns the launch plan of a job, without its command.
Launch::LaunchPlan planOf(const JobContext &context, const JobRecord &record,
                          const Environments::PreparedEnvironment &environment, const Launch::Allocation &allocation);

/// Returns the complete plan. Creates the folders of the outputs that the command names. The error states which folder
/// could not be created, or why an input cannot be used in the command.
Result<Launch::LaunchPlan> launchablePlanOf(const JobContext &context, const JobRecord &record, const PreparedJob &job,
                                            const Launch::Allocation &allocation);

} // namespace Roost::Service::Jobs
