// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/loggedmodelsearch.h"
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/searchconditions.h"
#include "models/service/api/mlflow/values.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

constexpr auto attributeKeys =
    u"name, model_id, model_type, status, source_run_id, creation_timestamp, last_updated_timestamp";
constexpr auto metricPrefix = "metrics."_L1;

LoggedModelSearch::Field fieldOf(const QString &key)
{
    if (key == "name"_L1)
        return LoggedModelSearch::Field::Name;
    if (key == "model_id"_L1)
        return LoggedModelSearch::Field::Id;
    if (key == "model_type"_L1)
        return LoggedModelSearch::Field::Type;
    if (key == "source_run_id"_L1)
        return LoggedModelSearch::Field::SourceRun;
    if (key == "status"_L1)
        return LoggedModelSearch::Field::Status;
    if (key == "creation_timestamp"_L1 || key == "creation_time"_L1)
        return LoggedModelSearch::Field::Created;
    if (key == "last_updated_timestamp"_L1)
        return LoggedModelSearch::Field::Updated;
    refuseKey(key, attributeKeys);
}

void addCondition(LoggedModelSearch &search, const Condition &condition, const LoggedModelSearch::Datasets &datasets)
{
    const QString &entity = condition.entity;
    if (entity == "metrics"_L1) {
        search.whereMetric(condition.key, numericCondition(condition, u"metric"), datasets);
        return;
    }
    if (entity == "params"_L1) {
        search.whereParam(condition.key, keyedCondition(condition, u"param", true));
        return;
    }
    if (entity == "tags"_L1) {
        search.whereTag(condition.key, keyedCondition(condition, u"tag", true));
        return;
    }
    if (!entity.isEmpty() && entity != "attributes"_L1)
        refuseEntity(entity, u"attributes, metrics, params, tags");
    const auto field = fieldOf(condition.key);
    const bool isTime = field == LoggedModelSearch::Field::Created || field == LoggedModelSearch::Field::Updated;
    search.where(field,
                 isTime ? numericCondition(condition, u"attribute") : textCondition(condition, u"attribute", true));
}

void addOrder(LoggedModelSearch &search, const LoggedModelSearchRequest::Order &order)
{
    const Direction direction = order.ascending ? Direction::Ascending : Direction::Descending;
    if (!order.field.startsWith(metricPrefix)) {
        search.orderBy(fieldOf(valueOf(parseOrdering(order.field)).key), direction);
        return;
    }
    LoggedModelSearch::Datasets datasets;
    if (order.dataset)
        datasets.append({order.dataset->name, order.dataset->digest});
    search.orderByMetric(order.field.sliced(metricPrefix.size()), direction, datasets);
}

} // namespace

QJsonObject searchLoggedModels(RpcContext &context, const LoggedModelSearchRequest &request)
{
    LoggedModelSearch::Datasets datasets;
    for (const auto &dataset : request.datasets)
        datasets.append({dataset.name, dataset.digest});
    LoggedModelSearch search(experimentNumbers(request.experimentIds));
    // The data sets find, even without a filter, only the models that have a metric on one of them.
    if (!datasets.isEmpty())
        search.whereMeasuredOn(datasets);
    const auto conditions = conditionsOf(request.filter);
    for (const Condition &condition : conditions)
        addCondition(search, condition, datasets);
    checkOrderCount(request.orders.size());
    for (const auto &order : request.orders)
        addOrder(search, order);
    auto rows = search.run(context.connection, request.offset, request.limit + 1);
    std::optional<qint64> next;
    if (rows.size() > request.limit) {
        next = request.offset + request.limit;
        rows.removeLast();
    }
    QList<MlflowLoggedModel> models;
    for (const LoggedModelRow &row : std::as_const(rows))
        models.append(loggedModelValue(context.connection, row));
    return loggedModelsAnswer(models, next);
}

} // namespace Roost::Service::Mlflow
