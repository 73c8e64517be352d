// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/service/api/azureml/operations.h"
#include "models/service/api/blob/blobs.h"
#include "models/service/http/router.h"
#include "models/service/jobs/jobs.h"
#include "models/service/store/codestore.h"
#include "models/service/store/computestore.h"
#include "models/service/store/environmentstore.h"
#include "models/service/store/store.h"
#include "models/wire/azureml/ids.h"

#include <functional>

namespace Roost::Service {

/// Azure ML's REST API on one workspace: the resource manager's surface and the data plane's run history,
/// artifacts and metrics. Make it before the server starts; handlers run on the server's threads. It must live
/// until the server has stopped.
class AzureMl
{
public:
    /// `curated` gives the environments that the machine itself offers; asked from any thread, may take its time.
    AzureMl(Store &store, Jobs &jobs, Blobs &blobs, std::function<QList<Environment>()> curated);
    AzureMl(const AzureMl &) = delete;
    AzureMl &operator=(const AzureMl &) = delete;

    /// All routes. They refer to this object.
    void addRoutes(Router &router);

    Store &store() { return m_store; }
    Jobs &jobs() { return m_jobs; }
    Blobs &blobs() { return m_blobs; }
    EnvironmentStore &environments() { return m_environments; }
    ComputeStore &computes() { return m_computes; }
    CodeStore &codes() { return m_codes; }
    Operations &operations() { return m_operations; }
    /// The workspace's ARM id, and the names in it.
    QString workspaceId() const { return m_store.folder().resourceId(); }
    Wire::WorkspaceId workspace() const;
    QList<Environment> curatedEnvironments() const { return m_curated(); }
    /// A registered or curated one; empty version: the latest. NotFound saying what there is.
    Result<Environment> environment(const QString &name, const QString &version = {});
    /// `local`, or one that was made here; node counts are those of this moment.
    Result<Compute> compute(const QString &name);
    QList<Compute> allComputes();

private:
    Compute localCompute() const;

    Store &m_store;
    Jobs &m_jobs;
    Blobs &m_blobs;
    std::function<QList<Environment>()> m_curated;
    EnvironmentStore m_environments;
    ComputeStore m_computes;
    CodeStore m_codes;
    Operations m_operations;
};

/// What each file adds; called by addRoutes.
void addWorkspaceRoutes(Router &router, AzureMl &azure);
void addComputeRoutes(Router &router, AzureMl &azure);
void addEnvironmentRoutes(Router &router, AzureMl &azure);
void addCodeRoutes(Router &router, AzureMl &azure);
void addDatastoreRoutes(Router &router, AzureMl &azure);
void addJobRoutes(Router &router, AzureMl &azure);
void addModelRoutes(Router &router, AzureMl &azure);
void addHistoryRoutes(Router &router, AzureMl &azure);
void addRunChangeRoutes(Router &router, AzureMl &azure);
void addArtifactRoutes(Router &router, AzureMl &azure);
void addMetricRoutes(Router &router, AzureMl &azure);

} // namespace Roost::Service
