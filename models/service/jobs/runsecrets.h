// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/jobs/jobrecord.h"

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

struct RunFolder;

/// Masks the secrets in the launch plan of a run that is over. Returns whether the job has secrets. The error states
/// why the plan still contains them.
Result<bool> hideSecretsOfPlan(const JobRecord &record, const RunFolder &folder);

/// Masks the secrets of runs that ended under earlier versions of Roost, in the database and in launch plans. A failure
/// is logged, and the masking is repeated when the workspace is opened again.
void hidePastSecrets(Store::WorkspaceStore &store);

} // namespace Roost::Service::Jobs
