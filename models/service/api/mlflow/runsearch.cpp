// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/runsearch.h"

#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchquery.h"
#include "models/service/store/tracking/runstore.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

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

struct Attribute
{
    QByteArray expression;
    bool numeric = false;
    bool lists = false;
};

Attribute attributeOf(const QString &key)
{
    if (key == "start_time"_L1 || key == "created"_L1 || key == "Created"_L1)
        return {"coalesce(r.started_ms, r.created_ms)", true, false};
    if (key == "end_time"_L1)
        return {"r.ended_ms", true, false};
    if (key == "run_id"_L1)
        return {"r.id", false, true};
    if (key == "run_name"_L1 || key == "run name"_L1 || key == "Run name"_L1 || key == "Run Name"_L1)
        return {"r.display_name", false, false};
    if (key == "user_id"_L1)
        return {"r.user", false, false};
    if (key == "status"_L1)
        return {'(' + statusSql + ')', false, false};
    if (key == "artifact_uri"_L1)
        return {belowSql("e.artifact_location", "(r.id || '/artifacts')"), false, false};
    refuseKey(key, attributeKeys);
}

QByteArray datasetCondition(SearchQuery &query, const Condition &condition)
{
    const QByteArray from = "EXISTS(SELECT 1 FROM run_inputs i JOIN datasets d ON d.id = i.dataset ";
    if (condition.key == "name"_L1 || condition.key == "digest"_L1)
        return from + "WHERE i.run = r.seq AND " +
               query.textual("d." + condition.key.toLatin1(), condition, u"dataset", true) + ')';
    if (condition.key == "context"_L1)
        return from +
               "JOIN run_input_tags t ON t.input = i.id AND t.key = 'mlflow.data.context' WHERE i.run = r.seq AND " +
               query.textual("t.value", condition, u"dataset", true) + ')';
    throw ApiError(ErrorKind::Rejected,
                   u"Invalid dataset key '%1' specified. Valid keys are: name, digest, context."_s.arg(condition.key));
}

QByteArray attributeCondition(SearchQuery &query, Condition condition)
{
    const Attribute attribute = attributeOf(condition.key);
    if (attribute.numeric)
        return query.numeric(attribute.expression, condition, u"attribute");
    if (condition.key == "run_id"_L1) {
        // As MLflow does: what cannot be an id of a run is dropped from the list.
        condition.list.removeIf([](const QString &text) { return !isRunId(text); });
    }
    return query.textual(attribute.expression, condition, u"attribute", attribute.lists);
}

QByteArray conditionSql(SearchQuery &query, const Condition &condition)
{
    switch (subjectOf(condition.entity)) {
    case Subject::Metric: {
        const QByteArray key = query.bind(condition.key);
        return "EXISTS(SELECT 1 FROM latest_metrics m JOIN metric_keys k ON k.id = m.key WHERE m.run = r.seq AND "
               "k.key = " +
               key + " AND " + query.metric("m", condition) + ')';
    }
    case Subject::Param:
        return query.keyed("run_params", "run = r.seq", condition, u"param", false);
    case Subject::Tag:
        return query.keyed("run_tags", "run = r.seq", condition, u"tag", false);
    case Subject::Dataset:
        return datasetCondition(query, condition);
    case Subject::Attribute:
        break;
    }
    return attributeCondition(query, condition);
}

QByteArray valueSql(SearchQuery &query, const QByteArray &table, const QString &key)
{
    return "SELECT x.value FROM " + table + " x WHERE x.run = r.seq AND x.key = " + query.bind(key);
}

void addOrder(SearchQuery &query, const Ordering &ordering)
{
    switch (subjectOf(ordering.entity)) {
    case Subject::Metric: {
        const QByteArray from = " FROM latest_metrics m JOIN metric_keys k ON k.id = m.key WHERE m.run = r.seq AND "
                                "k.key = " +
                                query.bind(ordering.key);
        // Missing ones last, NaN just before them, whatever the direction.
        query.orderBy("coalesce((SELECT m.nan" + from + "), 2)");
        query.addOrdering("(SELECT m.value" + from + ')', ordering.descending);
        return;
    }
    case Subject::Param:
        query.addOrdering(valueSql(query, "run_params", ordering.key), ordering.descending, true);
        return;
    case Subject::Tag:
        query.addOrdering(valueSql(query, "run_tags", ordering.key), ordering.descending, true);
        return;
    case Subject::Dataset:
        throw ApiError(ErrorKind::Rejected, u"Runs cannot be ordered by datasets."_s);
    case Subject::Attribute:
        query.addOrdering(attributeOf(ordering.key).expression, ordering.descending, true);
        return;
    }
}

void addOrders(SearchQuery &query, const QStringList &orders)
{
    QSet<QString> seen;
    for (const QString &text : orders) {
        const Ordering ordering = valueOf(parseOrdering(text));
        const QString id = ordering.entity + u'.' + ordering.key;
        if (seen.contains(id))
            throw ApiError(ErrorKind::Rejected, u"`order_by` contains duplicate fields: '%1'."_s.arg(text));
        seen.insert(id);
        addOrder(query, ordering);
    }
    query.orderBy("coalesce(r.started_ms, r.created_ms) DESC");
    query.orderBy("r.id ASC");
}

} // namespace

QJsonObject searchRuns(Call &call)
{
    const Message &message = call.message;
    const QStringList experiments = message.texts(u"experiment_ids");
    const int limit = message.limit(u"max_results", 1000, 1, 50000);
    const qint64 offset = offsetOf(message.text(u"page_token"));
    SearchQuery query("SELECT r.seq FROM runs r JOIN experiments e ON e.id = r.experiment");
    query.where("r.experiment IN " + experimentList(query, experiments));
    const QByteArray view = viewCondition(message, u"run_view_type", "r");
    if (!view.isEmpty())
        query.where(view);
    const auto conditions = valueOf(parseFilter(message.text(u"filter")));
    for (const Condition &condition : conditions)
        query.where(conditionSql(query, condition));
    addOrders(query, message.texts(u"order_by"));
    if (experiments.isEmpty())
        return {};

    QList<qint64> found;
    Statement row = query.run(call.connection, offset, limit);
    while (row.next())
        found.append(row.integer(0));
    QJsonArray runs;
    for (const qint64 seq : std::as_const(found))
        runs.append(runJson(call.connection, RunStore(call.connection).bySeq(seq)));
    QJsonObject answer;
    insertList(answer, u"runs"_s, runs);
    // As MLflow: a full page has a next one, which may be empty.
    if (runs.size() == limit)
        answer.insert(u"next_page_token"_s, pageToken(offset + limit));
    return answer;
}

} // namespace Roost::Service::Mlflow
