// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restclient.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/run.h"

namespace Roost::Mlflow {

using Query = QList<std::pair<QString, QString>>;

/// State shared by the parts of one server.
struct Context
{
    Context(QNetworkAccessManager *network, std::shared_ptr<Rest::Credential> credential)
        : client(network, std::move(credential))
    {
    }

    Rest::RestClient client;
    QUrl base;
    /// Names of the experiments requested so far, by id.
    QHash<QString, QString> experiments;

    /// {base}/api/2.0/mlflow/BELOW
    QUrl url(const QString &below, const Query &query = {}) const;
    /// {base}/BELOW, for addresses outside the API.
    QUrl plainUrl(const QString &below, const Query &query = {}) const;
};

using ContextPtr = std::shared_ptr<Context>;

/// All active experiments; caches their names.
Future<QList<Wire::Experiment>> experiments(const ContextPtr &context);

/// All items of a list that is paged with next_page_token.
Future<QList<QJsonObject>> allItems(const ContextPtr &context, const QString &below, Wire::MlflowList list,
                                    const Query &query);

/// Files below a folder of a run's artifacts, folder by folder.
Future<QList<Wire::ListedFile>> filesBelow(const ContextPtr &context, const QString &runId, const QString &folder);

/// Address of the bytes of one artifact.
QString artifactUrl(const ContextPtr &context, const QString &runId, const QString &path);

} // namespace Roost::Mlflow
