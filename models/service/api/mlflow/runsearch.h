// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/wire/mlflow/search.h"

namespace Roost::Service::Mlflow {

/// Handles runs/search.
QByteArray searchRuns(RpcContext &context, const Wire::RunSearchRequest &request);

} // namespace Roost::Service::Mlflow
