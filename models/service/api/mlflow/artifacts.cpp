// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/artifacts.h"

#include "models/core/topic.h"
#include "models/service/api/mlflow/attachment.h"
#include "models/service/api/mlflow/modelhandlers.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/api/mlflow/values.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/service/store/workspace/incomingfile.h"
#include "models/wire/mlflow/artifact.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Files;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

constexpr int insufficientStorage = 507;

// Refuses a path that is invalid in any folder; `checkNamed` checks the rules of one folder.
void checkPath(const QString &path)
{
    // Clients compare this text.
    if (!Files::ContainedFolder::whyNotAPath(path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

/// Returns the path in its shortest form: "a/b" for "./a//b/". Throws if the path leaves the folder or starts with '/'.
QString plainPath(const QString &path)
{
    if (path.startsWith(u'/'))
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll("."_L1);
    const QString plain = parts.join(u'/');
    if (!plain.isEmpty())
        checkPath(plain);
    return plain;
}

/// Returns the path of a file in its shortest form; `path` must not be empty.
QString plainFilePath(const QString &path)
{
    if (path.isEmpty())
        refuseMissing(u"path"_s);
    return plainPath(path);
}

/// Returns the path of an entry in a reply; it starts with `requested` as the client wrote it.
QString pathBelow(const QString &requested, const QString &name)
{
    return requested.isEmpty() || requested.endsWith(u'/') ? QString(requested + name)
                                                           : QString(requested + u'/' + name);
}

void checkNamed(const ArtifactFolder &folder, const QString &path)
{
    if (!folder.whyNotNamed(path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

// Returns a folder of the workspace, which the user may have replaced by a link to another disk.
Files::ContainedFolder workspacePart(const QString &folder)
{
    return Files::ContainedFolder(folder, Files::ContainedFolder::Root::MayBeLink);
}

/// Returns the place that `find` returns. Runs `find` in its own transaction, so that no transaction is open while
/// files are sent.
template <typename Find>
ArtifactPlace foundPlace(WorkspaceStore &store, Find find)
{
    return valueOf(store.database().read(find));
}

Response sendFile(const ArtifactPlace &place)
{
    checkNamed(place.folder, place.path);
    auto file = place.folder.open(place.path);
    if (!file) {
        const auto facts = place.folder.facts(place.path);
        if (facts && facts->isFolder())
            throw ApiError(ErrorKind::Rejected,
                           u"Artifact path refers to a directory, not a file: '%1'"_s.arg(place.path));
        if (file.error().kind == ErrorKind::NotFound)
            throw ApiError(ErrorKind::NotFound, u"No such artifact: '%1'"_s.arg(place.path));
    }
    const QString name = place.path.section(u'/', -1);
    return Response::fromFile(std::shared_ptr<QFile>(valueOf(std::move(file))), name, artifactType(name))
        .with("Content-Disposition", attachment(name));
}

/// Returns the entries at a place, without the folder of a run's logged models, which are listed as models.
QList<ArtifactEntry> entriesOf(Connection &connection, const ArtifactPlace &place)
{
    checkNamed(place.folder, place.path);
    QList<ArtifactEntry> entries = valueOf(place.folder.level(place.path));
    if (place.runId.isEmpty())
        return entries;
    const auto isLoggedModel = [&connection](const ArtifactEntry &entry) {
        return entry.isFolder && LoggedModelStore(connection).find(entry.path.section(u'/', 1)).has_value();
    };
    entries.removeIf([&](const ArtifactEntry &entry) {
        if (entry.path != "models"_L1)
            return entry.path.startsWith("models/m-"_L1) && isLoggedModel(entry);
        const auto inside = place.folder.level(entry.path);
        return entry.isFolder && inside && !inside->isEmpty() && std::ranges::all_of(*inside, isLoggedModel);
    });
    return entries;
}

// Checks the name of a file that will be written. A file to delete already exists and may have any name.
void checkNewName(const ArtifactPlace &place)
{
    if (!ArtifactFolder::whyNotAPath(place.path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

void checkWritable(const ArtifactPlace &place)
{
    if (place.path.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path: an artifact needs a name."_s);
    valueOf(place.folder.checkWritable(place.path));
}

Response storedAnswer(WorkspaceStore &store, const ArtifactPlace &place, IncomingFile &file)
{
    const auto done = file.finish();
    if (!done && file.isDiskFull())
        throw ApiError(insufficientStorage, {}, done.error().text);
    valueOf(done);
    if (!place.runId.isEmpty())
        store.changes().bump(Topic::run(place.runId));
    return Response::json({});
}

QList<ListedFile> listedFiles(const QList<ArtifactEntry> &entries, const QString &requested)
{
    QList<ListedFile> files;
    for (const ArtifactEntry &entry : entries)
        files.append({pathBelow(requested, entry.path.section(u'/', -1)), entry.isFolder, entry.size});
    return files;
}

QJsonObject listRun(RpcContext &context, const ListArtifactsRequest &request)
{
    const QString path = plainPath(request.path);
    const RunRow run = runOf(context.connection, request.runId);
    if (!hasArtifactsHere(run))
        return filesAnswer({}, artifactUri(run));
    const ArtifactFolder folder = artifactsOf(context.store.folder(), run);
    const auto entries = entriesOf(context.connection, {folder, path, run.id});
    return filesAnswer(listedFiles(entries, request.path), artifactUri(run));
}

QJsonObject listLoggedModel(RpcContext &context, const ListLoggedModelFilesRequest &request)
{
    const QString id = context.request.capture(u"id");
    const auto model = LoggedModelStore(context.connection).find(id);
    if (!model)
        throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(id));
    const QString path = plainPath(request.path);
    const ArtifactFolder folder = artifactsOf(context.store.folder(), *model);
    checkNamed(folder, path);
    return filesAnswer(listedFiles(valueOf(folder.level(path)), request.path), model->artifactUri);
}

ArtifactPlace namedPlace(WorkspaceStore &store, const Request &request)
{
    const QString path = request.capture(u"path");
    return foundPlace(store, [&](Connection &connection) { return placeOf(store, connection, path); });
}

} // namespace

ArtifactPlace placeOf(WorkspaceStore &store, Connection &connection, const QString &path)
{
    if (!path.isEmpty())
        checkPath(path);
    const QStringList parts = path.split(u'/');
    const auto from = [&parts](qsizetype at) { return QStringList(parts.sliced(at)).join(u'/'); };
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (parts.at(i) != "artifacts"_L1)
            continue;
        if (i >= 2 && parts.at(i - 2) == "models"_L1) {
            if (const auto model = LoggedModelStore(connection).find(parts.at(i - 1)))
                return {artifactsOf(store.folder(), *model), from(i + 1), {}};
        }
        if (const auto run = RunStore(connection).find(parts.at(i - 1)))
            return {artifactsOf(store.folder(), *run), from(i + 1), run->id};
    }
    if (parts.size() >= 3 && parts.first() == "registered"_L1)
        return {
            ArtifactFolder::at(workspacePart(store.folder().models()), parts.at(1) + u'/' + parts.at(2)), from(3), {}};
    return {otherArtifacts(store.folder()), path, {}};
}

ArtifactPlace placeOfUri(WorkspaceStore &store, Connection &connection, const QString &uri)
{
    // The source of a version is a folder of this machine only if it lies in the artifacts of a run.
    if (const auto folder = localPath(uri))
        return {ArtifactFolder::at(workspacePart(*folder)), {}, {}};
    const auto path = proxiedPath(uri);
    if (!path)
        throw ApiError(ErrorKind::Rejected, u"The files of %1 are not kept by this service."_s.arg(uri));
    return placeOf(store, connection, plainPath(*path));
}

QList<RpcHandler> artifactHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("GET", "artifacts/list", Reads, listRun),
        rpc("GET", "logged-models/{id}/artifacts/directories", Reads, listLoggedModel),
    };
}

Handler putArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const ArtifactPlace place = namedPlace(store, request);
        checkWritable(place);
        checkNewName(place);
        IncomingFile file(store.folder(), place.folder.files(), place.folder.pathInFiles(place.path));
        const auto received = request.receive([&file](QByteArrayView piece) { return file.write(piece); });
        if (!received && received.error().kind == ErrorKind::Unreachable)
            throw ApiError(received.error());
        return storedAnswer(store, place, file);
    };
}

Handler getArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) { return sendFile(namedPlace(store, request)); };
}

Handler deleteArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const ArtifactPlace place = namedPlace(store, request);
        checkWritable(place);
        checkNamed(place.folder, place.path);
        const auto removed = place.folder.remove(place.path);
        // Clients delete a file without checking that it exists.
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            throw ApiError(removed.error());
        if (!place.runId.isEmpty())
            store.changes().bump(Topic::run(place.runId));
        return Response::json({});
    };
}

