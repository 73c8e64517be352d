// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/response.h"

#include "models/wire/errors.h"

#include <QJsonDocument>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Http {

Response Response::json(const QJsonObject &object, int status)
{
    return jsonText(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response Response::jsonText(QByteArray text, int status)
{
    return bytes(std::move(text), "application/json; charset=utf-8", status);
}

Response Response::text(const QString &text, int status)
{
    return bytes(text.toUtf8(), "text/plain; charset=utf-8", status);
}

Response Response::html(const QByteArray &html, int status)
{
    return bytes(html, "text/html; charset=utf-8", status);
}

Response Response::bytes(QByteArray content, QByteArray contentType, int status)
{
    Response response;
    response.status = status;
    response.content = std::move(content);
    response.contentType = std::move(contentType);
    return response;
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::fromFile(const QString &path, QByteArray contentType)
{
    Response response;
    response.file = path;
    response.contentType = contentType.isEmpty() ? contentTypeOf(path) : std::move(contentType);
    return response;
}

Response Response::fromFile(std::shared_ptr<QFile> opened, const QString &name, QByteArray contentType)
{
    Response response = fromFile(name, std::move(contentType));
    response.opened = std::move(opened);
    return response;
}

Response &&Response::with(QByteArray name, QByteArray value) &&
{
    setHeader(std::move(name), std::move(value));
    return std::move(*this);
}

void Response::setHeader(QByteArray name, QByteArray value)
{
    headers.append({std::move(name), std::move(value)});
}

Response plainError(int status, const QByteArray &code, const QByteArray &mlflowCode, const QString &message)
{
    return Response::json(Wire::plainError(QString::fromLatin1(code), QString::fromLatin1(mlflowCode), message),
                          status);
}

QByteArray contentTypeOf(const QString &fileName)
{
    static constexpr std::array<std::pair<const char *, const char *>, 20> types{{
        {".txt", "text/plain; charset=utf-8"},
        {".log", "text/plain; charset=utf-8"},
        {".md", "text/plain; charset=utf-8"},
        {".py", "text/plain; charset=utf-8"},
        {".yaml", "text/plain; charset=utf-8"},
        {".yml", "text/plain; charset=utf-8"},
        {"MLmodel", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".json", "application/json"},
        {".html", "text/html; charset=utf-8"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},
        {".webp", "image/webp"},
        {".svg", "image/svg+xml"},
        {".pdf", "application/pdf"},
        {".zip", "application/zip"},
        {".gz", "application/gzip"},
        {".npz", "application/zip"},
    }};
    for (const auto &[suffix, type] : types) {
        if (fileName.endsWith(QLatin1StringView(suffix), Qt::CaseInsensitive))
            return type;
    }
    return "application/octet-stream";
}

} // namespace Roost::Service::Http
