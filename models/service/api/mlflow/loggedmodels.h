// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/wire/mlflow/search.h"

namespace Roost::Service::Mlflow {

/// Handles logged-models/... except their files.
QList<RpcHandler> loggedModelHandlers();

/// Handles logged-models/search.
QJsonObject searchLoggedModels(RpcContext &context, const Wire::LoggedModelSearchRequest &request);

} // namespace Roost::Service::Mlflow
