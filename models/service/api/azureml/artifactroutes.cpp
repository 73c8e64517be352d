// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/datastores.h"
#include "models/service/api/azureml/historyruns.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/service/store/workspace/incomingfile.h"
#include "models/wire/azureml/artifact.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

constexpr qsizetype pageSize = 1000;

// Returns the run named by {run}, or by {origin}/{container} on routes of artifacts.
QString runIdOf(const Request &request, AzureMlApi &azure)
{
    if (request.captures.contains(u"run"_s)) {
        return runOfRequest(request, azure).run.id;
    }
    const QString origin = request.capture(u"origin");
    const QString container = request.capture(u"container");
    const QString id = Wire::runOfContainer(container);
    if (origin.compare(Wire::runOrigin, Qt::CaseInsensitive) != 0 || id.isEmpty())
        throw ApiError(
            ErrorKind::NotFound,
            u"There are no artifacts at %1/%2; those of a run are at ExperimentRun/dcid.RUN."_s.arg(origin, container));
    return valueOf(findRun(azure, id)).run.id;
}

QString pathOf(const Request &request)
{
    return request.captures.contains(u"path"_s) ? request.capture(u"path") : request.parameter(u"path");
}

FileRef signedRef(const Request &request, AzureMlApi &azure, const QString &runId, const QString &path)
{
    return {path,
            azure.blobs().signedUrl(request.origin(), BlobContainers::artifacts(), Wire::artifactPath(runId, path))};
}

// Registers an artifact that is already in the workspace's blob store as an artifact of the run, at the given path.
Response registerArtifact(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const auto wanted = Wire::artifactRegistrationFrom(body);
    request.captures.insert(u"origin"_s, wanted.origin);
    request.captures.insert(u"container"_s, wanted.container);
    const QString runId = runIdOf(request, azure);
    const QString &path = wanted.path;
    const auto target = valueOf(azure.blobs().containers().artifact(runId, path));
    const ArtifactFolder artifacts = artifactsOfRun(azure.store(), runId);
    valueOf(artifacts.checkWritable(path));
    const QString &relative = wanted.blob;
    const Datastore *store = findDatastore(wanted.datastore);
    if (!store)
        throw ApiError(ErrorKind::Rejected, u"dataPath.dataStoreName is '%1'; only %2 and %3 are here."_s.arg(
                                                wanted.datastore, Wire::blobDatastore, Wire::artifactDatastore));
    const auto source = valueOf(azure.blobs().containers().place(store->container, relative));
    const auto from = source.open();
    if (!from && from.error().kind != ErrorKind::NotFound)
        throw ApiError(from.error());
    if (!from)
        throw ApiError(ErrorKind::Rejected,
                       u"dataPath: there is no blob '%1' in %2. Upload it first."_s.arg(relative, wanted.datastore));
    const auto facts = Files::factsOf((*from)->handle());
    const auto there = target.facts();
    if (there && facts && (there->inode != facts->inode || there->device != facts->device))
        throw ApiError(ErrorKind::Conflict, u"The run '%1' has an artifact '%2' already."_s.arg(runId, path));
    if (!there) {
        constexpr qint64 pieceBytes = 1 << 20;
        IncomingFile copy(azure.store().folder(), target.folder, target.path);
        for (QByteArray piece = (*from)->read(pieceBytes); !piece.isEmpty(); piece = (*from)->read(pieceBytes))
            copy.write(piece);
        if ((*from)->error() != QFileDevice::NoError)
            throw ApiError(ErrorKind::Failed, u"The blob '%1' cannot be read."_s.arg(relative));
        valueOf(copy.finish());
    }
    azure.store().changes().bump(Topic::run(runId));
    const auto written = valueOf(target.facts());
    return Response::json(Wire::artifactEntry(Artifact{path, written.size, written.modified}, runId));
}

// Refuses empty artifacts whose content azureml-core would upload with its own storage client, which supports only
// https://ACCOUNT.blob.SUFFIX. If they were accepted, the upload itself would fail.
Response refuseUpload(Request &request, AzureMlApi &azure)
{
    runIdOf(request, azure); // refuses an unknown run
    throw ApiError(ErrorKind::Rejected,
                   u"azureml-core uploads files to https://ACCOUNT.blob.core.windows.net only, which this service is "
                   "not. Write the file below outputs/ in the run's folder instead: all that lies there is kept with "
                   "the run. Or log it with mlflow.log_artifact()."_s);
}

