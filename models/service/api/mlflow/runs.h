// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"
#include "models/service/store/tracking/runstore.h"

namespace Roost::Service::Mlflow {

/// runs/... but for the search.
QList<Entry> runEntries();

/// The run the call names, throwing where there is none; `activeRun` refuses a deleted one as well.
Store::RunRow runOf(Call &call);
Store::RunRow activeRun(Store::Connection &connection, const QString &id);

/// Throws a Refusal where a metric is none. `path` is its place in a batch ("metrics[3]"), empty for one alone.
void checkMetric(const QString &path, const QString &key, const MetricPoint &point);
/// Both take a key that was checked, and cut over-long values. Params never change once logged: repeats are fine,
/// another value is refused.
void logParam(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);
void setRunTag(Store::Connection &connection, const Store::RunRow &run, const QString &key, const QString &value);
/// The run was written to just now.
void touchRun(Store::Connection &connection, const Store::RunRow &run);
/// A metric that was logged with a model belongs to the model too.
void logModelMetric(Store::Connection &connection, const QString &modelId, const QString &runId, const QString &key,
                    const MetricPoint &point, const QString &datasetName, const QString &datasetDigest);

/// runs/log-batch: the body is read by a parser of its own, since this is the path of training loops.
Http::Handler logBatchHandler(Store::WorkspaceStore &store);

} // namespace Roost::Service::Mlflow
