// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace Roost::Service::Http {

/// The reply of a handler. Files are streamed from disk and support Range requests (206, 416).
struct Response
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray contentType;
    QByteArray content;
    /// A file to send instead of `content`, up to its size at the start of the reply: `opened` if it is set, otherwise
    /// the file at the path `file`.
    QString file;
    std::shared_ptr<QFile> opened;

    static Response json(const QJsonObject &object, int status = 200);
    /// Returns a reply with `text`, which is already JSON.
    static Response jsonText(QByteArray text, int status = 200);
    static Response text(const QString &text, int status = 200);
    static Response html(const QByteArray &html, int status = 200);
    static Response bytes(QByteArray content, QByteArray contentType, int status = 200);
    /// Returns a reply with an empty body: 202, 204 ...
    static Response empty(int status);
    /// Returns a reply with a file. The content type is derived from the name if none is given.
    static Response fromFile(const QString &path, QByteArray contentType = {});
    /// Returns a reply with a file that is already open; `name` determines only the content type.
    static Response fromFile(std::shared_ptr<QFile> opened, const QString &name, QByteArray contentType = {});

    Response &&with(QByteArray name, QByteArray value) &&;
    void setHeader(QByteArray name, QByteArray value);
};

/// Returns an error reply that clients of both protocols understand, for requests that belong to neither: unknown
/// paths, refused tokens. Its body is Wire::plainError().
Response plainError(int status, const QByteArray &code, const QByteArray &mlflowCode, const QString &message);

/// Derives the content type from the suffix of the name alone; "application/octet-stream" if it is unknown.
QByteArray contentTypeOf(const QString &fileName);

} // namespace Roost::Service::Http
