// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/request.h"

#include "models/files/filename.h"

#include <QJsonDocument>

#include <algorithm>

namespace Roost::Service::Http {

namespace {
constexpr qsizetype spareBytes = 64;
}

QString Request::parameter(QStringView key) const
{
    for (const auto &[name, value] : query) {
        if (name == key)
            return value;
    }
    return {};
}

bool Request::hasParameter(QStringView key) const
{
    return std::ranges::any_of(query, [key](const auto &pair) { return pair.first == key; });
}

QStringList Request::parameters(QStringView key) const
{
    QStringList values;
    for (const auto &[name, value] : query) {
        if (name == key)
            values.append(value);
    }
    return values;
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString Request::origin() const
{
    return QStringLiteral("http://") + QString::fromLatin1(header("Host"));
}

Result<QByteArray> Request::body(qint64 limit)
{
    QByteArray all;
    bool tooMuch = false;
    const QByteArray announced = header("Content-Length");
    if (!announced.isEmpty() && announced.toLongLong() <= limit)
        all.reserve(announced.toLongLong() + spareBytes);
    // Bytes beyond the limit are read and dropped; otherwise they would be taken for the next request.
    const auto got = receiveUnpacked([&](QByteArrayView piece) {
        tooMuch = tooMuch || all.size() + piece.size() > limit;
        if (!tooMuch)
            all.append(piece);
        return true;
    });
    m_inMemory = all.size();
    if (!got)
        return std::unexpected(got.error());
    if (tooMuch) {
        return failure(ErrorKind::Rejected,
                       QStringLiteral("The body of the request is larger than %1 MB.").arg(limit / (1024 * 1024)));
    }
    all.reserve(all.size() + spareBytes);
    return all;
}

Result<QJsonObject> Request::json(qint64 limit)
{
    const auto bytes = body(limit);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject()) {
        return failure(ErrorKind::Rejected, QStringLiteral("The body of the request is no JSON object: %1 at byte %2.")
                                                .arg(problem.error == QJsonParseError::NoError
                                                         ? QStringLiteral("something else stands there")
                                                         : problem.errorString())
                                                .arg(problem.offset));
    }
    return document.object();
}

Result<qint64> Request::receive(const Sink &sink)
{
    if (m_raw && !m_read)
        m_raw();
    return receiveUnpacked(sink);
}

Result<qint64> Request::receiveUnpacked(const Sink &sink)
{
    if (m_read)
        return failure(ErrorKind::Failed, QStringLiteral("The body of the request was read already."));
    m_read = true;
    if (!m_source)
        return 0;
    qint64 size = 0;
    bool refused = false;
    // Refused bytes are read and dropped; otherwise they would be taken for the next request.
    const bool whole = m_source([&](QByteArrayView piece) {
        size += piece.size();
        refused = refused || !sink(piece);
        return true;
    });
    if (refused)
        return failure(ErrorKind::Failed, QStringLiteral("The body of the request could not be stored."));
    if (!whole)
        return failure(ErrorKind::Unreachable, QStringLiteral("The client stopped sending after %1 bytes.").arg(size));
    return size;
}

QString decodeSegment(QByteArrayView encoded)
{
    return Files::textOfInput(QByteArray::fromPercentEncoding(encoded.toByteArray()));
}

QList<std::pair<QString, QString>> decodeQuery(QByteArrayView encoded)
{
    QList<std::pair<QString, QString>> pairs;
    const QList<QByteArray> parts = encoded.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        QByteArray plain = part;
        plain.replace('+', ' ');
        const qsizetype at = plain.indexOf('=');
        const QByteArrayView key = at < 0 ? QByteArrayView(plain) : QByteArrayView(plain).first(at);
        const QByteArrayView value = at < 0 ? QByteArrayView() : QByteArrayView(plain).sliced(at + 1);
        pairs.append({decodeSegment(key), decodeSegment(value)});
    }
    return pairs;
}

} // namespace Roost::Service::Http
