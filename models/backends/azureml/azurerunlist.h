// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// Returns one page from runs:query of run history; if the experiment is empty, the query is for the whole workspace
/// (NotFound or Rejected if the service does not support that query). Contains last metrics.
Future<Page<Run>> queriedRuns(const ContextPtr &context, const RunQuery &query, const QString &token);
/// Returns one page of the resource manager's list of jobs, with times and errors from run history. Contains last
/// metrics.
Future<Page<Run>> listedRuns(const ContextPtr &context, const RunQuery &query, const QString &next);

/// Returns the run as MLflow reports it, for its metrics and parameters; nullopt if the service has none.
Future<std::optional<Run>> mlflowRun(const ContextPtr &context, const QString &id);

} // namespace Roost::AzureMl
