// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// One page of a metric's points from the metric service. A service that gives cursors is followed in order of
/// arrival; with others the next question starts at the time of the last point and leaves out what was given.
Future<MetricHistory> metricOf(const ContextPtr &context, const QString &runId, const QString &key,
                               const QString &cursor);

} // namespace Roost::AzureMl
