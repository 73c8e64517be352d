// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/stop.h"
#include "models/rest/restclient.h"
#include "models/wire/mlflow/client.h"

#include <QEventLoop>

class QNetworkAccessManager;

namespace Roost::Importers {

/// The address of a server with MLflow's protocol, as in MLFLOW_TRACKING_URI, and the identity of the client.
struct TrackingServer
{
    QUrl url; // without user and password
    std::shared_ptr<Rest::Credential> credential;
};

/// Requests to such a server. Each call blocks its thread, in an event loop, until the reply arrives or a stop is
/// requested; then it returns an Error.
class TrackingApi
{
public:
    using Query = QList<std::pair<QString, QString>>;

    /// `network` and `stop` must outlive this object; `network` is of the calling thread.
    TrackingApi(QNetworkAccessManager *network, const TrackingServer &server, const Stop &stop);

    const QUrl &base() const { return m_base; }

    // Paths are below api/2.0/mlflow/.
    Result<QJsonObject> get(const QString &below, const Query &query = {});
    /// Gets a list page by page and calls `visit` with each item; an error of `visit` ends it.
    Result<void> getEach(const QString &below, const Query &query, Wire::MlflowList list,
                         const std::function<Result<void>(const QJsonObject &item)> &visit);
    Result<QJsonObject> post(const QString &below, const QJsonObject &body);
    /// Sends a POST that may be repeated without harm.
    Result<QJsonObject> query(const QString &below, const QJsonObject &body);
    Result<QJsonObject> patch(const QString &below, const QJsonObject &body);
    /// Sends a POST that may be repeated, with a body that is already text.
    Result<void> postText(const QString &below, const QByteArray &body);

    Result<void> remove(const QString &below);

    /// Puts a file into the artifacts that `root` names; a server that stores artifacts elsewhere is Rejected.
    Result<void> upload(const QString &root, const QString &path, const QString &file);
    /// Saves the content at `url`, which is below the server's address.
    Result<void> download(const QUrl &url, const QString &file);
    /// Returns an address below that of the server.
    QUrl plainUrl(const QString &below, const Query &query = {}) const;

private:
    template <typename T>
    Result<T> await(const Future<T> &future);
    QUrl apiUrl(const QString &below, const Query &query = {}) const;

    Rest::RestClient m_client;
    QUrl m_base;
    const Stop &m_stop;
};

/// Reads a list page by page: `read` returns the token of the next page, which is empty at the end.
Result<void> readPages(const std::function<Result<QString>(const QString &token)> &read);

} // namespace Roost::Importers
