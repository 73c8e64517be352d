// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/workspaceinfo.h"

#include "models/wire/json.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject workspaceResource(const WorkspaceInfo &info, const WorkspaceId &workspace, const QString &discoveryUrl)
{
    QJsonObject properties{{u"friendlyName"_s, info.name},
                           {u"workspaceId"_s, info.name},
                           {u"discoveryUrl"_s, discoveryUrl},
                           {u"mlFlowTrackingUri"_s, info.trackingUri},
                           {u"provisioningState"_s, u"Succeeded"_s},
                           {u"publicNetworkAccess"_s, u"Disabled"_s},
                           {u"v1LegacyMode"_s, false}};
    put(properties, u"description"_s, info.description);
    return {{u"id"_s, workspace.path()},
            {u"name"_s, workspace.name},
            {u"type"_s, u"Microsoft.MachineLearningServices/workspaces"_s},
            {u"location"_s, info.location},
            {u"kind"_s, u"Default"_s},
            {u"properties"_s, properties}};
}

WorkspaceInfo workspaceFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    WorkspaceInfo info;
    info.name = text(resource.value("name"_L1));
    info.location = text(resource.value("location"_L1));
    info.resourceId = text(resource.value("id"_L1));
    info.description = text(properties.value("description"_L1));
    info.kind = text(resource.value("kind"_L1));
    info.trackingUri = text(properties.value("mlFlowTrackingUri"_L1));
    return info;
}

QString discoveryUrlOf(const QJsonObject &workspaceResource)
{
    return text(workspaceResource.value("properties"_L1).toObject().value("discoveryUrl"_L1));
}

QString trackingUrlOf(const QJsonObject &workspaceResource)
{
    QUrl url(text(workspaceResource.value("properties"_L1).toObject().value("mlFlowTrackingUri"_L1)));
    if (url.scheme() == "azureml"_L1)
        url.setScheme(u"https"_s);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return {};
    auto address = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

QJsonObject toJson(const ServiceStatus &status)
{
    QJsonObject storage;
    for (const auto &[part, bytes] : status.storage.asKeyValueRange())
        storage.insert(part, bytes);
    QJsonObject json{{u"pid"_s, status.pid},
                     {u"version"_s, status.version},
                     {u"workspace"_s, status.workspace},
                     {u"startedUtc"_s, fromUtc(status.started)},
                     {u"activeRuns"_s, status.activeRuns},
                     {u"storage"_s, storage}};
    put(json, u"storeError"_s, status.storeError);
    return json;
}

ServiceStatus serviceStatusFrom(const QJsonObject &json)
{
    ServiceStatus status{integer(json.value("pid"_L1)),
                         text(json.value("version"_L1)),
                         text(json.value("workspace"_L1)),
                         utc(json.value("startedUtc"_L1)),
                         int(integer(json.value("activeRuns"_L1))),
                         {},
                         text(json.value("storeError"_L1))};
    const auto storage = json.value("storage"_L1).toObject();
    for (auto it = storage.begin(); it != storage.end(); ++it)
        status.storage.insert(it.key(), integer(it.value()));
    return status;
}

QJsonObject toJson(const Changes &changes)
{
    return {{u"revision"_s, changes.revision},
            {u"topics"_s, QJsonArray::fromStringList(changes.topics)},
            {u"everything"_s, changes.everything}};
}

Changes changesFrom(const QJsonObject &json)
{
    Changes changes{integer(json.value("revision"_L1)), {}, json.value("everything"_L1).toBool()};
    for (const auto &topic : json.value("topics"_L1).toArray()) {
        if (topic.isString())
            changes.topics.append(topic.toString());
    }
    return changes;
}

} // namespace Roost::Wire
