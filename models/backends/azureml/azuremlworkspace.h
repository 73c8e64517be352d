// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/maintenance.h"
#include "models/core/metricwindows.h"
#include "models/core/workspace.h"
#include "models/rest/credential.h"
#include "models/wire/azureml/ids.h"

#include <QUrl>

class QNetworkAccessManager;

namespace Roost::AzureMl {

struct Context;
class AzureRunHistory;

/// The settings needed to open a workspace of Azure ML or of a service with the same API.
struct AzureMlSettings
{
    Wire::WorkspaceId workspace;
    QUrl endpoint = QUrl(QStringLiteral("https://management.azure.com"));
    std::shared_ptr<Rest::Credential> credential;
    /// Null if the address of the service does not change.
    std::shared_ptr<Rest::Reconnector> reconnector;
    QString apiVersion = QStringLiteral("2024-04-01");
    /// The folder of a local workspace, for WorkspaceInfo.
    QString folder;
};

/// A workspace over Azure ML's REST API. All parts are present, except that a hub has no jobs; feeds, probe, held runs,
/// windows of metrics and maintenance are present only if the service offers them.
class AzureMlWorkspace : public Workspace
{
public:
    /// Requests the workspace and its regional address. `network` must outlive the workspace.
    static Future<std::shared_ptr<Workspace>> open(QNetworkAccessManager *network, const AzureMlSettings &settings);

    ~AzureMlWorkspace() override;
    Future<WorkspaceInfo> info() override;
    RunHistory *runHistory() override;
    FileReader *files() override;
    JobService *jobs() override { return m_jobs.get(); }
    ComputeCatalog *computes() override { return m_computes.get(); }
    EnvironmentCatalog *environments() override { return m_environments.get(); }
    ModelRegistry *models() override { return m_models.get(); }
    ChangeFeed *changes() override { return m_changes.get(); }
    ActivityFeed *activity() override { return m_activity.get(); }
    RunProbe *probe() override { return m_probe.get(); }
    HeldRuns *heldRuns() override { return m_heldRuns.get(); }
    MetricWindows *metricWindows() override { return m_metricWindows.get(); }
    ComputeLoad *computeLoad() override;
    Maintenance *maintenance() override { return m_maintenance.get(); }

private:
    AzureMlWorkspace(std::shared_ptr<Context> context);

    std::shared_ptr<Context> m_context;
    std::unique_ptr<AzureRunHistory> m_history;
    std::unique_ptr<JobService> m_jobs;
    std::unique_ptr<ComputeCatalog> m_computes;
    std::unique_ptr<EnvironmentCatalog> m_environments;
    std::unique_ptr<ModelRegistry> m_models;
    std::unique_ptr<ChangeFeed> m_changes;
    std::unique_ptr<ActivityFeed> m_activity;
    std::unique_ptr<RunProbe> m_probe;
    std::unique_ptr<HeldRuns> m_heldRuns;
    std::unique_ptr<MetricWindows> m_metricWindows;
    std::unique_ptr<ComputeLoad> m_computeLoad;
    std::unique_ptr<Maintenance> m_maintenance;
};

} // namespace Roost::AzureMl
