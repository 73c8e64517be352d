// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

namespace Roost::AzureMl {

/// /roost/v1/changes: the service does not reply until something changes.
class AzureChangeFeed : public ChangeFeed
{
public:
    explicit AzureChangeFeed(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<Changes> wait(qint64 since) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::AzureMl
