// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/artifacts.h"

#include "models/service/api/mlflow/attachment.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/registry.h"
#include "models/service/api/mlflow/runs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Files;
using namespace Http;
using namespace Store;

namespace {

constexpr auto scheme = "mlflow-artifacts:"_L1;
constexpr int insufficientStorage = 507;

// What no file can be named, before it is taken apart; the folder itself knows the rest (`checkNamed`).
void checkPath(const QString &path)
{
    // In these words, which clients compare.
    if (!Files::ContainedFolder::whyNotAPath(path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

/// What a path names in a folder: "./a//b/" is "a/b". One that leads out, or begins at '/', is refused.
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

/// The same of a file; `path` may not be left out.
QString plainFilePath(const QString &path)
{
    if (path.isEmpty())
        refuseMissing(u"path"_s);
    return plainPath(path);
}

/// The path of an entry as it is answered to who asked for `asked`, which begins as it was asked.
QString pathBelow(const QString &asked, const QString &name)
{
    return asked.isEmpty() || asked.endsWith(u'/') ? QString(asked + name) : QString(asked + u'/' + name);
}

void checkNamed(const ArtifactFolder &folder, const QString &path)
{
    if (!folder.whyNotNamed(path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

// Such a folder may lie on another disk, by a link of the workspace's owner.
Files::ContainedFolder workspacePart(const QString &folder)
{
    return Files::ContainedFolder(folder, Files::ContainedFolder::Root::MayBeLink);
}

ArtifactFolder folderOfModel(WorkspaceStore &store, const LoggedModelRow &model)
{
    // Beside what its run wrote, where a run is known: there people look for it.
    if (!model.sourceRun.isEmpty())
        return ArtifactFolder::at(workspacePart(store.folder().runs()), model.sourceRun + u"/models/"_s + model.id);
    return ArtifactFolder::at(workspacePart(store.folder().loggedModels()), model.id);
}

/// Runs `work` with a place in a transaction of its own, so that none is held while files are sent.
template <typename Find>
Result<ArtifactPlace> found(WorkspaceStore &store, Find find)
{
    return store.database().read([&](Connection &connection) -> Result<ArtifactPlace> { return find(connection); });
}

template <typename Work>
Handler guarded(Work work)
{
    return [work](Request &request) -> Response {
        try {
            return work(request);
        } catch (const ApiError &refusal) {
            return errorResponse(refusal.error());
        }
    };
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

/// What is listed of a place. The folder in which a run's logged models lie is left out: those are listed as models.
QList<ArtifactEntry> entriesOf(Connection &connection, const ArtifactPlace &place)
{
    checkNamed(place.folder, place.path);
    QList<ArtifactEntry> entries = valueOf(place.folder.level(place.path));
    if (place.runId.isEmpty())
        return entries;
    const auto isLoggedModel = [&connection](const ArtifactEntry &entry) {
        return entry.isFolder && findLoggedModel(connection, entry.path.section(u'/', 1)).has_value();
    };
    entries.removeIf([&](const ArtifactEntry &entry) {
        if (entry.path != "models"_L1)
            return entry.path.startsWith("models/m-"_L1) && isLoggedModel(entry);
        const auto inside = place.folder.level(entry.path);
        return entry.isFolder && inside && !inside->isEmpty() && std::ranges::all_of(*inside, isLoggedModel);
    });
    return entries;
}

// Of a file that is written. One that is deleted is there already, whatever its name.
void checkNewName(const ArtifactPlace &place)
{
    if (!ArtifactFolder::whyNotAPath(place.path).isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path"_s);
}

void checkWritable(const ArtifactPlace &place)
{
    if (place.path.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Invalid path: an artifact needs a name."_s);
    if (const auto writable = place.folder.checkWritable(place.path); !writable)
        throw ApiError(writable.error());
}

Response stored(WorkspaceStore &store, const ArtifactPlace &place, IncomingFile &file)
{
    if (const auto done = file.finish(); !done) {
        Response answer = errorResponse(done.error());
        if (file.isDiskFull())
            answer.status = insufficientStorage;
        return answer;
    }
    if (!place.runId.isEmpty())
        store.changes().bump(u"runs/"_s + place.runId);
    return Response::json({});
}

QJsonArray filesJson(const QList<ArtifactEntry> &entries, const QString &asked)
{
    QJsonArray files;
    for (const ArtifactEntry &entry : entries) {
        QJsonObject file{
            {u"path"_s, pathBelow(asked, entry.path.section(u'/', -1))},
            {u"is_dir"_s, entry.isFolder},
        };
        if (!entry.isFolder && entry.size > 0)
            file.insert(u"file_size"_s, entry.size);
        files.append(file);
    }
    return files;
}

QJsonObject listRun(Call &call)
{
    const QString asked = call.message.text(u"path");
    const QString path = plainPath(asked);
    const RunRow run = runOf(call);
    const ArtifactFolder folder = ArtifactFolder::ofRun(call.store.folder(), run.id);
    QJsonObject answer{{u"root_uri"_s, artifactUri(run)}};
    if (!run.artifactLocation.startsWith(scheme))
        return answer;
    const ArtifactPlace place{folder, path, run.id};
    insertList(answer, u"files"_s, filesJson(entriesOf(call.connection, place), asked));
    return answer;
}

QJsonObject listLoggedModel(Call &call)
{
    const QString id = call.request.capture(u"id");
    const auto model = findLoggedModel(call.connection, id);
    if (!model)
        throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(id));
    const QString asked = call.message.text(u"artifact_directory_path");
    const QString path = plainPath(asked);
    const ArtifactFolder folder = folderOfModel(call.store, *model);
    checkNamed(folder, path);
    QJsonObject answer{{u"root_uri"_s, model->artifactUri}};
    insertList(answer, u"files"_s, filesJson(valueOf(folder.level(path)), asked));
    return answer;
}

ArtifactPlace namedPlace(WorkspaceStore &store, const Request &request)
{
    const QString path = request.capture(u"path");
    return valueOf(found(store, [&](Connection &connection) { return placeOf(store, connection, path); }));
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
            if (const auto model = findLoggedModel(connection, parts.at(i - 1)))
                return {folderOfModel(store, *model), from(i + 1), {}};
        }
        if (const auto run = RunStore(connection).find(parts.at(i - 1)))
            return {ArtifactFolder::ofRun(store.folder(), run->id), from(i + 1), run->id};
    }
    if (parts.size() >= 3 && parts.first() == "registered"_L1)
        return {
            ArtifactFolder::at(workspacePart(store.folder().models()), parts.at(1) + u'/' + parts.at(2)), from(3), {}};
    return {ArtifactFolder::at(workspacePart(store.folder().looseArtifacts())), path, {}};
}

ArtifactPlace placeOfUri(WorkspaceStore &store, Connection &connection, const QString &uri)
{
    if (!uri.startsWith(scheme)) {
        throw ApiError(ErrorKind::Rejected, u"The files of %1 are not kept by this service."_s.arg(uri));
    }
    QString path = uri.sliced(scheme.size());
    if (path.startsWith("//"_L1))
        path = path.sliced(2).section(u'/', 1);
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    return placeOf(store, connection, plainPath(path));
}

QList<Entry> artifactEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {
        {"GET", "artifacts/list", Kind::Reads, listRun, {{"run_id", Text, Required}, {"path"}, {"page_token"}}},
        {"GET",
         "logged-models/{id}/artifacts/directories",
         Kind::Reads,
         listLoggedModel,
         {{"artifact_directory_path"}}},
    };
}

Handler putArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const ArtifactPlace place = namedPlace(store, request);
        checkWritable(place);
        checkNewName(place);
        IncomingFile file(store.folder(), place.folder.files(), place.folder.pathInFiles(place.path));
        const auto received = request.receive([&file](QByteArrayView piece) { return file.write(piece); });
        if (!received && received.error().kind == ErrorKind::Unreachable)
            throw ApiError(received.error());
        return stored(store, place, file);
    });
}

Handler getArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) { return sendFile(namedPlace(store, request)); });
}

