// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobwriter.h"

#include "models/core/wholematch.h"
#include "models/service/api/blob/bloberror.h"
#include "models/service/api/blob/bloblist.h"
#include "models/service/store/assets/blobmetadata.h"
#include "models/service/store/workspace/artifactfolder.h"
#include "models/service/store/workspace/incomingfile.h"
#include "models/wire/httptime.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

using namespace Http;
using namespace Store;
using Wire::ApiError;
using Wire::valueOf;

namespace {

constexpr qsizetype mostBlocks = 50000;
const QByteArray metaHeader = "x-ms-meta-";

Response created(const BlobPlace &place, const QByteArray &md5)
{
    const auto facts = place.facts().value_or(Files::FileFacts());
    Response response = Response::empty(201);
    response.setHeader("ETag", etagOf(facts));
    response.setHeader("Last-Modified", Wire::httpTime(facts.modified));
    response.setHeader("x-ms-request-server-encrypted", "false");
    if (!md5.isEmpty())
        response.setHeader("Content-MD5", md5.toBase64());
    return response;
}

void finish(IncomingFile &incoming)
{
    const auto done = incoming.finish();
    if (done)
        return;
    const QString &why = done.error().text;
    if (incoming.isDiskFull())
        throw ApiError(507, u"InsufficientStorage"_s, why);
    if (done.error().kind == ErrorKind::Conflict)
        throw ApiError(409, u"ResourceTypeMismatch"_s, why);
    throw ApiError(ErrorKind::Failed, why);
}

// Checks metadata as Azure does, because their names become XML elements of the container's list, which any client may
// request.
void checkMetadata(const Request &request)
{
    static const QRegularExpression rule = wholeMatch(u"[A-Za-z_][A-Za-z0-9_]*"_s);
    for (const auto &[name, value] : request.headers) {
        if (!name.toLower().startsWith(metaHeader))
            continue;
        const QString key = QString::fromLatin1(name.sliced(metaHeader.size()));
        if (!rule.match(key).hasMatch()) {
            throw ApiError(400, u"InvalidMetadata"_s,
                           u"\"%1\" cannot name metadata: letters, digits and '_' can, the first no digit."_s.arg(key));
        }
        if (std::ranges::any_of(value, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }))
            throw ApiError(400, u"InvalidMetadata"_s, u"The metadata %1 holds a control character."_s.arg(key));
    }
}

// Writes the body to a file, which becomes visible when it is complete and matches Content-MD5. Returns the MD5 of the
// body.
QByteArray receiveInto(Request &request, const WorkspaceFolder &workspace, const BlobPlace &place)
{
    IncomingFile incoming(workspace, place.folder, place.path);
    QCryptographicHash hash(QCryptographicHash::Md5);
    const auto received = request.receive([&](QByteArrayView piece) {
        hash.addData(piece);
        return incoming.write(piece);
    });
    QByteArray md5 = hash.result();
    if (!received && received.error().kind == ErrorKind::Unreachable)
        throw ApiError(400, u"RequestTimeout"_s, received.error().text);
    const QByteArray length = request.header("Content-Length");
    if (received && !length.isEmpty() && length.toLongLong() != *received)
        throw ApiError(400, u"InvalidInput"_s, u"The body is shorter than its Content-Length."_s);
    const QByteArray promised = request.header("Content-MD5");
    if (!promised.isEmpty() && QByteArray::fromBase64(promised) != md5) {
        throw ApiError(400, u"Md5Mismatch"_s,
                       u"The bytes that arrived do not have the MD5 that was promised. Send them again."_s);
    }
    finish(incoming);
    return md5;
}

// Returns false if the block cannot be read. The file itself reports write errors.
bool copyBlock(QFile &block, IncomingFile &incoming, QCryptographicHash &hash)
{
    while (true) {
        const QByteArray piece = block.read(1 << 20);
        if (piece.isEmpty())
            return block.error() == QFileDevice::NoError;
        hash.addData(piece);
        if (!incoming.write(piece))
            return true;
    }
}

} // namespace

BlobWriter::BlobWriter(WorkspaceStore &store, const BlobContainers &containers)
    : m_store(store)
    , m_containers(containers)
{
}

