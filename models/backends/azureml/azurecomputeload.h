// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/core/computeload.h"

namespace Roost::AzureMl {

/// /roost/v1/computes/COMPUTE/load.
class AzureComputeLoad : public ComputeLoad
{
public:
    explicit AzureComputeLoad(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<QList<NodeLoad>> load(const QString &compute) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
