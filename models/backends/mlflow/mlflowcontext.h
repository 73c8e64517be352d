// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restclient.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/run.h"

namespace Roost::Mlflow {

using Query = QList<std::pair<QString, QString>>;

/// The state shared by the parts of one server.
struct Context
{
    Context(QNetworkAccessManager *network, std::shared_ptr<Rest::Credential> credential)
        : client(network, std::move(credential))
    {
    }

    Rest::RestClient client;
    QUrl base;
    /// The names of the experiments requested so far, by id.
    QHash<QString, QString> experiments;

    /// Returns {base}/api/2.0/mlflow/BELOW.
    QUrl url(const QString &below, const Query &query = {}) const;
    /// Returns {base}/BELOW, for addresses outside the API.
    QUrl plainUrl(const QString &below, const Query &query = {}) const;
};

using ContextPtr = std::shared_ptr<Context>;

/// Returns all active experiments and caches their names.
Future<QList<Wire::MlflowExperiment>> experiments(const ContextPtr &context);

/// Returns all items of a list that is paged with next_page_token.
Future<QList<QJsonObject>> allItems(const ContextPtr &context, const QString &below, Wire::MlflowList list,
                                    const Query &query);

/// Returns the files below a folder of a run's artifacts, read folder by folder.
Future<QList<Wire::ListedFile>> filesBelow(const ContextPtr &context, const QString &runId, const QString &folder);

/// Returns the address of the content of one artifact.
QString artifactUrl(const ContextPtr &context, const QString &runId, const QString &path);

} // namespace Roost::Mlflow
