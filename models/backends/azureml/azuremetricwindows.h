// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/core/metricwindows.h"

namespace Roost::AzureMl {

/// /roost/v1/runs/ID/metrics/window.
class AzureMetricWindows : public MetricWindows
{
public:
    explicit AzureMetricWindows(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<MetricWindow> window(const QString &runId, const MetricWindowQuery &query) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
