// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service::Jobs {
class JobScheduler;
} // namespace Roost::Service::Jobs

namespace Roost::Service::Extensions {

/// POST /roost/v1/runs/{id}/stacks: the stacks of all ranks, stored below the run's logs; returns {"files": [...]}.
/// POST /roost/v1/runs/{id}/proceed: a run that was found waiting when the workspace was opened first may start.
/// `jobs` outlives the router.
void addRunRoutes(Http::Router &router, Jobs::JobScheduler &jobs);

} // namespace Roost::Service::Extensions
