// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/workspacelayout.h"
#include "models/trust/lockholder.h"

#include <QString>

namespace Roost::Service::Store {

/// The paths in the folder of a workspace. A value type; only `create` and `load` access the disk.
struct WorkspaceFolder
{
    QString path; // absolute, canonical
    QString name; // the name of the workspace, from config.json

    QString database() const { return path + u'/' + WorkspaceLayout::DatabaseFile; }
    QString config() const { return path + QStringLiteral("/config.json"); }
    QString lock() const { return Trust::lockFileOf(path); }
    QString log() const { return path + QStringLiteral("/roostd.log"); }
    QString runs() const { return WorkspaceLayout::runsFolder(path); }
    QString run(const QString &id) const { return WorkspaceLayout::runFolder(path, id); }
    QString code() const { return path + QStringLiteral("/code"); }
    QString code(const QString &hash) const { return code() + u'/' + hash; }
    QString environments() const { return path + QStringLiteral("/environments"); }
    QString environment(const QString &hash) const { return environments() + u'/' + hash; }
    QString models() const { return path + QStringLiteral("/models"); }
    QString model(const QString &modelName, const QString &version) const
    {
        return models() + u'/' + modelName + u'/' + version;
    }
    /// Returns the folder of MLflow's logged models that belong to no run.
    QString loggedModels() const { return path + QStringLiteral("/logged-models"); }
    /// Returns the folder of the artifacts of MLflow clients that belong to no run.
    QString looseArtifacts() const { return path + QStringLiteral("/artifacts"); }
    /// Returns the folder of unfinished uploads, which is on the same file system as the others, so that a rename
    /// completes an upload.
    QString uploads() const { return path + QStringLiteral("/.uploads"); }

    /// Returns
    /// "/subscriptions/00000000-.../resourceGroups/local/providers/Microsoft.MachineLearningServices/workspaces/NAME".
    QString resourceId() const;

    /// Creates the folder with its config.json, or completes an existing folder. If `workspaceName` is empty, the name
    /// is derived from the folder's name. An existing config.json is not changed.
    static Result<WorkspaceFolder> create(const QString &folder, const QString &workspaceName = {});
    /// Reads config.json. NotFound if the folder is not a workspace.
    static Result<WorkspaceFolder> load(const QString &folder);
};

} // namespace Roost::Service::Store
