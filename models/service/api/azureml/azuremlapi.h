// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/service/api/azureml/operations.h"
#include "models/service/api/blob/blobs.h"
#include "models/service/http/router.h"
#include "models/service/jobs/jobscheduler.h"
#include "models/service/store/assets/codestore.h"
#include "models/service/store/assets/computestore.h"
#include "models/service/store/assets/environmentstore.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/wire/azureml/ids.h"

#include <functional>

namespace Roost::Service::AzureMl {

/// Azure ML's REST API on one workspace: the resource manager's surface and the data plane's run history, artifacts
/// and metrics. Create it before the server starts; handlers run on the server's threads. It must live until the
/// server has stopped.
class AzureMlApi
{
public:
    /// `curated` returns the environments offered by the machine itself; called from any thread, may block.
    AzureMlApi(Store::WorkspaceStore &store, Jobs::JobScheduler &jobs, Blob::Blobs &blobs,
               std::function<QList<Environment>()> curated);
    AzureMlApi(const AzureMlApi &) = delete;
    AzureMlApi &operator=(const AzureMlApi &) = delete;

    /// All routes. They refer to this object.
    void addRoutes(Http::Router &router);

    Store::WorkspaceStore &store() { return m_store; }
    Jobs::JobScheduler &jobs() { return m_jobs; }
    Blob::Blobs &blobs() { return m_blobs; }
    Store::EnvironmentStore &environments() { return m_environments; }
    Store::ComputeStore &computes() { return m_computes; }
    Store::CodeStore &codes() { return m_codes; }
    Operations &operations() { return m_operations; }
    /// The workspace's ARM id, and the names it consists of.
    QString workspaceId() const { return m_store.folder().resourceId(); }
    Wire::WorkspaceId workspace() const;
    QList<Environment> curatedEnvironments() const { return m_curated(); }
    /// A registered or curated environment; empty version: the latest. NotFound lists the available ones.
    Result<Environment> environment(const QString &name, const QString &version = {});
    /// `local`, or a compute created here; node counts are current.
    Result<Compute> compute(const QString &name);
    QList<Compute> allComputes();

private:
    Compute localCompute() const;

    Store::WorkspaceStore &m_store;
    Jobs::JobScheduler &m_jobs;
    Blob::Blobs &m_blobs;
    std::function<QList<Environment>()> m_curated;
    Store::EnvironmentStore m_environments;
    Store::ComputeStore m_computes;
    Store::CodeStore m_codes;
    Operations m_operations;
};

/// The routes of each file; called by addRoutes.
void addWorkspaceRoutes(Http::Router &router, AzureMlApi &azure);
void addComputeRoutes(Http::Router &router, AzureMlApi &azure);
void addEnvironmentRoutes(Http::Router &router, AzureMlApi &azure);
void addCodeRoutes(Http::Router &router, AzureMlApi &azure);
void addDatastoreRoutes(Http::Router &router, AzureMlApi &azure);
void addJobRoutes(Http::Router &router, AzureMlApi &azure);
void addModelRoutes(Http::Router &router, AzureMlApi &azure);
void addHistoryRoutes(Http::Router &router, AzureMlApi &azure);
void addRunChangeRoutes(Http::Router &router, AzureMlApi &azure);
void addArtifactRoutes(Http::Router &router, AzureMlApi &azure);
void addMetricRoutes(Http::Router &router, AzureMlApi &azure);

} // namespace Roost::Service::AzureMl
