// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/rest/exchange.h"

#include <QJsonObject>

namespace Roost::Rest {

/// Asks HTTP services. All answers are given on the thread of the network access manager, which is the asking one.
/// Times and retries: restrequest.h and RetryPolicy. Dying, it drops what is under way.
class RestClient
{
public:
    /// `network` must outlive the client.
    explicit RestClient(QNetworkAccessManager *network, std::shared_ptr<Credential> credential = nullptr);

    void setReconnector(std::shared_ptr<Reconnector> reconnector) { m_reconnector = std::move(reconnector); }
    void setRetryPolicy(RetryPolicy policy) { m_policy = policy; }
    /// Requests to this scheme, host and port (or where the reconnector says it is now) carry the token from now on.
    /// No others do.
    void trust(const QUrl &url);

    /// A 2xx answer or one of `request.accept`; anything else is an Error.
    Future<RestReply> send(RestRequest request);

    Future<QJsonObject> get(const QUrl &url);
    Future<QJsonObject> post(const QUrl &url, const QJsonObject &body);
    /// A POST that only asks, so that it may be repeated.
    Future<QJsonObject> query(const QUrl &url, const QJsonObject &body);
    Future<QJsonObject> put(const QUrl &url, const QJsonObject &body);
    Future<QJsonObject> patch(const QUrl &url, const QJsonObject &body);
    /// With the whole answer: long-running operations speak in headers.
    Future<RestReply> remove(const QUrl &url);

    /// At most `limit` bytes of a growing file: 416 and a file that ends before `offset` are empty data; a server
    /// that ignores ranges is Rejected unless `offset` is 0.
    Future<Chunk> getRange(const QUrl &url, qint64 offset, qint64 limit);
    /// Size by HEAD; -1 where the server does not tell.
    Future<qint64> size(const QUrl &url);

private:
    bool trusts(const QUrl &url) const;
    Future<QJsonObject> sendJson(const QByteArray &method, const QUrl &url, const QJsonObject &body, bool repeatable);

    QNetworkAccessManager *m_network;
    std::shared_ptr<Credential> m_credential;
    std::shared_ptr<Reconnector> m_reconnector;
    RetryPolicy m_policy;
    QList<QUrl> m_trusted;
    std::unique_ptr<QObject> m_scope; // owns what is under way
};

} // namespace Roost::Rest
