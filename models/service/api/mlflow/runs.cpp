// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/runs.h"

#include "models/core/runkeys.h"
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/values.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/datasetstore.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/wire/mlflow/length.h"
#include "models/wire/mlflow/runrequests.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

QByteArray create(RpcContext &context, const CreateRunRequest &request)
{
    NewRun run;
    run.experiment = activeExperimentOf(context.connection, request.experimentId).id;
    run.displayName = request.name;
    run.user = request.user;
    run.startedMs = request.startMs.value_or(nowMs());
    // An import creates runs of the past.
    if (request.startMs && *request.startMs > 0)
        run.createdMs = request.startMs;
    for (const KeyValue &tag : request.tags) {
        checkKey(tag.keyPath, tag.key, u"key");
        run.tags.insert(tag.key, firstCharacters(tag.value, longestTag));
    }
    const QString tagName = run.tags.value(TagName::runName);
    if (!run.displayName.isEmpty() && !tagName.isEmpty() && run.displayName != tagName) {
        throw ApiError(ErrorKind::Rejected,
                       u"Both 'run_name' argument and 'mlflow.runName' tag are specified, but "
                       "with different values (run_name='%1', mlflow.runName='%2')."_s.arg(run.displayName, tagName));
    }
    if (run.displayName.isEmpty())
        run.displayName = tagName;
    if (run.user.isEmpty())
        run.user = run.tags.value(TagName::user);
    const RunRow row = valueOf(RunStore(context.connection).create(run));
    context.changedRun(row.id);
    return runAnswer(runValue(context.connection, row));
}

QByteArray update(RpcContext &context, const UpdateRunRequest &request)
{
    RunStore runs(context.connection);
    const RunRow run = activeRun(context.connection, request.runId);
    // Only the state machine sets the status of a job; RUNNING or FINISHED from its script's client changes nothing.
    if (!run.isJob && request.status) {
        const RunStatus status = *request.status == RunStatus::Queued ? RunStatus::NotStarted : *request.status;
        runs.setReportedStatus(run.seq, status, request.endMs);
    } else if (!run.isJob && request.endMs) {
        runs.setEnd(run.seq, *request.endMs);
    }
    if (!request.name.isEmpty())
        runs.rename(run.seq, request.name);
    context.changedRun(run.id);
    return runInfoAnswer(runInfoValue(runs.bySeq(run.seq)));
}

QByteArray get(RpcContext &context, const RunRequest &request)
{
    return runAnswer(runValue(context.connection, runOf(context.connection, request.runId)));
}

QJsonObject setDeleted(RpcContext &context, const QString &id, bool deleted)
{
    const RunRow run = runOf(context.connection, id);
    // A client repeats a request if it received no reply.
    if (run.deleted == deleted)
        return {};
    if (deleted && run.isJob && !isTerminal(run.status))
        throw ApiError(ErrorKind::Rejected, u"The run %1 is a job that is not over; cancel it first."_s.arg(run.id));
    RunStore(context.connection).setDeleted(run.seq, deleted);
    context.changedRun(run.id);
    return {};
}

QJsonObject remove(RpcContext &context, const RunRequest &request)
{
    return setDeleted(context, request.runId, true);
}

QJsonObject restore(RpcContext &context, const RunRequest &request)
{
    return setDeleted(context, request.runId, false);
}

QJsonObject logMetric(RpcContext &context, const LogMetricRequest &request)
{
    checkMetric({}, request.key, request.point);
    const RunRow run = activeRun(context.connection, request.runId);
    const QByteArray utf8 = request.key.toUtf8();
    MetricStore(context.connection).log(run.seq, {{{utf8.constData(), std::size_t(utf8.size())}, request.point}});
    if (!request.modelId.isEmpty()) {
        LoggedModelStore(context.connection)
            .logMetric(request.modelId,
                       {request.key, request.point, run.id, request.datasetName, request.datasetDigest});
    }
    RunStore(context.connection).touch(run.seq);
    context.changedRun(run.id);
    return {};
}

QJsonObject logParameter(RpcContext &context, const RunPairRequest &request)
{
    checkKey(u"key"_s, request.key, u"Param key");
    const RunRow run = activeRun(context.connection, request.runId);
    logParam(context.connection, run, request.key, request.value);
    RunStore(context.connection).touch(run.seq);
    context.changedRun(run.id);
    return {};
}

