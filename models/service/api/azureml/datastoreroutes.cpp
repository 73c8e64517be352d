// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/wire/azureml/datastore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Wire;

namespace {

struct Datastore
{
    QString name;
    QString container;
    bool isDefault;
};

const QList<Datastore> &datastores()
{
    static const QList<Datastore> all{
        {u"workspaceblobstore"_s, BlobContainers::blobStore(), true},
        {u"workspaceartifactstore"_s, BlobContainers::artifacts(), false},
    };
    return all;
}

QJsonObject resourceOf(const Request &request, AzureMlApi &azure, const Datastore &store)
{
    const QString origin = request.origin();
    return Wire::datastoreResource({store.name, Blobs::account(), store.container, origin,
                                    Blobs::plainUrl(origin, store.container, {}), store.isDefault},
                                   azure.workspace());
}

Result<Datastore> find(const Request &request)
{
    const QString name = request.capture(u"name");
    QStringList known;
    for (const Datastore &store : datastores()) {
        if (store.name.compare(name, Qt::CaseInsensitive) == 0)
            return store;
        known.append(store.name);
    }
    throw ApiError(ErrorKind::NotFound,
                   u"There is no datastore '%1' in this workspace; there is %2."_s.arg(name, known.join(u" and "_s)));
}

} // namespace

void addDatastoreRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/datastores", [&azure](Request &request) {
        const QString wanted = request.parameter(u"isDefault").toLower();
        const QStringList names = request.parameters(u"names").join(u',').split(u',', Qt::SkipEmptyParts);
        QJsonArray values;
        for (const Datastore &store : datastores()) {
            const bool fits = wanted.isEmpty() || (wanted == u"true") == store.isDefault;
            if (fits && (names.isEmpty() || names.contains(store.name)))
                values.append(resourceOf(request, azure, store));
        }
        return armList(request, values);
    });
    addArm(router, azure, "GET", "/datastores/{name}", [&azure](Request &request) {
        const auto store = valueOf(find(request));
        return Response::json(resourceOf(request, azure, store));
    });
    addArm(router, azure, "POST", "/datastores/{name}/listSecrets", [&azure](Request &request) {
        const auto store = valueOf(find(request));
        return Response::json(Wire::secretReply(azure.blobs().accountKey()));
    });
}

} // namespace Roost::Service::AzureMl
