// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/server.h"

#include "models/service/http/clientconnection.h"
#include "models/service/http/elasticqueue.h"
#include "models/service/http/listener.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <httplib.h>
#include <malloc.h>
#include <ranges>
#include <sys/socket.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace Roost::Service::Http {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;
/// After a body or a reply of this size, its memory is returned to the system at once.
constexpr qint64 bigBytes = 2 * 1024 * 1024;

bool isSame(const QByteArray &credential, const QByteArray &token)
{
    // Hashes of equal length are compared in full, so that the time of the comparison reveals nothing about the
    // token.
    const QByteArray a = QCryptographicHash::hash(credential, QCryptographicHash::Sha256);
    const QByteArray b = QCryptographicHash::hash(token, QCryptographicHash::Sha256);
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

bool isAllowed(const QByteArray &authorization, const QByteArray &token)
{
    if (token.isEmpty())
        return false;
    const qsizetype blank = authorization.indexOf(' ');
    if (blank < 0)
        return false;
    const QByteArray scheme = authorization.first(blank).toLower();
    const QByteArray rest = authorization.sliced(blank + 1).trimmed();
    // A run of azureml-core sends the token as the last part of a text shaped like a JSON Web Token.
    if (scheme == "bearer")
        return isSame(rest, token) || (rest.count('.') == 2 && isSame(rest.sliced(rest.lastIndexOf('.') + 1), token));
    if (scheme == "basic") {
        const QByteArray pair = QByteArray::fromBase64(rest);
        return isSame(pair.sliced(std::min(pair.size(), pair.indexOf(':') + 1)), token);
    }
    return false;
}

bool isThisMachine(QByteArrayView host)
{
    const qsizetype end = host.startsWith('[') ? host.indexOf(']') + 1 : host.indexOf(':');
    const QByteArrayView name = end > 0 ? host.first(end) : host;
    const QByteArrayView port = host.sliced(name.size());
    const bool isPort = port.isEmpty() || (port.startsWith(':') && std::ranges::all_of(port.sliced(1), [](char sign) {
                                               return sign >= '0' && sign <= '9';
                                           }));
    return isPort && (name == "127.0.0.1" || name == "[::1]" || name.compare("localhost", Qt::CaseInsensitive) == 0);
}

bool isForeignOrigin(const QByteArray &origin)
{
    if (origin.isEmpty())
        return false;
    const qsizetype at = origin.indexOf("://");
    return at < 0 || !isThisMachine(QByteArrayView(origin).sliced(at + 3));
}

std::optional<Response> refusal(const Request &request, const Router::Match &match, const ServerConfig &config)
{
    if (!isThisMachine(request.header("Host"))) {
        return plainError(403, "InvalidHost", "PERMISSION_DENIED",
                          u"Invalid Host header: the workspace service answers to 127.0.0.1 and localhost only."_s);
    }
    if (isForeignOrigin(request.header("Origin"))) {
        return plainError(403, "CrossOrigin", "PERMISSION_DENIED", u"Cross-origin request blocked."_s);
    }
    // A client may request the allowed methods before it sends the token; requests from other hosts and origins were
    // refused earlier.
    if (request.method == "OPTIONS")
        return Response::empty(204);
    if (match.access == Access::Open && match.handler)
        return {};
    if (config.needsToken && !isAllowed(request.header("Authorization"), config.token)) {
        auto response = plainError(401, "Unauthorized", "UNAUTHENTICATED",
                                   u"The request carries no valid token. Send `Authorization: Bearer TOKEN` with the "
                                   "token of the workspace's endpoint file; MLflow takes it as "
                                   "MLFLOW_TRACKING_TOKEN."_s);
        response.setHeader("WWW-Authenticate", "Basic realm=\"roost\", Bearer");
        return response;
    }
    if (!match.handler && match.otherMethod) {
        return plainError(405, "MethodNotAllowed", "BAD_REQUEST",
                          u"%1 is not possible here."_s.arg(QString::fromLatin1(request.method)));
    }
    if (!match.handler) {
        return plainError(404, "NotFound", "ENDPOINT_NOT_FOUND",
                          u"There is nothing at %1."_s.arg(QString::fromLatin1(request.path)));
    }
    return {};
}

Request requestFrom(const httplib::Request &from, const httplib::ContentReader *reader)
{
    Request request;
    request.method = QByteArray::fromStdString(from.method);
    const QByteArray target = QByteArray::fromStdString(from.target);
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    if (mark >= 0)
        request.queryText = target.sliced(mark + 1);
    request.query = decodeQuery(request.queryText);
    for (const auto &[name, value] : from.headers)
        request.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    request.setAbandoned(from.is_connection_closed);
    // The library decodes the encoding named in this header. The request object belongs to the library and was not
    // created const.
    request.setRaw([&from] { const_cast<httplib::Request &>(from).headers.erase("Content-Encoding"); });
    // Without either header there is no body, and the library would wait for the end of the connection.
    const bool hasBody = from.has_header("Content-Length") || from.has_header("Transfer-Encoding");
    if (reader && hasBody) {
        request.setSource([reader](const Request::Sink &sink) {
            return (*reader)(
                [&sink](const char *data, std::size_t size) { return sink(QByteArrayView(data, qsizetype(size))); });
        });
    }
    return request;
}

// A range applies to a file; any other reply, also an error, is sent whole. The library would cut every reply to the
// range, and a reply with an error status even without checking that the range ends within it. The request object
// belongs to the library and was not created const.
void forgetRanges(const httplib::Request &request)
{
    const_cast<httplib::Request &>(request).ranges.clear();
}

void sendFile(const Response &response, const httplib::Request &request, httplib::Response &to)
{
    const auto file = response.opened ? response.opened : std::make_shared<QFile>(response.file);
    if (!file->isOpen() && !file->open(QIODevice::ReadOnly)) {
        forgetRanges(request);
        const auto error = plainError(404, "NotFound", "RESOURCE_DOES_NOT_EXIST", u"The file is gone."_s);
        to.status = error.status;
        to.set_content(error.content.toStdString(), error.contentType.toStdString());
        return;
    }
    const qint64 size = file->size();
    to.set_header("Accept-Ranges", "bytes");
    if (!request.ranges.empty() && request.ranges.front().first >= size) {
        forgetRanges(request);
        to.status = 416;
        to.set_header("Content-Range", "bytes */" + std::to_string(size));
        return;
    }
    // At -1 the library sends 206 for a request with a range and 200 for one without.
    if (response.status != 200)
        to.status = response.status;
    const auto provide = [file](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
        if (!file->seek(qint64(offset)))
            return false;
        const QByteArray piece = file->read(std::min<qint64>(qint64(length), pieceBytes));
        return !piece.isEmpty() && sink.write(piece.constData(), std::size_t(piece.size()));
    };
    // The library sets the content type that is passed with a provider, but it does not call a provider for an empty
    // file.
    to.set_content_provider(std::size_t(size), response.contentType.toStdString(), provide);
}

void send(const Response &response, const httplib::Request &request, httplib::Response &to)
{
    for (const auto &[name, value] : response.headers)
        to.set_header(name.toStdString(), value.toStdString());
    to.set_header("X-Content-Type-Options", "nosniff");
    if (response.opened || !response.file.isEmpty()) {
        sendFile(response, request, to);
        return;
    }
    forgetRanges(request);
    to.status = response.status;
    if (response.content.isEmpty())
        return;
    // A provider instead of a string avoids a second copy, and compression for a client on the same machine.
    const QByteArray content = response.content;
    to.set_content_provider(std::size_t(content.size()), response.contentType.toStdString(),
                            [content](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
                                return sink.write(content.constData() + offset, length);
                            });
}

} // namespace

