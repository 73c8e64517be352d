// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/wire/azureml/page.h"
#include "models/wire/azureml/workspaceinfo.h"

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

QJsonObject workspaceResource(const Request &request, AzureMl &azure)
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

Result<Response> workspaces(Request &request, AzureMl &azure)
{
    return Response::json(Wire::armPage({workspaceResource(request, azure)}));
}

// How far an operation is: always 200, the status is in the body.
Result<Response> operationStatus(Request &request, AzureMl &azure)
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
Result<Response> operationResult(Request &request, AzureMl &azure)
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

} // namespace

void addWorkspaceRoutes(Router &router, AzureMl &azure)
{
    const QByteArray provider = "/providers/Microsoft.MachineLearningServices";
    addArm(router, azure, "GET", "", [&azure](Request &request) -> Result<Response> {
        return Response::json(workspaceResource(request, azure));
    });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}/resourceGroups/{group}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    addArmRoot(router, azure, "GET", "/subscriptions/{subscription}" + provider + "/workspaces",
               [&azure](Request &request) { return workspaces(request, azure); });
    const QByteArray place = "/subscriptions/{subscription}" + provider + "/locations/{location}/";
    addArmRoot(router, azure, "GET", place + "computeOperationsStatus/{id}",
               [&azure](Request &request) { return operationStatus(request, azure); });
    addArmRoot(router, azure, "GET", place + "computeOperationsResults/{id}",
               [&azure](Request &request) { return operationResult(request, azure); });
    // Asked without a token by Microsoft's SDK; it names nothing but the address that was just called.
    router.add(
        "GET", "/discovery",
        [](Request &request) {
            QJsonObject services;
            for (const auto &name : {u"api"_s, u"history"_s, u"experimentation"_s, u"modelmanagement"_s,
                                     u"hyperdrive"_s, u"pipelines"_s, u"studiocoreservices"_s})
                services.insert(name, request.origin());
            return Response::json(services);
        },
        Access::Open);
}

} // namespace Roost::Service
