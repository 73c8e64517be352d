// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/copyrequests.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/pairs.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr int mostListed = 1000;
constexpr int mostLoggedModels = 50;

QJsonObject partOf(const MlflowRun &run, QLatin1StringView part)
{
    const QJsonObject answer = parseObject(runAnswer(run)).value_or(QJsonObject());
    return answer.value("run"_L1).toObject().value(part).toObject();
}

} // namespace

QJsonObject allExperimentsBody(const QString &pageToken)
{
    QJsonObject body{{u"max_results"_s, mostListed}, {u"view_type"_s, u"ALL"_s}};
    put(body, u"page_token"_s, pageToken);
    return body;
}

QJsonObject newExperimentBody(const QString &name)
{
    return {{u"name"_s, name}};
}

QJsonObject experimentTagBody(const QString &experimentId, const QString &key, const QString &value)
{
    return {{u"experiment_id"_s, experimentId}, {u"key"_s, key}, {u"value"_s, value}};
}

QJsonObject filteredRunsBody(const QStringList &experimentIds, const QString &filter, bool withDeleted, int most,
                             const QString &pageToken)
{
    QJsonObject body{{u"experiment_ids"_s, QJsonArray::fromStringList(experimentIds)}, {u"max_results"_s, most}};
    if (withDeleted)
        body.insert(u"run_view_type"_s, u"ALL"_s);
    put(body, u"filter"_s, filter);
    put(body, u"page_token"_s, pageToken);
    return body;
}

QString hasTagFilter(const QString &key)
{
    return u"tags.`%1` LIKE '%'"_s.arg(key);
}

QJsonObject newRunBody(const QString &experimentId, const QString &name, const QString &user, qint64 startMs,
                       const StringMap &tags)
{
    QJsonObject body{{u"experiment_id"_s, experimentId}, {u"start_time"_s, startMs}};
    put(body, u"run_name"_s, name);
    put(body, u"user_id"_s, user);
    put(body, u"tags"_s, toPairs(tags));
    return body;
}

QJsonObject runStatusBody(const QString &runId, RunStatus status, qint64 endMs)
{
    QJsonObject body{{u"run_id"_s, runId}, {u"status"_s, toMlflowStatus(status)}};
    if (endMs > 0)
        body.insert(u"end_time"_s, endMs);
    return body;
}

QJsonObject runIdBody(const QString &runId)
{
    return {{u"run_id"_s, runId}};
}

QJsonObject pairsBatchBody(const QString &runId, const StringMap &params, const StringMap &tags)
{
    QJsonObject body{{u"run_id"_s, runId}};
    put(body, u"params"_s, toPairs(params));
    put(body, u"tags"_s, toPairs(tags));
    return body;
}

QJsonObject runInputsBody(const QString &runId, const QList<DatasetInput> &datasets, const QList<RunModel> &models)
{
    MlflowRun run;
    run.datasets = datasets;
    run.modelInputs = models;
    // A run in an answer names its inputs as the request does, in other lists.
    const QJsonObject inputs = partOf(run, "inputs"_L1);
    QJsonObject body{{u"run_id"_s, runId}};
    put(body, u"datasets"_s, inputs.value("dataset_inputs"_L1));
    put(body, u"models"_s, inputs.value("model_inputs"_L1));
    return body;
}

QJsonObject runOutputsBody(const QString &runId, const QList<RunModel> &models)
{
    MlflowRun run;
    run.modelOutputs = models;
    QJsonObject body{{u"run_id"_s, runId}};
    put(body, u"models"_s, partOf(run, "outputs"_L1).value("model_outputs"_L1));
    return body;
}

QJsonObject newLoggedModelBody(const MlflowLoggedModel &model)
{
    QJsonObject body{{u"experiment_id"_s, model.experimentId}, {u"name"_s, model.name}};
    put(body, u"model_type"_s, model.type);
    put(body, u"source_run_id"_s, model.sourceRun);
    put(body, u"params"_s, toPairs(model.params));
    put(body, u"tags"_s, toPairs(model.tags));
    return body;
}

QJsonObject loggedModelStatusBody(const QString &id, LoggedModel::Status status)
{
    constexpr std::array<QLatin1StringView, 4> words{"LOGGED_MODEL_STATUS_UNSPECIFIED"_L1, "LOGGED_MODEL_PENDING"_L1,
                                                     "LOGGED_MODEL_READY"_L1, "LOGGED_MODEL_UPLOAD_FAILED"_L1};
    return {{u"model_id"_s, id}, {u"status"_s, words[std::size_t(status)]}};
}

QJsonObject loggedModelsSearchBody(const QStringList &experimentIds, const QString &pageToken)
{
    QJsonObject body{{u"experiment_ids"_s, QJsonArray::fromStringList(experimentIds)},
                     {u"max_results"_s, mostLoggedModels}};
    put(body, u"page_token"_s, pageToken);
    return body;
}

QJsonObject newModelBody(const QString &name, const QString &description, const StringMap &tags)
{
    QJsonObject body{{u"name"_s, name}};
    put(body, u"description"_s, description);
    put(body, u"tags"_s, toPairs(tags));
    return body;
}

QJsonObject modelAliasBody(const QString &name, const QString &alias, const QString &version)
{
    return {{u"name"_s, name}, {u"alias"_s, alias}, {u"version"_s, version}};
}

QJsonObject withLoggedModel(QJsonObject newVersionBody, const QString &loggedModel)
{
    put(newVersionBody, u"model_id"_s, loggedModel);
    return newVersionBody;
}

QJsonObject modelStageBody(const QString &name, const QString &version, const QString &stage)
{
    return {{u"name"_s, name}, {u"version"_s, version}, {u"stage"_s, stage}, {u"archive_existing_versions"_s, false}};
}

QString versionsOfFilter(const QString &name)
{
    const QChar quote = name.contains(u'\'') ? u'"' : u'\'';
    return u"name = %1%2%1"_s.arg(quote).arg(name);
}

} // namespace Roost::Wire
