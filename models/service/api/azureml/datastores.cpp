// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/datastores.h"

#include "models/service/api/blob/blobcontainers.h"
#include "models/wire/azureml/ids.h"

#include <algorithm>

namespace Roost::Service::AzureMl {

using Blob::BlobContainers;

const QList<Datastore> &datastores()
{
    static const QList<Datastore> all{
        {Wire::blobDatastore, BlobContainers::blobStore(), true},
        {Wire::artifactDatastore, BlobContainers::artifacts(), false},
    };
    return all;
}

const Datastore *findDatastore(const QString &name)
{
    const auto found = std::ranges::find_if(
        datastores(), [&name](const Datastore &store) { return store.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == datastores().end() ? nullptr : &*found;
}

} // namespace Roost::Service::AzureMl
