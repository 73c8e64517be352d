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

QJsonObject discoveryReply(const QString &origin)
{
    QJsonObject services;
    for (const auto &name :
         {u"api"_s, u"history"_s, u"experimentation"_s, u"modelmanagement"_s, u"hyperdrive"_s, u"pipelines"_s,
          u"studio"_s, u"catalog"_s, u"gallery"_s, u"labeling"_s, u"studiocoreservices"_s})
        services.insert(name, origin);
    return services;
}

QString apiUrlFrom(const QJsonObject &discovery)
{
    return text(discovery.value("api"_L1));
}

QJsonObject operationStatus(const QString &id, OperationState state, const QString &errorCode, const QString &errorText)
{
    QJsonObject body{{u"name"_s, id}};
    switch (state) {
    case OperationState::Running:
        body.insert(u"status"_s, u"InProgress"_s);
        break;
    case OperationState::Succeeded:
        body.insert(u"status"_s, u"Succeeded"_s);
        break;
    case OperationState::Failed:
        body.insert(u"status"_s, u"Failed"_s);
        body.insert(u"error"_s, QJsonObject{{u"code"_s, errorCode}, {u"message"_s, errorText}});
        break;
    }
    return body;
}

} // namespace Roost::Wire
