// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurecomputecatalog.h"

#include "models/core/words.h"
#include "models/wire/azureml/compute.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

// Returns the region in lower case, because regions are written as words ("West Europe") and as names.
QString regionOf(const Compute &compute, const ContextPtr &context)
{
    return (compute.location.isEmpty() ? context->location : compute.location).toLower().remove(u' ');
}

bool lacksSize(const Compute &compute)
{
    return compute.cores == 0 && !compute.size.isEmpty();
}

} // namespace

Future<QList<Compute>> AzureComputeCatalog::withSizes(const ContextPtr &context, const std::shared_ptr<Sizes> &sizes,
                                                      const QList<Compute> &computes)
{
    auto whole = computes;
    QString missing;
    for (Compute &compute : whole) {
        const auto region = regionOf(compute, context);
        if (!lacksSize(compute) || region.isEmpty())
            continue;
        if (!sizes->known.contains(region)) {
            missing = region;
            break;
        }
        const auto size = sizes->known.value(region).value(compute.size.toLower());
        compute.cores = size.cores;
        compute.gpus = size.gpus;
    }
    if (missing.isEmpty())
        return readyFuture<QList<Compute>>(whole);
    const QString below = u"/providers/Microsoft.MachineLearningServices/locations/"_s + segment(missing);
    const auto url = context->subscriptionUrl(below + "/vmSizes"_L1);
    return then(context->client.get(url), [=](const Result<QJsonObject> &json) {
        // Computes without their capabilities are better than none. After a transient error, the sizes are requested
        // again the next time.
        if (!json && json.error().mayPass())
            return readyFuture<QList<Compute>>(computes);
        sizes->known.insert(missing, json ? Wire::nodeSizesFrom(*json) : QHash<QString, Wire::NodeSize>());
        return withSizes(context, sizes, computes);
    });
}

Future<QList<Compute>> AzureComputeCatalog::computes()
{
    const auto context = m_context;
    const auto sizes = m_sizes;
    const auto listed = transform(allPages(context, context->armUrl(u"/computes"_s)),
                                  [](const QList<QJsonObject> &items) -> Result<QList<Compute>> {
                                      QList<Compute> computes;
                                      for (const auto &item : items)
                                          computes.append(Wire::computeFrom(item));
                                      return computes;
                                  });
    return andThen(listed, [=](const QList<Compute> &computes) { return withSizes(context, sizes, computes); });
}

Future<Compute> AzureComputeCatalog::compute(const QString &name)
{
    const auto context = m_context;
    const auto sizes = m_sizes;
    const auto url = context->armUrl(u"/computes/"_s + segment(name));
    return then(context->client.get(url), [=](const Result<QJsonObject> &json) {
        if (!json) {
            auto why = json.error();
            // Azure replies without a message.
            if (why.kind == ErrorKind::NotFound)
                why.text = Words::tr("There is no compute %1 in this workspace.").arg(name);
            return readyFuture<Compute>(std::unexpected(why));
        }
        return transform(withSizes(context, sizes, {Wire::computeFrom(*json)}),
                         [](const QList<Compute> &computes) -> Result<Compute> { return computes.first(); });
    });
}

// Returns when the service has accepted the request. The operation continues; its state is that of the compute, which
// the catalog polls anyway.
Future<Compute> AzureComputeCatalog::create(const Compute &compute)
{
    if (const auto why = whyNotAComputeName(compute.name); !why.isEmpty())
        return readyFuture<Compute>(failure(ErrorKind::Rejected, why));
    auto wanted = compute;
    if (wanted.location.isEmpty())
        wanted.location = m_context->location;
    return transform(
        m_context->client.put(m_context->armUrl(u"/computes/"_s + segment(compute.name)), Wire::computeBody(wanted)),
        [wanted](const QJsonObject &json) -> Result<Compute> {
            auto accepted = wanted;
            accepted.state = ProvisioningState::Creating;
            accepted.nodesKnown = false;
            if (json.isEmpty())
                return accepted;
            // The first reply omits the fields that were not sent.
            auto made = Wire::computeFrom(json);
            if (made.idleSeconds < 0)
                made.idleSeconds = wanted.idleSeconds;
            return made;
        });
}

Future<void> AzureComputeCatalog::remove(const QString &name)
{
    const auto url = m_context->armUrl(u"/computes/"_s + segment(name), {{u"underlyingResourceAction"_s, u"Delete"_s}});
    return transform(m_context->client.remove(url), [](const RestReply &) -> Result<void> { return {}; });
}

} // namespace Roost::AzureMl
