// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Extensions {

/// Adds GET /roost/v1/runs/{run}/activity?cursor=C: the activity in the logs of a run, see RunActivity. Each request
/// continues at the end of the previous one and reads for a fraction of a second at most; `pending` is the amount that
/// is left. Nothing is read without requests; counts are cached for the runs requested most recently.
void addActivityRoute(Http::Router &router, Store::WorkspaceStore &store);

} // namespace Roost::Service::Extensions
