// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// Returns one page of a metric's points from the metric service. If the service returns cursors, the pages are in the
/// order of arrival; otherwise the next request starts at the time of the last point and skips the points that were
/// already returned.
Future<MetricHistory> metricOf(const ContextPtr &context, const QString &runId, const QString &key,
                               const QString &cursor);

} // namespace Roost::AzureMl
