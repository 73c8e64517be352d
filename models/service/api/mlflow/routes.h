// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Mlflow {

/// All of MLflow's REST API: below /api/2.0 and /ajax-api/2.0, and the same below /mlflow/v1.0{workspace}, which is
/// where Azure ML has it; /get-artifact, /health, /version and a page at /. `version` is what GET /version says.
void addRoutes(Http::Router &router, Store::WorkspaceStore &store);

/// The MLflow release whose protocol this is.
extern const char *protocolVersion;

} // namespace Roost::Service::Mlflow
