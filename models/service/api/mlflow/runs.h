// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/tracking/runstore.h"

namespace Roost::Service::Mlflow {

/// runs/... except the search and runs/log-batch.
QList<RpcHandler> runHandlers();

/// The run with this id; throws an ApiError if there is none. `activeRun` also refuses a deleted run.
Store::RunRow runOf(Store::Connection &connection, const QString &id);
Store::RunRow activeRun(Store::Connection &connection, const QString &id);

/// Throws an ApiError if the key or time is not valid for a metric. `path` is its place in a batch ("metrics[3]"),
/// empty for a single metric.
void checkMetric(const QString &path, const QString &key, const MetricPoint &point);
/// Both take a checked key and cut over-long values. A param never changes once logged: the same value is accepted
/// again, another value is refused.
void logParam(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);
void setRunTag(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);

} // namespace Roost::Service::Mlflow
