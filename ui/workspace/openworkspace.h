// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/activeruns.h"
#include "models/items/workspace/workspacelocation.h"
#include "models/items/workspace/workspacesession.h"

namespace Roost::Ui {

/// A workspace that is open in this program, with the data that is shown outside its pages. Shared by the windows that
/// show it.
struct OpenWorkspace
{
    explicit OpenWorkspace(const Items::WorkspaceLocation &location)
        : icon(location.icon)
        , session(location.address, location.title, location.open)
        , activeRuns(session)
    {
        session.setKeeper(location.lastKnown);
    }

    QString icon;
    Items::WorkspaceSession session;
    Items::ActiveRuns activeRuns;
    int viewers = 0; // number of visible windows that show it
};

} // namespace Roost::Ui
