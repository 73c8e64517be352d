// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/localcompute.h"
#include "models/service/api/azureml/arm.h"

#include "models/wire/azureml/compute.h"
#include "models/wire/azureml/datastore.h"
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
    info.location = localRegion;
    info.folder = azure.store().folder().path;
    // Not azureml://: clients convert that to https, which this service does not support.
    info.trackingUri = origin % u"/mlflow/v1.0"_s % azure.workspaceId();
    return Wire::workspaceResource(info, azure.workspace(), origin % u"/discovery"_s);
}

Response workspaces(Request &request, AzureMlApi &azure)
{
    return Response::json(Wire::armPage({workspaceResource(request, azure)}));
}

Wire::OperationState stateOf(Operation::Status status)
{
    switch (status) {
    case Operation::Status::Running:
        return Wire::OperationState::Running;
    case Operation::Status::Succeeded:
        return Wire::OperationState::Succeeded;
    case Operation::Status::Failed:
        break;
    }
    return Wire::OperationState::Failed;
}

// Returns the state of an operation: the status code is always 200, the state is in the body.
Response operationStatus(Request &request, AzureMlApi &azure)
{
    const auto operation = valueOf(azure.operations().operation(request.capture(u"id")));
    Response response = Response::json(
        Wire::operationStatus(operation.id, stateOf(operation.status), operation.errorCode, operation.errorText));
    if (operation.status == Operation::Status::Running)
        response.setHeader("Retry-After", "1");
    return response;
}

// Returns the reply at the Location of an operation: 202 while it runs, then its outcome.
Response operationResult(Request &request, AzureMlApi &azure)
{
    const auto operation = valueOf(azure.operations().operation(request.capture(u"id")));
    if (operation.status == Operation::Status::Failed)
        throw ApiError(ErrorKind::Failed, operation.errorText);
    const bool running = operation.status == Operation::Status::Running;
    Response response = Response::empty(running ? 202 : 204);
    if (running) {
        response.setHeader("Location", operationUrl(request, azure, "computeOperationsResults", operation.id));
        response.setHeader("Retry-After", "1");
    }
    return response;
}

} // namespace

void addWorkspaceRoutes(Router &router, AzureMlApi &azure)
{
    const QByteArray provider = "/providers/Microsoft.MachineLearningServices";
    addArm(router, azure, "GET", "",
           [&azure](Request &request) { return Response::json(workspaceResource(request, azure)); });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}/resourceGroups/{group}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    addArm(router, azure, "POST", "/listKeys", [&azure](Request &) {
        // The storage has one account, whose key is valid as long as the service runs.
        return Response::json(
            Wire::workspaceKeysReply(azure.blobs().accountKey(), Blobs::account(), azure.workspace()));
    });
    const QByteArray place = "/subscriptions/{subscription}" + provider + "/locations/{location}/";
    addArmRoot(router, azure, "GET", place + "computeOperationsStatus/{id}",
               [&azure](Request &request) { return operationStatus(request, azure); });
    addArmRoot(router, azure, "GET", place + "computeOperationsResults/{id}",
               [&azure](Request &request) { return operationResult(request, azure); });
    addArmRoot(router, azure, "GET", place + "vmSizes", [&azure](Request &) {
        // A compute may use any size name; a node has the capabilities of this machine.
        const auto machine = valueOf(azure.compute(localComputeName));
        return Response::json(Wire::nodeSizeList(machine));
    });
    // The service has only this machine and no quotas.
    for (const QByteArray &list : {QByteArray("usages"), QByteArray("quotas")})
        addArmRoot(router, azure, "GET", place + list, [](Request &) { return Response::json(Wire::armPage({})); });
    // Microsoft's SDK requests it without a token; the reply contains only the address of the request.
    router.add(
        "GET", "/discovery", [](Request &request) { return Response::json(Wire::discoveryReply(request.origin())); },
        Access::Open);
}

} // namespace Roost::Service::AzureMl
