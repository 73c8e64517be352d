// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/run.h"

#include "models/core/runkeys.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/search.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString orElse(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

QJsonObject infoJson(const MlflowRun &run)
{
    QJsonObject info{
        {u"run_id"_s, run.id},
        {u"run_uuid"_s, run.id},
        {u"run_name"_s, run.name},
        {u"experiment_id"_s, run.experimentId},
        {u"user_id"_s, run.user},
        {u"status"_s, toMlflowStatus(run.status)},
        {u"start_time"_s, run.started.toMSecsSinceEpoch()},
        {u"artifact_uri"_s, run.artifactUri},
        {u"lifecycle_stage"_s, run.deleted ? u"deleted"_s : u"active"_s},
    };
    if (run.ended.isValid())
        info.insert(u"end_time"_s, run.ended.toMSecsSinceEpoch());
    return info;
}

QJsonArray datasetsJson(const QList<DatasetInput> &datasets)
{
    QJsonArray inputs;
    for (const DatasetInput &dataset : datasets) {
        QJsonObject json{
            {u"name"_s, dataset.name},
            {u"digest"_s, dataset.digest},
            {u"source_type"_s, dataset.sourceType},
            {u"source"_s, dataset.source},
        };
        if (dataset.schema)
            json.insert(u"schema"_s, *dataset.schema);
        if (dataset.profile)
            json.insert(u"profile"_s, *dataset.profile);
        QJsonObject input{{u"dataset"_s, json}};
        put(input, u"tags"_s, toPairs(dataset.tags));
        inputs.append(input);
    }
    return inputs;
}

QJsonArray modelsJson(const QList<RunModel> &models, bool withStep)
{
    QJsonArray list;
    for (const RunModel &model : models) {
        QJsonObject json{{u"model_id"_s, model.id}};
        if (withStep)
            json.insert(u"step"_s, model.step);
        list.append(json);
    }
    return list;
}

} // namespace

QString toMlflowStatus(RunStatus status)
{
    switch (status) {
    case RunStatus::NotStarted:
    case RunStatus::Queued:
    case RunStatus::Preparing:
    case RunStatus::Provisioning:
    case RunStatus::Starting:
        return u"SCHEDULED"_s;
    case RunStatus::Completed:
        return u"FINISHED"_s;
    case RunStatus::Failed:
        return u"FAILED"_s;
    case RunStatus::Canceled:
        return u"KILLED"_s;
    case RunStatus::Running:
    case RunStatus::Finalizing:
    case RunStatus::CancelRequested:
    case RunStatus::NotResponding:
    case RunStatus::Paused:
    case RunStatus::Unknown:
        break;
    }
    return u"RUNNING"_s;
}

RunStatus runStatusFromMlflow(const QJsonValue &status)
{
    constexpr std::array<std::pair<QLatin1StringView, RunStatus>, 5> words{{{"RUNNING"_L1, RunStatus::Running},
                                                                            {"SCHEDULED"_L1, RunStatus::Queued},
                                                                            {"FINISHED"_L1, RunStatus::Completed},
                                                                            {"FAILED"_L1, RunStatus::Failed},
                                                                            {"KILLED"_L1, RunStatus::Canceled}}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (status.toString() == words[i].first || integer(status) == qint64(i) + 1)
            return words[i].second;
    }
    return RunStatus::Unknown;
}

QJsonObject toJson(const MlflowRun &run)
{
    QJsonObject data;
    put(data, u"metrics"_s, toJson(run.metrics));
    put(data, u"params"_s, toPairs(run.params));
    put(data, u"tags"_s, toPairs(run.tags));
    QJsonObject inputs;
    put(inputs, u"dataset_inputs"_s, datasetsJson(run.datasets));
    put(inputs, u"model_inputs"_s, modelsJson(run.modelInputs, false));
    QJsonObject outputs;
    put(outputs, u"model_outputs"_s, modelsJson(run.modelOutputs, true));
    return {
        {u"info"_s, infoJson(run)},
        {u"data"_s, data},
        {u"inputs"_s, inputs},
        {u"outputs"_s, outputs},
    };
}

Run runFromMlflow(const QJsonObject &json)
{
    const auto info = json.value("info"_L1).toObject();
    const auto data = json.value("data"_L1).toObject();
    Run run;
    run.tags = pairsFrom(data.value("tags"_L1));
    run.parameters = pairsFrom(data.value("params"_L1));
    run.id = orElse(text(info.value("run_id"_L1)), text(info.value("run_uuid"_L1)));
    run.displayName = orElse(orElse(text(info.value("run_name"_L1)), run.tags.value(TagName::runName)), run.id);
    run.description = run.tags.value(TagName::note);
    run.createdBy = orElse(run.tags.value(TagName::user), text(info.value("user_id"_L1)));
    run.status = runStatusFromMlflow(info.value("status"_L1));
    run.created = fromMilliseconds(info.value("start_time"_L1));
    run.started = run.status == RunStatus::Queued ? QDateTime() : run.created;
    run.ended = fromMilliseconds(info.value("end_time"_L1));
    run.command = run.tags.value(TagName::sourceName);
    for (const auto &one : data.value("metrics"_L1).toArray()) {
        const auto metric = one.toObject();
        const auto key = text(metric.value("key"_L1));
        const auto point = metricPointFromMlflow(metric);
        if (point && !key.isEmpty())
            run.lastMetrics.insert(key, point->value);
    }
    return run;
}

QString experimentIdOfMlflow(const QJsonObject &run)
{
    return text(run.value("info"_L1).toObject().value("experiment_id"_L1));
}

QJsonObject runAnswer(const MlflowRun &run)
{
    return {{u"run"_s, toJson(run)}};
}

QJsonObject runInfoAnswer(const MlflowRun &run)
{
    return {{u"run_info"_s, infoJson(run)}};
}

QJsonObject runsAnswer(const QList<MlflowRun> &runs, std::optional<qint64> nextOffset)
{
    QJsonArray list;
    for (const MlflowRun &run : runs)
        list.append(toJson(run));
    QJsonObject answer;
    put(answer, u"runs"_s, list);
    putNextPage(answer, nextOffset);
    return answer;
}

} // namespace Roost::Wire
