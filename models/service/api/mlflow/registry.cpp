// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/registry.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/registry/modelstore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

QString nameOf(const Call &call)
{
    const QString name = call.message.requiredText(u"name");
    requireModel(call.connection, name);
    return name;
}

QJsonObject answerWith(Call &call, const QString &name)
{
    return {{u"registered_model"_s, registeredModelJson(call.connection, name)}};
}

void setTagOf(Connection &connection, const QString &name, const Message &tag)
{
    const QString key = tag.requiredText(u"key");
    const QString value = tag.text(u"value");
    checkTag(key, value, longestRegistryTag);
    connection.run("INSERT OR REPLACE INTO registered_model_tags VALUES(?1, ?2, ?3)", name, key, value);
}

QJsonObject create(Call &call)
{
    const QString name = call.message.text(u"name");
    checkModelName(name);
    if (const auto made = ModelStore(call.connection).createName(name, call.message.text(u"description")); !made)
        throw ApiError(made.error());
    const auto tags = call.message.messages(u"tags");
    for (const Message &tag : tags)
        setTagOf(call.connection, name, tag);
    call.changedModels();
    return answerWith(call, name);
}

QJsonObject get(Call &call)
{
    return answerWith(call, nameOf(call));
}

QJsonObject rename(Call &call)
{
    const QString to = call.message.requiredText(u"new_name");
    checkModelName(to);
    const QString name = nameOf(call);
    if (const auto done = ModelStore(call.connection).rename(call.store.folder(), name, to); !done)
        throw ApiError(done.error());
    call.changedModels();
    return answerWith(call, to);
}

QJsonObject update(Call &call)
{
    const QString name = nameOf(call);
    call.connection.run("UPDATE registered_models SET description = ?2, updated_ms = ?3 WHERE name = ?1", name,
                        call.message.text(u"description"), nowMs());
    call.changedModels();
    return answerWith(call, name);
}

QJsonObject remove(Call &call)
{
    const QString name = nameOf(call);
    ModelStore(call.connection).removeName(name);
    call.afterwards.emplace_back([&store = call.store, name] { ModelStore::removeFolder(store.folder(), name); });
    call.changedModels();
    return {};
}

QJsonObject getLatestVersions(Call &call)
{
    const QString name = nameOf(call);
    QStringList stages = call.message.texts(u"stages");
    for (QString &stage : stages)
        stage = stageNamed(stage);
    QJsonObject answer;
    insertList(answer, u"model_versions"_s, latestVersions(call.connection, name, stages));
    return answer;
}

QJsonObject setTag(Call &call)
{
    const QString name = nameOf(call);
    setTagOf(call.connection, name, call.message);
    call.changedModels();
    return {};
}

QJsonObject deleteTag(Call &call)
{
    const QString key = call.message.requiredText(u"key");
    checkKey(u"key"_s, key);
    const QString name = nameOf(call);
    call.connection.run("DELETE FROM registered_model_tags WHERE model = ?1 AND key = ?2", name, key);
    call.changedModels();
    return {};
}

QJsonObject setAlias(Call &call)
{
    const QString alias = call.message.requiredText(u"alias");
    checkAlias(alias);
    const QString name = call.message.requiredText(u"name");
    const qint64 version = versionOf(call, name);
    call.connection.run("INSERT OR REPLACE INTO model_aliases VALUES(?1, ?2, ?3)", name, alias, version);
    call.changedModels();
    return {};
}

QJsonObject deleteAlias(Call &call)
{
    const QString name = nameOf(call);
    call.connection.run("DELETE FROM model_aliases WHERE model = ?1 AND alias = ?2", name,
                        call.message.requiredText(u"alias"));
    call.changedModels();
    return {};
}

QJsonObject getAlias(Call &call)
{
    const QString name = nameOf(call);
    const QString alias = call.message.requiredText(u"alias");
    Statement found =
        alias == "latest"_L1
            ? call.connection.query("SELECT max(version) FROM model_versions WHERE model = ?1 HAVING count(*) > 0",
                                    name)
            : call.connection.query("SELECT version FROM model_aliases WHERE model = ?1 AND alias = ?2", name, alias);
    if (!found.next())
        throw ApiError(ErrorKind::Rejected, u"Registered model alias %1 not found."_s.arg(alias));
    return {{u"model_version"_s, modelVersionJson(call.connection, name, found.integer(0), true)}};
}

} // namespace

