// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobs.h"

#include "models/service/api/blob/bloblist.h"
#include "models/service/store/artifactfolder.h"
#include "models/wire/errors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

constexpr qsizetype mostBlocks = 50000;
const QByteArray metaHeader = "x-ms-meta-";

Response blobFailure(int status, const QString &code, const QString &message)
{
    return Response::bytes(Wire::blobError(code, message), "application/xml", status)
        .with("x-ms-error-code", code.toLatin1());
}

Response created(const QString &file, const QByteArray &md5)
{
    Response response = Response::empty(201);
    response.setHeader("ETag", etagOf(file));
    response.setHeader("Last-Modified", httpTime(QFileInfo(file).lastModified()));
    response.setHeader("x-ms-request-server-encrypted", "false");
    if (!md5.isEmpty())
        response.setHeader("Content-MD5", md5.toBase64());
    return response;
}

// The body into `file`, which appears when it is whole and is what Content-MD5 says.
std::optional<Response> receiveInto(Request &request, const WorkspaceFolder &workspace, const QString &file,
                                    QByteArray &md5)
{
    IncomingFile incoming(workspace, file);
    QCryptographicHash hash(QCryptographicHash::Md5);
    const auto received = request.receive([&](QByteArrayView piece) {
        hash.addData(piece);
        return incoming.write(piece);
    });
    md5 = hash.result();
    if (!received && received.error().kind == ErrorKind::Unreachable)
        return blobFailure(400, u"RequestTimeout"_s, received.error().text);
    const QByteArray length = request.header("Content-Length");
    if (received && !length.isEmpty() && length.toLongLong() != *received)
        return blobFailure(400, u"InvalidInput"_s, u"The body is shorter than its Content-Length."_s);
    const QByteArray promised = request.header("Content-MD5");
    if (!promised.isEmpty() && QByteArray::fromBase64(promised) != md5) {
        return blobFailure(400, u"Md5Mismatch"_s,
                           u"The bytes that arrived do not have the MD5 that was promised. Send them again."_s);
    }
    if (const auto done = incoming.finish(); !done)
        return blobFailure(500, u"InternalError"_s, done.error().text);
    return std::nullopt;
}

} // namespace

QString Blobs::blockFolder(const QString &container, const QString &path) const
{
    const QByteArray key =
        QCryptographicHash::hash(QString(container % u'\n' % path).toUtf8(), QCryptographicHash::Sha1);
    return m_containers.temporaryFolder() % u'/' % QString::fromLatin1(key.toHex());
}

Response Blobs::put(Request &request, const QString &container, const QString &path)
{
    if (auto refused = refusal(request, container, path, u'w'))
        return *refused;
    const auto place = m_containers.place(container, path);
    if (!place) {
        const bool unknown = place.error().kind == ErrorKind::NotFound;
        return blobFailure(unknown ? 404 : 400, unknown ? u"ContainerNotFound"_s : u"InvalidResourceName"_s,
                           place.error().text);
    }
    if (!place->writable)
        return blobFailure(403, u"AuthorizationPermissionMismatch"_s,
                           u"The blob %1 cannot be written from outside."_s.arg(path));
    const QString what = request.parameter(u"comp");
    if (what == u"block")
        return putBlock(request, container, path);
    if (what == u"blocklist")
        return putBlockList(request, container, path, place->file);
    if (what == u"metadata")
        return putMetadata(request, container, path);
    if (!what.isEmpty())
        return blobFailure(400, u"InvalidQueryParameterValue"_s,
                           u"comp=%1 is not possible here; block, blocklist and metadata are."_s.arg(what));
    return putWhole(request, container, path, place->file);
}

Response Blobs::putWhole(Request &request, const QString &container, const QString &path, const QString &file)
{
    const QByteArray type = request.header("x-ms-blob-type");
    if (type != "BlockBlob") {
        return blobFailure(400, type.isEmpty() ? u"MissingRequiredHeader"_s : u"InvalidHeaderValue"_s,
                           u"The header x-ms-blob-type must say BlockBlob."_s);
    }
    if (QFileInfo(file).isDir())
        return blobFailure(409, u"ResourceTypeMismatch"_s,
                           u"%1 is a folder here, so no blob can have its name."_s.arg(path));
    if (request.header("If-None-Match") == "*" && QFileInfo::exists(file))
        return blobFailure(409, u"BlobAlreadyExists"_s, u"The blob %1 exists already."_s.arg(path));
    QByteArray md5;
    if (auto failed = receiveInto(request, m_containers.workspace(), file, md5))
        return *failed;
    if (const auto kept = setMetadata(request, container, path, file); !kept)
        return blobFailure(500, u"InternalError"_s, kept.error().text);
    return created(file, md5);
}

