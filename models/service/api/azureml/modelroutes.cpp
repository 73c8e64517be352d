// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/runkeys.h"
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/core/wholematch.h"
#include "models/service/api/azureml/datastores.h"
#include "models/service/api/azureml/reference.h"
#include "models/service/store/registry/modelcopy.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/wire/azureml/environment.h"
#include "models/wire/azureml/model.h"
#include "models/wire/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

Files::ContainedFolder modelFolders(const WorkspaceFolder &workspace)
{
    return Files::ContainedFolder(workspace.models(), Files::ContainedFolder::Root::MayBeLink);
}

// Returns the address of the files for clients; if the files were copied here, it is below the default datastore.
QString uriOf(AzureMlApi &azure, const StoredModel &stored)
{
    // The files of a model that an MLflow client registered stay in the folder of its run.
    static const QRegularExpression ofRun = wholeMatch(u"mlflow-artifacts:/+[^/]+/([^/]+)/artifacts/(.+)"_s);
    if (const auto run = ofRun.match(stored.location); run.hasMatch() && run.captured(1) != u"models")
        return Wire::runArtifactUri(run.captured(1), run.captured(2));
    if (stored.location.isEmpty() || stored.location.contains(u':'))
        return stored.model.uri;
    QString path = u"models/"_s % stored.location;
    // The URI of a single file names the file, so that a client saves it under its own name.
    const auto files = modelFolders(azure.store().folder()).level(stored.location);
    if (files && files->size() == 1)
        path += u'/' % files->first().path.section(u'/', -1);
    const auto workspace = azure.workspace();
    return u"azureml://subscriptions/%1/resourcegroups/%2/workspaces/%3/datastores/%4/paths/%5"_s.arg(
        workspace.subscription, workspace.resourceGroup, workspace.name, Wire::blobDatastore, path);
}

QJsonObject resourceOf(AzureMlApi &azure, const StoredModel &stored)
{
    ModelVersion model = stored.model;
    model.uri = uriOf(azure, stored);
    if (const auto source = readAssetUri(stored.model.uri); source && source->kind == AssetUri::Kind::Run)
        model.properties.insert(PropertyName::sourcePath, source->path);
    return Wire::storedModelResource(model, stored.archived, azure.workspace());
}

QJsonObject containerOf(AzureMlApi &azure, const ModelName &name)
{
    const RegisteredModel &model = name.model;
    return Wire::containerResource(
        {model.name, model.description, model.latestVersion, name.nextVersion, model.tags, model.created}, u"models"_s,
        azure.workspace());
}

Response names(Request &request, AzureMlApi &azure)
{
    const auto values = valueOf(azure.store().database().read([&azure](Connection &connection) {
        QJsonArray list;
        const auto all = ModelStore(connection).names();
        for (const ModelName &name : all) {
            // A name without versions contains only its next version number.
            if (!name.model.latestVersion.isEmpty())
                list.append(containerOf(azure, name));
        }
        return list;
    }));
    return armList(request, values);
}

Response oneName(Request &request, AzureMlApi &azure)
{
    const auto name = valueOf(azure.store().database().read(
        [&](Connection &connection) { return ModelStore(connection).name(request.capture(u"name")); }));
    return Response::json(containerOf(azure, name));
}

Result<StoredModel> find(AzureMlApi &azure, const QString &name, const QString &version)
{
    return azure.store().database().read(
        [&](Connection &connection) { return ModelStore(connection).version(name, version); });
}

Response versions(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const QString wanted = request.parameter(u"version");
    const auto values = valueOf(azure.store().database().read([&](Connection &connection) {
        valueOf(ModelStore(connection).name(name)); // refuses an unknown name
        QJsonArray list;
        const auto all = ModelStore(connection).versions(name);
        for (const StoredModel &stored : all) {
            if (isListed(request, stored.archived) && (wanted.isEmpty() || wanted == stored.model.version))
                list.append(resourceOf(azure, stored));
        }
        return list;
    }));
    return armList(request, values);
}

Response answer(AzureMlApi &azure, const QString &name, const QString &version, int status = 200)
{
    return Response::json(resourceOf(azure, valueOf(find(azure, name, version))), status);
}

// Returns the files named by the URI, with their names in the model's folder.
QList<ModelSource> sourcesOf(AzureMlApi &azure, const QString &text)
{
    const auto uri = valueOf(readAssetUri(text));
    const BlobContainers &containers = azure.blobs().containers();
    QList<ModelSource> sources;
    const auto addIfNamed = [&sources, &uri](const QString &path, const BlobPlace &file) {
        if (path == uri.path)
            sources.append({path.section(u'/', -1), file.folder, file.path});
        else if (uri.path.isEmpty() || path.startsWith(uri.path + u'/'))
            sources.append({uri.path.isEmpty() ? path
                                               : QString(path.mid(uri.path.section(u'/', 0, -2).size())
                                                             .section(u'/', uri.path.contains(u'/') ? 1 : 0)),
                            file.folder, file.path});
    };
    if (uri.kind == AssetUri::Kind::Run) {
        const auto run = azure.store().database().read(
            [&uri](Connection &connection) { return RunStore(connection).find(uri.owner); });
        if (!run) {
            throw ApiError(ErrorKind::Rejected,
                           u"properties.modelUri: there is no run '%1' in this workspace."_s.arg(uri.owner));
        }
        const ArtifactFolder folder = artifactsOfRun(azure.store(), uri.owner);
        const auto artifacts = valueOf(folder.below(uri.path));
        // Lists leave out links whose target is outside the folder. A model must not lack files without an error.
        if (const auto why = folder.files().whyIncomplete(folder.pathInFiles(uri.path)))
            throw ApiError(*why);
        for (const Artifact &artifact : artifacts) {
            if (const auto why = folder.whyUnread(artifact.path))
                throw ApiError(*why);
            addIfNamed(artifact.path, {folder.files(), folder.pathInFiles(artifact.path), false});
        }
        if (sources.isEmpty()) {
            throw ApiError(
                ErrorKind::Rejected,
                u"properties.modelUri: the run '%1' has no artifact '%2'. Its artifact list shows what there is."_s.arg(
                    uri.owner, uri.path));
        }
        return sources;
    }
    const Datastore *store = findDatastore(uri.owner);
    const auto blobs = store ? valueOf(containers.list(store->container, uri.path, {}, 100000)) : QList<BlobEntry>();
    for (const BlobEntry &blob : blobs)
        addIfNamed(blob.name, blob.place);
    if (sources.isEmpty())
        throw ApiError(
            ErrorKind::Rejected,
            u"properties.modelUri: there is nothing at '%1' in the datastore '%2'."_s.arg(uri.path, uri.owner));
    return sources;
}

