// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/experiments.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchquery.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

ExperimentRow rowOf(const Statement &at)
{
    return {at.integer(0), at.text(1), at.text(2), at.flag(3), at.integer(4), at.integer(5)};
}

const QByteArray columns = "SELECT e.id, e.name, e.artifact_location, e.deleted, e.created_ms, e.updated_ms "
                           "FROM experiments e";

void touch(Connection &connection, qint64 id)
{
    connection.run("UPDATE experiments SET updated_ms = ?2 WHERE id = ?1", id, nowMs());
}

void setTag(Connection &connection, qint64 id, const QString &key, const QString &value)
{
    checkKey(u"key", key);
    checkLength(u"value", value, longestExperimentTag);
    connection.run("INSERT OR REPLACE INTO experiment_tags VALUES(?1, ?2, ?3)", id, key, value);
}

QString locationOf(const Message &message, qint64 id)
{
    const QString location = message.text(u"artifact_location");
    if (location.isEmpty())
        return u"mlflow-artifacts:/%1"_s.arg(id);
    const QUrl url(location);
    if (url.hasFragment() || url.query().contains(".."_L1) || location.contains(u';')) {
        throw Refusal(ErrorKind::Rejected, u"Invalid artifact_location '%1': it must have no fragment, no params and "
                                           "no '..' in its query."_s.arg(location));
    }
    return location.endsWith(u'/') ? location.chopped(1) : location;
}

QJsonObject create(Call &call)
{
    const QString name = call.message.requiredText(u"name");
    checkLength(u"name", name, longestExperimentName);
    Statement taken = call.connection.query("SELECT deleted FROM experiments WHERE name = ?1", name);
    if (taken.next()) {
        throw Refusal(ErrorKind::Conflict, u"Experiment(name=%1) already exists.%2"_s.arg(
                                               name, taken.flag(0) ? u" It is deleted; restore it or choose another "
                                                                     "name."_s
                                                                   : QString()));
    }
    const qint64 now = nowMs();
    call.connection.run(
        "INSERT INTO experiments(name, artifact_location, created_ms, updated_ms) VALUES(?1, '', ?2, ?2)", name, now);
    const qint64 id = call.connection.lastId();
    call.connection.run("UPDATE experiments SET artifact_location = ?2 WHERE id = ?1", id,
                        locationOf(call.message, id));
    const auto tags = call.message.messages(u"tags");
    for (const Message &tag : tags)
        setTag(call.connection, id, tag.requiredText(u"key"), tag.text(u"value"));
    return {{u"experiment_id"_s, QString::number(id)}};
}

QJsonObject get(Call &call)
{
    const auto row = experimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    return {{u"experiment"_s, experimentJson(call.connection, row)}};
}

QJsonObject getByName(Call &call)
{
    const QString name = call.message.requiredText(u"experiment_name");
    Statement found = call.connection.query(columns + " WHERE e.name = ?1", name);
    if (!found.next())
        throw Refusal(ErrorKind::NotFound, u"Could not find experiment with name '%1'"_s.arg(name));
    return {{u"experiment"_s, experimentJson(call.connection, rowOf(found))}};
}

QJsonObject setDeleted(Call &call, bool deleted)
{
    const auto row = experimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    if (row.deleted == deleted) {
        throw Refusal(
            deleted ? ErrorKind::NotFound : ErrorKind::Rejected,
            u"The experiment %1 must be in the '%2' state."_s.arg(row.id).arg(deleted ? u"active"_s : u"deleted"_s));
    }
    call.connection.run("UPDATE experiments SET deleted = ?2, updated_ms = ?3 WHERE id = ?1", row.id, deleted, nowMs());
    call.connection.run("UPDATE runs SET deleted = ?2 WHERE experiment = ?1", row.id, deleted);
    Statement runs = call.connection.query("SELECT id FROM runs WHERE experiment = ?1", row.id);
    while (runs.next())
        call.changedRun(runs.text(0));
    return {};
}

QJsonObject remove(Call &call)
{
    if (call.message.requiredText(u"experiment_id") == "0"_L1) {
        throw Refusal(ErrorKind::Rejected, u"Cannot delete the default experiment '0': runs without an experiment "
                                           "belong to it."_s);
    }
    return setDeleted(call, true);
}

QJsonObject restore(Call &call)
{
    return setDeleted(call, false);
}

QJsonObject update(Call &call)
{
    const auto row = activeExperimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    const QString name = call.message.text(u"new_name");
    if (name.isEmpty())
        return {};
    checkLength(u"new_name", name, longestExperimentName);
    Statement taken = call.connection.query("SELECT 1 FROM experiments WHERE name = ?1 AND id <> ?2", name, row.id);
    if (taken.next())
        throw Refusal(ErrorKind::Conflict, u"Experiment(name=%1) already exists."_s.arg(name));
    call.connection.run("UPDATE experiments SET name = ?2 WHERE id = ?1", row.id, name);
    touch(call.connection, row.id);
    return {};
}

QJsonObject setExperimentTag(Call &call)
{
    const auto row = activeExperimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    setTag(call.connection, row.id, call.message.requiredText(u"key"), call.message.text(u"value"));
    touch(call.connection, row.id);
    return {};
}

QJsonObject deleteExperimentTag(Call &call)
{
    const auto row = activeExperimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    const QString key = call.message.requiredText(u"key");
    if (call.connection.run("DELETE FROM experiment_tags WHERE experiment = ?1 AND key = ?2", row.id, key) == 0)
        throw Refusal(ErrorKind::NotFound, u"No tag with key '%1' in experiment %2."_s.arg(key).arg(row.id));
    touch(call.connection, row.id);
    return {};
}

