// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/runs.h"

#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/metricstore.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

QJsonObject create(Call &call)
{
    const Message &message = call.message;
    NewRun run;
    run.experiment = activeExperimentOf(call.connection, message.text(u"experiment_id")).id;
    run.displayName = message.text(u"run_name");
    run.user = message.text(u"user_id");
    run.startedMs = message.integer(u"start_time").value_or(nowMs());
    const auto tags = message.messages(u"tags");
    for (const Message &tag : tags) {
        const QString key = tag.requiredText(u"key");
        checkKey(tag.pathOf(u"key"), key, u"key");
        run.tags.insert(key, firstCharacters(tag.text(u"value"), longestTag));
    }
    const QString tagName = run.tags.value(u"mlflow.runName"_s);
    if (!run.displayName.isEmpty() && !tagName.isEmpty() && run.displayName != tagName) {
        throw ApiError(ErrorKind::Rejected,
                       u"Both 'run_name' argument and 'mlflow.runName' tag are specified, but "
                       "with different values (run_name='%1', mlflow.runName='%2')."_s.arg(run.displayName, tagName));
    }
    if (run.displayName.isEmpty())
        run.displayName = tagName;
    if (run.user.isEmpty())
        run.user = run.tags.value(u"mlflow.user"_s);
    const RunRow row = valueOf(RunStore(call.connection).create(run));
    call.changedRun(row.id);
    return {{u"run"_s, runJson(call.connection, row)}};
}

QJsonObject update(Call &call)
{
    const Message &message = call.message;
    const RunRow run = activeRun(call.connection, message.runId());
    const auto status = statusFromWord(message.word(u"status").toUpper());
    const auto ended = message.integer(u"end_time");
    // How a job goes is known by those who run it; its script's client may say RUNNING or FINISHED as it likes.
    if (!run.isJob && status) {
        call.connection.run("UPDATE runs SET status = ?2, updated_ms = ?3, "
                            "started_ms = coalesce(started_ms, CASE WHEN ?2 = 'Running' THEN ?3 END), "
                            "ended_ms = CASE WHEN ?4 THEN coalesce(?5, ended_ms, ?3) ELSE coalesce(?5, ended_ms) END "
                            "WHERE seq = ?1",
                            run.seq, toWord(*status), nowMs(), isTerminal(*status), ended);
    } else if (!run.isJob && ended) {
        call.connection.run("UPDATE runs SET ended_ms = ?2, updated_ms = ?3 WHERE seq = ?1", run.seq, ended, nowMs());
    }
    const QString name = message.text(u"run_name");
    if (!name.isEmpty())
        RunStore(call.connection).rename(run.seq, name);
    call.changedRun(run.id);
    return {{u"run_info"_s, runInfoJson(RunStore(call.connection).bySeq(run.seq))}};
}

QJsonObject get(Call &call)
{
    return {{u"run"_s, runJson(call.connection, runOf(call))}};
}

QJsonObject setDeleted(Call &call, bool deleted)
{
    const RunRow run = runOf(call);
    // A client repeats what it got no answer to.
    if (run.deleted == deleted)
        return {};
    if (deleted && run.isJob && !isTerminal(run.status)) {
        throw ApiError(ErrorKind::Rejected, u"The run %1 is a job that is not over; cancel it first."_s.arg(run.id));
    }
    call.connection.run("UPDATE runs SET deleted = ?2, updated_ms = ?3 WHERE seq = ?1", run.seq, deleted, nowMs());
    call.changedRun(run.id);
    return {};
}

QJsonObject remove(Call &call)
{
    return setDeleted(call, true);
}

QJsonObject restore(Call &call)
{
    return setDeleted(call, false);
}

QJsonObject logMetric(Call &call)
{
    const Message &message = call.message;
    const QString key = message.requiredText(u"key");
    const MetricPoint point{message.number(u"value").value_or(0), message.requiredInteger(u"timestamp"),
                            message.integer(u"step").value_or(0)};
    checkMetric({}, key, point);
    const RunRow run = activeRun(call.connection, message.runId());
    const QByteArray utf8 = key.toUtf8();
    MetricStore(call.connection).log(run.seq, {{{utf8.constData(), std::size_t(utf8.size())}, point}});
    const QString model = message.text(u"model_id");
    if (!model.isEmpty()) {
        logModelMetric(call.connection, model, run.id, key, point, message.text(u"dataset_name"),
                       message.text(u"dataset_digest"));
    }
    touchRun(call.connection, run);
    call.changedRun(run.id);
    return {};
}

