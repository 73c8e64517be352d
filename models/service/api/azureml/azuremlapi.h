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

/// Azure ML's REST API on one workspace: the resource manager's plane, and run history, artifacts and metrics of the
/// data plane. Create the object before the server starts, and destroy it after the server has stopped. Handlers run on
/// the server's threads.
class AzureMlApi
{
public:
    /// `curated` returns the environments offered by the machine itself. It is called from any thread and may block.
    AzureMlApi(Store::WorkspaceStore &store, Jobs::JobScheduler &jobs, Blob::Blobs &blobs,
               std::function<QList<Environment>()> curated);
    AzureMlApi(const AzureMlApi &) = delete;
    AzureMlApi &operator=(const AzureMlApi &) = delete;

    /// Adds all routes. They refer to this object.
    void addRoutes(Http::Router &router);

    Store::WorkspaceStore &store() { return m_store; }
    Jobs::JobScheduler &jobs() { return m_jobs; }
    Blob::Blobs &blobs() { return m_blobs; }
    Store::EnvironmentStore &environments() { return m_environments; }
    Store::ComputeStore &computes() { return m_computes; }
    Store::CodeStore &codes() { return m_codes; }
    Operations &operations() { return m_operations; }
    /// Returns the workspace's ARM id; workspace() returns its parts.
    QString workspaceId() const { return m_store.folder().resourceId(); }
    Wire::WorkspaceId workspace() const;
    QList<Environment> curatedEnvironments() const { return m_curated(); }
    /// Returns a registered or curated environment; if `version` is empty, the latest version. NotFound lists the
    /// available ones.
    Result<Environment> environment(const QString &name, const QString &version = {});
    /// Returns `local`, or a compute created here, with the current node counts.
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

/// Each of these functions adds the routes of one file; called by addRoutes.
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
