// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/runsearch.h"

#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchconditions.h"
#include "models/service/api/mlflow/values.h"
#include "models/service/store/tracking/runsearch.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

constexpr auto entities = u"metric, parameter, tag, attribute, dataset";
constexpr auto attributeKeys = u"run_id, run_name, user_id, status, artifact_uri, start_time, end_time";

enum class Subject { Metric, Param, Tag, Attribute, Dataset };

Subject subjectOf(const QString &entity)
{
    if (entity.isEmpty() || entity == "attribute"_L1 || entity == "attributes"_L1 || entity == "attr"_L1 ||
        entity == "run"_L1)
        return Subject::Attribute;
    if (entity == "metric"_L1 || entity == "metrics"_L1)
        return Subject::Metric;
    if (entity == "param"_L1 || entity == "params"_L1 || entity == "parameter"_L1 || entity == "parameters"_L1)
        return Subject::Param;
    if (entity == "tag"_L1 || entity == "tags"_L1)
        return Subject::Tag;
    if (entity == "dataset"_L1 || entity == "datasets"_L1)
        return Subject::Dataset;
    refuseEntity(entity, entities);
}

RunSearch::Field fieldOf(const QString &key)
{
    if (key == "start_time"_L1 || key == "created"_L1 || key == "Created"_L1)
        return RunSearch::Field::Started;
    if (key == "end_time"_L1)
        return RunSearch::Field::Ended;
    if (key == "run_id"_L1)
        return RunSearch::Field::Id;
    if (key == "run_name"_L1 || key == "run name"_L1 || key == "Run name"_L1 || key == "Run Name"_L1)
        return RunSearch::Field::Name;
    if (key == "user_id"_L1)
        return RunSearch::Field::User;
    if (key == "status"_L1)
        return RunSearch::Field::Status;
    if (key == "artifact_uri"_L1)
        return RunSearch::Field::ArtifactUri;
    refuseKey(key, attributeKeys);
}

void addDatasetCondition(RunSearch &search, const Condition &condition)
{
    const auto compared = textCondition(condition, u"dataset", true);
    if (condition.key == "name"_L1)
        search.whereDataset(RunSearch::DatasetField::Name, compared);
    else if (condition.key == "digest"_L1)
        search.whereDataset(RunSearch::DatasetField::Digest, compared);
    else if (condition.key == "context"_L1)
        search.whereDataset(RunSearch::DatasetField::Context, compared);
    else
        throw ApiError(
            ErrorKind::Rejected,
            u"Invalid dataset key '%1' specified. Valid keys are: name, digest, context."_s.arg(condition.key));
}

void addAttributeCondition(RunSearch &search, Condition condition)
{
    const auto field = fieldOf(condition.key);
    if (field == RunSearch::Field::Started || field == RunSearch::Field::Ended) {
        search.where(field, numericCondition(condition, u"attribute"));
        return;
    }
    const bool isId = field == RunSearch::Field::Id;
    // As in MLflow, a text that cannot be the id of a run is dropped from the list.
    if (isId)
        condition.list.removeIf([](const QString &text) { return !isRunId(text); });
    search.where(field, textCondition(condition, u"attribute", isId));
}

void addCondition(RunSearch &search, const Condition &condition)
{
    switch (subjectOf(condition.entity)) {
    case Subject::Metric:
        search.whereMetric(condition.key, numericCondition(condition, u"metric"));
        return;
    case Subject::Param:
        search.whereParam(condition.key, keyedCondition(condition, u"param", false));
        return;
    case Subject::Tag:
        search.whereTag(condition.key, keyedCondition(condition, u"tag", false));
        return;
    case Subject::Dataset:
        addDatasetCondition(search, condition);
        return;
    case Subject::Attribute:
        addAttributeCondition(search, condition);
        return;
    }
}

void addOrder(RunSearch &search, const Ordering &ordering)
{
    switch (subjectOf(ordering.entity)) {
    case Subject::Metric:
        search.orderByMetric(ordering.key, directionOf(ordering));
        return;
    case Subject::Param:
        search.orderByParam(ordering.key, directionOf(ordering));
        return;
    case Subject::Tag:
        search.orderByTag(ordering.key, directionOf(ordering));
        return;
    case Subject::Dataset:
        throw ApiError(ErrorKind::Rejected, u"Runs cannot be ordered by datasets."_s);
    case Subject::Attribute:
        search.orderBy(fieldOf(ordering.key), directionOf(ordering));
        return;
    }
}

void addOrders(RunSearch &search, const QStringList &orders)
{
    QSet<QString> seen;
    const auto orderings = orderingsOf(orders);
    for (qsizetype i = 0; i < orderings.size(); ++i) {
        const Ordering &ordering = orderings.at(i);
        const QString id = ordering.entity + u'.' + ordering.key;
        if (seen.contains(id))
            throw ApiError(ErrorKind::Rejected, u"`order_by` contains duplicate fields: '%1'."_s.arg(orders.at(i)));
        seen.insert(id);
        addOrder(search, ordering);
    }
}

} // namespace

QByteArray searchRuns(RpcContext &context, const RunSearchRequest &request)
{
    RunSearch search(experimentNumbers(request.experimentIds));
    search.setView(viewOf(request.view));
    const auto conditions = conditionsOf(request.filter);
    for (const Condition &condition : conditions)
        addCondition(search, condition);
    addOrders(search, request.orderBy);
    if (request.experimentIds.isEmpty())
        return runsAnswer({}, std::nullopt);
    const auto runs = runValues(context.connection, search.run(context.connection, request.offset, request.limit));
    // As in MLflow, a full page has a next page, which may be empty.
    const bool isFull = runs.size() == request.limit;
    return runsAnswer(runs, isFull ? std::optional(request.offset + request.limit) : std::nullopt);
}

} // namespace Roost::Service::Mlflow