QString BlobWriter::blockFolder(const QString &container, const QString &path)
{
    const QByteArray key =
        QCryptographicHash::hash(QString(container % u'\n' % path).toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(key.toHex());
}

Response BlobWriter::put(Request &request, const QString &container, const QString &path)
{
    const auto place = m_containers.place(container, path);
    if (!place) {
        if (place.error().kind == ErrorKind::NotFound)
            throw ApiError(404, u"ContainerNotFound"_s, place.error().text);
        throw ApiError(ErrorKind::Rejected, place.error().text);
    }
    if (!place->writable)
        throw ApiError(403, u"AuthorizationPermissionMismatch"_s,
                       u"The blob %1 cannot be written from outside."_s.arg(path));
    checkMetadata(request);
    const QString what = request.parameter(u"comp");
    if (what == u"block")
        return putBlock(request, container, path);
    if (what == u"blocklist")
        return putBlockList(request, container, path, *place);
    if (what == u"metadata")
        return putMetadata(request, container, path);
    if (!what.isEmpty())
        throw ApiError(400, u"InvalidQueryParameterValue"_s,
                       u"comp=%1 is not possible here; block, blocklist and metadata are."_s.arg(what));
    return putWhole(request, container, path, *place);
}

Response BlobWriter::putWhole(Request &request, const QString &container, const QString &path, const BlobPlace &place)
{
    const QByteArray type = request.header("x-ms-blob-type");
    if (type != "BlockBlob") {
        throw ApiError(400, type.isEmpty() ? u"MissingRequiredHeader"_s : u"InvalidHeaderValue"_s,
                       u"The header x-ms-blob-type must say BlockBlob."_s);
    }
    const auto there = place.facts();
    if (there && there->isFolder())
        throw ApiError(409, u"ResourceTypeMismatch"_s,
                       u"%1 is a folder here, so no blob can have its name."_s.arg(path));
    if (request.header("If-None-Match") == "*" && there)
        throw ApiError(409, u"BlobAlreadyExists"_s, u"The blob %1 exists already."_s.arg(path));
    const QByteArray md5 = receiveInto(request, m_containers.workspace(), place);
    setMetadata(request, container, path, place);
    return created(place, md5);
}

Response BlobWriter::putBlock(Request &request, const QString &container, const QString &path)
{
    const QByteArray id = QByteArray::fromBase64(request.parameter(u"blockid").toLatin1());
    if (id.isEmpty() || id.size() > 64)
        throw ApiError(400, u"InvalidQueryParameterValue"_s, u"The blockid must be base64 of 1 to 64 bytes."_s);
    const BlobPlace block{blocks(), blockFolder(container, path) % u'/' % QString::fromLatin1(id.toHex()), true};
    const QByteArray md5 = receiveInto(request, m_containers.workspace(), block);
    return created(block, md5);
}

Response BlobWriter::putBlockList(Request &request, const QString &container, const QString &path,
                                  const BlobPlace &place)
{
    const auto body = request.body();
    const auto ids = body ? Wire::blockListFromXml(*body) : Result<QStringList>(std::unexpected(body.error()));
    if (!ids)
        throw ApiError(400, u"InvalidXmlDocument"_s, ids.error().text);
    if (ids->size() > mostBlocks)
        throw ApiError(400, u"BlockListTooLong"_s, u"A blob has at most 50,000 blocks."_s);
    const QString folder = blockFolder(container, path);
    IncomingFile incoming(m_containers.workspace(), place.folder, place.path);
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const QString &id : *ids) {
        const QString name = QString::fromLatin1(QByteArray::fromBase64(id.toLatin1()).toHex());
        const auto block = blocks().open(folder % u'/' % name);
        if (!block && block.error().kind != ErrorKind::NotFound && block.error().kind != ErrorKind::Rejected)
            throw ApiError(ErrorKind::Failed, block.error().text);
        if (!block)
            throw ApiError(400, u"InvalidBlockList"_s, u"The block %1 was not uploaded."_s.arg(id));
        if (!copyBlock(**block, incoming, hash)) {
            throw ApiError(ErrorKind::Failed, u"The block %1 cannot be read: %2."_s.arg(id, (*block)->errorString()));
        }
    }
    finish(incoming);
    // The next start of the service removes remaining blocks.
    static_cast<void>(blocks().remove(folder));
    setMetadata(request, container, path, place);
    return created(place, hash.result());
}

Response BlobWriter::putMetadata(const Request &request, const QString &container, const QString &path)
{
    const auto place = m_containers.place(container, path);
    if (!place || !place->isFile())
        throw ApiError(404, u"BlobNotFound"_s, u"There is no blob %1 in %2."_s.arg(path, container));
    setMetadata(request, container, path, *place);
    const auto facts = place->facts().value_or(Files::FileFacts());
    Response response = Response::empty(200);
    response.setHeader("ETag", etagOf(facts));
    response.setHeader("Last-Modified", Wire::httpTime(facts.modified));
    return response;
}

Response BlobWriter::remove(const QString &container, const QString &path)
{
    const auto place = m_containers.place(container, path);
    if (!place || !place->isFile())
        throw ApiError(404, u"BlobNotFound"_s, u"There is no blob %1 in %2."_s.arg(path, container));
    if (!place->writable)
        throw ApiError(403, u"AuthorizationPermissionMismatch"_s,
                       u"The blob %1 cannot be removed from outside."_s.arg(path));
    if (const auto removed = place->folder.remove(place->path); !removed)
        throw ApiError(ErrorKind::Failed, removed.error().text);
    return Response::empty(202);
}

StringMap BlobWriter::metadata(const QString &container, const QString &path) const
{
    return BlobMetadata(m_store.database()).find(container, path).value_or(StringMap());
}

void BlobWriter::setMetadata(const Request &request, const QString &container, const QString &path,
                             const BlobPlace &place)
{
    StringMap metadata;
    for (const auto &[name, value] : request.headers) {
        if (name.toLower().startsWith(metaHeader))
            metadata.insert(QString::fromLatin1(name.sliced(metaHeader.size())), QString::fromUtf8(value));
    }
    if (metadata.isEmpty() && request.parameter(u"comp") != u"metadata")
        return;
    if (metadata.value(u"executable"_s) == "true"_L1) {
        const auto file = place.open();
        const auto facts = file ? Files::factsOf((*file)->handle()) : std::nullopt;
        if (facts)
            static_cast<void>(::fchmod((*file)->handle(), facts->mode | S_IXUSR));
    }
    if (const auto stored = BlobMetadata(m_store.database()).replace(container, path, metadata); !stored)
        throw ApiError(ErrorKind::Failed, stored.error().text);
}

} // namespace Roost::Service::Blob