struct Server::Private
{
    Router router;
    ServerConfig config;
    Listener listener;
    std::thread thread;
    quint16 port = 0;
    std::atomic<int> answering = 0;
    std::atomic<qint64> lastRequest = now();

    Private(Router routes, ServerConfig settings)
        : router(std::move(routes))
        , config(std::move(settings))
        , listener([this](const httplib::Request &request) { return hasToken(request); }, config.headPatience)
    {
    }

    bool hasToken(const httplib::Request &request) const
    {
        return !config.needsToken ||
               isAllowed(QByteArray::fromStdString(request.get_header_value("Authorization")), config.token);
    }

    static qint64 now()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }

    Response answer(Request &request) const
    {
        const Router::Match match = router.find(request.method, request.path);
        if (auto refused = refusal(request, match, config))
            return std::move(*refused);
        const QString whyNot = config.whyNotNow ? config.whyNotNow(request) : QString();
        if (!whyNot.isEmpty())
            return plainError(409, "Conflict", "RESOURCE_CONFLICT", whyNot);
        request.captures = match.captures;
        try {
            return (*match.handler)(request);
        } catch (const std::exception &problem) {
            return plainError(
                500, "InternalError", "INTERNAL_ERROR",
                u"The workspace service failed on this request: %1."_s.arg(QString::fromUtf8(problem.what())));
        }
    }

    void handle(const httplib::Request &from, httplib::Response &to, const httplib::ContentReader *reader)
    {
        ++answering;
        lastRequest = now();
        if (reader && from.is_multipart_form_data()) {
            to.status = 415;
            to.set_header("Connection", "close");
        } else if (from.target.size() > ClientConnection::longestTarget) {
            send(plainError(414, "UriTooLong", "INVALID_PARAMETER_VALUE",
                            u"The address of the request is longer than %1 KB; send less in it, or in several "
                            "requests."_s.arg(ClientConnection::longestTarget / 1024))
                     .with("Connection", "close"),
                 from, to);
        } else {
            Request request = requestFrom(from, reader);
            const Response response = answer(request);
            // The rest of the refused request would be taken for the next request.
            if (!request.bodyIsRead())
                static_cast<void>(request.receive([](QByteArrayView) { return true; }));
            send(response, from, to);
            // The values of a large JSON text are many small blocks, which the C library keeps in an arena of each
            // thread until it is trimmed.
            if (request.bytesInMemory() + response.content.size() > bigBytes)
                ::malloc_trim(0);
        }
        lastRequest = now();
        --answering;
    }

    void prepare()
    {
        const auto plain = [this](const httplib::Request &from, httplib::Response &to) { handle(from, to, nullptr); };
        const auto reading = [this](const httplib::Request &from, httplib::Response &to,
                                    const httplib::ContentReader &reader) { handle(from, to, &reader); };
        const char *all = "[\\s\\S]*"; // a name may contain line breaks, which '.' does not match
        listener.Get(all, plain);
        listener.Options(all, plain);
        listener.Post(all, reading);
        listener.Put(all, reading);
        listener.Patch(all, reading);
        listener.Delete(all, reading);
        listener.Delete(all, plain);
        listener.new_task_queue = [this] {
            ElasticQueue::Settings settings;
            settings.mostThreads = std::size_t(config.mostConnections);
            settings.makeRoom = [this] { listener.makeRoom(); };
            return new ElasticQueue(std::move(settings));
        };
        // The library's default would let two services share a port.
        listener.set_socket_options([](socket_t socket) {
            const int on = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        });
        listener.set_tcp_nodelay(true);
        listener.set_keep_alive_max_count(1'000'000);
    }
};

