// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Extensions {

/// Adds the routes below /roost/v1/maintenance/: check, backup, trash, trash/restore, trash/empty and tasks/{task}, see
/// models/wire/roost/maintenance.h.
void addMaintenanceRoutes(Http::Router &router, Store::WorkspaceStore &store);

} // namespace Roost::Service::Extensions
