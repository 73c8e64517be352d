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

/// Masks the secrets in the launch plan of a run that is over. Whether its job has any; the error says why the plan
/// still holds them.
Result<bool> hideSecretsOfPlan(const JobRecord &record, const RunFolder &folder);

/// Masks what runs that ended under earlier versions of Roost left, in the database and in launch plans. What cannot be
/// masked is logged, and tried again when the workspace is opened next.
void hidePastSecrets(Store::WorkspaceStore &store);

} // namespace Roost::Service::Jobs