void requireModel(Connection &connection, const QString &name)
{
    Statement found = connection.query("SELECT 1 FROM registered_models WHERE name = ?1", name);
    if (!found.next())
        throw ApiError(ErrorKind::NotFound, u"Registered Model with name=%1 not found"_s.arg(name));
}

void touchModel(Connection &connection, const QString &name)
{
    connection.run("UPDATE registered_models SET updated_ms = ?2 WHERE name = ?1", name, nowMs());
}

QJsonArray latestVersions(Connection &connection, const QString &name, const QStringList &stages)
{
    QJsonArray versions;
    // The stage whose first version is older comes first, as in MLflow.
    Statement row = connection.query("SELECT stage, max(version) FROM model_versions WHERE model = ?1 GROUP BY stage "
                                     "ORDER BY min(version)",
                                     name);
    while (row.next()) {
        if (stages.isEmpty() || stages.contains(row.text(0)))
            versions.append(modelVersionJson(connection, name, row.integer(1), false));
    }
    return versions;
}

QJsonObject registeredModelJson(Connection &connection, const QString &name)
{
    Statement row =
        connection.query("SELECT description, created_ms, updated_ms FROM registered_models WHERE name = ?1", name);
    row.next();
    QJsonObject model{
        {u"name"_s, name},
        {u"creation_timestamp"_s, row.integer(1)},
        {u"last_updated_timestamp"_s, row.integer(2)},
    };
    if (!row.text(0).isEmpty())
        model.insert(u"description"_s, row.text(0));
    insertList(model, u"latest_versions"_s, latestVersions(connection, name, {}));
    insertList(
        model, u"tags"_s,
        pairsJson(pairsOf(connection.query("SELECT key, value FROM registered_model_tags WHERE model = ?1", name))));
    QJsonArray aliases;
    Statement alias =
        connection.query("SELECT alias, version FROM model_aliases WHERE model = ?1 ORDER BY alias", name);
    while (alias.next())
        aliases.append(QJsonObject{{u"alias"_s, alias.text(0)}, {u"version"_s, alias.text(1)}});
    insertList(model, u"aliases"_s, aliases);
    return model;
}

QString stageNamed(const QString &given)
{
    for (const QString &known : {u"None"_s, u"Staging"_s, u"Production"_s, u"Archived"_s}) {
        if (given.compare(known, Qt::CaseInsensitive) == 0)
            return known;
    }
    throw ApiError(ErrorKind::Rejected, u"Invalid Model Version stage: %1. Value must be one of None, Staging, "
                                        "Production, Archived."_s.arg(given));
}

QList<Entry> registeredModelEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    const Parameters name{{"name", Text, Required}};
    const Parameters key = name + Parameters{{"key", Text, Required}};
    const Parameters alias = name + Parameters{{"alias", Text, Required}};
    const Parameters stages = name + Parameters{{"stages", Texts}};
    return {
        {"POST", "registered-models/create", Kind::Writes, create, name + Parameters{{"tags", List}, {"description"}}},
        {"POST", "registered-models/rename", Kind::Writes, rename, name + Parameters{{"new_name", Text, Required}}},
        {"PATCH", "registered-models/update", Kind::Writes, update, name + Parameters{{"description"}}},
        {"DELETE", "registered-models/delete", Kind::Writes, remove, name},
        {"GET", "registered-models/get", Kind::Reads, get, name},
        {"GET",
         "registered-models/search",
         Kind::Reads,
         searchRegisteredModels,
         {{"filter"}, {"max_results", Whole}, {"order_by", Texts}, {"page_token"}}},
        {"POST", "registered-models/get-latest-versions", Kind::Reads, getLatestVersions, stages},
        {"GET", "registered-models/get-latest-versions", Kind::Reads, getLatestVersions, stages},
        {"POST", "registered-models/set-tag", Kind::Writes, setTag, key + Parameters{{"value"}}},
        {"DELETE", "registered-models/delete-tag", Kind::Writes, deleteTag, key},
        {"POST", "registered-models/alias", Kind::Writes, setAlias, alias + Parameters{{"version", Text, Required}}},
        {"DELETE", "registered-models/alias", Kind::Writes, deleteAlias, alias},
        {"GET", "registered-models/alias", Kind::Reads, getAlias, alias},
    };
}

} // namespace Roost::Service::Mlflow
