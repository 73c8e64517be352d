// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/rest/exchange.h"

#include <QJsonObject>

namespace Roost::Rest {

/// Sends HTTP requests. Use on the thread of the network access manager, where all futures finish. For timeouts and
/// retries see RestRequest and RetryPolicy. The destructor cancels pending requests.
class RestClient
{
public:
    /// `network` must outlive the client.
    explicit RestClient(QNetworkAccessManager *network, std::shared_ptr<Credential> credential = nullptr);

    void setReconnector(std::shared_ptr<Reconnector> reconnector) { m_reconnector = std::move(reconnector); }
    void setRetryPolicy(RetryPolicy policy) { m_policy = policy; }
    /// Call before the first request. The network access manager must not be shared with clients of the same server
    /// that have other options, because it reuses connections. The error names the file that cannot be used.
    Result<void> setTls(const TlsOptions &options);
    /// Adds a server that receives the token: requests to this scheme, host and port, or to the address that the
    /// reconnector currently maps them to, include it; requests to other servers do not.
    void trust(const QUrl &url);

    /// Finishes with a reply with status 2xx or one of `request.accept`; any other status is an Error.
    Future<RestReply> send(RestRequest request);

    Future<QJsonObject> get(const QUrl &url);
    Future<QJsonObject> post(const QUrl &url, const QJsonObject &body);
    /// Sends a POST without side effects, which may be repeated.
    Future<QJsonObject> query(const QUrl &url, const QJsonObject &body);
    Future<QJsonObject> put(const QUrl &url, const QJsonObject &body);
    Future<QJsonObject> patch(const QUrl &url, const QJsonObject &body);
    /// Sends a DELETE. Returns the whole reply, because long-running operations use its headers.
    Future<RestReply> remove(const QUrl &url);

    /// Reads at most `limit` bytes of a growing file. The data is empty for status 416 and if the file ends before
    /// `offset`. A server that ignores ranges is Rejected unless `offset` is 0.
    Future<Chunk> getRange(const QUrl &url, qint64 offset, qint64 limit, const HttpHeaders &headers = {});
    /// Requests the size by HEAD; -1 if the server does not report it.
    Future<qint64> size(const QUrl &url);

private:
    bool trusts(const QUrl &url) const;
    Future<QJsonObject> sendJson(const QByteArray &method, const QUrl &url, const QJsonObject &body, bool repeatable);

    QNetworkAccessManager *m_network;
    std::shared_ptr<Credential> m_credential;
    std::shared_ptr<Reconnector> m_reconnector;
    RetryPolicy m_policy;
    std::optional<QSslConfiguration> m_tls;
    QString m_acceptedFingerprint;
    QList<QUrl> m_trusted;
    std::unique_ptr<QObject> m_scope; // owns pending requests
};

} // namespace Roost::Rest
