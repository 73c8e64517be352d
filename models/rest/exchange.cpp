// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/exchange.h"

#include "models/core/wholewrite.h"
#include "models/core/words.h"
#include "models/rest/oncebody.h"
#include "models/rest/recipient.h"
#include "models/wire/errors.h"
#include "models/wire/httptime.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

namespace {

bool isSigned(const QUrl &url)
{
    const auto query = url.query();
    return query.startsWith("sig="_L1) || query.contains("&sig="_L1);
}

// Returns the delay of a Retry-After header in seconds or as an HTTP date; -1 if there is none.
int retryAfterMs(const QNetworkReply &reply)
{
    const auto value = reply.rawHeader("Retry-After").trimmed();
    if (value.isEmpty())
        return -1;
    bool ok = false;
    if (const auto seconds = value.toInt(&ok); ok)
        return std::clamp(seconds, 0, 86400) * 1000;
    const QDateTime date = Wire::timeFromHttp(value);
    return date.isValid() ? int(std::clamp<qint64>(QDateTime::currentDateTimeUtc().msecsTo(date), 0, 86400000)) : -1;
}

bool neverArrived(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError;
}

bool isTls(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::SslHandshakeFailedError;
}

// Returns the IDs for support. Support needs the first header; the second accompanies it, and is the only one if the
// resource manager is not involved.
QString correlationOf(const QNetworkReply &reply)
{
    for (const char *name : {"x-ms-correlation-request-id", "x-ms-request-id"}) {
        if (const auto id = reply.rawHeader(name); !id.isEmpty())
            return QString::fromLatin1(id);
    }
    return {};
}

} // namespace

Exchange::Exchange(RestRequest request, Tools tools, Promise<RestReply> promise, QObject *owner)
    : QObject(owner)
    , m_request(std::move(request))
    , m_tools(std::move(tools))
    , m_promise(std::move(promise))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_request.silenceMs);
    m_connecting.setSingleShot(true);
    m_connecting.setInterval(m_tools.policy.connectMs);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        onBroken(QNetworkReply::TimeoutError, Words::tr("no answer within %1 s").arg(m_request.silenceMs / 1000.0));
    });
    connect(&m_connecting, &QTimer::timeout, this, [this] {
        onBroken(QNetworkReply::TimeoutError,
                 Words::tr("no connection within %1 s").arg(m_tools.policy.connectMs / 1000.0));
    });
    m_promise.onCancel([exchange = QPointer<Exchange>(this)] {
        if (exchange) {
            exchange->m_hasEnded = true;
            exchange->dropReply();
            exchange->deleteLater();
        }
    });
}

Exchange::~Exchange()
{
    dropReply();
}

void Exchange::start()
{
    if (m_promise.isCanceled()) {
        deleteLater();
        return;
    }
    authorize();
}

void Exchange::authorize()
{
    // A signed URL needs no token, and its host must not receive one.
    const bool wanted = m_tools.credential && !isSigned(m_request.url) && m_tools.trusts(m_request.url);
    if (!wanted)
        return attempt({});
    m_token.watch(m_tools.credential->token(), [this](Result<QByteArray> token) {
        if (!token)
            return end(std::unexpected(token.error()));
        attempt(*token);
    });
}

void Exchange::attempt(const QByteArray &token)
{
    if (!m_tools.network)
        return end(
            failure(ErrorKind::Failed, Words::tr("The program is closing its connections."), m_request.describe()));
    ++m_attempts;
    m_received.clear();
    // Resolved here, because the service may have been found at another address while the token was requested.
    QNetworkRequest request(m_tools.reconnector ? m_tools.reconnector->current(m_request.url) : m_request.url);
    if (const auto why = whyNotTo(request.url(), token)) {
        const bool isElsewhere = why->kind == ErrorKind::Denied && m_tools.reconnector && !m_hasReconnected;
        return isElsewhere ? reconnect() : end(std::unexpected(*why));
    }
    if (!m_request.replyFile.isEmpty() && !openReplyFile())
        return;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Roost");
    if (m_tools.tls)
        request.setSslConfiguration(*m_tools.tls);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", m_tools.credential->scheme() + ' ' + token);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    m_reply = sendNow(request, isPlainLoopback(request.url()) && hasSecret(request.url(), token));
    if (m_reply)
        watch();
}

