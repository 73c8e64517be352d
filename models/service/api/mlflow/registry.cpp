// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/registry.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

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
    checkKey(u"key", key);
    const QString value = tag.text(u"value");
    checkLength(u"value", value, longestRegistryTag);
    connection.run("INSERT OR REPLACE INTO registered_model_tags VALUES(?1, ?2, ?3)", name, key, value);
}

QJsonObject create(Call &call)
{
    const QString name = call.message.text(u"name");
    checkModelName(name);
    const qint64 now = nowMs();
    if (call.connection.run("INSERT OR IGNORE INTO registered_models VALUES(?1, ?2, ?3, ?3)", name,
                            call.message.text(u"description"), now) == 0)
        throw Refusal(ErrorKind::Conflict, u"Registered Model (name=%1) already exists."_s.arg(name));
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
    const QString name = nameOf(call);
    const QString to = call.message.text(u"new_name");
    checkModelName(to);
    Statement taken = call.connection.query("SELECT 1 FROM registered_models WHERE name = ?1", to);
    if (taken.next())
        throw Refusal(ErrorKind::Conflict, u"Registered Model (name=%1) already exists."_s.arg(to));
    call.connection.run("UPDATE registered_models SET name = ?2, updated_ms = ?3 WHERE name = ?1", name, to, nowMs());
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
    call.connection.run("DELETE FROM registered_models WHERE name = ?1", nameOf(call));
    call.changedModels();
    return {};
}

QJsonObject getLatestVersions(Call &call)
{
    const QString name = nameOf(call);
    QJsonObject answer;
    insertList(answer, u"model_versions"_s, latestVersions(call.connection, name, call.message.texts(u"stages")));
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
    const QString name = nameOf(call);
    call.connection.run("DELETE FROM registered_model_tags WHERE model = ?1 AND key = ?2", name,
                        call.message.requiredText(u"key"));
    call.changedModels();
    return {};
}

QJsonObject setAlias(Call &call)
{
    const QString name = nameOf(call);
    const QString alias = call.message.requiredText(u"alias");
    checkAlias(alias);
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
        throw Refusal(ErrorKind::Rejected, u"Registered model alias %1 not found."_s.arg(alias));
    return {{u"model_version"_s, modelVersionJson(call.connection, name, found.integer(0), true)}};
}

} // namespace

void requireModel(Connection &connection, const QString &name)
{
    Statement found = connection.query("SELECT 1 FROM registered_models WHERE name = ?1", name);
    if (!found.next())
        throw Refusal(ErrorKind::NotFound, u"Registered Model with name=%1 not found"_s.arg(name));
}

void touchModel(Connection &connection, const QString &name)
{
    connection.run("UPDATE registered_models SET updated_ms = ?2 WHERE name = ?1", name, nowMs());
}

QJsonArray latestVersions(Connection &connection, const QString &name, const QStringList &stages)
{
    QJsonArray versions;
    Statement row = connection.query(
        "SELECT stage, max(version) FROM model_versions WHERE model = ?1 GROUP BY stage ORDER BY 2", name);
    while (row.next()) {
        if (stages.isEmpty() || stages.contains(row.text(0), Qt::CaseInsensitive))
            versions.append(modelVersionJson(connection, name, row.integer(1), true));
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
        {u"description"_s, row.text(0)},
        {u"creation_timestamp"_s, row.integer(1)},
        {u"last_updated_timestamp"_s, row.integer(2)},
    };
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

QList<Entry> registeredModelEntries()
{
    return {
        {"POST", "registered-models/create", Kind::Writes, create},
        {"POST", "registered-models/rename", Kind::Writes, rename},
        {"PATCH", "registered-models/update", Kind::Writes, update},
        {"DELETE", "registered-models/delete", Kind::Writes, remove},
        {"GET", "registered-models/get", Kind::Reads, get},
        {"GET", "registered-models/search", Kind::Reads, searchRegisteredModels},
        {"POST", "registered-models/get-latest-versions", Kind::Reads, getLatestVersions},
        {"GET", "registered-models/get-latest-versions", Kind::Reads, getLatestVersions},
        {"POST", "registered-models/set-tag", Kind::Writes, setTag},
        {"DELETE", "registered-models/delete-tag", Kind::Writes, deleteTag},
        {"POST", "registered-models/alias", Kind::Writes, setAlias},
        {"DELETE", "registered-models/alias", Kind::Writes, deleteAlias},
        {"GET", "registered-models/alias", Kind::Reads, getAlias},
    };
}

} // namespace Roost::Service::Mlflow
