// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/modelhandlers.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/values.h"
#include "models/wire/mlflow/modelrequests.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

QJsonObject answerWith(const RpcContext &context, const QString &name)
{
    return modelAnswer(modelValue(context.connection, valueOf(ModelStore(context.connection).name(name))));
}

QJsonObject create(RpcContext &context, const CreateModelRequest &request)
{
    ModelStore models(context.connection);
    checkModelName(request.name);
    valueOf(models.createName(request.name, request.description));
    for (const KeyValue &tag : request.tags) {
        checkTag(tag.key, tag.value, longestRegistryTag);
        models.setNameTag(request.name, tag.key, tag.value);
    }
    context.changedModels();
    return answerWith(context, request.name);
}

QJsonObject get(RpcContext &context, const ModelRequest &request)
{
    requireModel(context.connection, request.name);
    return answerWith(context, request.name);
}

QJsonObject rename(RpcContext &context, const RenameModelRequest &request)
{
    checkModelName(request.newName);
    requireModel(context.connection, request.name);
    valueOf(ModelStore(context.connection).rename(context.store.folder(), request.name, request.newName));
    context.changedModels();
    return answerWith(context, request.newName);
}

QJsonObject update(RpcContext &context, const UpdateModelRequest &request)
{
    requireModel(context.connection, request.name);
    ModelStore(context.connection).setNameDescription(request.name, request.description);
    context.changedModels();
    return answerWith(context, request.name);
}

QJsonObject remove(RpcContext &context, const ModelRequest &request)
{
    requireModel(context.connection, request.name);
    ModelStore(context.connection).removeName(request.name);
    context.afterCommit.emplace_back(
        [&store = context.store, name = request.name] { ModelStore::removeFolder(store.folder(), name); });
    context.changedModels();
    return {};
}

QJsonObject getLatestVersions(RpcContext &context, const LatestVersionsRequest &request)
{
    requireModel(context.connection, request.name);
    QStringList stages;
    for (const QString &stage : request.stages)
        stages.append(stageNamed(stage));
    QList<MlflowModelVersion> versions;
    const auto latest = ModelStore(context.connection).latestOfStages(request.name);
    for (const StoredModel &version : latest) {
        if (stages.isEmpty() || stages.contains(version.registration.stage))
            versions.append(modelVersionValue(version));
    }
    return modelVersionsAnswer(versions);
}

QJsonObject setTag(RpcContext &context, const ModelTagRequest &request)
{
    requireModel(context.connection, request.name);
    checkTag(request.key, request.value, longestRegistryTag);
    ModelStore(context.connection).setNameTag(request.name, request.key, request.value);
    context.changedModels();
    return {};
}

QJsonObject deleteTag(RpcContext &context, const ModelTagRequest &request)
{
    checkKey(u"key"_s, request.key);
    requireModel(context.connection, request.name);
    ModelStore(context.connection).removeNameTag(request.name, request.key);
    context.changedModels();
    return {};
}

QJsonObject setAlias(RpcContext &context, const SetModelAliasRequest &request)
{
    checkAlias(request.alias);
    const qint64 version = versionOf(context.connection, request.name, request.version);
    ModelStore(context.connection).setAlias(request.name, request.alias, version);
    context.changedModels();
    return {};
}

QJsonObject deleteAlias(RpcContext &context, const ModelAliasRequest &request)
{
    requireModel(context.connection, request.name);
    ModelStore(context.connection).removeAlias(request.name, request.alias);
    context.changedModels();
    return {};
}

QJsonObject getAlias(RpcContext &context, const ModelAliasRequest &request)
{
    requireModel(context.connection, request.name);
    const auto version = ModelStore(context.connection).versionOfAlias(request.name, request.alias);
    if (!version)
        throw ApiError(ErrorKind::Rejected, u"Registered model alias %1 not found."_s.arg(request.alias));
    return answerWithVersion(context.connection, request.name, *version);
}

} // namespace

void requireModel(Connection &connection, const QString &name)
{
    if (!ModelStore(connection).hasName(name))
        throw ApiError(ErrorKind::NotFound, u"Registered Model with name=%1 not found"_s.arg(name));
}

QString stageNamed(const QString &stage)
{
    for (const QString &known : {u"None"_s, u"Staging"_s, u"Production"_s, u"Archived"_s}) {
        if (stage.compare(known, Qt::CaseInsensitive) == 0)
            return known;
    }
    throw ApiError(ErrorKind::Rejected, u"Invalid Model Version stage: %1. Value must be one of None, Staging, "
                                        "Production, Archived."_s.arg(stage));
}

QList<RpcHandler> registeredModelHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("POST", "registered-models/create", Writes, create),
        rpc("POST", "registered-models/rename", Writes, rename),
        rpc("PATCH", "registered-models/update", Writes, update),
        rpc("DELETE", "registered-models/delete", Writes, remove),
        rpc("GET", "registered-models/get", Reads, get),
        rpc("GET", "registered-models/search", Reads, searchRegisteredModels),
        rpc("POST", "registered-models/get-latest-versions", Reads, getLatestVersions),
        rpc("GET", "registered-models/get-latest-versions", Reads, getLatestVersions),
        rpc("POST", "registered-models/set-tag", Writes, setTag),
        rpc("DELETE", "registered-models/delete-tag", Writes, deleteTag),
        rpc("POST", "registered-models/alias", Writes, setAlias),
        rpc("DELETE", "registered-models/alias", Writes, deleteAlias),
        rpc("GET", "registered-models/alias", Reads, getAlias),
    };
}

} // namespace Roost::Service::Mlflow
