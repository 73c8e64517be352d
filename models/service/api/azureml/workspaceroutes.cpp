// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/wire/azureml/page.h"
#include "models/wire/azureml/workspaceinfo.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

QJsonObject workspaceResource(const Request &request, AzureMlApi &azure)
{
    const QString origin = request.origin();
    WorkspaceInfo info;
    info.name = azure.workspace().name;
    info.location = u"local"_s;
    info.folder = azure.store().folder().path;
    // Not azureml://: clients turn that into https, which nobody speaks on the loopback.
    info.trackingUri = origin % u"/mlflow/v1.0"_s % azure.workspaceId();
    return Wire::workspaceResource(info, azure.workspace(), origin % u"/discovery"_s);
}

Result<Response> workspaces(Request &request, AzureMlApi &azure)
{
    return Response::json(Wire::armPage({workspaceResource(request, azure)}));
}

// How far an operation is: always 200, the status is in the body.
Result<Response> operationStatus(Request &request, AzureMlApi &azure)
{
    const auto operation = azure.operations().operation(request.capture(u"id"));
    if (!operation)
        return std::unexpected(operation.error());
    QJsonObject body{{u"name"_s, operation->id}};
    switch (operation->status) {
    case Operation::Status::Running:
        body.insert(u"status"_s, u"InProgress"_s);
        break;
    case Operation::Status::Succeeded:
        body.insert(u"status"_s, u"Succeeded"_s);
        break;
    case Operation::Status::Failed:
        body.insert(u"status"_s, u"Failed"_s);
        body.insert(u"error"_s, QJsonObject{{u"code"_s, operation->errorCode}, {u"message"_s, operation->errorText}});
        break;
    }
    Response response = Response::json(body);
    if (operation->status == Operation::Status::Running)
        response.setHeader("Retry-After", "1");
    return response;
}

// The same by Location: 202 while it runs, then its outcome.
Result<Response> operationResult(Request &request, AzureMlApi &azure)
{
    const auto operation = azure.operations().operation(request.capture(u"id"));
    if (!operation)
        return std::unexpected(operation.error());
    if (operation->status == Operation::Status::Failed)
        return failure(ErrorKind::Failed, operation->errorText);
    const bool running = operation->status == Operation::Status::Running;
    Response response = Response::empty(running ? 202 : 204);
    if (running) {
        response.setHeader("Location", operationUrl(request, azure, "computeOperationsResults", operation->id));
        response.setHeader("Retry-After", "1");
    }
    return response;
}

// The storage has one account, whose key lasts as long as the service.
QJsonObject keysOf(AzureMlApi &azure)
{
    return {{u"userStorageKey"_s, QString::fromLatin1(azure.blobs().accountKey().toBase64())},
            {u"userStorageArmId"_s, QString(u"/subscriptions/"_s % azure.workspace().subscription %
                                            u"/resourceGroups/"_s % azure.workspace().resourceGroup %
                                            u"/providers/Microsoft.Storage/storageAccounts/"_s % Blobs::account())},
            {u"appInsightsInstrumentationKey"_s, QJsonValue()},
            {u"containerRegistryCredentials"_s, QJsonValue()},
            {u"notebookAccessKeys"_s, QJsonValue()}};
}

// Any size may be named here; what a node has is what this machine has.
Result<QJsonObject> sizesOf(AzureMlApi &azure)
{
    const auto compute = azure.compute(u"local"_s);
    if (!compute)
        return std::unexpected(compute.error());
    const Compute &machine = *compute;
    return QJsonObject{
        {u"value"_s, QJsonArray{QJsonObject{{u"name"_s, machine.size},
                                            {u"family"_s, u"local"_s},
                                            {u"vCPUs"_s, machine.cores},
                                            {u"gpus"_s, machine.gpus},
                                            {u"lowPriorityCapable"_s, false},
                                            {u"premiumIO"_s, false},
                                            {u"supportedComputeTypes"_s, QJsonArray{u"AmlCompute"_s}}}}}};
}

} // namespace

void addWorkspaceRoutes(Router &router, AzureMlApi &azure)
{
    const QByteArray provider = "/providers/Microsoft.MachineLearningServices";
    addArm(router, azure, "GET", "", [&azure](Request &request) -> Result<Response> {
        return Response::json(workspaceResource(request, azure));
    });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}/resourceGroups/{group}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    addArm(router, azure, "POST", "/listKeys",
           [&azure](Request &) -> Result<Response> { return Response::json(keysOf(azure)); });
    const QByteArray place = "/subscriptions/{subscription}" + provider + "/locations/{location}/";
    addArmRoot(router, azure, "GET", place + "computeOperationsStatus/{id}",
               [&azure](Request &request) { return operationStatus(request, azure); });
    addArmRoot(router, azure, "GET", place + "computeOperationsResults/{id}",
               [&azure](Request &request) { return operationResult(request, azure); });
    addArmRoot(router, azure, "GET", place + "vmSizes", [&azure](Request &) -> Result<Response> {
        const auto sizes = sizesOf(azure);
        return sizes ? Result<Response>(Response::json(*sizes)) : std::unexpected(sizes.error());
    });
    // This machine is all there is, and nobody shares it out.
    for (const QByteArray &list : {QByteArray("usages"), QByteArray("quotas")})
        addArmRoot(router, azure, "GET", place + list,
                   [](Request &) -> Result<Response> { return Response::json(Wire::armPage({})); });
    // Asked without a token by Microsoft's SDK; it names nothing but the address that was just called.
    router.add(
        "GET", "/discovery",
        [](Request &request) {
            QJsonObject services;
            for (const auto &name :
                 {u"api"_s, u"history"_s, u"experimentation"_s, u"modelmanagement"_s, u"hyperdrive"_s, u"pipelines"_s,
                  u"studio"_s, u"catalog"_s, u"gallery"_s, u"labeling"_s, u"studiocoreservices"_s})
                services.insert(name, request.origin());
            return Response::json(services);
        },
        Access::Open);
}

} // namespace Roost::Service::AzureMl
