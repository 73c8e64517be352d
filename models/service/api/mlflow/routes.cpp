// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/routes.h"

#include "models/service/api/mlflow/artifacts.h"
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/metrics.h"
#include "models/service/api/mlflow/registry.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/api/mlflow/runsearch.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;

const char *protocolVersion = "3.6.0";

namespace {

QList<Entry> allEntries()
{
    QList<Entry> all = experimentEntries() + runEntries() + metricEntries() + artifactEntries() + loggedModelEntries() +
                       registeredModelEntries() + modelVersionEntries();
    using enum Parameter::Type;
    all.append({"POST",
                "runs/search",
                Kind::Reads,
                searchRuns,
                {{"experiment_ids", Texts}, {"filter"}, {"max_results", Whole}, {"order_by", Texts}, {"page_token"}}});
    return all;
}

void addArtifactRoutes(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    const QByteArray proxied = base + "/api/2.0/mlflow-artifacts";
    const QByteArray ajax = base + "/ajax-api/2.0/mlflow-artifacts";
    for (const QByteArray &prefix : {proxied, ajax}) {
        router.add("GET", prefix + "/artifacts", listArtifactsHandler(store));
        router.add("PUT", prefix + "/artifacts/{path*}", putArtifactHandler(store));
        router.add("GET", prefix + "/artifacts/{path*}", getArtifactHandler(store));
        router.add("DELETE", prefix + "/artifacts/{path*}", deleteArtifactHandler(store));
        router.add("POST", prefix + "/mpu/{rest*}", noMultipartHandler());
        router.add("GET", prefix + "/presigned/{rest*}", noMultipartHandler());
    }
    router.add("GET", base + "/get-artifact", getRunArtifactHandler(store));
    router.add("GET", base + "/model-versions/get-artifact", getModelVersionArtifactHandler(store));
    router.add("POST", base + "/ajax-api/2.0/mlflow/upload-artifact", uploadArtifactHandler(store));
    router.add("GET", base + "/ajax-api/2.0/mlflow/logged-models/{id}/artifacts/files",
               getLoggedModelFileHandler(store));
}

void addProtocol(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    const QList<Entry> entries = allEntries();
    // First, since a training loop calls it most.
    for (const QByteArray &prefix : {QByteArray("/api/2.0/mlflow/"), QByteArray("/ajax-api/2.0/mlflow/")}) {
        router.add("POST", base + prefix + "runs/log-batch", logBatchHandler(store));
        for (const Entry &entry : entries)
            router.add(entry.method, base + prefix + entry.path, handlerOf(store, entry));
    }
    router.add("GET", base + "/ajax-api/2.0/mlflow/metrics/get-history-bulk",
               handlerOf(store, {"GET", "metrics/get-history-bulk", Kind::Reads, historyBulk}));
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

/// What a client asks of a server before it has a token, and the address it prints for people after a run
/// (TRACKING_URI/#/experiments/...), which must be a page.
void addFrontDoor(Router &router, WorkspaceStore &store, const QByteArray &base)
{
    router.add(
        "GET", base.isEmpty() ? QByteArray("/") : base, [&store](Request &) { return page(store); }, Access::Open);
    router.add("GET", base + "/health", [](Request &) { return Response::text(u"OK"_s); }, Access::Open);
    router.add(
        "GET", base + "/version", [](Request &) { return Response::text(QString::fromLatin1(protocolVersion)); },
        Access::Open);
}

} // namespace

void addRoutes(Router &router, WorkspaceStore &store)
{
    const QByteArray azure = "/mlflow/v1.0" + workspacePattern;
    for (const QByteArray &base : {QByteArray(), azure}) {
        addFrontDoor(router, store, base);
        addProtocol(router, store, base);
    }
    router.add("GET", azure + '/', [&store](Request &) { return page(store); }, Access::Open);
}

} // namespace Roost::Service::Mlflow