QByteArray attribute(const QString &key)
{
    if (key == "name"_L1)
        return "e.name";
    if (key == "creation_time"_L1)
        return "e.created_ms";
    if (key == "last_update_time"_L1)
        return "e.updated_ms";
    return {};
}

void addCondition(SearchQuery &query, const Condition &condition)
{
    const QString &entity = condition.entity;
    if (entity == "tag"_L1 || entity == "tags"_L1) {
        query.where(query.keyed("experiment_tags", "experiment = e.id", condition, u"tag", false));
        return;
    }
    if (!entity.isEmpty() && entity != "attribute"_L1 && entity != "attributes"_L1 && entity != "attr"_L1)
        refuseEntity(entity, u"attribute, tag");
    const QByteArray expression = attribute(condition.key);
    if (expression.isEmpty())
        refuseKey(condition.key, u"name, creation_time, last_update_time");
    query.where(expression == "e.name" ? query.textual(expression, condition, u"attribute", false)
                                       : query.numeric(expression, condition, u"attribute"));
}

QJsonObject search(Call &call)
{
    if (!call.message.has(u"max_results"))
        call.message.requiredInteger(u"max_results");
    const int limit = call.message.limit(u"max_results", 0, 1, 50000);
    const qint64 offset = offsetOf(call.message.text(u"page_token"));
    SearchQuery query(columns);
    const QByteArray view = viewCondition(call.message, u"view_type", "e");
    if (!view.isEmpty())
        query.where(view);
    const auto conditions = valueOf(parseFilter(call.message.text(u"filter")));
    for (const Condition &condition : conditions)
        addCondition(query, condition);
    const auto orders = call.message.texts(u"order_by");
    for (const QString &text : orders) {
        const Ordering ordering = valueOf(parseOrdering(text));
        const QByteArray expression = ordering.key == "experiment_id"_L1 ? QByteArray("e.id") : attribute(ordering.key);
        if (expression.isEmpty())
            refuseKey(ordering.key, u"name, experiment_id, creation_time, last_update_time");
        query.orderBy(expression + (ordering.descending ? " DESC" : " ASC"));
    }
    if (orders.isEmpty())
        query.orderBy("e.created_ms DESC");
    query.orderBy("e.id ASC");
    QJsonArray experiments;
    QJsonObject answer;
    Statement row = query.run(call.connection, offset, limit + 1);
    while (row.next()) {
        if (experiments.size() == limit) {
            answer.insert(u"next_page_token"_s, pageToken(offset + limit));
            break;
        }
        experiments.append(experimentJson(call.connection, rowOf(row)));
    }
    insertList(answer, u"experiments"_s, experiments);
    return answer;
}

} // namespace

ExperimentRow experimentOf(Connection &connection, const QString &id)
{
    bool fine = false;
    const qint64 number = id.toLongLong(&fine);
    Statement found = connection.query(columns + " WHERE e.id = ?1", number);
    if (!fine || !found.next())
        throw Refusal(ErrorKind::NotFound, u"No Experiment with id=%1 exists"_s.arg(id));
    return rowOf(found);
}

ExperimentRow activeExperimentOf(Connection &connection, const QString &id)
{
    const ExperimentRow row = experimentOf(connection, id);
    if (row.deleted) {
        throw Refusal(ErrorKind::Rejected, u"The experiment %1 must be in the 'active' state. Current state is "
                                           "deleted."_s.arg(row.id));
    }
    return row;
}

QJsonObject experimentJson(Connection &connection, const ExperimentRow &row)
{
    QJsonObject object{
        {u"experiment_id"_s, QString::number(row.id)},
        {u"name"_s, row.name},
        {u"artifact_location"_s, row.artifactLocation},
        {u"lifecycle_stage"_s, row.deleted ? u"deleted"_s : u"active"_s},
        {u"creation_time"_s, row.createdMs},
        {u"last_update_time"_s, row.updatedMs},
    };
    insertList(
        object, u"tags"_s,
        pairsJson(pairsOf(connection.query("SELECT key, value FROM experiment_tags WHERE experiment = ?1", row.id))));
    return object;
}

QByteArray viewCondition(const Message &message, QStringView key, const QByteArray &alias)
{
    const QString view = message.text(key).toUpper();
    if (view == "DELETED_ONLY"_L1 || view == "2"_L1)
        return alias + ".deleted = 1";
    if (view == "ALL"_L1 || view == "3"_L1)
        return {};
    return alias + ".deleted = 0";
}

QList<Entry> experimentEntries()
{
    return {
        {"POST", "experiments/create", Kind::Writes, create},
        {"GET", "experiments/get", Kind::Reads, get},
        {"GET", "experiments/get-by-name", Kind::Reads, getByName},
        {"POST", "experiments/search", Kind::Reads, search},
        {"GET", "experiments/search", Kind::Reads, search},
        {"POST", "experiments/delete", Kind::Writes, remove},
        {"POST", "experiments/restore", Kind::Writes, restore},
        {"POST", "experiments/update", Kind::Writes, update},
        {"POST", "experiments/set-experiment-tag", Kind::Writes, setExperimentTag},
        {"POST", "experiments/delete-experiment-tag", Kind::Writes, deleteExperimentTag},
    };
}

} // namespace Roost::Service::Mlflow
