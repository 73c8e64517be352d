// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/registry.h"
#include "models/service/api/mlflow/searchquery.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

constexpr auto promptTag = "mlflow.prompt.is_prompt"_L1;

bool isTag(const QString &entity)
{
    return entity == "tag"_L1 || entity == "tags"_L1;
}

void checkAttributeEntity(const QString &entity)
{
    if (!entity.isEmpty() && entity != "attribute"_L1 && entity != "attributes"_L1)
        refuseEntity(entity, u"attribute, tag");
}

/// Models that are prompts carry a tag; a search that says nothing of it wants none of them. Unlike any other
/// tag, `!= 'true'` matches those that have none.
QByteArray promptCondition(const QByteArray &model, bool wanted)
{
    return (wanted ? QByteArray() : QByteArray("NOT ")) +
           "EXISTS(SELECT 1 FROM registered_model_tags p WHERE p.model = " + model +
           " AND p.key = 'mlflow.prompt.is_prompt' AND lower(p.value) = 'true')";
}

void addModelCondition(SearchQuery &query, const Condition &condition)
{
    if (isTag(condition.entity)) {
        query.where(query.keyed("registered_model_tags", "model = m.name", condition, u"tag", false));
        return;
    }
    checkAttributeEntity(condition.entity);
    if (condition.key != "name"_L1)
        refuseKey(condition.key, u"name");
    query.where(query.textual("m.name", condition, u"attribute", true));
}

template <typename Add>
void addConditions(SearchQuery &query, const Message &message, const QByteArray &model, Add add)
{
    bool saysPrompt = false;
    const auto conditions = valueOf(parseFilter(message.text(u"filter")));
    for (const Condition &condition : conditions) {
        if (isTag(condition.entity) && condition.key == promptTag) {
            saysPrompt = true;
            query.where(promptCondition(model, (condition.op == "="_L1) == (condition.text == "true"_L1)));
        } else {
            add(query, condition);
        }
    }
    if (!saysPrompt)
        query.where(promptCondition(model, false));
}

QByteArray versionExpression(const QString &key)
{
    if (key == "name"_L1)
        return "v.model";
    if (key == "version_number"_L1)
        return "v.version";
    if (key == "creation_timestamp"_L1)
        return "v.created_ms";
    if (key == "last_updated_timestamp"_L1)
        return "v.updated_ms";
    if (key == "run_id"_L1)
        return "v.run";
    if (key == "source_path"_L1)
        return "v.source";
    return {};
}

void addVersionCondition(SearchQuery &query, Condition condition)
{
    if (isTag(condition.entity)) {
        query.where(
            query.keyed("model_version_tags", "version = v.version AND x.model = v.model", condition, u"tag", false));
        return;
    }
    checkAttributeEntity(condition.entity);
    const QByteArray expression = versionExpression(condition.key);
    const bool ordered = expression == "v.created_ms" || expression == "v.updated_ms";
    if (expression.isEmpty() || ordered)
        refuseKey(condition.key, u"name, version_number, run_id, source_path");
    // A version is a text on this protocol: clients quote it in filters too.
    if (expression == "v.version" && condition.type == Condition::Type::Text) {
        condition.number = double(versionNumber(condition.text));
        condition.type = Condition::Type::Number;
    }
    query.where(expression == "v.version"
                    ? query.numeric(expression, condition, u"attribute")
                    : query.textual(expression, condition, u"attribute", expression != "v.source"));
}

} // namespace

QJsonObject searchRegisteredModels(Call &call)
{
    const int limit = call.message.limit(u"max_results", 100, 1, 1000);
    const qint64 offset = offsetOf(call.message.text(u"page_token"));
    SearchQuery query("SELECT m.name FROM registered_models m");
    addConditions(query, call.message, "m.name", addModelCondition);
    const auto orders = call.message.texts(u"order_by");
    for (const QString &text : orders) {
        const Ordering ordering = valueOf(parseOrdering(text));
        const bool byTime = ordering.key == "timestamp"_L1 || ordering.key == "last_updated_timestamp"_L1;
        if (!byTime && ordering.key != "name"_L1)
            refuseKey(ordering.key, u"name, timestamp, last_updated_timestamp");
        query.addOrdering(byTime ? QByteArray("m.updated_ms") : QByteArray("m.name"), ordering.descending);
    }
    query.orderBy("m.name ASC");
    QJsonArray models;
    QJsonObject answer;
    Statement row = query.run(call.connection, offset, limit + 1);
    while (row.next()) {
        if (models.size() == limit) {
            answer.insert(u"next_page_token"_s, pageToken(offset + limit));
            break;
        }
        models.append(registeredModelJson(call.connection, row.text(0)));
    }
    insertList(answer, u"registered_models"_s, models);
    return answer;
}

QJsonObject searchModelVersions(Call &call)
{
    const int limit = call.message.limit(u"max_results", 10000, 1, 200000);
    const qint64 offset = offsetOf(call.message.text(u"page_token"));
    SearchQuery query("SELECT v.model, v.version FROM model_versions v");
    query.where("v.archived = 0");
    addConditions(query, call.message, "v.model", addVersionCondition);
    const auto orders = call.message.texts(u"order_by");
    for (const QString &text : orders) {
        const Ordering ordering = valueOf(parseOrdering(text));
        const QByteArray expression = versionExpression(ordering.key);
        if (expression.isEmpty() || expression == "v.run" || expression == "v.source")
            refuseKey(ordering.key, u"name, version_number, creation_timestamp, last_updated_timestamp");
        query.addOrdering(expression, ordering.descending);
    }
    if (orders.isEmpty())
        query.orderBy("v.updated_ms DESC");
    query.orderBy("v.model ASC");
    query.orderBy("v.version DESC");
    QJsonArray versions;
    QJsonObject answer;
    Statement row = query.run(call.connection, offset, limit + 1);
    while (row.next()) {
        if (versions.size() == limit) {
            answer.insert(u"next_page_token"_s, pageToken(offset + limit));
            break;
        }
        versions.append(modelVersionJson(call.connection, row.text(0), row.integer(1), false));
    }
    insertList(answer, u"model_versions"_s, versions);
    return answer;
}

} // namespace Roost::Service::Mlflow
