// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The parts of the folder of a local workspace that programs other than its service use.
namespace Roost::WorkspaceLayout {

/// A folder that holds this file is a workspace.
inline constexpr QLatin1StringView DatabaseFile("roost.db");

/// The folder of all runs, of the workspace in the folder `workspace`.
inline QString runsFolder(const QString &workspace)
{
    return workspace + QStringLiteral("/runs");
}

inline QString runFolder(const QString &workspace, const QString &runId)
{
    return runsFolder(workspace) + u'/' + runId;
}

} // namespace Roost::WorkspaceLayout
