// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restclient.h"
#include "models/wire/azureml/ids.h"

namespace Roost::AzureMl {

using Query = QList<std::pair<QString, QString>>;

/// What the parts of one workspace share: where it is, and how to ask it.
struct Context
{
    Context(QNetworkAccessManager *network, std::shared_ptr<Credential> credential)
        : client(network, std::move(credential))
    {
    }

    RestClient client;
    Wire::WorkspaceId id;
    QUrl arm;    // of the resource manager, without a path
    QUrl api;    // of the data plane
    QUrl mlflow; // MLFLOW_TRACKING_URI as http(s); empty where there is none
    QString apiVersion;
    QString location;
    bool hasRoost = false; // a service of ours, which answers more than Azure does to those who ask for it
    /// Folder of a local workspace.
    QString folder;

    /// {arm}{WS}BELOW?api-version=V; `below` is percent-encoded already.
    QUrl armUrl(const QString &below, const Query &query = {}) const;
    /// {api}/SERVICE{WS}BELOW, as "history/v1.0".
    QUrl dataUrl(const QString &service, const QString &below, const Query &query = {}) const;
    /// {mlflow}/api/2.0/mlflow/BELOW.
    QUrl mlflowUrl(const QString &below, const Query &query = {}) const;
    /// {api}/roost/v1/BELOW.
    QUrl roostUrl(const QString &below, const Query &query = {}) const;
};

using ContextPtr = std::shared_ptr<Context>;

/// One segment of a path, percent-encoded.
QString segment(const QString &name);

/// All items of a list of the resource manager, nextLink by nextLink.
Answer<QList<QJsonObject>> allPages(const ContextPtr &context, const QUrl &first);

} // namespace Roost::AzureMl
