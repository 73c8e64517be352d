// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/recordingworkspace.h"

#include "models/backends/mirror/records.h"

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

RecordingWorkspace::RecordingWorkspace(std::shared_ptr<Workspace> server, MirrorFolderPtr folder)
    : m_server(std::move(server))
    , m_folder(std::move(folder))
    , m_history(m_server->runHistory(), m_folder)
    , m_models(m_server->models() ? std::make_unique<RecordingRegistry>(m_server->models(), m_folder) : nullptr)
{
}

RecordingWorkspace::~RecordingWorkspace() = default;

Future<WorkspaceInfo> RecordingWorkspace::info()
{
    return transform(m_server->info(), [folder = m_folder](const WorkspaceInfo &info) -> Result<WorkspaceInfo> {
        folder->write(u"info"_s, [info] { return toJson(info); });
        return info;
    });
}

} // namespace Roost::Mirror
