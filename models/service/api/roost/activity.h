// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Extensions {

/// GET /roost/v1/runs/{run}/activity?cursor=C: the activity in the logs of a run, see RunActivity. Each request
/// reads on where the previous one ended, for a fraction of a second at most; `pending` is what is left. Without
/// requests it costs nothing; counts are kept for the few runs that were requested last.
void addActivityRoute(Http::Router &router, Store::WorkspaceStore &store);

} // namespace Roost::Service::Extensions
