// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"
#include "models/service/api/azureml/datastores.h"

#include "models/wire/azureml/datastore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Wire;

namespace {

QJsonObject resourceOf(const Request &request, AzureMlApi &azure, const Datastore &store)
{
    const QString origin = request.origin();
    return Wire::datastoreResource({store.name, Blobs::account(), store.container, origin,
                                    Blobs::plainUrl(origin, store.container, {}), store.isDefault},
                                   azure.workspace());
}

const Datastore &datastoreOf(const Request &request)
{
    const QString name = request.capture(u"name");
    if (const Datastore *store = findDatastore(name))
        return *store;
    QStringList known;
    for (const Datastore &store : datastores())
        known.append(store.name);
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
    addArm(router, azure, "GET", "/datastores/{name}",
           [&azure](Request &request) { return Response::json(resourceOf(request, azure, datastoreOf(request))); });
    addArm(router, azure, "POST", "/datastores/{name}/listSecrets", [&azure](Request &request) {
        datastoreOf(request); // an unknown one is refused
        return Response::json(Wire::secretReply(azure.blobs().accountKey()));
    });
}

} // namespace Roost::Service::AzureMl
