// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/wire/azureml/sas.h"

namespace Roost::AzureMl {

/// A container of a storage account, with a signature that permits listing and reading; the signature has no '?' of a
/// URL.
struct BlobContainer
{
    QUrl url;
    QString signature;
};

/// A blob of a container; `size` is -1 if the storage does not report it.
struct Blob
{
    QString name;
    qint64 size = -1;
};

/// Returns the container of a datastore, with the datastore's signature or with one created here from the account's
/// key, which permits reading and listing for some minutes. Denied if the workspace returns neither.
Future<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore);

/// Returns the container of `address`, signed with the key of the workspace's own storage account, which the default
/// datastore or the workspace returns. Denied if neither returns it, or if the address belongs to another account.
Future<BlobContainer> containerAt(const ContextPtr &context, const Wire::BlobPlace &address);

/// Returns a new signature for the container of an address that one of the functions above returned; Denied for any
/// other address.
Future<QString> freshSignature(const ContextPtr &context, const QUrl &address);

/// Returns all blobs of the container whose names start with `prefix`, by name.
Future<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix);

/// Returns the address of a blob's content; `path` is the path that is shown to the user.
FileRef fileOf(const BlobContainer &container, const QString &name, const QString &path);

} // namespace Roost::AzureMl
