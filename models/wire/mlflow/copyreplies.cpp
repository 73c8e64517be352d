// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/copyreplies.h"

#include "models/core/runkeys.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

std::optional<QString> optionalText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

DatasetInput datasetInputFrom(const QJsonObject &json)
{
    const auto dataset = json.value("dataset"_L1).toObject();
    return {text(dataset.value("name"_L1)),           text(dataset.value("digest"_L1)),
            text(dataset.value("source_type"_L1)),    text(dataset.value("source"_L1)),
            optionalText(dataset.value("schema"_L1)), optionalText(dataset.value("profile"_L1)),
            pairsFrom(json.value("tags"_L1))};
}

QList<RunModel> runModelsFrom(const QJsonValue &list)
{
    QList<RunModel> models;
    for (const auto &one : list.toArray()) {
        const auto json = one.toObject();
        models += RunModel{text(json.value("model_id"_L1)), integer(json.value("step"_L1))};
    }
    return models;
}

LoggedModel::Status loggedModelStatusFrom(const QString &word)
{
    if (word.endsWith("PENDING"_L1))
        return LoggedModel::Status::Pending;
    if (word.endsWith("UPLOAD_FAILED"_L1))
        return LoggedModel::Status::UploadFailed;
    return word.endsWith("READY"_L1) ? LoggedModel::Status::Ready : LoggedModel::Status::Unspecified;
}

} // namespace

MlflowRun mlflowRunFrom(const QJsonObject &json)
{
    const auto info = json.value("info"_L1).toObject();
    const auto data = json.value("data"_L1).toObject();
    const auto inputs = json.value("inputs"_L1).toObject();
    const Run common = runFromMlflow(json);
    MlflowRun run;
    run.id = common.id;
    run.tags = common.tags;
    run.params = common.parameters;
    run.name = text(info.value("run_name"_L1));
    if (run.name.isEmpty())
        run.name = run.tags.value(TagName::runName);
    run.experimentId = experimentIdOfMlflow(json);
    run.user = common.createdBy;
    run.status = common.status;
    run.artifactUri = text(info.value("artifact_uri"_L1));
    run.deleted = text(info.value("lifecycle_stage"_L1)) == "deleted"_L1;
    run.started = fromMilliseconds(info.value("start_time"_L1));
    run.ended = common.ended;
    for (const auto &one : data.value("metrics"_L1).toArray()) {
        const auto metric = one.toObject();
        if (const auto point = metricPointFromMlflow(metric))
            run.metrics += NamedMetric{text(metric.value("key"_L1)), *point, {}};
    }
    for (const auto &one : inputs.value("dataset_inputs"_L1).toArray())
        run.datasets += datasetInputFrom(one.toObject());
    run.modelInputs = runModelsFrom(inputs.value("model_inputs"_L1));
    run.modelOutputs = runModelsFrom(json.value("outputs"_L1).toObject().value("model_outputs"_L1));
    return run;
}

MlflowLoggedModel loggedModelFrom(const QJsonObject &json)
{
    const auto info = json.value("info"_L1).toObject();
    const auto data = json.value("data"_L1).toObject();
    MlflowLoggedModel model;
    model.id = text(info.value("model_id"_L1));
    model.experimentId = text(info.value("experiment_id"_L1));
    model.name = text(info.value("name"_L1));
    model.type = text(info.value("model_type"_L1));
    model.sourceRun = text(info.value("source_run_id"_L1));
    model.artifactUri = text(info.value("artifact_uri"_L1));
    model.status = loggedModelStatusFrom(text(info.value("status"_L1)));
    model.created = fromMilliseconds(info.value("creation_timestamp_ms"_L1));
    model.tags = pairsFrom(info.value("tags"_L1));
    model.params = pairsFrom(data.value("params"_L1));
    for (const auto &one : data.value("metrics"_L1).toArray()) {
        const auto metric = one.toObject();
        if (const auto point = metricPointFromMlflow(metric)) {
            model.metrics +=
                LoggedModelMetric{text(metric.value("key"_L1)), *point, text(metric.value("run_id"_L1)),
                                  text(metric.value("dataset_name"_L1)), text(metric.value("dataset_digest"_L1))};
        }
    }
    return model;
}

MlflowModel mlflowModelFrom(const QJsonObject &json)
{
    MlflowModel model;
    model.model = registeredModelFromMlflow(json);
    for (const auto &one : json.value("aliases"_L1).toArray()) {
        const auto alias = one.toObject();
        model.aliases += ModelAlias{text(alias.value("alias"_L1)), integer(alias.value("version"_L1))};
    }
    return model;
}

MlflowModelVersion mlflowModelVersionFrom(const QJsonObject &json)
{
    MlflowModelVersion version;
    version.model = modelVersionFromMlflow(json);
    version.registration.loggedModel = text(json.value("model_id"_L1));
    version.registration.stage = text(json.value("current_stage"_L1));
    return version;
}

QString newExperimentIdIn(const QJsonObject &reply)
{
    return text(reply.value("experiment_id"_L1));
}

QJsonObject loggedModelIn(const QJsonObject &reply)
{
    return reply.value("model"_L1).toObject();
}

QList<QJsonObject> loggedModelsIn(const QJsonObject &reply)
{
    QList<QJsonObject> models;
    for (const auto &one : reply.value("models"_L1).toArray())
        models += one.toObject();
    return models;
}

QJsonObject registeredModelIn(const QJsonObject &reply)
{
    return reply.value("registered_model"_L1).toObject();
}

QString nextPageIn(const QJsonObject &reply)
{
    return text(reply.value("next_page_token"_L1));
}

} // namespace Roost::Wire
