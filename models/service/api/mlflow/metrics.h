// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"

namespace Roost::Service::Mlflow {

/// Handles metrics/get-history and metrics/get-history-bulk-interval.
QList<RpcHandler> metricHandlers();
/// Handles metrics/get-history-bulk, which MLflow's own server offers only below /ajax-api.
RpcHandler bulkMetricHandler();

/// Returns the steps that MLflow's sampling keeps of the sorted distinct steps S: S[floor(i * |S| / most)] for i <
/// most, and the last step.
QList<qint64> sampledSteps(const QList<qint64> &steps, int most);

} // namespace Roost::Service::Mlflow
