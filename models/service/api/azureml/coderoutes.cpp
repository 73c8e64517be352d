// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/core/wholematch.h"
#include "models/core/wholewrite.h"
#include "models/files/openfile.h"
#include "models/files/removetree.h"
#include "models/wire/azureml/code.h"
#include "models/wire/azureml/environment.h"
#include "models/wire/json.h"

#include <QFile>
#include <QRegularExpression>
#include <QUuid>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

const QString hashVersion = u"202208"_s;
constexpr qint64 uploadKeptSeconds = 2LL * 24 * 3600;

bool isName(const QString &text)
{
    static const QRegularExpression rule = wholeMatch(u"[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}"_s);
    return rule.match(text).hasMatch();
}

Files::ContainedFolder codeFolders(AzureMlApi &azure)
{
    return Files::ContainedFolder(azure.store().folder().code(), Files::ContainedFolder::Root::MayBeLink);
}

QJsonObject resourceOf(const Request &request, AzureMlApi &azure, const CodeVersion &code)
{
    Wire::CodeVersion wire;
    wire.name = code.name;
    wire.version = code.version;
    wire.hash = code.hash;
    wire.created = code.created;
    wire.uri = Blobs::plainUrl(request.origin(), BlobContainers::code(), code.hash);
    wire.signedUri = wire.uri % u'?' % azure.blobs().signature(BlobContainers::code(), u"rl"_s);
    wire.description = code.description;
    wire.tags = code.tags;
    wire.properties = code.properties;
    wire.isAnonymous = code.anonymous;
    return Wire::codeResource(wire, azure.workspace());
}

// Lists the versions of any name with the content of the hash, or without a hash the versions of the name.
Response versions(Request &request, AzureMlApi &azure)
{
    const QString hash = request.parameter(u"hash").toLower();
    const QString requestedVersion = request.parameter(u"hashVersion");
    QJsonArray values;
    // A hash of another hash version is computed differently, so it cannot be compared.
    if (hash.isEmpty() || requestedVersion.isEmpty() || requestedVersion == hashVersion) {
        const auto known = valueOf(azure.codes().versions(hash.isEmpty() ? request.capture(u"name") : QString(), hash));
        for (const CodeVersion &code : known) {
            if (codeFolders(azure).facts(code.hash))
                values.append(resourceOf(request, azure, code));
        }
    }
    return armList(request, values);
}

Response version(Request &request, AzureMlApi &azure)
{
    const auto code = valueOf(azure.codes().version(request.capture(u"name"), request.capture(u"version")));
    return Response::json(resourceOf(request, azure, code));
}

Response container(Request &request, AzureMlApi &azure)
{
    const auto known = valueOf(azure.codes().versions(request.capture(u"name"), {}));
    if (known.isEmpty())
        throw ApiError(ErrorKind::NotFound,
                       u"There is no code '%1' in this workspace."_s.arg(request.capture(u"name")));
    Wire::Container container;
    container.name = request.capture(u"name");
    container.latestVersion = known.first().version;
    container.nextVersion = QString::number(container.latestVersion.toLongLong() + 1);
    container.created = known.last().created;
    return Response::json(Wire::containerResource(container, u"codes"_s, azure.workspace()));
}

void removeUploadFolder(AzureMlApi &azure, const QString &id)
{
    const auto folder = azure.blobs().containers().uploadFolder(id);
    // The next start of the service removes the rest.
    if (folder)
        static_cast<void>(Files::removeTree(folder->folder()));
}

// Removes uploads that were not finished within two days.
void clearOldUploads(AzureMlApi &azure)
{
    const auto old = azure.codes().uploadsBefore(QDateTime::currentDateTimeUtc().addSecs(-uploadKeptSeconds));
    for (const Upload &upload : old.value_or(QList<Upload>())) {
        removeUploadFolder(azure, upload.id);
        // A failed removal is repeated with the next upload.
        static_cast<void>(azure.codes().removeUpload(upload.id));
    }
}

