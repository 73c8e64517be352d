// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restclient.h"

#include "models/core/words.h"
#include "models/wire/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

namespace {

QString origin(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host().toLower()).arg(url.port(usual));
}

Result<QJsonObject> objectIn(const RestReply &reply)
{
    return Wire::parseObject(reply.body);
}

QByteArray rawMd5(const RestReply &reply)
{
    // The hash of the whole blob; Content-MD5 of a 206 is the hash of the range.
    auto text = reply.header("x-ms-blob-content-md5");
    if (text.isEmpty() && reply.status == 200)
        text = reply.header("Content-MD5");
    const auto raw = QByteArray::fromBase64(text);
    return raw.size() == 16 ? raw : QByteArray();
}

Result<Chunk> chunkFrom(const RestReply &reply, qint64 offset, qint64 limit)
{
    Chunk chunk;
    chunk.offset = offset;
    chunk.etag = QString::fromLatin1(reply.header("ETag"));
    chunk.md5 = rawMd5(reply);
    chunk.size = sizeFromContentRange(reply.header("Content-Range"));
    if (reply.status == 416)
        return chunk;
    if (reply.status == 206) {
        chunk.data = reply.body.first(std::min<qsizetype>(reply.body.size(), limit));
        return chunk;
    }
    // Status 200: the server ignored the range, so the body begins at the start of the file.
    chunk.size = reply.number("Content-Length");
    if (offset == 0) {
        chunk.data = reply.body.first(std::min<qsizetype>(reply.body.size(), limit));
        return chunk;
    }
    if (chunk.size >= 0 && chunk.size <= offset)
        return chunk;
    return failure(ErrorKind::Rejected,
                   Words::tr("The server does not give parts of files (it ignored the Range header)."));
}

} // namespace

RestClient::RestClient(QNetworkAccessManager *network, std::shared_ptr<Credential> credential)
    : m_network(network)
    , m_credential(std::move(credential))
    , m_scope(std::make_unique<QObject>())
{
}

void RestClient::trust(const QUrl &url)
{
    m_trusted.append(url);
}

Result<void> RestClient::setTls(const TlsOptions &options)
{
    m_acceptedFingerprint = options.acceptedFingerprint;
    if (options.caFile.isEmpty() && options.clientCertificateFile.isEmpty())
        return {};
    auto configuration = sslConfigurationFrom(options);
    if (!configuration)
        return std::unexpected(configuration.error());
    m_tls = std::move(*configuration);
    return {};
}

bool RestClient::trusts(const QUrl &url) const
{
    return std::ranges::any_of(m_trusted, [&](const QUrl &one) {
        return origin(one) == origin(url) || (m_reconnector && origin(m_reconnector->current(one)) == origin(url));
    });
}

Future<RestReply> RestClient::send(RestRequest request)
{
    Promise<RestReply> promise;
    Exchange::Tools tools{m_network, m_credential, m_reconnector, {}, m_policy, m_tls, m_acceptedFingerprint};
    // A copy of the set would miss later calls of trust(). `this` is valid: the scope of this client owns the exchange.
    tools.trusts = [this](const QUrl &url) { return trusts(url); };
    auto *exchange = new Exchange(std::move(request), std::move(tools), promise, m_scope.get());
    exchange->start();
    return promise.future();
}

Future<QJsonObject> RestClient::sendJson(const QByteArray &method, const QUrl &url, const QJsonObject &body,
                                         bool repeatable)
{
    RestRequest request;
    request.method = method;
    request.url = url;
    request.repeatable = repeatable;
    request.headers.emplaceBack("Accept", "application/json");
    if (method != "GET") {
        request.body = Wire::print(body);
        request.headers.emplaceBack("Content-Type", "application/json");
    }
    return transform(send(std::move(request)), objectIn);
}

Future<QJsonObject> RestClient::get(const QUrl &url)
{
    return sendJson("GET", url, {}, true);
}

Future<QJsonObject> RestClient::post(const QUrl &url, const QJsonObject &body)
{
    return sendJson("POST", url, body, false);
}

Future<QJsonObject> RestClient::query(const QUrl &url, const QJsonObject &body)
{
    return sendJson("POST", url, body, true);
}

Future<QJsonObject> RestClient::put(const QUrl &url, const QJsonObject &body)
{
    return sendJson("PUT", url, body, true);
}

Future<QJsonObject> RestClient::patch(const QUrl &url, const QJsonObject &body)
{
    return sendJson("PATCH", url, body, false);
}

Future<RestReply> RestClient::remove(const QUrl &url)
{
    RestRequest request;
    request.method = "DELETE";
    request.url = url;
    return send(std::move(request));
}

Future<Chunk> RestClient::getRange(const QUrl &url, qint64 offset, qint64 limit, const HttpHeaders &headers)
{
    if (limit <= 0)
        return readyFuture<Chunk>(Chunk{{}, offset, -1, {}, {}});
    RestRequest request;
    request.url = url;
    request.accept = {416};
    request.limit = limit;
    request.cut = true;
    // A range of a compressed body would contain other bytes.
    request.headers = {{"Range", "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + limit - 1)},
                       {"Accept-Encoding", "identity"}};
    request.headers += headers;
    return transform(send(std::move(request)),
                     [offset, limit](const RestReply &reply) { return chunkFrom(reply, offset, limit); });
}

Future<qint64> RestClient::size(const QUrl &url)
{
    RestRequest request;
    request.method = "HEAD";
    request.url = url;
    request.headers = {{"Accept-Encoding", "identity"}};
    return transform(send(std::move(request)),
                     [](const RestReply &reply) -> Result<qint64> { return reply.number("Content-Length"); });
}

} // namespace Roost::Rest
