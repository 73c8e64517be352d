// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// /roost/v1/runs/ID/proceed.
class AzureHeldRuns : public HeldRuns
{
public:
    explicit AzureHeldRuns(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<void> proceed(const QString &runId) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
