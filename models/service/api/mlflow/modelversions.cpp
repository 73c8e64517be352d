// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/artifacts.h"
#include "models/service/api/mlflow/modelhandlers.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/api/mlflow/values.h"
#include "models/wire/mlflow/length.h"
#include "models/wire/mlflow/modelrequests.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

/// The location of a version's files, and what is known about their origin.
struct Origin
{
    QString location;
    QString run;
    QString loggedModel;
};

/// Returns whether a URI could leave its folder: it contains "..", "." or a zero byte, however often they are encoded.
bool climbs(const QString &source)
{
    const QString plain = decodedFully(source);
    const auto isDots = [](const QString &part) { return part == ".."_L1; };
    if (plain.contains(QChar(u'\0')) || std::ranges::any_of(plain.split(u'/'), isDots))
        return true;
    QString path = plain.section(u':', 1).section(u'?', 0, 0).section(u'#', 0, 0);
    if (path.startsWith("//"_L1))
        path = u'/' + path.sliced(2).section(u'/', 1);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return !path.startsWith(u'/') || parts.isEmpty() || parts.contains("."_L1);
}

/// Returns the path with its links resolved as far as it exists.
QString resolvedPath(const QString &path)
{
    QString there = QDir::cleanPath(path);
    QString rest;
    for (QString real; (real = QFileInfo(there).canonicalFilePath()).isEmpty(); there = QFileInfo(there).path()) {
        if (there == QFileInfo(there).path())
            return there + rest;
        rest = u'/' + QFileInfo(there).fileName() + rest;
    }
    return QFileInfo(there).canonicalFilePath() + rest;
}

/// Returns the artifact URI of the run or logged model that a request names as the owner of a source; empty if it names
/// none.
QString ownArtifacts(Connection &connection, const CreateModelVersionRequest &request)
{
    if (request.hasLoggedModel) {
        const auto model = LoggedModelStore(connection).find(request.loggedModel);
        if (!model)
            throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(request.loggedModel));
        return model->artifactUri;
    }
    return request.runId.isEmpty() ? QString() : artifactUri(runOf(connection, request.runId));
}

/// Checks that a source on this machine lies in the artifacts of its run or logged model. Otherwise a client could read
/// any file of the machine through a model version.
void checkLocalSource(Connection &connection, const CreateModelVersionRequest &request)
{
    const QString &source = request.source;
    if (!remoteHostOfFile(source).isEmpty()) {
        // MLflow's server answers with this status, and its clients expect it.
        throw ApiError(500, u"INTERNAL_ERROR"_s,
                       u"%1 is not a valid remote uri. For remote access on windows, please consider using a different "
                       "scheme such as SMB (e.g. smb://<hostname>/<path>)."_s.arg(source));
    }
    const auto owned = localPath(ownArtifacts(connection, request));
    const auto path = localPath(source);
    if (owned && path) {
        const QString folder = resolvedPath(*owned);
        const QString wanted = resolvedPath(*path);
        if (wanted == folder || wanted.startsWith(folder + u'/'))
            return;
    }
    const auto parameter = request.hasLoggedModel ? u"model_id"_s : u"run_id"_s;
    throw ApiError(ErrorKind::Rejected,
                   u"Invalid model version source: '%1'. To use a local path as a model version source, the %2 "
                   "request parameter has to be specified and the local path has to be contained within the "
                   "artifact directory of the run specified by the %2."_s.arg(source, parameter));
}

void checkSource(Connection &connection, const CreateModelVersionRequest &request)
{
    const QString &source = request.source;
    const QString scheme = source.contains(u':') ? source.section(u':', 0, 0).toLower() : QString();
    if (scheme.isEmpty() || scheme.contains(u'/') || scheme == "file"_L1) {
        checkLocalSource(connection, request);
        return;
    }
    // The root of all artifacts; MLflow's server refuses it on this way, and takes it from a client of its database.
    const bool isRoot = source == "mlflow-artifacts:"_L1;
    if (!isRoot && climbs(source)) {
        throw ApiError(ErrorKind::Rejected,
                       u"Invalid model version source: '%1'. If supplying a source as an http, https, local file path, "
                       "ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative "
                       "path references present. Please provide an absolute path."_s.arg(source));
    }
}

/// Returns whether the version is a prompt. A prompt is a text in a tag, and its source has no meaning.
bool isPrompt(const QList<KeyValue> &tags)
{
    bool prompt = false;
    for (const KeyValue &tag : tags) {
        if (tag.key == "mlflow.prompt.is_prompt"_L1)
            prompt = tag.value.toLower() == "true"_L1;
    }
    return prompt;
}

