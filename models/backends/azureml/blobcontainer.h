// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/wire/azureml/sas.h"

namespace Roost::AzureMl {

/// A container of a storage account with a signature, without the '?' of a URL, that permits listing and reading.
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

/// The container of a datastore, with the datastore's signature or with one made here from the account's key, which
/// permits reading and listing for some minutes. Denied if the workspace returns neither.
Future<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore);

/// The container of `address`, signed with the key of the workspace's own storage account, which the default
/// datastore or the workspace returns. Denied if neither returns it, or if the address belongs to another account.
Future<BlobContainer> containerAt(const ContextPtr &context, const Wire::BlobPlace &address);

/// A new signature for the container of an address returned by one of the functions above; Denied for any other
/// address.
Future<QString> freshSignature(const ContextPtr &context, const QUrl &address);

/// All blobs of the container whose names start with `prefix`, by name.
Future<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix);

/// The address of a blob's bytes; `path` is the path shown to the reader.
FileRef fileOf(const BlobContainer &container, const QString &name, const QString &path);

} // namespace Roost::AzureMl
