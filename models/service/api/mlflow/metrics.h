// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"

namespace Roost::Service::Mlflow {

/// metrics/get-history and metrics/get-history-bulk-interval.
QList<RpcHandler> metricHandlers();
/// metrics/get-history-bulk, which stock servers offer only below /ajax-api.
RpcHandler bulkMetricHandler();

/// The sorted distinct steps kept by MLflow's sampling: S[floor(i * |S| / most)] for i < most, and the last.
QList<qint64> sampledSteps(const QList<qint64> &steps, int most);

} // namespace Roost::Service::Mlflow