bool Exchange::hasSecret(const QUrl &url, const QByteArray &token) const
{
    return !token.isEmpty() || isSigned(url) || std::ranges::any_of(m_request.headers, [](const auto &header) {
        return header.first.compare("Authorization", Qt::CaseInsensitive) == 0;
    });
}

std::optional<Error> Exchange::whyNotTo(const QUrl &url, const QByteArray &token) const
{
    if (!token.isEmpty() && isPlainElsewhere(url) && !m_tools.credential->mayTravelInPlain()) {
        return Error{
            ErrorKind::Rejected,
            Words::tr("The token or password for %1 would be sent over plain http, where others can read it, "
                      "so it was not sent. Use https, or allow it (the window asks; roostctl takes --plain-http).")
                .arg(url.host()),
            {}};
    }
    return hasSecret(url, token) ? whyNoSecretTo(url) : std::nullopt;
}

QNetworkReply *Exchange::sendNow(QNetworkRequest request, bool once)
{
    const QByteArray &method = m_request.method;
    if (method == "HEAD")
        return m_tools.network->head(request);
    if (method == "GET" && !once)
        return m_tools.network->get(request);
    QIODevice *body = openBody(once);
    if (!body)
        return nullptr;
    request.setHeader(QNetworkRequest::ContentLengthHeader, body->size());
    return method == "GET" ? m_tools.network->get(request, body)
                           : m_tools.network->sendCustomRequest(request, method, body);
}

// Returns null if the file cannot be read, which ends the exchange.
QIODevice *Exchange::openBody(bool once)
{
    if (m_request.bodyFile.isEmpty()) {
        if (once)
            return m_onceBody = new OnceBody(m_request.body, this);
        m_buffer.close();
        m_buffer.setData(m_request.body);
        m_buffer.open(QIODevice::ReadOnly);
        return &m_buffer;
    }
    m_file.close();
    m_file.setFileName(m_request.bodyFile);
    if (!m_file.open(QIODevice::ReadOnly)) {
        end(failure(ErrorKind::Failed,
                    Words::tr("%1 could not be read: %2.").arg(m_request.bodyFile, m_file.errorString())));
        return nullptr;
    }
    if (once)
        return m_onceBody = new OnceBody(&m_file, this);
    return &m_file;
}

void Exchange::watch()
{
    auto *reply = m_reply.data();
    const auto alive = [this] {
        m_connecting.stop();
        m_silence.start();
    };
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_connecting.start(); });
    connect(reply, &QNetworkReply::requestSent, this, alive);
    connect(reply, &QNetworkReply::metaDataChanged, this, alive);
    connect(reply, &QNetworkReply::uploadProgress, this, [this, alive](qint64 done, qint64) {
        alive();
        if (m_request.sent)
            m_request.sent(done);
    });
    connect(reply, &QIODevice::readyRead, this, [this, alive] {
        alive();
        onReadable();
    });
    connect(reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    acceptFingerprint(reply, m_tools.acceptedFingerprint);
    m_silence.start();
}

bool Exchange::openReplyFile()
{
    m_saved.close();
    m_saved.setFileName(m_request.replyFile);
    if (m_saved.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return true;
    endUnsaved();
    return false;
}

void Exchange::endUnsaved()
{
    end(failure(ErrorKind::Failed,
                Words::tr("%1 could not be written: %2.").arg(m_request.replyFile, m_saved.errorString())));
}

bool Exchange::isSaved() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return !m_request.replyFile.isEmpty() && status >= 200 && status < 300;
}

void Exchange::save()
{
    if (!writeWhole(m_saved, m_reply->readAll()))
        endUnsaved();
}

void Exchange::onReadable()
{
    if (isSaved())
        return save();
    // Reading one byte more than allowed distinguishes a longer body from one that ends at the limit.
    const auto room = m_request.limit + 1 - m_received.size();
    m_received += m_reply->read(std::max<qint64>(room, 0));
    if (m_received.size() <= m_request.limit)
        return;
    if (m_request.cut) {
        m_received.truncate(m_request.limit);
        onFinished();
        return;
    }
    end(failure(ErrorKind::Unreadable, Words::tr("The answer is longer than %1 MB.").arg(m_request.limit / 1'000'000),
                m_request.describe()));
}