Handler deleteArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const ArtifactPlace place = namedPlace(store, request);
        checkWritable(place);
        checkNamed(place.folder, place.path);
        const auto removed = place.folder.remove(place.path);
        // Clients take a file away without looking whether it is there.
        if (!removed && removed.error().kind != ErrorKind::NotFound)
            throw ApiError(removed.error());
        if (!place.runId.isEmpty())
            store.changes().bump(u"runs/"_s + place.runId);
        return Response::json({});
    });
}

Handler listArtifactsHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const QString path = plainPath(request.parameter(u"path"));
        const auto entries = store.database().read([&](Connection &connection) -> Result<QList<ArtifactEntry>> {
            return entriesOf(connection, placeOf(store, connection, path));
        });
        QJsonObject answer;
        insertList(answer, u"files"_s, filesJson(valueOf(entries), {}));
        return Response::json(answer);
    });
}

Handler getRunArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const QString id =
            request.hasParameter(u"run_id") ? request.parameter(u"run_id") : request.parameter(u"run_uuid");
        const QString path = plainFilePath(request.parameter(u"path"));
        const auto place = found(store, [&](Connection &connection) -> ArtifactPlace {
            const RunRow run = valueOf(RunStore(connection).find(id));
            return {ArtifactFolder::ofRun(store.folder(), run.id), path, run.id};
        });
        return sendFile(valueOf(place));
    });
}

