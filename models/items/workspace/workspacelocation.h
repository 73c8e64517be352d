// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/lastknown.h"
#include "models/items/workspace/workspacesession.h"

#include <QString>

namespace Roost::Items {

/// A workspace that can be opened: where it is, its name, and how to open it.
struct WorkspaceLocation
{
    /// Identifies the workspace: the canonical folder, the config.json or the URL.
    QString address;
    QString title;
    /// The name of an icon: "machine", "cloud", "server".
    QString icon;
    WorkspaceSession::Opener open;
    /// Returns what is kept of the workspace; empty for workspaces of which nothing is kept.
    WorkspaceSession::Keeper lastKnown = {};
};

} // namespace Roost::Items