void Exchange::onFinished()
{
    if (m_hasEnded || !m_reply)
        return;
    m_silence.stop();
    m_connecting.stop();
    if (m_received.size() < m_request.limit)
        onReadable();
    if (m_hasEnded || !m_reply)
        return;
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    // Error codes from 200 on describe statuses; lower codes mean that the connection failed.
    const bool broken = status == 0 || (error != QNetworkReply::NoError && error < 200 &&
                                        error != QNetworkReply::OperationCanceledError);
    if (error == QNetworkReply::ContentReSendError)
        return onBroken(error, Words::tr("it closed the connection before it answered"));
    if (broken)
        return onBroken(error, m_reply->errorString());
    onStatus(status);
}

void Exchange::onStatus(int status)
{
    if (isSaved() && !flushWhole(m_saved))
        return endUnsaved();
    if ((status >= 200 && status < 300) || m_request.accept.contains(status)) {
        RestReply answer{status, {}, m_received};
        for (const auto &[name, value] : m_reply->rawHeaderPairs())
            answer.headers.emplaceBack(name, value);
        return end(std::move(answer));
    }
    auto error = Wire::errorFromReply(status, m_received, correlationOf(*m_reply));
    error.detail.prepend(m_request.describe() + u'\n');
    const bool hadToken = m_reply->request().hasRawHeader("Authorization");
    if (status == 401 && hadToken && !m_hasNewToken) {
        m_hasNewToken = true;
        m_tools.credential->forget();
        dropReply();
        return authorize();
    }
    // The server does not process a request that it rejects with 429, so any request may be repeated then.
    if (error.mayPass() && (m_request.mayRepeat() || status == 429) && mayTryAgain()) {
        const auto wished = retryAfterMs(*m_reply);
        if (wished <= m_tools.policy.longestDelayMs)
            return repeatAfter(wished >= 0 ? wished : delay());
    }
    end(std::unexpected(std::move(error)));
}

void Exchange::onBroken(QNetworkReply::NetworkError error, const QString &words)
{
    if (m_hasEnded)
        return;
    m_silence.stop();
    m_connecting.stop();
    const auto address =
        m_request.url.host() + (m_request.url.port() > 0 ? u":%1"_s.arg(m_request.url.port()) : QString());
    Error why{ErrorKind::Unreachable, Words::tr("%1 does not answer: %2.").arg(address, words), m_request.describe()};
    if (isTls(error)) {
        why.kind = ErrorKind::Denied;
        why.text = Words::tr("No trusted connection to %1: %2.").arg(address, words);
        return end(std::unexpected(std::move(why)));
    }
    if (error == QNetworkReply::ProtocolUnknownError || error == QNetworkReply::ProtocolFailure) {
        why.kind = ErrorKind::Rejected;
        why.text =
            Words::tr("Requests cannot be sent to %1: %2.").arg(m_request.url.toString(QUrl::RemoveQuery), words);
        return end(std::unexpected(std::move(why)));
    }
    dropReply();
    // A request that never reached the service may always be repeated.
    const bool mayRepeat = m_request.mayRepeat() || neverArrived(error);
    if (mayRepeat && m_tools.reconnector && !m_hasReconnected)
        return reconnect();
    if (mayRepeat && mayTryAgain())
        return repeatAfter(delay());
    end(std::unexpected(std::move(why)));
}

void Exchange::reconnect()
{
    m_hasReconnected = true;
    m_reconnecting.watch(m_tools.reconnector->reconnect(), [this](const Result<void> &found) {
        if (!found)
            return end(std::unexpected(found.error()));
        authorize();
    });
}

void Exchange::repeatAfter(int delayMs)
{
    dropReply();
    QTimer::singleShot(delayMs, this, [this] {
        if (!m_hasEnded)
            authorize();
    });
}

bool Exchange::mayTryAgain() const
{
    return m_attempts <= m_tools.policy.retries;
}

int Exchange::delay() const
{
    const auto doubled = qint64(m_tools.policy.firstDelayMs) << std::clamp(m_attempts - 1, 0, 16);
    return int(std::min<qint64>(doubled, m_tools.policy.longestDelayMs));
}

void Exchange::dropReply()
{
    m_silence.stop();
    m_connecting.stop();
    m_token.cancel();
    m_reconnecting.cancel();
    if (m_onceBody)
        m_onceBody->deleteLater();
    m_onceBody.clear();
    if (!m_reply)
        return;
    auto *reply = m_reply.data();
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void Exchange::end(Result<RestReply> result)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    dropReply();
    m_promise.resolve(std::move(result));
    deleteLater();
}

} // namespace Roost::Rest
