// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/workspaceconfig.h"

#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

WorkspaceConfig workspaceConfigFrom(const QJsonObject &json)
{
    WorkspaceConfig config;
    config.id = {text(json.value("subscription_id"_L1)), text(json.value("resource_group"_L1)),
                 text(json.value("workspace_name"_L1))};
    config.title = text(json.value("name"_L1));
    config.scope = text(json.value("Scope"_L1));
    config.folder = text(json.value("roost_workspace"_L1));
    // Earlier versions of roostctl wrote this name.
    if (config.folder.isEmpty())
        config.folder = text(json.value("roost_folder"_L1));
    return config;
}

QJsonObject localWorkspaceConfig(const QString &name)
{
    const WorkspaceId id = WorkspaceId::local(name);
    return {{u"subscription_id"_s, id.subscription},
            {u"resource_group"_s, id.resourceGroup},
            {u"workspace_name"_s, id.name},
            {u"name"_s, name}};
}

QJsonObject workspaceLink(const QString &folder)
{
    return {{u"roost_workspace"_s, folder}};
}

} // namespace Roost::Wire
