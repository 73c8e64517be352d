// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// One page from runs:query of run history; an empty experiment queries the whole workspace (NotFound or Rejected if
/// the service does not support that query). Carries last metrics.
Future<Page<Run>> queriedRuns(const ContextPtr &context, const RunQuery &query, const QString &token);
/// One page of the resource manager's list of jobs, with times and errors from run history. Carries last metrics.
Future<Page<Run>> listedRuns(const ContextPtr &context, const RunQuery &query, const QString &next);

/// The run as MLflow reports it, for its metrics and parameters; empty if the service has none.
Future<std::optional<Run>> mlflowRun(const ContextPtr &context, const QString &id);

} // namespace Roost::AzureMl