Handler listArtifactsHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const QString path = plainPath(listedPathFrom(Message::fromQuery(request.query)));
        const auto entries = store.database().read(
            [&](Connection &connection) { return entriesOf(connection, placeOf(store, connection, path)); });
        return Response::json(filesAnswer(listedFiles(valueOf(entries), {})));
    };
}

Handler getRunArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const auto query = GetArtifactRequest::read(Message::fromQuery(request.query));
        const QString path = plainFilePath(query.path);
        const auto place = foundPlace(store, [&](Connection &connection) -> ArtifactPlace {
            const RunRow run = valueOf(RunStore(connection).find(query.runId));
            return {artifactsOf(store.folder(), run), path, run.id};
        });
        return sendFile(place);
    };
}

Handler getModelVersionArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const auto query = GetModelArtifactRequest::read(Message::fromQuery(request.query));
        const QString path = plainFilePath(query.path);
        ArtifactPlace place = foundPlace(store, [&](Connection &connection) {
            return placeOfUri(store, connection, downloadUri(connection, query.name, versionNumber(query.version)));
        });
        place.path = place.path.isEmpty() ? path : place.path + u'/' + path;
        return sendFile(place);
    };
}

Handler getLoggedModelFileHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        const QString path = plainPath(loggedModelFileFrom(Message::fromQuery(request.query)));
        const auto place = foundPlace(store, [&](Connection &connection) -> ArtifactPlace {
            const auto model = LoggedModelStore(connection).find(request.capture(u"id"));
            if (!model)
                throw ApiError(ErrorKind::NotFound, u"Logged model not found."_s);
            return {artifactsOf(store.folder(), *model), path, {}};
        });
        return sendFile(place);
    };
}

