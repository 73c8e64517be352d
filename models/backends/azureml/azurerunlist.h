// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// One page by run history's runs:query; an empty experiment asks the whole workspace (NotFound or Rejected where
/// the service has no such question). Carries last metrics.
Future<Page<Run>> queriedRuns(const ContextPtr &context, const RunQuery &query, const QString &token);
/// One page of the resource manager's list of jobs, with times and errors from run history. Carries last metrics.
Future<Page<Run>> listedRuns(const ContextPtr &context, const RunQuery &query, const QString &next);

/// The run as MLflow sees it, for its metrics and parameters; empty where the service has none of it.
Future<std::optional<Run>> mlflowRun(const ContextPtr &context, const QString &id);

} // namespace Roost::AzureMl
