// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/experiment.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/pairs.h"
#include "models/wire/mlflow/search.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

void putMilliseconds(QJsonObject &json, const QString &key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toMSecsSinceEpoch());
}

} // namespace

QJsonObject toJson(const MlflowExperiment &experiment)
{
    QJsonObject json{{u"experiment_id"_s, experiment.id},
                     {u"name"_s, experiment.name},
                     {u"artifact_location"_s, experiment.artifactLocation},
                     {u"lifecycle_stage"_s, experiment.deleted ? u"deleted"_s : u"active"_s}};
    putMilliseconds(json, u"creation_time"_s, experiment.created);
    putMilliseconds(json, u"last_update_time"_s, experiment.updated);
    put(json, u"tags"_s, toPairs(experiment.tags));
    return json;
}

MlflowExperiment experimentFrom(const QJsonObject &json)
{
    return {{text(json.value("name"_L1)), text(json.value("artifact_location"_L1)),
             text(json.value("lifecycle_stage"_L1)) == "deleted"_L1, fromMilliseconds(json.value("creation_time"_L1)),
             fromMilliseconds(json.value("last_update_time"_L1))},
            text(json.value("experiment_id"_L1)),
            pairsFrom(json.value("tags"_L1))};
}

Parameters CreateExperimentRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"name", Text, Required}, {"artifact_location"}, {"tags", List}};
}

CreateExperimentRequest CreateExperimentRequest::read(const Message &message)
{
    return {message.requiredText(u"name"), message.text(u"artifact_location"), message.pairs(u"tags")};
}

Parameters ExperimentRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_id", Text, Required}};
}

ExperimentRequest ExperimentRequest::read(const Message &message)
{
    return {message.requiredText(u"experiment_id")};
}

Parameters ExperimentByNameRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_name", Text, Required}};
}

ExperimentByNameRequest ExperimentByNameRequest::read(const Message &message)
{
    return {message.requiredText(u"experiment_name")};
}

Parameters RenameExperimentRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_id", Text, Required}, {"new_name", Text, Required}};
}

RenameExperimentRequest RenameExperimentRequest::read(const Message &message)
{
    return {message.requiredText(u"experiment_id"), message.requiredText(u"new_name")};
}

Parameters ExperimentTagRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_id", Text, Required}, {"key", Text, Required}, {"value"}};
}

ExperimentTagRequest ExperimentTagRequest::read(const Message &message)
{
    return {message.requiredText(u"experiment_id"), message.requiredText(u"key"), message.text(u"value")};
}

DatasetSearchRequest DatasetSearchRequest::read(const Message &message)
{
    constexpr int mostExperiments = 20;
    DatasetSearchRequest request{message.texts(u"experiment_ids")};
    if (request.experimentIds.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"SearchDatasets request must specify at least one experiment_id."_s);
    if (request.experimentIds.size() > mostExperiments) {
        throw ApiError(ErrorKind::Rejected, u"SearchDatasets request cannot specify more than %1 experiment_ids. "
                                            "Received %2 experiment_ids."_s.arg(mostExperiments)
                                                .arg(request.experimentIds.size()));
    }
    return request;
}

QJsonObject experimentIdAnswer(const QString &id)
{
    return {{u"experiment_id"_s, id}};
}

QJsonObject experimentAnswer(const MlflowExperiment &experiment)
{
    return {{u"experiment"_s, toJson(experiment)}};
}

QJsonObject experimentsAnswer(const QList<MlflowExperiment> &experiments, std::optional<qint64> nextOffset)
{
    QJsonArray list;
    for (const MlflowExperiment &experiment : experiments)
        list.append(toJson(experiment));
    QJsonObject answer;
    put(answer, u"experiments"_s, list);
    putNextPage(answer, nextOffset);
    return answer;
}

QJsonObject datasetsAnswer(const QList<DatasetSummary> &datasets)
{
    QJsonArray list;
    for (const DatasetSummary &dataset : datasets) {
        QJsonObject json{{u"experiment_id"_s, QString::number(dataset.experiment)},
                         {u"name"_s, dataset.name},
                         {u"digest"_s, dataset.digest}};
        if (dataset.context)
            json.insert(u"context"_s, *dataset.context);
        list.append(json);
    }
    QJsonObject answer;
    put(answer, u"dataset_summaries"_s, list);
    return answer;
}

} // namespace Roost::Wire
