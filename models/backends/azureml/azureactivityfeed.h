// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// /roost/v1/runs/RUN/activity.
class AzureActivityFeed : public ActivityFeed
{
public:
    explicit AzureActivityFeed(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<RunActivity> activity(const QString &runId, const QString &cursor) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
