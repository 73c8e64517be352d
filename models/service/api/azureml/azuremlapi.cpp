// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/azuremlapi.h"

#include "models/core/localcompute.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Jobs;
using namespace Store;

AzureMlApi::AzureMlApi(WorkspaceStore &store, JobScheduler &jobs, Blobs &blobs,
                       std::function<QList<Environment>()> curated)
    : m_store(store)
    , m_jobs(jobs)
    , m_blobs(blobs)
    , m_curated(std::move(curated))
    , m_environments(store.database())
    , m_computes(store.database())
    , m_codes(store.database())
    , m_operations(store.database())
{
    // An operation on a compute that a stopped service did not finish has failed, and the compute must not stay in a
    // transitional state. A state that cannot be stored now is stored at the next start.
    for (const Operation &operation : m_operations.abandoned()) {
        const auto compute = m_computes.compute(operation.target);
        if (compute && compute->state == ProvisioningState::Deleting)
            static_cast<void>(m_computes.remove(operation.target));
        else if (compute && compute->state == ProvisioningState::Updating)
            static_cast<void>(m_computes.setState(operation.target, ProvisioningState::Succeeded)); // already stored
        else if (compute && compute->state != ProvisioningState::Succeeded)
            static_cast<void>(
                m_computes.setState(operation.target, ProvisioningState::Failed,
                                    {u"The service was stopped while the compute was being made. Create it again."_s}));
    }
}

void AzureMlApi::addRoutes(Router &router)
{
    addWorkspaceRoutes(router, *this);
    addComputeRoutes(router, *this);
    addEnvironmentRoutes(router, *this);
    addCodeRoutes(router, *this);
    addDatastoreRoutes(router, *this);
    addJobRoutes(router, *this);
    addModelRoutes(router, *this);
    addHistoryRoutes(router, *this);
    addRunChangeRoutes(router, *this);
    addArtifactRoutes(router, *this);
    addMetricRoutes(router, *this);
}

Wire::WorkspaceId AzureMlApi::workspace() const
{
    return Wire::WorkspaceId::fromPath(workspaceId()).value_or(Wire::WorkspaceId::local(m_store.folder().name));
}

Result<Environment> AzureMlApi::environment(const QString &name, const QString &version)
{
    const auto curated = m_curated();
    QStringList versions;
    for (const Environment &one : curated) {
        if (one.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (version.isEmpty() || one.version == version)
            return one;
        versions.append(one.version);
    }
    const auto stored = m_environments.version(name, version);
    if (stored)
        return stored->environment;
    if (stored.error().kind != ErrorKind::NotFound)
        return std::unexpected(stored.error());
    if (!versions.isEmpty()) {
        return failure(ErrorKind::NotFound, u"The environment '%1' has no version %2; there is %3."_s.arg(
                                                name, version, versions.join(u", "_s)));
    }
    if (m_environments.version(name, {}))
        return std::unexpected(stored.error()); // the error lists the existing versions
    QStringList known;
    for (const Environment &one : curated)
        known.append(one.name % u':' % one.version);
    if (const auto names = m_environments.names()) {
        for (const EnvironmentName &one : *names)
            known.append(one.name);
    }
    return failure(ErrorKind::NotFound, u"%1 There is: %2."_s.arg(stored.error().text, known.join(u", "_s)));
}

Compute AzureMlApi::localCompute() const
{
    const auto capacity = m_jobs.capacity();
    Compute compute;
    compute.name = localComputeName;
    compute.type = localComputeType;
    compute.description = u"This machine"_s;
    compute.size = capacity.size;
    compute.location = localRegion;
    compute.minNodes = 1;
    compute.maxNodes = 1;
    compute.currentNodes = 1;
    compute.busyNodes = capacity.busyNodes > 0 ? 1 : 0;
    compute.cores = capacity.cores;
    compute.gpus = capacity.gpus;
    compute.state = ProvisioningState::Succeeded;
    return compute;
}

Result<Compute> AzureMlApi::compute(const QString &name)
{
    if (!name.isEmpty() && isLocalCompute(name))
        return localCompute();
    auto compute = m_computes.compute(name);
    if (!compute)
        return compute;
    const auto capacity = m_jobs.capacity(compute->name);
    compute->busyNodes = capacity.busyNodes;
    compute->currentNodes = std::max(compute->minNodes, compute->busyNodes);
    compute->cores = capacity.cores;
    compute->gpus = capacity.gpus;
    return compute;
}

QList<Compute> AzureMlApi::allComputes()
{
    QList<Compute> computes{localCompute()};
    const auto stored = m_computes.all();
    for (const Compute &one : stored.value_or(QList<Compute>())) {
        if (auto compute = this->compute(one.name))
            computes.append(*compute);
    }
    return computes;
}

} // namespace Roost::Service::AzureMl
