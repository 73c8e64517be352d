// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/tracking/runstore.h"

namespace Roost::Service::Mlflow {

/// runs/... but for the search and runs/log-batch.
QList<RpcHandler> runHandlers();

/// The run with this id; throws an ApiError where there is none. `activeRun` refuses a deleted one as well.
Store::RunRow runOf(Store::Connection &connection, const QString &id);
Store::RunRow activeRun(Store::Connection &connection, const QString &id);

/// Throws an ApiError where key or time cannot be those of a metric. `path` is its place in a batch ("metrics[3]"),
/// empty for one alone.
void checkMetric(const QString &path, const QString &key, const MetricPoint &point);
/// Both take a key that was checked, and cut over-long values. A param never changes once logged: a repeat is fine,
/// another value is refused.
void logParam(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);
void setRunTag(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);

} // namespace Roost::Service::Mlflow
