// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Extensions {

/// GET /roost/v1/runs/{run}/activity?cursor=C: what came into the logs of a run, see RunActivity. Each question reads
/// on where the last one ended, for a fraction of a second at most; `pending` tells what is left. Nobody asking costs
/// nothing, and what is counted is kept for the few runs that were asked for last.
void addActivityRoute(Http::Router &router, Store::WorkspaceStore &store);

} // namespace Roost::Service::Extensions
