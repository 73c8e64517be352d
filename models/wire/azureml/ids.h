// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace Roost::Wire {

/// The three names that form a workspace's resource id.
struct WorkspaceId
{
    QString subscription;
    QString resourceGroup;
    QString name;

    /// Returns "/subscriptions/S/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/W".
    QString path() const;
    /// Reads a path that is or starts with the path of a workspace. The fixed words match case-insensitively.
    static std::optional<WorkspaceId> fromPath(const QString &path);
    /// Returns the id of a local workspace: the subscription consists of zeros, the group is "local".
    static WorkspaceId local(const QString &name);

    bool operator==(const WorkspaceId &) const = default;
};

/// Returns {WS}/KIND/NAME; the kind is for example "jobs" or "computes".
QString resourceId(const WorkspaceId &workspace, const QString &kind, const QString &name);
/// Returns {WS}/KIND/NAME/versions/VERSION; the kind is for example "codes", "environments" or "models".
QString versionId(const WorkspaceId &workspace, const QString &kind, const QString &name, const QString &version);

/// The asset named by an id. An empty `version` means the latest.
struct AssetId
{
    QString name;
    QString version;
    bool operator==(const AssetId &) const = default;
};

/// Reads {WS}/KIND/NAME[/versions/V], azureml:{WS}/..., azureml:NAME:V, azureml:NAME@latest, NAME:V and NAME@latest. An
/// azureml:// address (registries, datastores) is used unchanged as the name.
AssetId assetFromId(const QString &id);
/// Returns the id for the body of a job: versionId(), "azureml:NAME@latest" without a version, azureml:// addresses
/// unchanged.
QString assetToId(const WorkspaceId &workspace, const QString &kind, const AssetId &asset);

/// Returns the id for display: an asset of a registry has its own name and version, without the registry's address.
AssetId shortAsset(const AssetId &asset);

/// Returns the last segment of a path: the compute's name of a computeId; a plain name is returned unchanged.
QString lastSegment(const QString &path);

/// The datastores of a workspace: the default one, and that of the runs' artifacts.
inline constexpr QLatin1StringView blobDatastore("workspaceblobstore");
inline constexpr QLatin1StringView artifactDatastore("workspaceartifactstore");

/// The artifacts of a run are in the container "dcid.RUN" of this origin.
inline constexpr QLatin1StringView runOrigin("ExperimentRun");
inline constexpr QLatin1StringView runContainerPrefix("dcid.");
QString runContainer(const QString &runId);
/// Returns the run of its container; empty for another container.
QString runOfContainer(const QString &container);
/// Returns ExperimentRun/dcid.RUN/PATH, the path of an artifact in the datastore of artifacts.
QString artifactPath(const QString &runId, const QString &path);

/// Returns azureml://jobs/RUN/outputs/artifacts/paths/PATH, the URI of a run's file for a model.
QString runArtifactUri(const QString &runId, const QString &path);
struct RunArtifact
{
    QString runId;
    QString path;
    bool operator==(const RunArtifact &) const = default;
};
/// Reads artifactPath().
std::optional<RunArtifact> artifactFromPath(const QString &path);
/// Reads the run and the path from runArtifactUri(), runs:/RUN/PATH, or a datastore address below
/// ExperimentRun/dcid.RUN/.
std::optional<RunArtifact> runArtifactFromUri(const QString &uri);

} // namespace Roost::Wire
