// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/ids.h"

#include "models/core/wholematch.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QString WorkspaceId::path() const
{
    return u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.MachineLearningServices/workspaces/%3"_s.arg(
        subscription, resourceGroup, name);
}

std::optional<WorkspaceId> WorkspaceId::fromPath(const QString &path)
{
    static const QRegularExpression form(
        u"^/?subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\\.MachineLearningServices/workspaces/([^/?]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    return WorkspaceId{match.captured(1), match.captured(2), match.captured(3)};
}

WorkspaceId WorkspaceId::local(const QString &name)
{
    return {u"00000000-0000-0000-0000-000000000000"_s, u"local"_s, name};
}

QString resourceId(const WorkspaceId &workspace, const QString &kind, const QString &name)
{
    return workspace.path() + u'/' + kind + u'/' + name;
}

QString versionId(const WorkspaceId &workspace, const QString &kind, const QString &name, const QString &version)
{
    return resourceId(workspace, kind, name) + "/versions/"_L1 + version;
}

AssetId assetFromId(const QString &id)
{
    if (id.startsWith("azureml://"_L1))
        return {id, {}};
    const auto plain = id.startsWith("azureml:"_L1) ? id.sliced(8) : id;
    if (plain.startsWith(u'/')) {
        const auto parts = plain.split(u'/', Qt::SkipEmptyParts);
        const auto at = parts.indexOf("versions"_L1, 0, Qt::CaseInsensitive);
        if (at > 0 && at + 1 < parts.size())
            return {parts.at(at - 1), parts.at(at + 1)};
        const auto label = parts.indexOf("labels"_L1, 0, Qt::CaseInsensitive);
        if (label > 0)
            return {parts.at(label - 1), {}};
        return {parts.isEmpty() ? QString() : parts.last(), {}};
    }
    if (const auto at = plain.lastIndexOf(u'@'); at > 0) {
        const auto label = plain.sliced(at + 1);
        return {plain.first(at), label == "latest"_L1 ? QString() : label};
    }
    if (const auto at = plain.lastIndexOf(u':'); at > 0)
        return {plain.first(at), plain.sliced(at + 1)};
    return {plain, {}};
}

QString assetToId(const WorkspaceId &workspace, const QString &kind, const AssetId &asset)
{
    if (asset.name.startsWith("azureml:"_L1))
        return asset.name;
    if (asset.version.isEmpty())
        return u"azureml:%1@latest"_s.arg(asset.name);
    return versionId(workspace, kind, asset.name, asset.version);
}

AssetId shortAsset(const AssetId &asset)
{
    static const QRegularExpression form(
        u"\\Aazureml://registries/[^/]+/[^/]+/([^/]+)(?:/(?:versions|labels)/([^/]+))?\\z"_s);
    const auto match = form.match(asset.name);
    return match.hasMatch() ? AssetId{match.captured(1), match.captured(2)} : asset;
}

QString lastSegment(const QString &path)
{
    const auto last = path.section(u'/', -1);
    return last.startsWith("azureml:"_L1) ? last.sliced(8) : last;
}

QString runContainer(const QString &runId)
{
    return runContainerPrefix + runId;
}

QString runOfContainer(const QString &container)
{
    return container.startsWith(runContainerPrefix) ? container.sliced(runContainerPrefix.size()) : QString();
}

QString artifactPath(const QString &runId, const QString &path)
{
    return runOrigin + u'/' + runContainer(runId) + u'/' + path;
}

std::optional<RunArtifact> artifactFromPath(const QString &path)
{
    RunArtifact artifact{runOfContainer(path.section(u'/', 1, 1)), path.section(u'/', 2)};
    if (path.section(u'/', 0, 0) != runOrigin || artifact.runId.isEmpty() || artifact.path.isEmpty())
        return std::nullopt;
    return artifact;
}

QString runArtifactUri(const QString &runId, const QString &path)
{
    return u"azureml://jobs/%1/outputs/artifacts/paths/%2"_s.arg(runId, path);
}

std::optional<RunArtifact> runArtifactFromUri(const QString &uri)
{
    static const std::array forms{
        wholeMatch(u"azureml://jobs/([^/]+)/outputs/artifacts/(?:paths/)?(.+)"_s),
        wholeMatch(u"runs:/+([^/]+)/(.+)"_s),
    };
    static const QRegularExpression ofDatastore = wholeMatch(u"azureml://.*datastores/[^/]+/(?:paths/)?(.+)"_s);
    for (const auto &form : forms) {
        const auto match = form.match(uri);
        if (match.hasMatch())
            return RunArtifact{match.captured(1), match.captured(2)};
    }
    return artifactFromPath(ofDatastore.match(uri).captured(1));
}

} // namespace Roost::Wire
