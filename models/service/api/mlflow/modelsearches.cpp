// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/modelhandlers.h"
#include "models/service/api/mlflow/searchconditions.h"
#include "models/service/api/mlflow/values.h"
#include "models/service/store/registry/modelsearch.h"
#include "models/service/store/registry/modelversionsearch.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

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

void addModelCondition(ModelSearch &search, const Condition &condition)
{
    if (isTag(condition.entity)) {
        search.whereTag(condition.key, keyedCondition(condition, u"tag", false));
        return;
    }
    checkAttributeEntity(condition.entity);
    if (condition.key != "name"_L1)
        refuseKey(condition.key, u"name");
    search.whereName(textCondition(condition, u"attribute", true));
}

/// A search that does not mention prompts does not find them. Unlike for any other tag, `!= 'true'` also matches models
/// without the tag.
template <typename Search, typename Add>
void addConditions(Search &search, const QString &filter, Add add)
{
    bool mentionsPrompt = false;
    const auto conditions = conditionsOf(filter);
    for (const Condition &condition : conditions) {
        if (isTag(condition.entity) && condition.key == promptTag) {
            mentionsPrompt = true;
            search.wherePrompt((condition.op == "="_L1) == (condition.text == "true"_L1));
        } else {
            add(search, condition);
        }
    }
    if (!mentionsPrompt)
        search.wherePrompt(false);
}

std::optional<ModelVersionSearch::Field> versionField(const QString &key)
{
    if (key == "name"_L1)
        return ModelVersionSearch::Field::Name;
    if (key == "version_number"_L1)
        return ModelVersionSearch::Field::Number;
    if (key == "creation_timestamp"_L1)
        return ModelVersionSearch::Field::Created;
    if (key == "last_updated_timestamp"_L1)
        return ModelVersionSearch::Field::Updated;
    if (key == "run_id"_L1)
        return ModelVersionSearch::Field::Run;
    if (key == "source_path"_L1)
        return ModelVersionSearch::Field::Source;
    return {};
}

void addVersionCondition(ModelVersionSearch &search, Condition condition)
{
    using Field = ModelVersionSearch::Field;
    if (isTag(condition.entity)) {
        search.whereTag(condition.key, keyedCondition(condition, u"tag", false));
        return;
    }
    checkAttributeEntity(condition.entity);
    const auto field = versionField(condition.key);
    if (!field || field == Field::Created || field == Field::Updated)
        refuseKey(condition.key, u"name, version_number, run_id, source_path");
    if (field != Field::Number) {
        search.where(*field, textCondition(condition, u"attribute", field != Field::Source));
        return;
    }
    // A version is a text in this protocol: clients quote it in filters too.
    if (condition.type == Condition::Type::Text) {
        condition.number = double(versionNumber(condition.text));
        condition.type = Condition::Type::Number;
    }
    search.where(*field, numericCondition(condition, u"attribute"));
}

} // namespace

QJsonObject searchRegisteredModels(RpcContext &context, const ModelSearchRequest &request)
{
    ModelSearch search;
    addConditions(search, request.filter, addModelCondition);
    const auto orderings = orderingsOf(request.orderBy);
    for (const Ordering &ordering : orderings) {
        const bool isByTime = ordering.key == "timestamp"_L1 || ordering.key == "last_updated_timestamp"_L1;
        if (!isByTime && ordering.key != "name"_L1)
            refuseKey(ordering.key, u"name, timestamp, last_updated_timestamp");
        search.orderBy(isByTime ? ModelSearch::Field::Updated : ModelSearch::Field::Name, directionOf(ordering));
    }
    auto found = search.run(context.connection, request.offset, request.limit + 1);
    std::optional<qint64> next;
    if (found.size() > request.limit) {
        next = request.offset + request.limit;
        found.removeLast();
    }
    QList<MlflowModel> models;
    for (const ModelName &name : std::as_const(found))
        models.append(modelValue(context.connection, name));
    return modelsAnswer(models, next);
}

QJsonObject searchModelVersions(RpcContext &context, const ModelVersionSearchRequest &request)
{
    using Field = ModelVersionSearch::Field;
    ModelVersionSearch search;
    addConditions(search, request.filter, addVersionCondition);
    const auto orderings = orderingsOf(request.orderBy);
    for (const Ordering &ordering : orderings) {
        const auto field = versionField(ordering.key);
        if (!field || field == Field::Run || field == Field::Source)
            refuseKey(ordering.key, u"name, version_number, creation_timestamp, last_updated_timestamp");
        search.orderBy(*field, directionOf(ordering));
    }
    auto found = search.run(context.connection, request.offset, request.limit + 1);
    std::optional<qint64> next;
    if (found.size() > request.limit) {
        next = request.offset + request.limit;
        found.removeLast();
    }
    QList<MlflowModelVersion> versions;
    for (const StoredModel &version : std::as_const(found))
        versions.append(modelVersionValue(version));
    return modelVersionsAnswer(versions, next);
}

} // namespace Roost::Service::Mlflow