/// Checks that the files belong to the named run, if the service knows both.
void checkOwner(const RpcContext &context, const QString &source, const QString &run)
{
    QString owner;
    if (source.startsWith("runs:/"_L1))
        owner = source.sliced(6).section(u'/', 0, 0);
    else if (proxiedPath(source))
        owner = placeOfUri(context.store, context.connection, source).runId;
    if (!run.isEmpty() && !owner.isEmpty() && owner != run && RunStore(context.connection).find(run)) {
        throw ApiError(ErrorKind::Rejected, u"Invalid model version source: '%1'. The run_id request parameter must "
                                            "identify the resource that contains the source."_s.arg(source));
    }
}

Origin originOf(Connection &connection, const CreateModelVersionRequest &request)
{
    const QString &source = request.source;
    Origin origin{source, request.runId, request.loggedModel};
    if (source.startsWith("models:/m-"_L1))
        origin.loggedModel = source.sliced(8);
    if (!origin.loggedModel.isEmpty()) {
        const auto model = LoggedModelStore(connection).find(origin.loggedModel);
        if (!model)
            throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(origin.loggedModel));
        if (source.startsWith("models:/"_L1))
            origin.location = model->artifactUri;
        if (origin.run.isEmpty())
            origin.run = model->sourceRun;
    } else if (source.startsWith("models:/"_L1)) {
        // A copy of a version refers to the files of that version.
        const QStringList parts = source.sliced(8).split(u'/');
        requireModel(connection, parts.first());
        origin.location = downloadUri(connection, parts.first(), parts.value(1).toLongLong());
    } else if (source.startsWith("runs:/"_L1)) {
        const QString rest = source.sliced(6);
        // A run of another server is unknown here; the version keeps the client's values.
        if (const auto run = RunStore(connection).find(rest.section(u'/', 0, 0))) {
            origin.location = below(artifactUri(*run), rest.section(u'/', 1));
            origin.run = run->id;
        }
    }
    return origin;
}

/// Adds the version to the logged model's own list of registrations.
void addRegistration(Connection &connection, const QString &modelId, const QString &name, qint64 version)
{
    LoggedModelStore models(connection);
    const auto model = models.find(modelId);
    if (!model)
        return;
    const auto tag = QString::fromLatin1(registrationsTag);
    const QString list = withRegistration(models.tags(model->seq).value(tag), name, version);
    models.setTag(model->seq, tag, firstCharacters(list, longestTag));
}

QJsonObject create(RpcContext &context, const CreateModelVersionRequest &request)
{
    ModelStore models(context.connection);
    const bool prompt = isPrompt(request.tags);
    if (!prompt) {
        checkSource(context.connection, request);
        checkOwner(context, request.source, request.runId);
    }
    requireModel(context.connection, request.name);
    StoredModel stored;
    stored.model.runId = request.runId;
    if (!prompt) {
        const Origin origin = originOf(context.connection, request);
        stored.location = origin.location;
        stored.model.runId = origin.run;
        stored.registration.loggedModel = origin.loggedModel;
    }
    stored.model.name = request.name;
    stored.model.version = valueOf(models.name(request.name)).nextVersion;
    stored.model.description = request.description;
    stored.model.type = ModelVersion::MlFlowType;
    stored.model.uri = request.source;
    stored.registration.runLink = request.runLink;
    for (const KeyValue &tag : request.tags) {
        checkTag(tag.key, tag.value, longestRegistryTag);
        stored.model.tags.insert(tag.key, tag.value);
    }
    valueOf(models.insert(stored, {}));
    const qint64 version = stored.model.version.toLongLong();
    if (!stored.registration.loggedModel.isEmpty())
        addRegistration(context.connection, stored.registration.loggedModel, request.name, version);
    context.changedModels();
    return answerWithVersion(context.connection, request.name, version);
}

QJsonObject get(RpcContext &context, const ModelVersionRequest &request)
{
    return answerWithVersion(context.connection, request.name,
                             versionOf(context.connection, request.name, request.version));
}

QJsonObject update(RpcContext &context, const UpdateModelVersionRequest &request)
{
    const qint64 version = versionOf(context.connection, request.name, request.version);
    ModelStore(context.connection).setVersionDescription(request.name, version, request.description);
    context.changedModels();
    return answerWithVersion(context.connection, request.name, version);
}

