// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/wire/azureml/compute.h"

namespace Roost::AzureMl {

class AzureComputeCatalog : public ComputeCatalog
{
public:
    explicit AzureComputeCatalog(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Future<QList<Compute>> computes() override;
    Future<Compute> compute(const QString &name) override;
    Future<Compute> create(const Compute &compute) override;
    Future<void> remove(const QString &name) override;

private:
    /// The capabilities of node sizes, by region in lower case. A region has hundreds of sizes, which do not change, so
    /// they are requested only once. Continuations refer to this struct, not to the catalog.
    struct Sizes
    {
        QHash<QString, QHash<QString, Wire::NodeSize>> known;
    };
    static Future<QList<Compute>> withSizes(const ContextPtr &context, const std::shared_ptr<Sizes> &sizes,
                                            const QList<Compute> &computes);

    ContextPtr m_context;
    std::shared_ptr<Sizes> m_sizes = std::make_shared<Sizes>();
};

} // namespace Roost::AzureMl