Response Blobs::putBlock(Request &request, const QString &container, const QString &path)
{
    const QByteArray id = QByteArray::fromBase64(request.parameter(u"blockid").toLatin1());
    if (id.isEmpty() || id.size() > 64)
        return blobFailure(400, u"InvalidQueryParameterValue"_s, u"The blockid must be base64 of 1 to 64 bytes."_s);
    const QString file = blockFolder(container, path) % u'/' % QString::fromLatin1(id.toHex());
    QByteArray md5;
    if (auto failed = receiveInto(request, m_containers.workspace(), file, md5))
        return *failed;
    return created(file, md5);
}

Response Blobs::putBlockList(Request &request, const QString &container, const QString &path, const QString &file)
{
    const auto body = request.body();
    const auto ids = body ? readBlockList(*body) : Result<QStringList>(std::unexpected(body.error()));
    if (!ids)
        return blobFailure(400, u"InvalidXmlDocument"_s, ids.error().text);
    if (ids->size() > mostBlocks)
        return blobFailure(400, u"BlockListTooLong"_s, u"A blob has at most 50,000 blocks."_s);
    const QString folder = blockFolder(container, path);
    IncomingFile incoming(m_containers.workspace(), file);
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const QString &id : *ids) {
        QFile block(folder % u'/' % QString::fromLatin1(QByteArray::fromBase64(id.toLatin1()).toHex()));
        if (!block.open(QIODevice::ReadOnly))
            return blobFailure(400, u"InvalidBlockList"_s, u"The block %1 was not uploaded."_s.arg(id));
        while (!block.atEnd()) {
            const QByteArray piece = block.read(1 << 20);
            hash.addData(piece);
            if (piece.isEmpty() || !incoming.write(piece))
                break;
        }
    }
    if (const auto done = incoming.finish(); !done)
        return blobFailure(500, u"InternalError"_s, done.error().text);
    QDir(folder).removeRecursively();
    if (const auto kept = setMetadata(request, container, path, file); !kept)
        return blobFailure(500, u"InternalError"_s, kept.error().text);
    return created(file, hash.result());
}

Response Blobs::putMetadata(const Request &request, const QString &container, const QString &path)
{
    const auto place = m_containers.place(container, path);
    if (!place || !QFileInfo(place->file).isFile())
        return blobFailure(404, u"BlobNotFound"_s, u"There is no blob %1 in %2."_s.arg(path, container));
    if (const auto kept = setMetadata(request, container, path, place->file); !kept)
        return blobFailure(500, u"InternalError"_s, kept.error().text);
    Response response = Response::empty(200);
    response.setHeader("ETag", etagOf(place->file));
    response.setHeader("Last-Modified", httpTime(QFileInfo(place->file).lastModified()));
    return response;
}

Response Blobs::remove(const QString &container, const QString &path)
{
    const auto place = m_containers.place(container, path);
    if (!place || !QFileInfo(place->file).isFile())
        return blobFailure(404, u"BlobNotFound"_s, u"There is no blob %1 in %2."_s.arg(path, container));
    if (!place->writable)
        return blobFailure(403, u"AuthorizationPermissionMismatch"_s,
                           u"The blob %1 cannot be removed from outside."_s.arg(path));
    if (QFile file(place->file); !file.remove())
        return blobFailure(500, u"InternalError"_s, file.errorString());
    return Response::empty(202);
}

StringMap Blobs::metadata(const QString &container, const QString &path) const
{
    const auto known = m_store.database().read([&](Connection &connection) -> Result<StringMap> {
        StringMap map;
        Statement rows = connection.query("SELECT name, value FROM blob_metadata WHERE container = ?1 AND path = ?2",
                                          container, path);
        while (rows.next())
            map.insert(rows.text(0), rows.text(1));
        return map;
    });
    return known.value_or(StringMap());
}

Result<bool> Blobs::setMetadata(const Request &request, const QString &container, const QString &path,
                                const QString &file)
{
    StringMap given;
    for (const auto &[name, value] : request.headers) {
        if (name.toLower().startsWith(metaHeader))
            given.insert(QString::fromLatin1(name.sliced(metaHeader.size())), QString::fromUtf8(value));
    }
    if (given.isEmpty() && request.parameter(u"comp") != u"metadata")
        return true;
    if (given.value(u"executable"_s) == "true"_L1)
        QFile::setPermissions(file, QFile::permissions(file) | QFileDevice::ExeOwner);
    return m_store.database().write([&](Connection &connection) -> Result<bool> {
        connection.run("DELETE FROM blob_metadata WHERE container = ?1 AND path = ?2", container, path);
        for (const auto &[key, value] : given.asKeyValueRange()) {
            connection.run("INSERT INTO blob_metadata(container, path, name, value) VALUES(?1, ?2, ?3, ?4)", container,
                           path, key, value);
        }
        return true;
    });
}

} // namespace Roost::Service
