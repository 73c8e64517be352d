// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <httplib.h>

#include <utility>

namespace Roost::Testing {

/// A simple blocking client of the service under test. Sends the token of the service unless the test sets another one.
class HttpClient
{
public:
    HttpClient(quint16 port, QByteArray token)
        : m_client("127.0.0.1", port)
        , m_token(std::move(token))
    {
        m_client.set_read_timeout(30);
        m_client.set_keep_alive(true);
        m_client.set_url_encode(false);
    }

    struct Reply
    {
        int status = -1;
        QByteArray body;
        httplib::Headers headers;
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        QString errorCode() const { return json().value(QStringLiteral("error_code")).toString(); }
        QByteArray header(const char *name) const
        {
            const auto at = headers.find(name);
            return at == headers.end() ? QByteArray() : QByteArray::fromStdString(at->second);
        }
    };

    Reply send(const char *method, const QByteArray &target, const QByteArray &body = {}, httplib::Headers headers = {})
    {
        httplib::Request request;
        request.method = method;
        request.path = target.toStdString();
        request.body = body.toStdString();
        request.headers = std::move(headers);
        if (!request.has_header("Authorization") && !m_token.isEmpty())
            request.set_header("Authorization", "Bearer " + m_token.toStdString());
        if (!body.isEmpty() && !request.has_header("Content-Type"))
            request.set_header("Content-Type", "application/json");
        const auto result = m_client.send(request);
        if (!result)
            return {};
        return {result->status, QByteArray::fromStdString(result->body), result->headers};
    }
    Reply get(const QByteArray &target, httplib::Headers headers = {})
    {
        return send("GET", target, {}, std::move(headers));
    }
    Reply post(const QByteArray &target, const QByteArray &json) { return send("POST", target, json); }

    httplib::Client &raw() { return m_client; }

private:
    httplib::Client m_client;
    QByteArray m_token;
};

} // namespace Roost::Testing
