// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/loggedmodels.h"

#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/store/database/columns.h"

#include <QJsonDocument>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

const QByteArray loggedModelColumns =
    "SELECT l.seq, l.id, l.experiment, l.name, l.model_type, l.source_run, l.artifact_uri, l.status, "
    "l.status_message, l.created_ms, l.updated_ms FROM logged_models l";

namespace {

constexpr std::array statusWords{"LOGGED_MODEL_STATUS_UNSPECIFIED", "LOGGED_MODEL_PENDING", "LOGGED_MODEL_READY",
                                 "LOGGED_MODEL_UPLOAD_FAILED"};

// A damaged row may hold any number.
QString statusWord(int status)
{
    return QString::fromLatin1(statusWords[status > 0 && status < int(statusWords.size()) ? std::size_t(status) : 0]);
}

LoggedModelRow modelOf(Call &call)
{
    const QString id = call.request.capture(u"id");
    auto row = findLoggedModel(call.connection, id);
    if (!row)
        throw ApiError(ErrorKind::NotFound, u"Logged model with ID '%1' not found."_s.arg(id));
    return *row;
}

QJsonObject answerWith(Call &call, const QString &id)
{
    return {{u"model"_s, loggedModelJson(call.connection, *findLoggedModel(call.connection, id))}};
}

void touch(Connection &connection, qint64 seq)
{
    connection.run("UPDATE logged_models SET updated_ms = ?2 WHERE seq = ?1", seq, nowMs());
}

void addParams(Call &call, qint64 seq)
{
    const auto params = call.message.messages(u"params");
    for (const Message &param : params) {
        const QString key = param.requiredText(u"key");
        checkKey(param.pathOf(u"key"), key, u"Param key");
        const QString value = firstCharacters(param.text(u"value"), longestParam);
        Statement known =
            call.connection.query("SELECT value FROM logged_model_params WHERE model = ?1 AND key = ?2", seq, key);
        if (!known.next()) {
            call.connection.run("INSERT INTO logged_model_params VALUES(?1, ?2, ?3)", seq, key, value);
        } else if (known.text(0) != value) {
            throw ApiError(
                ErrorKind::Rejected,
                u"Changing param values is not allowed. Param with key='%1' was already logged with "
                "value='%2' for the model. Attempted logging new value '%3'."_s.arg(key, known.text(0), value));
        }
    }
}

void addTags(Call &call, qint64 seq)
{
    const auto tags = call.message.messages(u"tags");
    for (const Message &tag : tags)
        setLoggedModelTag(call.connection, seq, tag.requiredText(u"key"), tag.text(u"value"));
}

QJsonObject create(Call &call)
{
    const auto experiment = activeExperimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    QString name = call.message.text(u"name");
    if (name.isEmpty())
        name = inventJobName();
    checkLoggedModelName(name);
    const QString sourceRun = call.message.text(u"source_run_id");
    // The files of the model come to lie in the folder of this run.
    if (!sourceRun.isEmpty())
        valueOf(RunStore(call.connection).find(sourceRun));
    const QString id = u"m-"_s + RunStore::inventId();
    const qint64 now = nowMs();
    call.connection.run("INSERT INTO logged_models(id, experiment, name, model_type, source_run, artifact_uri, "
                        "created_ms, updated_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
                        id, experiment.id, name, call.message.text(u"model_type"), sourceRun,
                        below(experiment.artifactLocation, u"models/"_s + id + u"/artifacts"_s), now);
    const qint64 seq = call.connection.lastId();
    addParams(call, seq);
    addTags(call, seq);
    return answerWith(call, id);
}

QJsonObject get(Call &call)
{
    return {{u"model"_s, loggedModelJson(call.connection, modelOf(call))}};
}

QJsonObject finalize(Call &call)
{
    const LoggedModelRow row = modelOf(call);
    const QString word = call.message.word(u"status");
    if (word.isEmpty())
        refuseMissing(u"status"_s);
    int status = word.toInt();
    for (std::size_t i = 0; i < statusWords.size(); ++i) {
        if (word == QLatin1StringView(statusWords[i]))
            status = int(i);
    }
    if (status < 1 || status > 3)
        throw ApiError(ErrorKind::Rejected, u"Invalid model status: '%1'."_s.arg(word));
    call.connection.run("UPDATE logged_models SET status = ?2, status_message = ?3, updated_ms = ?4 WHERE seq = ?1",
                        row.seq, status, call.message.text(u"status_message"), nowMs());
    if (!row.sourceRun.isEmpty())
        call.changedRun(row.sourceRun);
    return answerWith(call, row.id);
}

QJsonObject remove(Call &call)
{
    call.connection.run("UPDATE logged_models SET deleted = 1, updated_ms = ?2 WHERE seq = ?1", modelOf(call).seq,
                        nowMs());
    return {};
}

QJsonObject logParams(Call &call)
{
    const LoggedModelRow row = modelOf(call);
    addParams(call, row.seq);
    touch(call.connection, row.seq);
    return {};
}

QJsonObject setTags(Call &call)
{
    const LoggedModelRow row = modelOf(call);
    addTags(call, row.seq);
    touch(call.connection, row.seq);
    return {};
}

QJsonObject deleteTag(Call &call)
{
    const LoggedModelRow row = modelOf(call);
    const QString key = call.request.capture(u"key");
    if (call.connection.run("DELETE FROM logged_model_tags WHERE model = ?1 AND key = ?2", row.seq, key) == 0) {
        throw ApiError(ErrorKind::NotFound, u"No tag with key '%1' for model with ID '%2'."_s.arg(key, row.id));
    }
    return {};
}

QJsonArray metricsOf(Connection &connection, const LoggedModelRow &row)
{
    QJsonArray metrics;
    Statement at = connection.query("SELECT key, value, nan, timestamp_ms, step, run, dataset_name, dataset_digest "
                                    "FROM logged_model_metrics WHERE model = ?1 ORDER BY key, step, timestamp_ms",
                                    row.seq);
    while (at.next()) {
        const double value = at.flag(2) ? std::numeric_limits<double>::quiet_NaN() : at.real(1);
        QJsonObject metric = metricJson(at.text(0), {value, at.integer(3), at.integer(4)});
        metric.insert(u"run_id"_s, at.text(5));
        metric.insert(u"model_id"_s, row.id);
        if (!at.text(6).isEmpty()) {
            metric.insert(u"dataset_name"_s, at.text(6));
            metric.insert(u"dataset_digest"_s, at.text(7));
        }
        metrics.append(metric);
    }
    return metrics;
}

QJsonArray registrationsOf(const StringMap &tags)
{
    QJsonArray registrations;
    const auto versions = QJsonDocument::fromJson(tags.value(u"mlflow.modelVersions"_s).toUtf8()).array();
    for (const QJsonValue version : versions) {
        registrations.append(
            QJsonObject{{u"name"_s, version["name"_L1]}, {u"version"_s, version["version"_L1].toVariant().toString()}});
    }
    return registrations;
}

} // namespace