Handler getModelVersionArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const QString path = plainFilePath(request.parameter(u"path"));
        auto place = valueOf(found(store, [&](Connection &connection) {
            return placeOfUri(
                store, connection,
                downloadUri(connection, request.parameter(u"name"), versionNumber(request.parameter(u"version"))));
        }));
        place.path = place.path.isEmpty() ? path : place.path + u'/' + path;
        return sendFile(place);
    });
}

Handler getLoggedModelFileHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        const QString asked = request.parameter(u"artifact_file_path");
        if (asked.isEmpty()) {
            throw ApiError(ErrorKind::Unreachable,
                           u"Request must include the \"artifact_file_path\" query parameter."_s);
        }
        const QString path = plainPath(asked);
        const auto place = found(store, [&](Connection &connection) -> ArtifactPlace {
            const auto model = findLoggedModel(connection, request.capture(u"id"));
            if (!model)
                throw ApiError(ErrorKind::NotFound, u"Logged model not found."_s);
            return {folderOfModel(store, *model), path, {}};
        });
        return sendFile(valueOf(place));
    });
}

Handler uploadArtifactHandler(WorkspaceStore &store)
{
    return guarded([&store](Request &request) {
        constexpr qint64 mostBytes = 10 * 1024 * 1024;
        const auto named = [&request](const QString &parameter) {
            const QString value = request.parameter(parameter);
            if (value.isEmpty())
                throw ApiError(ErrorKind::Rejected, u"Request must specify %1."_s.arg(parameter));
            return value;
        };
        const QString id = named(u"run_uuid"_s);
        const QString path = named(u"path"_s);
        checkPath(path);
        const auto data = request.body(mostBytes);
        if (!data && data.error().kind == ErrorKind::Rejected)
            throw ApiError(ErrorKind::Rejected, u"Artifact size is too large. Max size is 10MB."_s);
        if (valueOf(data).isEmpty())
            throw ApiError(ErrorKind::Rejected, u"Request must specify data."_s);
        const ArtifactPlace place = valueOf(found(store, [&](Connection &connection) -> ArtifactPlace {
            const RunRow run = activeRun(connection, id);
            return {ArtifactFolder::ofRun(store.folder(), run.id), path, run.id};
        }));
        checkWritable(place);
        checkNewName(place);
        IncomingFile file(store.folder(), place.folder.files(), place.folder.pathInFiles(place.path));
        file.write(*data);
        return stored(store, place, file);
    });
}

Handler noMultipartHandler()
{
    return [](Request &) {
        return Response::json({{u"error_code"_s, u"NOT_IMPLEMENTED"_s},
                               // A client that reads these first words sends the file as one PUT instead.
                               {u"message"_s, u"Multipart upload is not supported for the current artifact repository. "
                                              "Send the file as one PUT, which is streamed to disk."_s}},
                              501);
    };
}

} // namespace Roost::Service::Mlflow