// Returns a page of the values that `make` returns for the run's artifacts below the path of the request.
template <typename Make>
Response page(const Request &request, AzureMlApi &azure, const QString &prefix, Make make)
{
    const QString runId = runIdOf(request, azure);
    const auto files = valueOf(artifactsOfRun(azure.store(), runId).below(prefix));
    const QString after = request.parameter(u"continuationToken");
    auto next = after.isEmpty() ? files.begin() : std::ranges::upper_bound(files, after, {}, &Artifact::path);
    QJsonArray values;
    QString last;
    for (; next != files.end() && values.size() < pageSize; ++next) {
        values.append(make(*next, runId));
        last = next->path;
    }
    const bool more = next != files.end();
    return Response::json(Wire::dataPage(values, more ? last : QString(),
                                         more ? sameUrlWith(request, {{u"continuationToken"_s, last}}) : QString()));
}

Response list(Request &request, AzureMlApi &azure)
{
    return page(request, azure, pathOf(request),
                [](const Artifact &artifact, const QString &runId) { return Wire::artifactEntry(artifact, runId); });
}

Response prefixContent(Request &request, AzureMlApi &azure)
{
    return page(request, azure, pathOf(request), [&](const Artifact &artifact, const QString &runId) {
        return Wire::contentInfo(signedRef(request, azure, runId, artifact.path), runId);
    });
}

// Returns the artifact named by the request, which must exist.
Artifact artifactOf(const Request &request, AzureMlApi &azure, const QString &runId)
{
    const QString path = pathOf(request);
    const auto place = valueOf(azure.blobs().containers().artifact(runId, path));
    const auto facts = place.facts();
    if (!facts && facts.error().kind != ErrorKind::NotFound)
        throw ApiError(facts.error());
    if (!facts || !facts->isFile())
        throw ApiError(ErrorKind::NotFound, u"The run '%1' has no artifact '%2'."_s.arg(runId, path));
    return {path, facts->size, facts->modified};
}

Response content(Request &request, AzureMlApi &azure)
{
    const QString runId = runIdOf(request, azure);
    const Artifact artifact = artifactOf(request, azure, runId);
    return Response::json(Wire::contentInfo(signedRef(request, azure, runId, artifact.path), runId));
}

Response metadata(Request &request, AzureMlApi &azure)
{
    const QString runId = runIdOf(request, azure);
    const Artifact artifact = artifactOf(request, azure, runId);
    return Response::json(Wire::artifactEntry(artifact, runId));
}

} // namespace

void addArtifactRoutes(Router &router, AzureMlApi &azure)
{
    const auto add = [&](const QByteArray &service, const QByteArray &pattern, RunHandler handler) {
        addData(router, azure, service, "GET", pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    const QByteArray run = "/runs/{run}/artifacts";
    addHistory(router, azure, "GET", run, list);
    addHistory(router, azure, "GET", run + "/path", list);
    addHistory(router, azure, "GET", run + "/metadata", metadata);
    addHistory(router, azure, "GET", run + "/contentinfo", content);
    addHistory(router, azure, "GET", run + "/prefix/contentinfo", prefixContent);
    addHistory(router, azure, "POST", run + "/batch/metadata", refuseUpload);
    addData(router, azure, "artifact/v2.0", "POST", "/artifacts/register",
            [&azure](Request &request) { return registerArtifact(request, azure); });
    addData(router, azure, "artifact/v2.0", "POST", "/artifacts/batch/metadata/{origin}/{container}",
            [&azure](Request &request) { return refuseUpload(request, azure); });
    // Clients use both orders of the path segments; routes with fixed segments are added first.
    add("artifact/v2.0", "/artifacts/prefix/contentinfo/{origin}/{container}/{path*}", prefixContent);
    add("artifact/v2.0", "/artifacts/contentinfo/{origin}/{container}/{path*}", content);
    add("artifact/v2.0", "/artifacts/{origin}/{container}", list);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/metadata", metadata);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/contentinfo", content);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/prefix/contentinfo", prefixContent);
}

} // namespace Roost::Service::AzureMl