Response create(AzureMlApi &azure, ModelVersion model, bool isArchived)
{
    bool isNumber = false;
    const qlonglong number = model.version.toLongLong(&isNumber);
    if (!isNumber || number < 1 || QString::number(number) != model.version)
        throw ApiError(
            ErrorKind::Rejected,
            u"'%1' cannot be a model's version: versions here are whole numbers from 1 on."_s.arg(model.version));
    const auto sources = sourcesOf(azure, model.uri);
    if (model.runId.isEmpty()) {
        if (const auto uri = readAssetUri(model.uri); uri && uri->kind == AssetUri::Kind::Run)
            model.runId = uri->owner;
    }
    ModelCopy copy(azure.store().folder(), model.name, model.version);
    const auto files = valueOf(copy.make(sources));
    model.size = 0;
    for (const ModelFile &file : files)
        model.size += file.size;
    StoredModel stored;
    stored.model = model;
    stored.location = model.name % u'/' % model.version;
    stored.archived = isArchived;
    // The row is written first: a second registration of this version fails here and does not change the folder of the
    // first.
    valueOf(azure.store().database().write([&](Connection &connection) {
        valueOf(ModelStore(connection).insert(stored, files));
        valueOf(copy.moveIntoPlace());
    }));
    azure.store().changes().bump(Topic::Models);
    return answer(azure, model.name, model.version, 201);
}

Response update(AzureMlApi &azure, StoredModel stored, const ModelVersion &model, std::optional<bool> isArchived)
{
    if (model.uri != stored.model.uri && model.uri != uriOf(azure, stored)) {
        throw ApiError(
            ErrorKind::Conflict,
            u"Version %1 of the model '%2' exists with another source, and files never change under a version. Register the next one."_s
                .arg(model.version, model.name));
    }
    stored.model.description = model.description;
    stored.model.tags = model.tags;
    stored.model.properties = model.properties;
    stored.archived = isArchived.value_or(stored.archived);
    if (!model.type.isEmpty())
        stored.model.type = model.type;
    valueOf(
        azure.store().database().write([&stored](Connection &connection) { ModelStore(connection).update(stored); }));
    azure.store().changes().bump(Topic::Models);
    return answer(azure, model.name, model.version);
}

Response put(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    auto model = valueOf(Wire::modelFromBody(request.capture(u"name"), request.capture(u"version"), body));
    model.properties = Wire::modelPropertiesFrom(body);
    const auto isArchived = Wire::archivesModel(body);
    if (const auto old = find(azure, model.name, model.version))
        return update(azure, *old, model, isArchived);
    return create(azure, model, isArchived.value_or(false));
}

Response remove(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const QString only = request.capture(u"version");
    const bool existed = valueOf(azure.store().database().write([&](Connection &connection) {
        return only.isEmpty() ? ModelStore(connection).removeName(name) : ModelStore(connection).remove(name, only);
    }));
    if (existed) {
        ModelStore::removeFolder(azure.store().folder(), name, only);
        azure.store().changes().bump(Topic::Models);
    }
    return Response::empty(existed ? 200 : 204);
}

} // namespace

void addModelRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/models", [&azure](Request &request) { return names(request, azure); });
    addArm(router, azure, "GET", "/models/{name}", [&azure](Request &request) { return oneName(request, azure); });
    addArm(router, azure, "DELETE", "/models/{name}", [&azure](Request &request) { return remove(request, azure); });
    addArm(router, azure, "GET", "/models/{name}/versions",
           [&azure](Request &request) { return versions(request, azure); });
    addArm(router, azure, "GET", "/models/{name}/versions/{version}",
           [&azure](Request &request) { return answer(azure, request.capture(u"name"), request.capture(u"version")); });
    addArm(router, azure, "PUT", "/models/{name}/versions/{version}",
           [&azure](Request &request) { return put(request, azure); });
    addArm(router, azure, "DELETE", "/models/{name}/versions/{version}",
           [&azure](Request &request) { return remove(request, azure); });
    // Run.register_model() of azureml-core; the routes above serve the models themselves.
    for (const QByteArray &what : {QByteArray("/assets"), QByteArray("/models")}) {
        addData(router, azure, "modelmanagement/v1.0", "POST", what, [](Request &) -> Response {
            throw ApiError(ErrorKind::Rejected,
                           u"azureml-core's model management is not served here. Register what the run wrote with "
                           "mlflow.register_model(), with azure-ai-ml, or with roostctl models register."_s);
        });
    }
}

} // namespace Roost::Service::AzureMl