Response startPendingUpload(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const QString version = request.capture(u"version");
    if (!isName(name) || !isName(version))
        throw ApiError(ErrorKind::Rejected, u"'%1:%2' cannot name a code version."_s.arg(name, version));
    clearOldUploads(azure);
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto folder = valueOf(azure.blobs().containers().uploadFolder(id));
    if (const auto made = folder.makeFolder({}); !made)
        throw ApiError(ErrorKind::Failed,
                       u"The folder for the upload could not be created. %1"_s.arg(made.error().text));
    valueOf(azure.codes().saveUpload({id, name, version, {}}));
    const QString container = BlobContainers::upload(id);
    const QString origin = request.origin();
    return Response::json(Wire::toJson(
        {id, Blobs::plainUrl(origin, container, {}), azure.blobs().signedUrl(origin, container, {}, u"rlw"_s)}));
}

// Moves the whole folder at once, so that code/<hash> is never seen incomplete.
void moveIntoPlace(const QString &from, const Files::ContainedFolder &codes, const QString &hash)
{
    const auto isThere = [&] {
        const auto facts = codes.facts(hash);
        return facts && facts->isFolder();
    };
    if (isThere())
        return;
    const auto moved = codes.moveIn(QFile::encodeName(from), hash);
    if (!moved && !isThere())
        throw ApiError(ErrorKind::Failed,
                       u"The uploaded code cannot be moved into place. %1"_s.arg(moved.error().text));
}

struct Source
{
    Files::ContainedFolder folder;
    QString uploadId; // empty if the code was uploaded to the blob store
    bool isOneFile = false;
};

// Copies code that is a single file to a new folder, and returns that folder.
QString folderOfOne(AzureMlApi &azure, const BlobPlace &place)
{
    constexpr qint64 pieceBytes = 1 << 20;
    const QString name = place.path.section(u'/', -1);
    const Files::ContainedFolder folder(azure.store().folder().uploads() % u"/one-"_s %
                                        QUuid::createUuid().toString(QUuid::Id128));
    const auto from = valueOf(place.open());
    const auto to =
        Files::fileOver(valueOf(folder.openForWriting(name, O_WRONLY | O_CREAT | O_EXCL)), QIODevice::WriteOnly);
    const auto check = [&name](bool isGood, const QFile &file) {
        if (!isGood) {
            throw ApiError(ErrorKind::Failed,
                           u"The file %1 of the code cannot be kept: %2."_s.arg(name, file.errorString()));
        }
    };
    for (QByteArray piece = from->read(pieceBytes); !piece.isEmpty(); piece = from->read(pieceBytes))
        check(writeWhole(*to, piece), *to);
    check(from->error() == QFileDevice::NoError, *from);
    check(flushWhole(*to), *to);
    return folder.folder();
}

// Returns whether the folder contains just one file. Microsoft's SDK uploads a single file straight to the given
// address and refers to that address.
bool holdsOneFile(const Files::ContainedFolder &folder)
{
    const auto entries = folder.level({});
    return entries && entries->size() == 1 && entries->first().facts.isFile();
}

// Returns the folder on disk of a codeUri.
Source sourceOf(AzureMlApi &azure, const QString &uri)
{
    const QString prefix = BlobContainers::upload({});
    const auto place = Blobs::fromUrl(uri);
    const QString uploadId = place && place->first.startsWith(prefix) ? place->first.mid(prefix.size()) : QString();
    if (!place || (place->second.isEmpty() && uploadId.isEmpty())) {
        throw ApiError(ErrorKind::Rejected,
                       u"properties.codeUri '%1' is not a folder in a place that startPendingUpload gave."_s.arg(uri));
    }
    if (place->second.isEmpty()) {
        auto whole = azure.blobs().containers().uploadFolder(uploadId);
        if (!whole || !whole->facts({}))
            throw ApiError(
                ErrorKind::Rejected,
                u"properties.codeUri '%1' was not given here, or is used up. Start the upload again."_s.arg(uri));
        const bool isOneFile = holdsOneFile(*whole);
        return {std::move(*whole), uploadId, isOneFile};
    }
    const auto found = azure.blobs().containers().place(place->first, place->second);
    if (!found)
        throw ApiError(ErrorKind::Rejected,
                       u"properties.codeUri: %1 Start the upload again."_s.arg(found.error().text));
    if (!found->writable)
        throw ApiError(ErrorKind::Rejected, u"properties.codeUri '%1' was not uploaded."_s.arg(uri));
    const auto facts = found->facts();
    const bool isOneFile = facts && facts->isFile();
    if (!facts || (!isOneFile && !facts->isFolder()))
        throw ApiError(ErrorKind::Rejected,
                       u"properties.codeUri '%1' contains no files; upload them first."_s.arg(uri));
    // A link would be moved instead of its target; uploads contain no links.
    const QString folder =
        isOneFile ? folderOfOne(azure, *found) : QString(found->folder.folder() % u'/' % found->path);
    return {Files::ContainedFolder(folder), uploadId, isOneFile};
}

