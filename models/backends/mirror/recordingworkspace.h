// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mirror/recordinghistory.h"
#include "models/backends/mirror/recordingregistry.h"

namespace Roost::Mirror {

/// A workspace of a server whose answers are kept in a folder, so that they can be shown while the server is out of
/// reach.
class RecordingWorkspace : public Workspace
{
public:
    RecordingWorkspace(std::shared_ptr<Workspace> server, MirrorFolderPtr folder);
    ~RecordingWorkspace() override;

    Future<WorkspaceInfo> info() override;
    RunHistory *runHistory() override { return &m_history; }
    FileReader *files() override { return m_server->files(); }
    JobService *jobs() override { return m_server->jobs(); }
    ComputeCatalog *computes() override { return m_server->computes(); }
    EnvironmentCatalog *environments() override { return m_server->environments(); }
    ModelRegistry *models() override { return m_models.get(); }
    ChangeFeed *changes() override { return m_server->changes(); }
    ActivityFeed *activity() override { return m_server->activity(); }
    RunProbe *probe() override { return m_server->probe(); }
    HeldRuns *heldRuns() override { return m_server->heldRuns(); }
    MetricWindows *metricWindows() override { return m_server->metricWindows(); }
    ComputeLoad *computeLoad() override { return m_server->computeLoad(); }
    Maintenance *maintenance() override { return m_server->maintenance(); }

private:
    std::shared_ptr<Workspace> m_server;
    MirrorFolderPtr m_folder;
    RecordingHistory m_history;
    std::unique_ptr<RecordingRegistry> m_models; // null if the server has no registry
};

} // namespace Roost::Mirror
