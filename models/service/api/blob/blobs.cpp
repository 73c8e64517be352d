// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobs.h"

#include "models/core/wholematch.h"
#include "models/service/api/blob/bloberror.h"
#include "models/service/api/blob/bloblist.h"
#include "models/service/store/tracking/runstore.h"
#include "models/wire/azureml/ids.h"
#include "models/wire/httptime.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

using namespace Http;
using namespace Store;
using Wire::ApiError;
using Wire::valueOf;

namespace {

constexpr int signedForSeconds = 8 * 3600;
constexpr qint64 mostInMemory = 64 * 1024 * 1024;

void addCommonHeaders(const Request &request, Response &response)
{
    response.setHeader("x-ms-version", Wire::storageVersion);
    response.setHeader("x-ms-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    if (const QByteArray id = request.header("x-ms-client-request-id"); !id.isEmpty())
        response.setHeader("x-ms-client-request-id", id);
}

// Reads a position; a number with too many digits becomes the largest one.
qint64 placeInFile(const QString &digits)
{
    bool fits = false;
    const qint64 place = digits.toLongLong(&fits);
    return fits ? place : std::numeric_limits<qint64>::max();
}

// Handles the header with which Microsoft's storage SDK requests ranges, and which the HTTP server does not support.
std::optional<Response> servedByOwnRange(const Request &request, QFile &file)
{
    static const QRegularExpression rule = wholeMatch(u"bytes=(\\d+)-(\\d*)"_s);
    const auto range = rule.match(QString::fromLatin1(request.header("x-ms-range")));
    if (!range.hasMatch() || request.method == "HEAD")
        return std::nullopt;
    const qint64 size = file.size();
    const qint64 first = placeInFile(range.captured(1));
    const qint64 end = range.captured(2).isEmpty() ? size - 1 : placeInFile(range.captured(2));
    if (first >= size || end < first) {
        return errorResponse(ApiError(416, u"InvalidRange"_s,
                                      first >= size ? u"The range begins behind the end of the blob."_s
                                                    : u"The range ends before it begins."_s))
            .with("Content-Range", "bytes */" + QByteArray::number(size));
    }
    const qint64 last = std::min({end, size - 1, first + mostInMemory - 1});
    const QByteArray content = file.seek(first) ? file.read(last - first + 1) : QByteArray();
    if (content.size() != last - first + 1)
        throw ApiError(ErrorKind::Failed, u"The blob cannot be read: %1."_s.arg(file.errorString()));
    return Response::bytes(content, "application/octet-stream", 206)
        .with("Content-Range",
              "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/' + QByteArray::number(size));
}

} // namespace

Blobs::Blobs(WorkspaceStore &store)
    : m_store(store)
    , m_containers(store)
    , m_writer(store, m_containers)
{
}

QString Blobs::plainUrl(const QString &origin, const QString &container, const QString &path)
{
    const QString end =
        path.isEmpty() ? QString() : QString(u'/' % QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
    return origin % u"/blob/"_s % container % end;
}

QString Blobs::signature(const QString &container, const QString &permissions) const
{
    return m_signer.query({container, {}, permissions, QDateTime::currentDateTimeUtc().addSecs(signedForSeconds)});
}

QString Blobs::signedUrl(const QString &origin, const QString &container, const QString &path,
                         const QString &permissions) const
{
    const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(signedForSeconds);
    return plainUrl(origin, container, path) % u'?' % m_signer.query({container, path, permissions, end});
}

std::optional<std::pair<QString, QString>> Blobs::fromUrl(const QString &url)
{
    const QString path = QUrl(url).path(QUrl::FullyDecoded);
    if (!path.startsWith(u"/blob/"_s))
        return std::nullopt;
    QString rest = path.section(u'/', 3);
    while (rest.endsWith(u'/'))
        rest.chop(1);
    return std::pair(path.section(u'/', 2, 2), rest);
}

void Blobs::addRoutes(Router &router)
{
    const auto add = [&router](const QByteArray &method, const QByteArray &pattern, const auto &handler) {
        const auto wrapped = [handler](Request &request) {
            Response response;
            try {
                response = handler(request, request.capture(u"container"), request.capture(u"path"));
            } catch (const ApiError &problem) {
                response = errorResponse(problem);
            }
            addCommonHeaders(request, response);
            return response;
        };
        router.add(method, pattern, wrapped, Access::Open);
    };
    add("GET", "/blob/{container}",
        [this](Request &request, const QString &container, const QString &) { return list(request, container); });
    add("GET", "/blob/{container}/{path*}", [this](Request &request, const QString &container, const QString &path) {
        return get(request, container, path);
    });
    add("PUT", "/blob/{container}/{path*}", [this](Request &request, const QString &container, const QString &path) {
        checkSignature(request, container, path, u'w');
        return m_writer.put(request, container, path);
    });
    add("DELETE", "/blob/{container}/{path*}", [this](Request &request, const QString &container, const QString &path) {
        checkSignature(request, container, path, u'w');
        return m_writer.remove(container, path);
    });
}

void Blobs::checkSignature(const Request &request, const QString &container, const QString &path,
                           QChar permission) const
{
    using Verdict = BlobSigner::Verdict;
    switch (m_signer.check(container, path, QUrlQuery(QString::fromLatin1(request.queryText)), permission)) {
    case Verdict::Allowed:
        return;
    case Verdict::Unsigned:
        throw ApiError(403, u"AuthenticationFailed"_s, u"The URL is not signed. Take the one the service gave."_s);
    case Verdict::Forged:
        throw ApiError(
            403, u"AuthenticationFailed"_s,
            u"The signature is not this service's, or not for this blob. Ask the service for a fresh URL."_s);
    case Verdict::Expired:
        throw ApiError(403, u"AuthenticationFailed"_s,
                       u"The signature has expired. Ask the service for a fresh URL."_s);
    case Verdict::NotPermitted:
        throw ApiError(403, u"AuthorizationPermissionMismatch"_s, u"The signature does not allow this."_s);
    }
    throw ApiError(403, u"AuthenticationFailed"_s, u"The URL could not be checked."_s);
}

bool Blobs::mayStillGrow(const QString &container, const QString &path) const
{
    if (container != BlobContainers::artifacts())
        return false;
    const auto artifact = Wire::artifactFromPath(path);
    if (!artifact)
        return true;
    const auto isOver = m_store.database().read([&artifact](Connection &connection) {
        const auto row = RunStore(connection).find(artifact->runId);
        return row && isTerminal(row->status);
    });
    return !isOver || !*isOver;
}

QByteArray Blobs::md5(const QString &container, const QString &path, QFile &file)
{
    if (mayStillGrow(container, path))
        return {};
    const auto facts = Files::factsOf(file.handle());
    if (!facts)
        return {};
    const QString name = container % u'/' % path;
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_known.constFind(name);
        if (known != m_known.cend() && known->facts == *facts)
            return known->md5;
    }
    QCryptographicHash hash(QCryptographicHash::Md5);
    if (!file.seek(0) || !hash.addData(&file))
        return {};
    const std::scoped_lock lock(m_mutex);
    m_known.insert(name, {*facts, hash.result()});
    return hash.result();
}

Response Blobs::get(const Request &request, const QString &container, const QString &path)
{
    checkSignature(request, container, path, u'r');
    auto opened = valueOf(m_containers.place(container, path)).open();
    if (!opened && opened.error().kind == ErrorKind::NotFound)
        throw ApiError(404, u"BlobNotFound"_s, u"There is no blob %1 in %2."_s.arg(path, container));
    const std::shared_ptr<QFile> file = valueOf(std::move(opened));
    const auto facts = Files::factsOf(file->handle()).value_or(Files::FileFacts());
    const QByteArray sum = md5(container, path, *file);
    Response response =
        servedByOwnRange(request, *file).value_or(Response::fromFile(file, path, "application/octet-stream"));
    response.setHeader("ETag", etagOf(facts));
    response.setHeader("Last-Modified", Wire::httpTime(facts.modified));
    response.setHeader("x-ms-blob-type", "BlockBlob");
    if (!sum.isEmpty())
        response.setHeader("x-ms-blob-content-md5", sum.toBase64());
    const StringMap known = m_writer.metadata(container, path);
    for (const auto &[key, value] : known.asKeyValueRange())
        response.setHeader("x-ms-meta-" + key.toLatin1(), value.toUtf8());
    return response;
}

Response Blobs::list(const Request &request, const QString &container)
{
    checkSignature(request, container, {}, u'l');
    const qlonglong requested = request.parameter(u"maxresults").toLongLong();
    const qsizetype most = requested > 0 ? std::min<qsizetype>(requested, 5000) : 5000;
    const QString prefix = request.parameter(u"prefix");
    const QString marker = request.parameter(u"marker");
    const auto listed = m_containers.list(container, prefix, marker, most + 1);
    if (!listed && listed.error().kind == ErrorKind::NotFound)
        throw ApiError(404, u"ContainerNotFound"_s, listed.error().text);
    QList<BlobEntry> entries = valueOf(listed);
    QString next;
    if (entries.size() > most) {
        entries.removeLast();
        next = entries.last().name;
    }
    const bool withMetadata = request.parameter(u"include").contains(u"metadata");
    Wire::BlobListing listing{container, prefix, marker, {}, next};
    for (const BlobEntry &entry : std::as_const(entries)) {
        listing.blobs.append(listedBlob(entry));
        if (withMetadata)
            listing.blobs.last().metadata = m_writer.metadata(container, entry.name);
    }
    return Response::bytes(Wire::blobListingToXml(listing), "application/xml");
}

} // namespace Roost::Service::Blob