// Adds the content of a codeUri to code/ and returns its hash.
QString registerContent(AzureMlApi &azure, const QString &uri, const QString &promised)
{
    const Source source = sourceOf(azure, uri);
    const QString hash = valueOf(contentHashOf(source.folder));
    // For a single file, clients send the hash of the file and not of a folder.
    if (!source.isOneFile && !promised.isEmpty() && promised != hash) {
        throw ApiError(
            ErrorKind::Rejected,
            u"The uploaded files have the content hash %1, not %2 as promised: a file is missing or arrived damaged. Upload them again."_s
                .arg(hash, promised));
    }
    moveIntoPlace(source.folder.folder(), codeFolders(azure), hash);
    if (!source.uploadId.isEmpty()) {
        removeUploadFolder(azure, source.uploadId);
        // The content is in place already; if this fails, the upload is removed later because of its age.
        static_cast<void>(azure.codes().removeUpload(source.uploadId));
    }
    return hash;
}

Response put(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const Wire::CodeVersion wire = Wire::codeFromBody(request.capture(u"name"), request.capture(u"version"), body);
    if (!isName(wire.name) || !isName(wire.version))
        throw ApiError(ErrorKind::Rejected, u"'%1:%2' cannot name a code version."_s.arg(wire.name, wire.version));
    CodeVersion code;
    code.name = wire.name;
    code.version = wire.version;
    code.description = wire.description;
    code.tags = wire.tags;
    code.properties = wire.properties;
    code.anonymous = wire.isAnonymous;
    const QString &promised = wire.hash;
    const QString &uri = wire.uri;
    if (uri.isEmpty())
        throw ApiError(ErrorKind::Rejected,
                       u"properties.codeUri is missing: it says where the files were uploaded to."_s);
    const auto known = azure.codes().version(code.name, code.version);
    const QString ownUri = known ? Blobs::plainUrl(request.origin(), BlobContainers::code(), known->hash) : QString();
    if (known && (uri == ownUri || promised == known->hash)) {
        code.hash = known->hash; // the same content again, perhaps with other tags
    } else {
        code.hash = registerContent(azure, uri, promised);
    }
    const bool isNew = valueOf(azure.codes().save(code));
    const auto stored = valueOf(azure.codes().version(code.name, code.version));
    return Response::json(resourceOf(request, azure, stored), isNew ? 201 : 200);
}

} // namespace

void addCodeRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/codes/{name}", [&azure](Request &request) { return container(request, azure); });
    addArm(router, azure, "GET", "/codes/{name}/versions",
           [&azure](Request &request) { return versions(request, azure); });
    addArm(router, azure, "GET", "/codes/{name}/versions/{version}",
           [&azure](Request &request) { return version(request, azure); });
    addArm(router, azure, "PUT", "/codes/{name}/versions/{version}",
           [&azure](Request &request) { return put(request, azure); });
    addArm(router, azure, "POST", "/codes/{name}/versions/{version}/startPendingUpload",
           [&azure](Request &request) { return startPendingUpload(request, azure); });
}

} // namespace Roost::Service::AzureMl
