// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/trackingapi.h"

#include "models/core/words.h"

#include <optional>

namespace Roost::Importers {

using namespace Rest;
using namespace Qt::StringLiterals;

namespace {

// A server may hash or move a large file before it answers.
constexpr int transferSilenceMs = 300000;
constexpr auto artifactScheme = "mlflow-artifacts:"_L1;

// Returns the path in a URI of MLflow's artifact proxy: mlflow-artifacts:/1/2/artifacts, with or without a host.
std::optional<QString> proxiedPath(const QString &root)
{
    if (!root.startsWith(artifactScheme))
        return std::nullopt;
    QString path = root.sliced(artifactScheme.size());
    if (path.startsWith("//"_L1))
        path = path.sliced(2).section(u'/', 1);
    while (path.startsWith(u'/'))
        path.removeFirst();
    return path;
}

} // namespace

TrackingApi::TrackingApi(QNetworkAccessManager *network, const TrackingServer &server, const Stop &stop)
    : m_client(network, server.credential)
    , m_base(server.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash))
    , m_stop(stop)
{
    m_client.trust(m_base);
}

template <typename T>
Result<T> TrackingApi::await(const Future<T> &future)
{
    const auto stopped = [] { return failure(ErrorKind::Failed, Words::tr("The work was stopped.")); };
    if (m_stop.isRequested())
        return stopped();
    QEventLoop loop;
    std::optional<Result<T>> got;
    QObject::connect(&m_stop, &Stop::requested, &loop, &QEventLoop::quit);
    PendingReply<T> pending;
    pending.watch(future, [&](Result<T> result) {
        got = std::move(result);
        loop.quit();
    });
    loop.exec();
    return got ? std::move(*got) : stopped();
}

QUrl TrackingApi::apiUrl(const QString &below, const Query &query) const
{
    return urlBelow(m_base, u"api/2.0/mlflow/"_s + below, query);
}

QUrl TrackingApi::plainUrl(const QString &below, const Query &query) const
{
    return urlBelow(m_base, below, query);
}

Result<QJsonObject> TrackingApi::get(const QString &below, const Query &query)
{
    return await(m_client.get(apiUrl(below, query)));
}

Result<void> TrackingApi::getEach(const QString &below, const Query &query, Wire::MlflowList list,
                                  const std::function<Result<void>(const QJsonObject &item)> &visit)
{
    return readPages([&](const QString &token) -> Result<QString> {
        const auto reply = get(below, token.isEmpty() ? query : query + Query{{u"page_token"_s, token}});
        if (!reply)
            return std::unexpected(reply.error());
        const auto page = Wire::mlflowPageFrom(*reply, list);
        for (const QJsonObject &item : page.items) {
            if (const auto visited = visit(item); !visited)
                return std::unexpected(visited.error());
        }
        return page.next;
    });
}

Result<QJsonObject> TrackingApi::post(const QString &below, const QJsonObject &body)
{
    return await(m_client.post(apiUrl(below), body));
}

Result<QJsonObject> TrackingApi::query(const QString &below, const QJsonObject &body)
{
    return await(m_client.query(apiUrl(below), body));
}

Result<QJsonObject> TrackingApi::patch(const QString &below, const QJsonObject &body)
{
    return await(m_client.patch(apiUrl(below), body));
}

Result<void> TrackingApi::postText(const QString &below, const QByteArray &body)
{
    RestRequest request;
    request.method = "POST";
    request.url = apiUrl(below);
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}};
    request.repeatable = true;
    return await(m_client.send(std::move(request))).transform([](const RestReply &) {});
}

Result<void> TrackingApi::remove(const QString &below)
{
    return await(m_client.remove(apiUrl(below))).transform([](const RestReply &) {});
}

Result<void> TrackingApi::upload(const QString &root, const QString &path, const QString &file)
{
    const auto below = proxiedPath(root);
    if (!below) {
        return failure(
            ErrorKind::Rejected,
            Words::tr("The server stores its artifacts at %1 and does not accept files itself. Start it with "
                      "--serve-artifacts.")
                .arg(root));
    }
    RestRequest request;
    request.method = "PUT";
    request.url = plainUrl(u"api/2.0/mlflow-artifacts/artifacts/"_s + encodedPath(*below + u'/' + path));
    request.bodyFile = file;
    request.silenceMs = transferSilenceMs;
    return await(m_client.send(std::move(request))).transform([](const RestReply &) {});
}

Result<void> TrackingApi::download(const QUrl &url, const QString &file)
{
    RestRequest request;
    request.url = url;
    request.replyFile = file;
    request.silenceMs = transferSilenceMs;
    request.headers = {{"Accept-Encoding", "identity"}};
    return await(m_client.send(std::move(request))).transform([](const RestReply &) {});
}

Result<void> readPages(const std::function<Result<QString>(const QString &token)> &read)
{
    QString token;
    while (true) {
        const auto next = read(token);
        if (!next)
            return std::unexpected(next.error());
        if (next->isEmpty() || *next == token)
            return {};
        token = *next;
    }
}

} // namespace Roost::Importers
