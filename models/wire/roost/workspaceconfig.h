// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Azure's config.json, which names a workspace. Absent names are empty.
struct WorkspaceConfig
{
    WorkspaceId id;
    /// The name for people, which a local workspace has if `id.name` is absent.
    QString title;
    /// The resource id of a workspace, in the form of older tools.
    QString scope;
    /// The folder of a local workspace, relative to the folder of the file.
    QString folder;
};

WorkspaceConfig workspaceConfigFrom(const QJsonObject &json);
/// Returns the config.json in the folder of a local workspace.
QJsonObject localWorkspaceConfig(const QString &name);
/// Returns a config.json that refers to the local workspace in `folder`.
QJsonObject workspaceLink(const QString &folder);

} // namespace Roost::Wire
