// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restclient.h"
#include "models/wire/azureml/ids.h"

#include <QHash>

#include <functional>

namespace Roost::AzureMl {

struct Context;
using ContextPtr = std::shared_ptr<Context>;
using Query = QList<std::pair<QString, QString>>;
/// Returns a new signature, without the '?' of a URL.
using Renewal = std::function<Future<QString>(const ContextPtr &)>;

/// The state shared by the parts of one workspace: its addresses and the client.
struct Context
{
    Context(QNetworkAccessManager *network, std::shared_ptr<Rest::Credential> credential)
        : client(network, std::move(credential))
    {
    }

    Rest::RestClient client;
    Wire::WorkspaceId id;
    QUrl arm;    // address of the resource manager, without a path
    QUrl api;    // address of the data plane
    QUrl mlflow; // MLFLOW_TRACKING_URI as http(s); empty if there is none
    QString apiVersion;
    QString location;
    bool takesJobs = true;
    bool hasRoost = false; // whether the service is roostd, which offers the extensions below /roost/v1
    /// The folder of a local workspace.
    QString folder;

    /// Functions that renew the signatures that this program created, by the address of the container: a signature is
    /// valid for some minutes, and a download may take longer.
    QHash<QString, Renewal> renewals;
    void remember(const QUrl &container, Renewal renewal);

    /// Returns {arm}{WS}BELOW?api-version=V; `below` is already percent-encoded.
    QUrl armUrl(const QString &below, const Query &query = {}) const;
    /// Returns {arm}/subscriptions/SBELOW?api-version=V.
    QUrl subscriptionUrl(const QString &below) const;
    /// Returns {api}/SERVICE{WS}BELOW; `service` is for example "history/v1.0".
    QUrl dataUrl(const QString &service, const QString &below, const Query &query = {}) const;
    /// Returns {mlflow}/api/2.0/mlflow/BELOW.
    QUrl mlflowUrl(const QString &below, const Query &query = {}) const;
    /// Returns {api}/roost/v1/BELOW.
    QUrl roostUrl(const QString &below, const Query &query = {}) const;
};

/// Returns one segment of a path, percent-encoded.
QString segment(const QString &name);

/// Returns the delay before the next poll of a long-running operation, in milliseconds: `retryAfter` of the service
/// (seconds, -1 if absent), else a delay that grows with each poll, up to ten seconds. `polls` counts the polls from 0.
int pollDelayMs(qint64 retryAfter, int polls);

/// Returns all items of a list of the resource manager; follows nextLink to the last page.
Future<QList<QJsonObject>> allPages(const ContextPtr &context, const QUrl &first);

} // namespace Roost::AzureMl
