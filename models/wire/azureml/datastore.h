// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace Roost::Wire {

/// A datastore over a container of blobs.
struct Datastore
{
    QString name;
    QString account;
    QUrl container; // its address, without a signature
};
Datastore datastoreFrom(const QJsonObject &resource);

/// What lets its holder into a storage account. Azure's own datastores hand out the account's key.
struct StorageSecret
{
    QString type;      // "AccountKey", "Sas", "None" ...
    QByteArray key;    // decoded
    QString account;   // of the key, where the answer tells it
    QString signature; // as it stands behind a URL's '?'
};
/// Of a datastore's listSecrets.
StorageSecret secretFrom(const QJsonObject &json);
/// Of the workspace's listKeys: the key of its own account.
StorageSecret workspaceKeyFrom(const QJsonObject &json);

} // namespace Roost::Wire
