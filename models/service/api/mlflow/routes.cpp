// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/routes.h"

#include "models/service/api/mlflow/absent.h"
#include "models/service/api/mlflow/artifacts.h"
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/logbatch.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/metrics.h"
#include "models/service/api/mlflow/modelhandlers.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/api/mlflow/runsearch.h"
#include "models/wire/mlflow/serverinfo.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;

const char *protocolVersion = "3.6.0";

namespace {

QList<RpcHandler> allHandlers()
{
    return experimentHandlers() + runHandlers() + metricHandlers() + artifactHandlers() + loggedModelHandlers() +
           registeredModelHandlers() + modelVersionHandlers() +
           QList<RpcHandler>{rpc("POST", "runs/search", RpcHandler::Access::Reads, searchRuns)};
}

void add(Router &router, const QByteArray &method, const QByteArray &path, Handler handler)
{
    router.add(method, path, answeringErrors(std::move(handler)));
}

void addArtifactRoutes(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    const QByteArray proxied = base + "/api/2.0/mlflow-artifacts";
    const QByteArray ajax = base + "/ajax-api/2.0/mlflow-artifacts";
    for (const QByteArray &prefix : {proxied, ajax}) {
        add(router, "GET", prefix + "/artifacts", listArtifactsHandler(store));
        add(router, "PUT", prefix + "/artifacts/{path*}", putArtifactHandler(store));
        add(router, "GET", prefix + "/artifacts/{path*}", getArtifactHandler(store));
        add(router, "DELETE", prefix + "/artifacts/{path*}", deleteArtifactHandler(store));
        add(router, "POST", prefix + "/mpu/{rest*}", noMultipartHandler());
        add(router, "GET", prefix + "/presigned/{rest*}", noMultipartHandler());
    }
    add(router, "GET", base + "/get-artifact", getRunArtifactHandler(store));
    add(router, "GET", base + "/model-versions/get-artifact", getModelVersionArtifactHandler(store));
    add(router, "POST", base + "/ajax-api/2.0/mlflow/upload-artifact", uploadArtifactHandler(store));
    add(router, "GET", base + "/ajax-api/2.0/mlflow/logged-models/{id}/artifacts/files",
        getLoggedModelFileHandler(store));
}

void addProtocol(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    const QList<RpcHandler> handlers = allHandlers();
    // runs/log-batch is first, because a training loop calls it most.
    for (const QByteArray &prefix : {QByteArray("/api/2.0/mlflow/"), QByteArray("/ajax-api/2.0/mlflow/")}) {
        add(router, "POST", base + prefix + "runs/log-batch", logBatchHandler(store));
        for (const RpcHandler &handler : handlers)
            add(router, handler.method, base + prefix + handler.path, httpHandlerOf(store, handler));
    }
    const RpcHandler bulk = bulkMetricHandler();
    add(router, bulk.method, base + "/ajax-api/2.0/mlflow/" + bulk.path, httpHandlerOf(store, bulk));
    addArtifactRoutes(router, store, base);
}

Response page(const WorkspaceStore &store)
{
    const QString name = store.folder().name.toHtmlEscaped();
    return Response::html(u"<!doctype html><meta charset=\"utf-8\"><title>%1 - Roost</title>"
                          "<body style=\"font-family:sans-serif;max-width:40em;margin:4em auto\"><h1>%1</h1>"
                          "<p>This is the service of a Roost workspace. Open it in the Roost window, or list its runs "
                          "with <code>roostctl runs list</code>. MLflow clients use this address as their "
                          "tracking URI.</p></body>"_s.arg(name)
                              .toUtf8());
}

/// Adds the routes that are requested before a client has a token, and the page at the address that the client prints
/// after a run (TRACKING_URI/#/experiments/...).
void addFrontDoor(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    router.add(
        "GET", base.isEmpty() ? QByteArray("/") : base, [&store](Request &) { return page(store); }, Access::Open);
    router.add("GET", base + "/health", [](Request &) { return Response::text(u"OK"_s); }, Access::Open);
    router.add(
        "GET", base + "/version", [](Request &) { return Response::text(QString::fromLatin1(protocolVersion)); },
        Access::Open);
    // As on MLflow's own server, it needs no token.
    for (const char *prefix : {"/api/3.0/mlflow/server-info", "/ajax-api/3.0/mlflow/server-info"})
        router.add(
            "GET", base + prefix, [](Request &) { return Response::json(Wire::serverInfoAnswer()); }, Access::Open);
}

} // namespace

void addRoutes(Router &router, WorkspaceStore &store)
{
    const QByteArray azure = "/mlflow/v1.0" + workspacePattern;
    for (const QByteArray &base : {QByteArray(), azure}) {
        addFrontDoor(router, store, base);
        addProtocol(router, store, base);
        addAbsentRoutes(router, base);
    }
    router.add("GET", azure + '/', [&store](Request &) { return page(store); }, Access::Open);
}

} // namespace Roost::Service::Mlflow
