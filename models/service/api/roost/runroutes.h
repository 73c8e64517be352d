// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"

namespace Roost::Service::Jobs {
class JobScheduler;
} // namespace Roost::Service::Jobs

namespace Roost::Service::Extensions {

/// Adds two routes. POST /roost/v1/runs/{id}/stacks writes the stacks of all ranks below the run's logs and returns
/// {"files": [...]}. POST /roost/v1/runs/{id}/proceed permits the start of a run that was found waiting when the
/// workspace was first opened. `jobs` must outlive the router.
void addRunRoutes(Http::Router &router, Jobs::JobScheduler &jobs);

} // namespace Roost::Service::Extensions
