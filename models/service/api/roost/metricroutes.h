// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Extensions {

/// Adds GET /roost/v1/runs/{run}/metrics/window: a part of a metric at the resolution of a chart, see
/// models/wire/roost/metricwindow.h.
void addMetricRoutes(Http::Router &router, Store::WorkspaceStore &store);

} // namespace Roost::Service::Extensions
