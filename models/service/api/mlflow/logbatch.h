// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Mlflow {

/// Handles runs/log-batch. The body has its own parser, because training loops call this route often. Throws ApiError.
Http::Handler logBatchHandler(Store::WorkspaceStore &store);

} // namespace Roost::Service::Mlflow