QJsonObject logParameter(Call &call)
{
    const QString key = call.message.requiredText(u"key");
    checkKey(u"key"_s, key, u"Param key");
    const RunRow run = activeRun(call.connection, call.message.runId());
    logParam(call.connection, run, key, call.message.text(u"value"));
    touchRun(call.connection, run);
    call.changedRun(run.id);
    return {};
}

QJsonObject setTag(Call &call)
{
    const QString key = call.message.requiredText(u"key");
    checkKey(u"key"_s, key, u"key");
    const RunRow run = activeRun(call.connection, call.message.runId());
    setRunTag(call.connection, run, key, call.message.text(u"value"));
    call.changedRun(run.id);
    return {};
}

QJsonObject deleteTag(Call &call)
{
    const RunRow run = activeRun(call.connection, call.message.runId());
    const QString key = call.message.requiredText(u"key");
    if (!RunStore(call.connection).removeTag(run.seq, key)) {
        throw ApiError(ErrorKind::NotFound, u"No tag with name: %1 in run with id %2"_s.arg(key, run.id));
    }
    call.changedRun(run.id);
    return {};
}

// MLflow 2.x: what a logged model is, as JSON text, added to the history in a tag.
QJsonObject logModel(Call &call)
{
    const RunRow run = activeRun(call.connection, call.message.runId());
    const QString text = call.message.requiredText(u"model_json");
    const QJsonObject model = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const QString &key : {u"artifact_path"_s, u"flavors"_s, u"utc_time_created"_s, u"run_id"_s}) {
        if (!model.contains(key)) {
            throw ApiError(ErrorKind::Rejected, u"Model json is missing mandatory fields: '%1'."_s.arg(key));
        }
    }
    const auto tag = u"mlflow.log-model.history"_s;
    const QString before = RunStore(call.connection).tags(run.seq).value(tag);
    QJsonArray history = QJsonDocument::fromJson(before.toUtf8()).array();
    history.append(model);
    RunStore(call.connection)
        .setTag(run.seq, tag, QString::fromUtf8(QJsonDocument(history).toJson(QJsonDocument::Compact)));
    call.changedRun(run.id);
    return {};
}

qint64 datasetOf(Connection &connection, const RunRow &run, const Message &dataset)
{
    const QString name = dataset.requiredText(u"name");
    const QString digest = dataset.requiredText(u"digest");
    const QString sourceType = dataset.requiredText(u"source_type");
    const QString source = dataset.requiredText(u"source");
    constexpr int longestName = 500;
    constexpr int longestDigest = 36;
    constexpr int longestSource = 65535;
    checkLength(dataset.pathOf(u"name"), name, longestName);
    checkLength(dataset.pathOf(u"digest"), digest, longestDigest);
    checkLength(dataset.pathOf(u"source"), source, longestSource);
    const auto optional = [&dataset](QStringView key) {
        return dataset.has(key) ? std::optional(dataset.text(key)) : std::nullopt;
    };
    connection.run("INSERT OR IGNORE INTO datasets(experiment, name, digest, source_type, source, schema, profile) "
                   "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                   run.experiment, name, digest, sourceType, source, optional(u"schema"), optional(u"profile"));
    Statement found = connection.query("SELECT id FROM datasets WHERE experiment = ?1 AND name = ?2 AND digest = ?3",
                                       run.experiment, name, digest);
    found.next();
    return found.integer(0);
}

QJsonObject logInputs(Call &call)
{
    const RunRow run = activeRun(call.connection, call.message.runId());
    Connection &connection = call.connection;
    const auto inputs = call.message.messages(u"datasets");
    for (const Message &input : inputs) {
        const auto dataset = input.message(u"dataset");
        if (!dataset)
            refuseMissing(input.pathOf(u"dataset"));
        const qint64 id = datasetOf(connection, run, *dataset);
        // The context a data set was first logged with stays.
        if (connection.run("INSERT OR IGNORE INTO run_inputs(run, dataset) VALUES(?1, ?2)", run.seq, id) == 0)
            continue;
        const qint64 inputId = connection.lastId();
        const auto tags = input.messages(u"tags");
        for (const Message &tag : tags) {
            connection.run("INSERT OR REPLACE INTO run_input_tags VALUES(?1, ?2, ?3)", inputId,
                           tag.requiredText(u"key"), tag.text(u"value"));
        }
    }
    const auto models = call.message.messages(u"models");
    for (const Message &model : models) {
        connection.run("INSERT OR IGNORE INTO run_models(run, model, is_output) VALUES(?1, ?2, 0)", run.seq,
                       model.requiredText(u"model_id"));
    }
    call.changedRun(run.id);
    return {};
}

QJsonObject logOutputs(Call &call)
{
    const RunRow run = activeRun(call.connection, call.message.runId());
    const auto models = call.message.messages(u"models");
    for (const Message &model : models) {
        call.connection.run("INSERT OR IGNORE INTO run_models(run, model, is_output, step) VALUES(?1, ?2, 1, ?3)",
                            run.seq, model.requiredText(u"model_id"), model.integer(u"step").value_or(0));
    }
    call.changedRun(run.id);
    return {};
}

} // namespace

