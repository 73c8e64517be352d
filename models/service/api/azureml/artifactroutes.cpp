// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/store/workspace/artifactfolder.h"
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

namespace {

constexpr qsizetype pageSize = 1000;

const QString containerPrefix = u"dcid."_s;

// The run named by {run}, or by {origin}/{container} on routes of artifacts.
Result<QString> runIdOf(const Request &request, AzureMlApi &azure)
{
    if (request.captures.contains(u"run"_s)) {
        const auto whole = runOfRequest(request, azure);
        if (!whole)
            return std::unexpected(whole.error());
        return whole->run.id;
    }
    const QString origin = request.capture(u"origin");
    const QString container = request.capture(u"container");
    if (origin.compare(u"ExperimentRun", Qt::CaseInsensitive) != 0 || !container.startsWith(containerPrefix))
        return failure(
            ErrorKind::NotFound,
            u"There are no artifacts at %1/%2; those of a run are at ExperimentRun/dcid.RUN."_s.arg(origin, container));
    const auto whole = findRun(azure, container.mid(containerPrefix.size()));
    if (!whole)
        return std::unexpected(whole.error());
    return whole->run.id;
}

QString pathOf(const Request &request)
{
    return request.captures.contains(u"path"_s) ? request.capture(u"path") : request.parameter(u"path");
}

FileRef signedRef(const Request &request, AzureMlApi &azure, const QString &runId, const QString &path)
{
    const QString blob = u"ExperimentRun/dcid."_s % runId % u'/' % path;
    return {path, azure.blobs().signedUrl(request.origin(), BlobContainers::artifacts(), blob)};
}

// Registers an artifact that is already in the workspace's blob store as an artifact of the run, at the given path.
Result<Response> registerArtifact(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const auto wanted = Wire::artifactRegistrationFrom(*body);
    request.captures.insert(u"origin"_s, wanted.origin);
    request.captures.insert(u"container"_s, wanted.container);
    const auto runId = runIdOf(request, azure);
    if (!runId)
        return std::unexpected(runId.error());
    const QString &path = wanted.path;
    const auto target = azure.blobs().containers().artifact(*runId, path);
    if (!target)
        return std::unexpected(target.error());
    const ArtifactFolder artifacts = ArtifactFolder::ofRun(azure.store().folder(), *runId);
    if (const auto writable = artifacts.checkWritable(path); !writable)
        return std::unexpected(writable.error());
    const QString &store = wanted.datastore;
    const QString &relative = wanted.blob;
    const bool isArtifacts = store.compare(u"workspaceartifactstore"_s, Qt::CaseInsensitive) == 0;
    if (!isArtifacts && store.compare(u"workspaceblobstore"_s, Qt::CaseInsensitive) != 0)
        return failure(
            ErrorKind::Rejected,
            u"dataPath.dataStoreName is '%1'; only workspaceblobstore and workspaceartifactstore are here."_s.arg(
                store));
    const auto source = azure.blobs().containers().place(
        isArtifacts ? BlobContainers::artifacts() : BlobContainers::blobStore(), relative);
    if (!source)
        return std::unexpected(source.error());
    const auto from = source->open();
    if (!from && from.error().kind != ErrorKind::NotFound)
        return std::unexpected(from.error());
    if (!from)
        return failure(ErrorKind::Rejected,
                       u"dataPath: there is no blob '%1' in %2. Upload it first."_s.arg(relative, store));
    const auto facts = Files::factsOf((*from)->handle());
    const auto there = target->facts();
    if (there && facts && (there->inode != facts->inode || there->device != facts->device))
        return failure(ErrorKind::Conflict, u"The run '%1' has an artifact '%2' already."_s.arg(*runId, path));
    if (!there) {
        constexpr qint64 pieceBytes = 1 << 20;
        IncomingFile copy(azure.store().folder(), target->folder, target->path);
        for (QByteArray piece = (*from)->read(pieceBytes); !piece.isEmpty(); piece = (*from)->read(pieceBytes))
            copy.write(piece);
        if ((*from)->error() != QFileDevice::NoError)
            return failure(ErrorKind::Failed, u"The blob '%1' cannot be read."_s.arg(relative));
        if (const auto done = copy.finish(); !done)
            return std::unexpected(done.error());
    }
    azure.store().changes().bump(u"runs/"_s % *runId);
    const auto written = target->facts();
    if (!written)
        return std::unexpected(written.error());
    return Response::json(Wire::artifactEntry(Artifact{path, written->size, written->modified}, *runId));
}

// Refuses empty artifacts whose content azureml-core would upload with its own storage client, which supports only
// https://ACCOUNT.blob.SUFFIX. The refusal precedes the failing upload.
Result<Response> refuseUpload(Request &request, AzureMlApi &azure)
{
    const auto runId = runIdOf(request, azure);
    if (!runId)
        return std::unexpected(runId.error());
    return failure(ErrorKind::Rejected,
                   u"azureml-core uploads files to https://ACCOUNT.blob.core.windows.net only, which this service is "
                   "not. Write the file below outputs/ in the run's folder instead: all that lies there is kept with "
                   "the run. Or log it with mlflow.log_artifact()."_s);
}

// A page of the values that `make` returns for the run's artifacts below the path of the request.
template <typename Make>
Result<Response> page(const Request &request, AzureMlApi &azure, const QString &prefix, Make make)
{
    const auto runId = runIdOf(request, azure);
    if (!runId)
        return std::unexpected(runId.error());
    const auto files = ArtifactFolder::ofRun(azure.store().folder(), *runId).below(prefix);
    if (!files)
        return std::unexpected(files.error());
    const QString after = request.parameter(u"continuationToken");
    auto next = after.isEmpty() ? files->begin() : std::ranges::upper_bound(*files, after, {}, &Artifact::path);
    QJsonArray values;
    QString last;
    for (; next != files->end() && values.size() < pageSize; ++next) {
        values.append(make(*next, *runId));
        last = next->path;
    }
    const bool more = next != files->end();
    return Response::json(Wire::dataPage(values, more ? last : QString(),
                                         more ? sameUrlWith(request, {{u"continuationToken"_s, last}}) : QString()));
}

Result<Response> list(Request &request, AzureMlApi &azure)
{
    return page(request, azure, pathOf(request),
                [](const Artifact &artifact, const QString &runId) { return Wire::artifactEntry(artifact, runId); });
}

Result<Response> prefixContent(Request &request, AzureMlApi &azure)
{
    return page(request, azure, pathOf(request), [&](const Artifact &artifact, const QString &runId) {
        return Wire::contentInfo(signedRef(request, azure, runId, artifact.path), runId);
    });
}

// The artifact named by the request, which must exist.
Result<Artifact> named(const Request &request, AzureMlApi &azure, const QString &runId)
{
    const QString path = pathOf(request);
    const auto place = azure.blobs().containers().artifact(runId, path);
    if (!place)
        return std::unexpected(place.error());
    const auto facts = place->facts();
    if (!facts && facts.error().kind != ErrorKind::NotFound)
        return std::unexpected(facts.error());
    if (!facts || !facts->isFile())
        return failure(ErrorKind::NotFound, u"The run '%1' has no artifact '%2'."_s.arg(runId, path));
    return Artifact{path, facts->size, facts->modified};
}

Result<Response> content(Request &request, AzureMlApi &azure)
{
    const auto runId = runIdOf(request, azure);
    if (!runId)
        return std::unexpected(runId.error());
    const auto artifact = named(request, azure, *runId);
    if (!artifact)
        return std::unexpected(artifact.error());
    return Response::json(Wire::contentInfo(signedRef(request, azure, *runId, artifact->path), *runId));
}

Result<Response> metadata(Request &request, AzureMlApi &azure)
{
    const auto runId = runIdOf(request, azure);
    if (!runId)
        return std::unexpected(runId.error());
    const auto artifact = named(request, azure, *runId);
    if (!artifact)
        return std::unexpected(artifact.error());
    return Response::json(Wire::artifactEntry(*artifact, *runId));
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
    // Clients use both orders of the path segments; routes with fixed segments come first.
    add("artifact/v2.0", "/artifacts/prefix/contentinfo/{origin}/{container}/{path*}", prefixContent);
    add("artifact/v2.0", "/artifacts/contentinfo/{origin}/{container}/{path*}", content);
    add("artifact/v2.0", "/artifacts/{origin}/{container}", list);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/metadata", metadata);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/contentinfo", content);
    add("artifact/v2.0", "/artifacts/{origin}/{container}/prefix/contentinfo", prefixContent);
}

} // namespace Roost::Service::AzureMl
