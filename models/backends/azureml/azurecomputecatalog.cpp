// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurecomputecatalog.h"

#include "models/wire/azureml/compute.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

Answer<QList<Compute>> AzureComputeCatalog::computes()
{
    return mapped(allPages(m_context, m_context->armUrl(u"/computes"_s)),
                  [](const QList<QJsonObject> &items) -> Result<QList<Compute>> {
                      QList<Compute> computes;
                      for (const auto &item : items)
                          computes.append(Wire::computeFrom(item));
                      return computes;
                  });
}

Answer<Compute> AzureComputeCatalog::compute(const QString &name)
{
    return mapped(m_context->client.get(m_context->armUrl(u"/computes/"_s + segment(name))),
                  [](const QJsonObject &json) -> Result<Compute> { return Wire::computeFrom(json); });
}

// The operation goes on after the answer; its state is the compute's own, which the catalog is asked for anyway.
Answer<Compute> AzureComputeCatalog::create(const Compute &compute)
{
    if (const auto why = whyNotAComputeName(compute.name); !why.isEmpty())
        return answered<Compute>(failure(ErrorKind::Rejected, why));
    auto wanted = compute;
    if (wanted.location.isEmpty())
        wanted.location = m_context->location;
    return mapped(
        m_context->client.put(m_context->armUrl(u"/computes/"_s + segment(compute.name)), Wire::computeBody(wanted)),
        [wanted](const QJsonObject &json) -> Result<Compute> {
            if (!json.isEmpty())
                return Wire::computeFrom(json);
            auto accepted = wanted;
            accepted.state = ProvisioningState::Creating;
            return accepted;
        });
}

Answer<bool> AzureComputeCatalog::remove(const QString &name)
{
    const auto url = m_context->armUrl(u"/computes/"_s + segment(name), {{u"underlyingResourceAction"_s, u"Delete"_s}});
    return mapped(m_context->client.remove(url), [](const RestReply &) -> Result<bool> { return true; });
}

} // namespace Roost::AzureMl
