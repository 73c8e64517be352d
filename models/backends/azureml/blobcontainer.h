// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"
#include "models/wire/azureml/sas.h"

namespace Roost::AzureMl {

/// A container of a storage account and the right to list and read it: a signature as it stands behind a URL's '?'.
struct BlobContainer
{
    QUrl url;
    QString signature;
};

/// A blob of a container; `size` is -1 where the storage does not tell it.
struct Blob
{
    QString name;
    qint64 size = -1;
};

/// The container of a datastore, with the datastore's signature or one that is made here of the account's key: for
/// reading and listing, for some minutes. Denied where the workspace gives out neither.
Future<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore);

/// The container that `address` lies in, signed with the key of the workspace's own storage account: the default
/// datastore gives it, or the workspace itself. Denied where neither does, or the address is of another account.
Future<BlobContainer> containerAt(const ContextPtr &context, const Wire::BlobPlace &address);

/// A signature for the container of an address that one of the above gave out; Denied for any other address.
Future<QString> freshSignature(const ContextPtr &context, const QUrl &address);

/// All blobs of the container whose names start with `prefix`, by name.
Future<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix);

/// Where a blob can be read; `path` is what the reader calls it.
FileRef fileOf(const BlobContainer &container, const QString &name, const QString &path);

} // namespace Roost::AzureMl
