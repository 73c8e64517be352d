// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Mlflow {

/// runs/log-batch: the body is read by a parser of its own, since this is the path of training loops. Throws ApiError.
Http::Handler logBatchHandler(Store::WorkspaceStore &store);

} // namespace Roost::Service::Mlflow
