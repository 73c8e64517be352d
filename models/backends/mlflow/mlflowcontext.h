// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restclient.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/run.h"

#include <QDeadlineTimer>
#include <QNetworkAccessManager>

namespace Roost::Mlflow {

using Query = QList<std::pair<QString, QString>>;

/// The address of an artifact at the storage of a server.
struct SignedAddress
{
    QUrl url;
    Rest::HttpHeaders headers;
    QDeadlineTimer until;
};

/// The state shared by the parts of one server.
struct Context
{
    Context(QNetworkAccessManager *network, std::shared_ptr<Rest::Credential> credential,
            std::shared_ptr<QNetworkAccessManager> own = nullptr)
        : ownNetwork(std::move(own))
        , client(network, std::move(credential))
    {
    }

    /// Not null if connections are not shared with other workspaces. The client uses it until it is destroyed.
    std::shared_ptr<QNetworkAccessManager> ownNetwork;
    Rest::RestClient client;
    QUrl base;
    /// The names of the experiments requested so far, by id.
    QHash<QString, QString> experiments;
    /// The ids of the active experiments when the last first page of runs was requested.
    QStringList activeExperiments;
    /// MLflow's version; empty for services that do not tell it, such as Databricks.
    QString version;
    /// Whether artifacts are read from addresses that the server signs, as Databricks does.
    bool signsAddresses = false;
    QHash<QString, SignedAddress> signedAddresses; // by artifactUrl()

    /// Returns {base}/api/2.0/mlflow/BELOW.
    QUrl url(const QString &below, const Query &query = {}) const;
    /// Returns {base}/BELOW, for addresses outside the API.
    QUrl plainUrl(const QString &below, const Query &query = {}) const;
};

using ContextPtr = std::shared_ptr<Context>;

/// Returns all active experiments and caches their names.
Future<QList<Wire::MlflowExperiment>> experiments(const ContextPtr &context);

/// Finds out which kind of server it is. Succeeds always.
Future<void> detectVersion(const ContextPtr &context);

/// Returns all items of a list that is paged with next_page_token.
Future<QList<QJsonObject>> allItems(const ContextPtr &context, const QString &below, Wire::MlflowList list,
                                    const Query &query);

/// Returns the files below a folder of a run's artifacts, read folder by folder.
Future<QList<Wire::ListedFile>> filesBelow(const ContextPtr &context, const QString &runId, const QString &folder);

/// Returns the address of the content of one artifact.
QString artifactUrl(const ContextPtr &context, const QString &runId, const QString &path);
/// Returns the run and the path of an artifactUrl().
std::pair<QString, QString> artifactOfUrl(const QUrl &url);

} // namespace Roost::Mlflow
