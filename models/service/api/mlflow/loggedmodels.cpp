// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/loggedmodels.h"

#include "models/core/job.h"
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/values.h"
#include "models/wire/mlflow/length.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

LoggedModelRow modelOf(const RpcContext &context)
{
    const QString id = context.request.capture(u"id");
    const auto row = LoggedModelStore(context.connection).find(id);
    if (!row)
        throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(id));
    return *row;
}

QJsonObject answerWith(const RpcContext &context, const QString &id)
{
    const auto row = LoggedModelStore(context.connection).find(id);
    return loggedModelAnswer(loggedModelValue(context.connection, *row));
}

void addParams(Connection &connection, qint64 seq, const QList<KeyValue> &params)
{
    LoggedModelStore models(connection);
    for (const KeyValue &param : params) {
        checkKey(param.keyPath, param.key, u"Param key");
        const QString value = firstCharacters(param.value, longestParam);
        const auto known = models.param(seq, param.key);
        if (!known) {
            models.addParam(seq, param.key, value);
        } else if (*known != value) {
            throw ApiError(
                ErrorKind::Rejected,
                u"Changing param values is not allowed. Param with key='%1' was already logged with "
                "value='%2' for the model. Attempted logging new value '%3'."_s.arg(param.key, *known, value));
        }
    }
}

void addTags(Connection &connection, qint64 seq, const QList<KeyValue> &tags)
{
    for (const KeyValue &tag : tags) {
        checkKey(u"key"_s, tag.key, u"key");
        LoggedModelStore(connection).setTag(seq, tag.key, firstCharacters(tag.value, longestTag));
    }
}

QJsonObject create(RpcContext &context, const CreateLoggedModelRequest &request)
{
    const auto experiment = activeExperimentOf(context.connection, request.experimentId);
    LoggedModelRow model;
    model.id = u"m-"_s + RunStore::inventId();
    model.experiment = experiment.id;
    model.name = request.name.isEmpty() ? inventJobName() : request.name;
    checkLoggedModelName(model.name);
    model.type = request.type;
    model.sourceRun = request.sourceRun;
    model.artifactUri = below(experiment.artifactLocation, u"models/"_s + model.id + u"/artifacts"_s);
    const qint64 seq = LoggedModelStore(context.connection).create(model);
    addParams(context.connection, seq, request.params);
    addTags(context.connection, seq, request.tags);
    return answerWith(context, model.id);
}

QJsonObject get(RpcContext &context, const NoParametersRequest &)
{
    return answerWith(context, modelOf(context).id);
}

QJsonObject finalize(RpcContext &context, const FinalizeLoggedModelRequest &request)
{
    const LoggedModelRow row = modelOf(context);
    LoggedModelStore(context.connection).setStatus(row.seq, request.status, request.message);
    if (!row.sourceRun.isEmpty())
        context.changedRun(row.sourceRun);
    return answerWith(context, row.id);
}

QJsonObject remove(RpcContext &context, const NoParametersRequest &)
{
    LoggedModelStore(context.connection).markDeleted(modelOf(context).seq);
    return {};
}

QJsonObject logParams(RpcContext &context, const LoggedModelParamsRequest &request)
{
    const LoggedModelRow row = modelOf(context);
    addParams(context.connection, row.seq, request.params);
    LoggedModelStore(context.connection).touch(row.seq);
    return {};
}

QJsonObject setTags(RpcContext &context, const LoggedModelTagsRequest &request)
{
    const LoggedModelRow row = modelOf(context);
    addTags(context.connection, row.seq, request.tags);
    LoggedModelStore(context.connection).touch(row.seq);
    return {};
}

QJsonObject deleteTag(RpcContext &context, const NoParametersRequest &)
{
    const LoggedModelRow row = modelOf(context);
    const QString key = context.request.capture(u"key");
    if (!LoggedModelStore(context.connection).removeTag(row.seq, key))
        throw ApiError(ErrorKind::NotFound, u"No tag with key '%1' for model with ID '%2'."_s.arg(key, row.id));
    return {};
}

} // namespace

QList<RpcHandler> loggedModelHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("POST", "logged-models/search", Reads, searchLoggedModels),
        rpc("POST", "logged-models", Writes, create),
        rpc("GET", "logged-models/{id}", Reads, get),
        rpc("PATCH", "logged-models/{id}", Writes, finalize),
        rpc("DELETE", "logged-models/{id}", Writes, remove),
        rpc("POST", "logged-models/{id}/params", Writes, logParams),
        rpc("PATCH", "logged-models/{id}/tags", Writes, setTags),
        rpc("DELETE", "logged-models/{id}/tags/{key*}", Writes, deleteTag),
    };
}

} // namespace Roost::Service::Mlflow
