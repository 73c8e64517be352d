// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Wire {

/// The three names that form a workspace's resource id.
struct WorkspaceId
{
    QString subscription;
    QString resourceGroup;
    QString name;

    /// /subscriptions/S/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/W
    QString path() const;
    /// From a path that is or starts with a workspace's; the fixed words match case-insensitively.
    static std::optional<WorkspaceId> fromPath(const QString &path);
    /// The id of every local workspace: subscription of zeros, group "local".
    static WorkspaceId local(const QString &name);

    bool operator==(const WorkspaceId &) const = default;
};

/// {WS}/KIND/NAME, as "jobs" or "computes".
QString resourceId(const WorkspaceId &workspace, const QString &kind, const QString &name);
/// {WS}/KIND/NAME/versions/VERSION, as "codes", "environments" or "models".
QString versionId(const WorkspaceId &workspace, const QString &kind, const QString &name, const QString &version);

/// The asset named by an id. `version` is empty for the latest.
struct AssetId
{
    QString name;
    QString version;
    bool operator==(const AssetId &) const = default;
};

/// Reads {WS}/KIND/NAME[/versions/V], azureml:{WS}/..., azureml:NAME:V, azureml:NAME@latest, NAME:V and NAME@latest.
/// An azureml:// address (registries, datastores) is kept whole as the name.
AssetId assetFromId(const QString &id);
/// The id in a job body: versionId(), "azureml:NAME@latest" without a version, azureml:// addresses unchanged.
QString assetToId(const WorkspaceId &workspace, const QString &kind, const AssetId &asset);

/// The same for display: an asset of a registry by its own name and version, without the registry's address.
AssetId shortAsset(const AssetId &asset);

/// The last segment of a path: the compute's name of a computeId; a plain name is returned unchanged.
QString lastSegment(const QString &path);

/// azureml://jobs/RUN/outputs/artifacts/paths/PATH, the uri of a run's file for a model.
QString runArtifactUri(const QString &runId, const QString &path);
struct RunArtifact
{
    QString runId;
    QString path;
    bool operator==(const RunArtifact &) const = default;
};
/// Run and path of runArtifactUri(), runs:/RUN/PATH, or a datastore address below ExperimentRun/dcid.RUN/.
std::optional<RunArtifact> runArtifactFromUri(const QString &uri);

} // namespace Roost::Wire
