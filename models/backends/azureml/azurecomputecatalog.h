// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

class AzureComputeCatalog : public ComputeCatalog
{
public:
    explicit AzureComputeCatalog(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Answer<QList<Compute>> computes() override;
    Answer<Compute> compute(const QString &name) override;
    Answer<Compute> create(const Compute &compute) override;
    Answer<bool> remove(const QString &name) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