Server::Server(Router router, ServerConfig config)
    : d(std::make_unique<Private>(std::move(router), std::move(config)))
{
    d->prepare();
}

Server::~Server()
{
    stop();
}

Result<quint16> Server::start()
{
    const std::string host = "127.0.0.1";
    const int port = d->config.port == 0                              ? d->listener.bind_to_any_port(host)
                     : d->listener.bind_to_port(host, d->config.port) ? int(d->config.port)
                                                                      : -1;
    if (port <= 0) {
        return failure(
            ErrorKind::Failed,
            d->config.port == 0
                ? u"No port of 127.0.0.1 could be opened for the workspace service."_s
                : u"Port %1 of 127.0.0.1 is in use by another program; take another port, or let one be chosen."_s.arg(
                      d->config.port));
    }
    d->port = quint16(port);
    d->listener.widenBacklog();
    d->thread = std::thread([this] { d->listener.listen_after_bind(); });
    d->listener.wait_until_ready();
    return d->port;
}

void Server::stop()
{
    if (!d->thread.joinable())
        return;
    d->listener.stop();
    d->listener.hangUp();
    d->thread.join();
}

quint16 Server::port() const
{
    return d->port;
}

std::chrono::milliseconds Server::idle() const
{
    if (d->answering > 0)
        return std::chrono::milliseconds::zero();
    return std::chrono::milliseconds(Private::now() - d->lastRequest);
}

} // namespace Roost::Service::Http
