// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QStringList>

namespace Roost::Local {

/// The address of a workspace.
struct WorkspaceAddress
{
    enum class Kind { Local, AzureMl, Server };
    Kind kind = Kind::Local;
    /// Local: the workspace folder, absolute.
    QString folder;
    /// AzureMl: the workspace.
    Wire::WorkspaceId workspace;
    /// Server: the address of an MLflow server ("databricks://PROFILE" names a profile of Databricks), or of another
    /// user's workspace service. It may contain a user name
    /// but never a password, because addresses are shown and stored.
    QString url;
    /// Server: the password from the address; null if the address had none.
    QString password = {};

    bool operator==(const WorkspaceAddress &) const = default;
};

/// The result of a search for the workspace of a folder.
struct FoundWorkspace
{
    /// A config file, or the folder if it is itself a workspace; empty if none was found.
    QString address;
    /// Config files that would take precedence but that other users could have created. They are reported, and never
    /// used without confirmation. Each entry is a sentence.
    QStringList passedOver;
};

/// Returns the folder itself if it is a workspace of this machine; else the config file that Azure's from_config()
/// finds: .azureml/config.json, .azureml/project.json, aml_config/config.json, aml_config/project.json, config.json,
/// project.json. Each of these is searched in the folder and up to 20 parents before the next.
FoundWorkspace findWorkspace(const QString &folder);

/// Returns the workspace that a config file names, by Azure's three names or a Scope. It is a local workspace if the
/// file is beside roost.db, or if "roost_workspace" names the folder of the workspace (relative to the file). Errors:
/// NotFound, Unreadable, Rejected with the reason.
Result<WorkspaceAddress> addressFromConfig(const QString &file);

/// Returns the workspace for a text that the user typed: a workspace folder, a folder with a config file, a config
/// file, a resource id, or a URL. A URL of Azure (resource manager, studio, tracking, azureml://) names a workspace on
/// Azure; a URL of a running service of this user means the folder of its workspace.
Result<WorkspaceAddress> addressFromText(const QString &text);

} // namespace Roost::Local