QJsonObject remove(RpcContext &context, const ModelVersionRequest &request)
{
    const QString version = QString::number(versionOf(context.connection, request.name, request.version));
    ModelStore(context.connection).remove(request.name, version);
    context.afterCommit.emplace_back([&store = context.store, name = request.name, version] {
        ModelStore::removeFolder(store.folder(), name, version);
    });
    context.changedModels();
    return {};
}

QJsonObject getDownloadUri(RpcContext &context, const ModelVersionRequest &request)
{
    const qint64 version = versionOf(context.connection, request.name, request.version);
    return artifactUriAnswer(downloadUri(context.connection, request.name, version));
}

QJsonObject transitionStage(RpcContext &context, const TransitionStageRequest &request)
{
    ModelStore models(context.connection);
    const qint64 version = versionOf(context.connection, request.name, request.version);
    const QString stage = stageNamed(request.stage);
    if (request.archiveExisting) {
        if (stage != "Staging"_L1 && stage != "Production"_L1) {
            throw ApiError(ErrorKind::Rejected, u"Model version transition cannot archive existing model versions "
                                                "because '%1' is not an Active stage."_s.arg(stage));
        }
        models.archiveOthers(request.name, version, stage);
    }
    models.setStage(request.name, version, stage);
    context.changedModels();
    return answerWithVersion(context.connection, request.name, version);
}

QJsonObject setTag(RpcContext &context, const ModelVersionTagRequest &request)
{
    const qint64 version = versionOf(context.connection, request.name, request.version);
    checkTag(request.key, request.value, longestRegistryTag);
    ModelStore(context.connection).setVersionTag(request.name, version, request.key, request.value);
    context.changedModels();
    return {};
}

QJsonObject deleteTag(RpcContext &context, const ModelVersionTagRequest &request)
{
    const qint64 version = versionOf(context.connection, request.name, request.version);
    ModelStore(context.connection).removeVersionTag(request.name, version, request.key);
    context.changedModels();
    return {};
}

ApiError noSuchVersion(const QString &name, const QString &version)
{
    return ApiError(ErrorKind::NotFound, u"Model Version (name=%1, version=%2) not found"_s.arg(name, version));
}

} // namespace

qint64 versionNumber(const QString &text)
{
    bool ok = false;
    const qint64 version = text.toLongLong(&ok);
    if (!ok)
        throw ApiError(ErrorKind::Rejected, u"Parameter 'version' must be an integer, got '%1'."_s.arg(text));
    return version;
}

qint64 versionOf(Connection &connection, const QString &name, const QString &version)
{
    // A model that does not exist has no version; MLflow's server also reports the version as missing.
    const qint64 number = versionNumber(version);
    if (!ModelStore(connection).hasVersion(name, number))
        throw noSuchVersion(name, version);
    return number;
}

QString downloadUri(Connection &connection, const QString &name, qint64 version)
{
    const auto stored = ModelStore(connection).version(name, QString::number(version));
    if (!stored)
        throw noSuchVersion(name, QString::number(version));
    // A prompt has no files, only the text of its source.
    if (stored->location.isEmpty())
        return stored->model.uri;
    if (localPath(stored->location))
        return stored->location;
    // A version that was registered through Azure ML's API has a folder of its own.
    if (QUrl(stored->location).scheme().isEmpty() || stored->location.startsWith("azureml:"_L1))
        return u"mlflow-artifacts:/registered/%1/%2"_s.arg(name).arg(version);
    return stored->location;
}

QJsonObject answerWithVersion(Connection &connection, const QString &name, qint64 version)
{
    const ModelStore models(connection);
    MlflowModelVersion value = modelVersionValue(valueOf(models.version(name, QString::number(version))));
    value.aliases = models.aliasesOf(name, version);
    return modelVersionAnswer(value);
}

QList<RpcHandler> modelVersionHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("POST", "model-versions/create", Writes, create),
        rpc("GET", "model-versions/get", Reads, get),
        rpc("PATCH", "model-versions/update", Writes, update),
        rpc("DELETE", "model-versions/delete", Writes, remove),
        rpc("GET", "model-versions/search", Reads, searchModelVersions),
        rpc("GET", "model-versions/get-download-uri", Reads, getDownloadUri),
        rpc("POST", "model-versions/transition-stage", Writes, transitionStage),
        rpc("POST", "model-versions/set-tag", Writes, setTag),
        rpc("DELETE", "model-versions/delete-tag", Writes, deleteTag),
    };
}

} // namespace Roost::Service::Mlflow