LoggedModelRow loggedModelRow(const Statement &at)
{
    LoggedModelRow row;
    row.seq = at.integer(0);
    row.id = at.text(1);
    row.experiment = at.integer(2);
    row.name = at.text(3);
    row.type = at.text(4);
    row.sourceRun = at.text(5);
    row.artifactUri = at.text(6);
    row.status = at.number(7);
    row.statusMessage = at.text(8);
    row.createdMs = at.integer(9);
    row.updatedMs = at.integer(10);
    return row;
}

std::optional<LoggedModelRow> findLoggedModel(Connection &connection, const QString &id)
{
    Statement found = connection.query(loggedModelColumns + " WHERE l.id = ?1 AND l.deleted = 0", id);
    if (!found.next())
        return {};
    return loggedModelRow(found);
}

QJsonObject loggedModelJson(Connection &connection, const LoggedModelRow &row)
{
    const StringMap tags =
        pairsOf(connection.query("SELECT key, value FROM logged_model_tags WHERE model = ?1", row.seq));
    QJsonObject info{
        {u"model_id"_s, row.id},
        {u"experiment_id"_s, QString::number(row.experiment)},
        {u"name"_s, row.name},
        {u"creation_timestamp_ms"_s, row.createdMs},
        {u"last_updated_timestamp_ms"_s, row.updatedMs},
        {u"artifact_uri"_s, row.artifactUri},
        {u"status"_s, statusWord(row.status)},
    };
    if (!row.type.isEmpty())
        info.insert(u"model_type"_s, row.type);
    if (!row.sourceRun.isEmpty())
        info.insert(u"source_run_id"_s, row.sourceRun);
    if (!row.statusMessage.isEmpty())
        info.insert(u"status_message"_s, row.statusMessage);
    insertList(info, u"tags"_s, pairsJson(tags));
    insertList(info, u"registrations"_s, registrationsOf(tags));
    QJsonObject data;
    insertList(
        data, u"params"_s,
        pairsJson(pairsOf(connection.query("SELECT key, value FROM logged_model_params WHERE model = ?1", row.seq))));
    insertList(data, u"metrics"_s, metricsOf(connection, row));
    return {{u"info"_s, info}, {u"data"_s, data}};
}

void setLoggedModelTag(Connection &connection, qint64 seq, const QString &key, const QString &value)
{
    checkKey(u"key"_s, key, u"key");
    connection.run("INSERT OR REPLACE INTO logged_model_tags VALUES(?1, ?2, ?3)", seq, key,
                   firstCharacters(value, longestTag));
}

QList<Entry> loggedModelEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {
        {"POST",
         "logged-models/search",
         Kind::Reads,
         searchLoggedModels,
         {{"experiment_ids", Texts, Required},
          {"filter"},
          {"datasets", List},
          {"max_results", Whole},
          {"order_by", List},
          {"page_token"}}},
        {"POST",
         "logged-models",
         Kind::Writes,
         create,
         {{"experiment_id", Text, Required},
          {"name"},
          {"model_type"},
          {"source_run_id"},
          {"params", List},
          {"tags", List}}},
        {"GET", "logged-models/{id}", Kind::Reads, get},
        {"PATCH", "logged-models/{id}", Kind::Writes, finalize},
        {"DELETE", "logged-models/{id}", Kind::Writes, remove},
        {"POST", "logged-models/{id}/params", Kind::Writes, logParams, {{"params", List}}},
        {"PATCH", "logged-models/{id}/tags", Kind::Writes, setTags, {{"tags", List}}},
        {"DELETE", "logged-models/{id}/tags/{key*}", Kind::Writes, deleteTag},
    };
}

} // namespace Roost::Service::Mlflow
