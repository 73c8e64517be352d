// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/datastore.h"

#include "models/wire/azureml/ids.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

const QString containerUrlKey = u"roost.containerUrl"_s;

} // namespace

Datastore datastoreFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto word = [&properties](QLatin1StringView key) { return text(properties.value(key)); };
    Datastore store;
    store.name = text(resource.value("name"_L1));
    store.account = word("accountName"_L1);
    // A service without storage accounts returns the complete address of its container.
    store.container = QUrl(strings(properties.value("properties"_L1)).value(containerUrlKey));
    if (store.container.isEmpty()) {
        store.container = QUrl(u"%1://%2.blob.%3/%4"_s.arg(word("protocol"_L1), store.account, word("endpoint"_L1),
                                                           word("containerName"_L1)));
    }
    return store;
}

QJsonObject datastoreResource(const ServedDatastore &store, const WorkspaceId &workspace)
{
    const QJsonObject properties{
        {u"datastoreType"_s, u"AzureBlob"_s},
        {u"accountName"_s, store.account},
        {u"containerName"_s, store.container},
        {u"endpoint"_s, store.origin.section(u"//"_s, 1)},
        {u"protocol"_s, store.origin.section(u':', 0, 0)},
        {u"isDefault"_s, store.isDefault},
        {u"credentials"_s, QJsonObject{{u"credentialsType"_s, u"AccountKey"_s}}},
        {u"description"_s, QJsonValue()},
        {u"tags"_s, QJsonValue()},
        {u"subscriptionId"_s, workspace.subscription},
        {u"resourceGroup"_s, workspace.resourceGroup},
        {u"serviceDataAccessAuthIdentity"_s, u"None"_s},
        {u"properties"_s, QJsonObject{{containerUrlKey, store.containerUrl}}},
    };
    return {{u"id"_s, resourceId(workspace, u"datastores"_s, store.name)},
            {u"name"_s, store.name},
            {u"type"_s, u"Microsoft.MachineLearningServices/workspaces/datastores"_s},
            {u"properties"_s, properties}};
}

QJsonObject secretReply(const QByteArray &key)
{
    return {{u"secretsType"_s, u"AccountKey"_s}, {u"key"_s, QString::fromLatin1(key.toBase64())}};
}

QJsonObject workspaceKeysReply(const QByteArray &key, const QString &account, const WorkspaceId &workspace)
{
    const QString id = u"/subscriptions/%1/resourceGroups/%2/providers/Microsoft.Storage/storageAccounts/%3"_s.arg(
        workspace.subscription, workspace.resourceGroup, account);
    return {{u"userStorageKey"_s, QString::fromLatin1(key.toBase64())},
            {u"userStorageArmId"_s, id},
            {u"appInsightsInstrumentationKey"_s, QJsonValue()},
            {u"containerRegistryCredentials"_s, QJsonValue()},
            {u"notebookAccessKeys"_s, QJsonValue()}};
}

StorageSecret secretFrom(const QJsonObject &json)
{
    StorageSecret secret;
    secret.type = text(json.value("secretsType"_L1));
    secret.key = QByteArray::fromBase64(text(json.value("key"_L1)).toLatin1());
    secret.signature = text(json.value("sasToken"_L1));
    if (secret.signature.startsWith(u'?'))
        secret.signature.remove(0, 1);
    return secret;
}

StorageSecret workspaceKeyFrom(const QJsonObject &json)
{
    StorageSecret secret;
    secret.key = QByteArray::fromBase64(text(json.value("userStorageKey"_L1)).toLatin1());
    // Newer versions of the API use the second name.
    auto arm = text(json.value("userStorageArmId"_L1));
    if (arm.isEmpty())
        arm = text(json.value("userStorageResourceId"_L1));
    secret.account = lastSegment(arm);
    if (!secret.key.isEmpty())
        secret.type = u"AccountKey"_s;
    return secret;
}

} // namespace Roost::Wire
