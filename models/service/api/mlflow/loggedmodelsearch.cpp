// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/experiments.h"
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/loggedmodels.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchquery.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

constexpr auto attributeKeys =
    u"name, model_id, model_type, status, source_run_id, creation_timestamp, last_updated_timestamp";

struct Attribute
{
    QByteArray expression;
    bool numeric = false;
};

Attribute attributeOf(const QString &key)
{
    if (key == "name"_L1)
        return {"l.name", false};
    if (key == "model_id"_L1)
        return {"l.id", false};
    if (key == "model_type"_L1)
        return {"l.model_type", false};
    if (key == "source_run_id"_L1)
        return {"l.source_run", false};
    if (key == "status"_L1)
        return {"(CASE l.status WHEN 2 THEN 'READY' WHEN 3 THEN 'UPLOAD_FAILED' ELSE 'PENDING' END)", false};
    if (key == "creation_timestamp"_L1 || key == "creation_time"_L1)
        return {"l.created_ms", true};
    if (key == "last_updated_timestamp"_L1)
        return {"l.updated_ms", true};
    refuseKey(key, attributeKeys);
}

using Datasets = QList<std::pair<QString, QString>>;

QByteArray datasetSql(SearchQuery &query, const Datasets &datasets)
{
    QByteArrayList any;
    for (const auto &[name, digest] : datasets) {
        QByteArray one = "m.dataset_name = " + query.bind(name);
        if (!digest.isEmpty())
            one += " AND m.dataset_digest = " + query.bind(digest);
        any.append('(' + one + ')');
    }
    return any.isEmpty() ? QByteArray() : " AND (" + any.join(" OR ") + ')';
}

QByteArray conditionSql(SearchQuery &query, const Condition &condition, const Datasets &datasets)
{
    const QString &entity = condition.entity;
    if (entity == "metrics"_L1) {
        const QByteArray key = query.bind(condition.key);
        const QByteArray only = datasetSql(query, datasets);
        return "EXISTS(SELECT 1 FROM logged_model_metrics m WHERE m.model = l.seq AND m.key = " + key + only + " AND " +
               query.metric("m", condition) + ')';
    }
    if (entity == "params"_L1)
        return query.keyed("logged_model_params", "model = l.seq", condition, u"param", true);
    if (entity == "tags"_L1)
        return query.keyed("logged_model_tags", "model = l.seq", condition, u"tag", true);
    if (!entity.isEmpty() && entity != "attributes"_L1)
        refuseEntity(entity, u"attributes, metrics, params, tags");
    const Attribute attribute = attributeOf(condition.key);
    return attribute.numeric ? query.numeric(attribute.expression, condition, u"attribute")
                             : query.textual(attribute.expression, condition, u"attribute", true);
}

void addOrders(SearchQuery &query, const Message &message)
{
    const auto orders = message.messages(u"order_by");
    for (const Message &order : orders) {
        const QString field = order.requiredText(u"field_name");
        const bool descending = !order.flag(u"ascending", true);
        if (!field.startsWith("metrics."_L1)) {
            const Ordering ordering = valueOf(parseOrdering(field));
            query.addOrdering(attributeOf(ordering.key).expression, descending, true);
            continue;
        }
        Datasets datasets;
        if (order.has(u"dataset_name"))
            datasets.append({order.text(u"dataset_name"), order.text(u"dataset_digest")});
        const QByteArray key = query.bind(field.sliced(8));
        query.addOrdering("SELECT m.value FROM logged_model_metrics m WHERE m.model = l.seq AND m.key = " + key +
                              datasetSql(query, datasets) + " ORDER BY m.step DESC, m.timestamp_ms DESC LIMIT 1",
                          descending, true);
    }
    query.orderBy("l.created_ms DESC");
    query.orderBy("l.id ASC");
}

} // namespace

QJsonObject searchLoggedModels(Call &call)
{
    const Message &message = call.message;
    // MLflow's own server takes 0 for its default here.
    const int asked = message.limit(u"max_results", 0, 0, 50000);
    const int limit = asked == 0 ? 50 : asked;
    const qint64 offset = offsetOf(message.text(u"page_token"));
    Datasets datasets;
    const auto named = message.messages(u"datasets");
    for (const Message &dataset : named)
        datasets.append({dataset.requiredText(u"dataset_name"), dataset.text(u"dataset_digest")});
    SearchQuery query(loggedModelColumns);
    query.where("l.deleted = 0");
    query.where("l.experiment IN " + experimentList(query, message.texts(u"experiment_ids")));
    // Data sets alone ask for models that have any metric on them.
    if (!datasets.isEmpty()) {
        query.where("EXISTS(SELECT 1 FROM logged_model_metrics m WHERE m.model = l.seq" + datasetSql(query, datasets) +
                    ')');
    }
    const auto conditions = valueOf(parseFilter(message.text(u"filter")));
    for (const Condition &condition : conditions)
        query.where(conditionSql(query, condition, datasets));
    addOrders(query, message);
    QJsonArray models;
    QJsonObject answer;
    Statement row = query.run(call.connection, offset, limit + 1);
    while (row.next()) {
        if (models.size() == limit) {
            answer.insert(u"next_page_token"_s, pageToken(offset + limit));
            break;
        }
        models.append(loggedModelJson(call.connection, loggedModelRow(row)));
    }
    insertList(answer, u"models"_s, models);
    return answer;
}

} // namespace Roost::Service::Mlflow
