// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Mlflow {

/// Adds MLflow's complete REST API: below /api/2.0 and /ajax-api/2.0, and again below /mlflow/v1.0{workspace}, the path
/// that Azure ML uses; also /get-artifact, /health, /version and a page at /. `version` is the reply to GET /version.
void addRoutes(Http::Router &router, Store::WorkspaceStore &store);

/// The MLflow release whose protocol is implemented.
extern const char *protocolVersion;

} // namespace Roost::Service::Mlflow
