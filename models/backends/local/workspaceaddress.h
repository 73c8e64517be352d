// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QStringList>

namespace Roost::Local {

/// Where a workspace is.
struct WorkspaceAddress
{
    enum class Kind { Local, AzureMl, Server };
    Kind kind = Kind::Local;
    /// Local: the workspace folder, absolute.
    QString folder;
    /// AzureMl: which one.
    Wire::WorkspaceId workspace;
    /// Server: the address of an MLflow server, or of a workspace service that is not this user's. It may name a user,
    /// never a password: addresses are shown and kept.
    QString url;
    /// Server: the password that stood in it; null where none did.
    QString password = {};

    bool operator==(const WorkspaceAddress &) const = default;
};

/// What names the workspace of a folder.
struct FoundWorkspace
{
    /// A config file, or the folder where it is a workspace itself; empty where there is none.
    QString address;
    /// Config files that would come first, but that other users could have laid there: told, never used unasked. Each
    /// is a sentence.
    QStringList passedOver;
};

/// The folder itself where it is a workspace of this machine; else the config file that Azure's from_config() finds:
/// .azureml/config.json, .azureml/project.json, aml_config/config.json, aml_config/project.json, config.json,
/// project.json, each in the folder and up to 20 parents before the next.
FoundWorkspace findWorkspace(const QString &folder);

/// What a config file names: Azure's three names or a Scope; a local workspace when it lies beside roost.db, or when
/// "roost_workspace" gives its folder (relative to the file). NotFound, Unreadable, Rejected with the reason.
Result<WorkspaceAddress> addressFromConfig(const QString &file);

/// Of what a person writes: a workspace folder, a folder with a config file, a config file, a resource id, a URL. Of
/// URLs, those of Azure (resource manager, studio, tracking, azureml://) name a workspace there, and that of a service
/// of this user which listens now is its workspace folder.
Result<WorkspaceAddress> addressFromText(const QString &text);

} // namespace Roost::Local