Handler uploadArtifactHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        constexpr qint64 mostBytes = 10 * 1024 * 1024;
        const auto upload = UploadArtifactRequest::read(Message::fromQuery(request.query));
        checkPath(upload.path);
        const auto data = request.body(mostBytes);
        if (!data && data.error().kind == ErrorKind::Rejected)
            throw ApiError(ErrorKind::Rejected, u"Artifact size is too large. Max size is 10MB."_s);
        if (valueOf(data).isEmpty())
            throw ApiError(ErrorKind::Rejected, u"Request must specify data."_s);
        const ArtifactPlace place = foundPlace(store, [&](Connection &connection) -> ArtifactPlace {
            const RunRow run = activeRun(connection, upload.runId);
            return {artifactsOf(store.folder(), run), upload.path, run.id};
        });
        checkWritable(place);
        checkNewName(place);
        IncomingFile file(store.folder(), place.folder.files(), place.folder.pathInFiles(place.path));
        file.write(*data);
        return storedAnswer(store, place, file);
    };
}

Handler noMultipartHandler()
{
    return [](Request &) -> Response {
        // A client that reads this text sends the file as one PUT instead.
        throw ApiError(501, u"NOT_IMPLEMENTED"_s,
                       u"Multipart upload is not supported for the current artifact repository. Send the file as one "
                       "PUT, which is streamed to disk."_s);
    };
}

} // namespace Roost::Service::Mlflow