RunRow runOf(Call &call)
{
    const QString id = call.message.runId();
    auto run = RunStore(call.connection).find(id);
    if (!run)
        throw ApiError(ErrorKind::NotFound, u"Run with id=%1 not found"_s.arg(id));
    return *run;
}

RunRow activeRun(Connection &connection, const QString &id)
{
    auto run = RunStore(connection).find(id);
    if (!run)
        throw ApiError(ErrorKind::NotFound, u"Run with id=%1 not found"_s.arg(id));
    if (run->deleted) {
        throw ApiError(ErrorKind::Rejected,
                       u"The run %1 must be in the 'active' state. Current state is deleted."_s.arg(id));
    }
    return *run;
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
    Statement before = connection.query("SELECT value FROM run_params WHERE run = ?1 AND key = ?2", run.seq, key);
    if (!before.next()) {
        RunStore(connection).setParam(run.seq, key, stored);
    } else if (before.text(0) != stored) {
        throw ApiError(ErrorKind::Rejected, u"Changing param values is not allowed. Param with key='%1' was already "
                                            "logged with value='%2' for run ID='%3'. Attempted logging new value "
                                            "'%4'."_s.arg(key, before.text(0), run.id, stored));
    }
}

void setRunTag(Connection &connection, const RunRow &run, const QString &key, const QString &value)
{
    RunStore(connection).setTag(run.seq, key, firstCharacters(value, longestTag));
}

void touchRun(Connection &connection, const RunRow &run)
{
    connection.run("UPDATE runs SET updated_ms = ?2 WHERE seq = ?1", run.seq, nowMs());
}

void logModelMetric(Connection &connection, const QString &modelId, const QString &runId, const QString &key,
                    const MetricPoint &point, const QString &datasetName, const QString &datasetDigest)
{
    const bool nan = std::isnan(point.value);
    connection.run("INSERT OR IGNORE INTO logged_model_metrics SELECT seq, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 "
                   "FROM logged_models WHERE id = ?1",
                   modelId, key, runId, point.step, point.timestamp, nan ? 0.0 : point.value, nan, datasetName,
                   datasetDigest);
}

QList<Entry> runEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    const Parameters id{{"run_id", Text, Required}};
    const Parameters pair = id + Parameters{{"key", Text, Required}, {"value"}};
    return {
        {"POST",
         "runs/create",
         Kind::Writes,
         create,
         {{"experiment_id", Text, Required}, {"start_time", Whole}, {"run_name"}, {"user_id"}, {"tags", List}}},
        {"POST", "runs/update", Kind::Writes, update, id + Parameters{{"end_time", Whole}, {"run_name"}}},
        {"GET", "runs/get", Kind::Reads, get, id},
        {"POST", "runs/delete", Kind::Writes, remove, id},
        {"POST", "runs/restore", Kind::Writes, restore, id},
        {"POST", "runs/log-metric", Kind::Writes, logMetric,
         id + Parameters{{"key", Text, Required},
                         {"value", Number, Required},
                         {"timestamp", Whole, Required},
                         {"step", Whole},
                         {"model_id"},
                         {"dataset_name"},
                         {"dataset_digest"}}},
        {"POST", "runs/log-parameter", Kind::Writes, logParameter, pair},
        {"POST", "runs/set-tag", Kind::Writes, setTag, pair},
        {"POST", "runs/delete-tag", Kind::Writes, deleteTag, id + Parameters{{"key", Text, Required}}},
        {"POST", "runs/log-model", Kind::Writes, logModel, id + Parameters{{"model_json", Text, Required}}},
        {"POST", "runs/log-inputs", Kind::Writes, logInputs, id + Parameters{{"datasets", List}, {"models", List}}},
        {"POST", "runs/outputs", Kind::Writes, logOutputs, id + Parameters{{"models", List, Required}}},
    };
}

} // namespace Roost::Service::Mlflow
