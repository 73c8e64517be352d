// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/datastore.h"

#include "models/wire/azureml/ids.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

Datastore datastoreFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto word = [&properties](QLatin1StringView key) { return text(properties.value(key)); };
    Datastore store;
    store.name = text(resource.value("name"_L1));
    store.account = word("accountName"_L1);
    // A service without storage accounts says itself where its container is.
    store.container = QUrl(strings(properties.value("properties"_L1)).value(u"roost.containerUrl"_s));
    if (store.container.isEmpty()) {
        store.container = QUrl(u"%1://%2.blob.%3/%4"_s.arg(word("protocol"_L1), store.account, word("endpoint"_L1),
                                                           word("containerName"_L1)));
    }
    return store;
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
    // The second name is of newer versions of the API.
    auto arm = text(json.value("userStorageArmId"_L1));
    if (arm.isEmpty())
        arm = text(json.value("userStorageResourceId"_L1));
    secret.account = lastSegment(arm);
    if (!secret.key.isEmpty())
        secret.type = u"AccountKey"_s;
    return secret;
}

} // namespace Roost::Wire
