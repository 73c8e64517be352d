// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

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

/// The container of a datastore. Denied where the workspace gives out no signature for it.
Answer<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore);

/// All blobs of the container whose names start with `prefix`, by name.
Answer<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix);

/// Where a blob can be read; `path` is what the reader calls it.
FileRef fileOf(const BlobContainer &container, const QString &name, const QString &path);

} // namespace Roost::AzureMl