QJsonObject setTag(RpcContext &context, const RunPairRequest &request)
{
    checkKey(u"key"_s, request.key, u"key");
    const RunRow run = activeRun(context.connection, request.runId);
    setRunTag(context.connection, run, request.key, request.value);
    context.changedRun(run.id);
    return {};
}

QJsonObject deleteTag(RpcContext &context, const DeleteRunTagRequest &request)
{
    const RunRow run = activeRun(context.connection, request.runId);
    if (!RunStore(context.connection).removeTag(run.seq, request.key))
        throw ApiError(ErrorKind::NotFound, u"No tag with name: %1 in run with id %2"_s.arg(request.key, run.id));
    context.changedRun(run.id);
    return {};
}

QJsonObject logModel(RpcContext &context, const LogModelRequest &request)
{
    RunStore runs(context.connection);
    const RunRow run = activeRun(context.connection, request.runId);
    const auto tag = u"mlflow.log-model.history"_s;
    runs.setTag(run.seq, tag, request.addedTo(runs.tags(run.seq).value(tag)));
    context.changedRun(run.id);
    return {};
}

QJsonObject logInputs(RpcContext &context, const LogInputsRequest &request)
{
    const RunRow run = activeRun(context.connection, request.runId);
    for (const DatasetInput &input : request.datasets)
        DatasetStore(context.connection).logInput(run.seq, run.experiment, input);
    for (const QString &model : request.models)
        LoggedModelStore(context.connection).addInput(run.seq, model);
    context.changedRun(run.id);
    return {};
}

QJsonObject logOutputs(RpcContext &context, const LogOutputsRequest &request)
{
    const RunRow run = activeRun(context.connection, request.runId);
    for (const RunModel &model : request.models)
        LoggedModelStore(context.connection).addOutput(run.seq, model);
    context.changedRun(run.id);
    return {};
}

} // namespace

RunRow runOf(Connection &connection, const QString &id)
{
    const auto run = RunStore(connection).find(id);
    if (!run)
        throw ApiError(ErrorKind::NotFound, u"Run with id=%1 not found"_s.arg(id));
    return *run;
}

RunRow activeRun(Connection &connection, const QString &id)
{
    const RunRow run = runOf(connection, id);
    if (run.deleted) {
        throw ApiError(ErrorKind::Rejected,
                       u"The run %1 must be in the 'active' state. Current state is deleted."_s.arg(id));
    }
    return run;
}

void checkMetric(const QString &path, const QString &key, const MetricPoint &point)
{
    const QString before = path.isEmpty() ? path : path + u'.';
    checkKey(before + u"name"_s, key);
    if (point.timestamp < 0) {
        refuseValue(before + u"timestamp"_s, point.timestamp,
                    u"metric '%1' (value=%2). Timestamp must be a nonnegative long (64-bit integer) "_s.arg(key).arg(
                        point.value));
    }
    checkLength(u"Metric name", key, longestKey);
}

void logParam(Connection &connection, const RunRow &run, const QString &key, const QString &value)
{
    const QString stored = firstCharacters(value, longestParam);
    const auto before = RunStore(connection).param(run.seq, key);
    if (!before) {
        RunStore(connection).setParam(run.seq, key, stored);
    } else if (*before != stored) {
        throw ApiError(ErrorKind::Rejected, u"Changing param values is not allowed. Param with key='%1' was already "
                                            "logged with value='%2' for run ID='%3'. Attempted logging new value "
                                            "'%4'."_s.arg(key, *before, run.id, stored));
    }
}

void setRunTag(Connection &connection, const RunRow &run, const QString &key, const QString &value)
{
    RunStore(connection).setTag(run.seq, key, firstCharacters(value, longestTag));
}

QList<RpcHandler> runHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("POST", "runs/create", Writes, create),
        rpc("POST", "runs/update", Writes, update),
        rpc("GET", "runs/get", Reads, get),
        rpc("POST", "runs/delete", Writes, remove),
        rpc("POST", "runs/restore", Writes, restore),
        rpc("POST", "runs/log-metric", Writes, logMetric),
        rpc("POST", "runs/log-parameter", Writes, logParameter),
        rpc("POST", "runs/set-tag", Writes, setTag),
        rpc("POST", "runs/delete-tag", Writes, deleteTag),
        rpc("POST", "runs/log-model", Writes, logModel),
        rpc("POST", "runs/log-inputs", Writes, logInputs),
        rpc("POST", "runs/outputs", Writes, logOutputs),
    };
}

} // namespace Roost::Service::Mlflow
