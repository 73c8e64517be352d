// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/azureml/ids.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace Roost::Wire {

/// A datastore in a container of blobs.
struct Datastore
{
    QString name;
    QString account;
    QUrl container; // the address of the container, without a signature
};
Datastore datastoreFrom(const QJsonObject &resource);

/// A datastore as the local service serves it.
struct ServedDatastore
{
    QString name;
    QString account;
    QString container;
    QString origin; // "http://127.0.0.1:4711"
    /// The complete address of the container. Clients build {protocol}://{account}.blob.{endpoint}/{container}, which
    /// does not exist on this machine.
    QString containerUrl;
    bool isDefault = false;
};
QJsonObject datastoreResource(const ServedDatastore &store, const WorkspaceId &workspace);
/// Returns the reply to a datastore's listSecrets: the account's key.
QJsonObject secretReply(const QByteArray &key);
/// Returns the reply to the workspace's listKeys: the key of the account, which belongs to that workspace.
QJsonObject workspaceKeysReply(const QByteArray &key, const QString &account, const WorkspaceId &workspace);

/// The secret of a storage account. Azure's own datastores return the account's key.
struct StorageSecret
{
    QString type;      // "AccountKey", "Sas", "None" ...
    QByteArray key;    // decoded
    QString account;   // the owner of the key, if the reply contains it
    QString signature; // the text after a URL's '?'
};
/// Reads the reply to a datastore's listSecrets.
StorageSecret secretFrom(const QJsonObject &json);
/// Reads the reply to the workspace's listKeys: the key of its own account.
StorageSecret workspaceKeyFrom(const QJsonObject &json);

} // namespace Roost::Wire
