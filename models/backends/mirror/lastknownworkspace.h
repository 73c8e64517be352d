// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mirror/mirrorfolder.h"
#include "models/core/workspace.h"

namespace Roost::Mirror {

/// The workspace of a server as a folder keeps it. Nothing can be changed, and no content of a file can be read.
class LastKnownWorkspace : public Workspace
{
public:
    explicit LastKnownWorkspace(MirrorFolderPtr folder);
    ~LastKnownWorkspace() override;

    Future<WorkspaceInfo> info() override;
    RunHistory *runHistory() override;
    FileReader *files() override;
    ModelRegistry *models() override;

private:
    class History;
    class Registry;

    MirrorFolderPtr m_folder;
    std::unique_ptr<History> m_history;
    std::unique_ptr<Registry> m_models;
};

} // namespace Roost::Mirror
