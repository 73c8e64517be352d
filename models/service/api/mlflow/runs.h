// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/tracking/runstore.h"

namespace Roost::Service::Mlflow {

/// Handles runs/... except the search and runs/log-batch.
QList<RpcHandler> runHandlers();

/// Returns the run with this id; throws an ApiError if there is none. `activeRun` also refuses a deleted run.
Store::RunRow runOf(Store::Connection &connection, const QString &id);
Store::RunRow activeRun(Store::Connection &connection, const QString &id);

/// Throws an ApiError if the key or the time is invalid for a metric. `path` is the position of the metric in a batch
/// ("metrics[3]"); empty for a single metric.
void checkMetric(const QString &path, const QString &key, const MetricPoint &point);
/// Both functions require a checked key and truncate values that are too long. A param never changes after it was
/// logged: the same value is accepted again, another value is refused.
void logParam(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);
void setRunTag(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);

} // namespace Roost::Service::Mlflow
