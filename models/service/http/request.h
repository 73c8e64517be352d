// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>

namespace Roost::Service::Http {

/// A request as passed to a handler, on the server's thread of this connection. Header names are matched
/// case-insensitively. Path and query are percent-decoded once.
class Request
{
public:
    using Header = std::pair<QByteArray, QByteArray>;
    using Sink = std::function<bool(QByteArrayView)>;

    QByteArray method;    // "GET", "PUT" ...
    QByteArray path;      // as received, still encoded, without the query
    QByteArray queryText; // as received, still encoded
    QList<std::pair<QString, QString>> query;
    QList<Header> headers;
    QHash<QString, QString> captures;

    /// Returns the value of `{name}` in the route's pattern.
    QString capture(QStringView name) const { return captures.value(name.toString()); }
    /// Returns the first value of a query key; empty if the key is absent.
    QString parameter(QStringView key) const;
    bool hasParameter(QStringView key) const;
    /// Returns all values of a key that may be repeated.
    QStringList parameters(QStringView key) const;
    QByteArray header(QByteArrayView name) const;
    /// Returns the address that the client uses for this server, for absolute URLs in replies: "http://127.0.0.1:4711".
    QString origin() const;

    /// Reads the whole body into memory, once. Rejected if it is longer than `limit` bytes, Unreachable if the client
    /// stopped sending. The array has 64 spare bytes after its end, which JSON parsers require.
    Result<QByteArray> body(qint64 limit = 64 * 1024 * 1024);
    /// Reads the body as a JSON object; an empty body is an empty object.
    Result<QJsonObject> json(qint64 limit = 64 * 1024 * 1024);
    /// Passes the body of a file to `sink` as it arrives, in pieces of some kilobytes and without decoding any
    /// Content-Encoding. Returns the number of bytes. If the sink returns false, the result is Failed.
    Result<qint64> receive(const Sink &sink);

    /// Returns whether the client has disconnected; for handlers that wait.
    bool isAbandoned() const { return m_abandoned && m_abandoned(); }

    /// For the server and for tests: sets the source of the body, and the function that reports the state of the
    /// connection. Without a source the body is empty.
    void setSource(std::function<bool(const Sink &)> source) { m_source = std::move(source); }
    /// Sets the function that makes the source return the bytes as they were sent.
    void setRaw(std::function<void()> raw) { m_raw = std::move(raw); }
    void setAbandoned(std::function<bool()> abandoned) { m_abandoned = std::move(abandoned); }
    bool bodyIsRead() const { return m_read; }
    /// Returns the number of bytes that `body` or `json` held in memory at once.
    qint64 bytesInMemory() const { return m_inMemory; }

private:
    Result<qint64> receiveUnpacked(const Sink &sink);

    std::function<bool(const Sink &)> m_source;
    std::function<void()> m_raw;
    std::function<bool()> m_abandoned;
    bool m_read = false;
    qint64 m_inMemory = 0;
};

/// Percent-decodes one path segment; a '+' is not changed. Bytes that are not UTF-8 become the characters of
/// filename.h.
QString decodeSegment(QByteArrayView encoded);
/// Decodes "a=1&b=%20" into pairs, in order; '+' is decoded to a space.
QList<std::pair<QString, QString>> decodeQuery(QByteArrayView encoded);

} // namespace Roost::Service::Http
