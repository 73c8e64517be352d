// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/experiments.h"

#include "models/service/api/mlflow/json.h"
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchquery.h"
#include "models/service/store/database/columns.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

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
    checkTag(key, value, longestExperimentTag);
    connection.run("INSERT OR REPLACE INTO experiment_tags VALUES(?1, ?2, ?3)", id, key, value);
}

/// Where the client wants the artifacts of an experiment; empty where it leaves that to the service.
QString wantedLocation(const Message &message)
{
    const QString location = message.text(u"artifact_location");
    if (location.isEmpty())
        return {};
    const QString scheme = location.section(u':', 0, 0).toLower();
    if (scheme == "runs"_L1) {
        throw ApiError(ErrorKind::Rejected, u"Artifact location cannot be a runs:/ URI. Given: '%1'"_s.arg(location));
    }
    static const QStringList withParams{u"http"_s, u"https"_s, u"ftp"_s, u"sftp"_s};
    const bool hasParams = location.section(u'?', 0, 0).section(u'/', -1).contains(u';') &&
                           (!location.contains(u':') || withParams.contains(scheme));
    if (location.contains(u'#') || hasParams) {
        throw ApiError(ErrorKind::Rejected, u"'artifact_location' URL can't include fragments or params."_s);
    }
    if (decodedFully(location.section(u'?', 1)).contains(".."_L1))
        throw ApiError(ErrorKind::Rejected, u"Invalid query string"_s);
    const bool isRelative = !location.contains(u':') && !location.startsWith(u'/');
    return isRelative ? QDir::current().absoluteFilePath(location) : location;
}

QJsonObject create(Call &call)
{
    const QString name = call.message.requiredText(u"name");
    checkLength(u"name", name, longestExperimentName);
    const QString location = wantedLocation(call.message);
    Statement taken = call.connection.query("SELECT deleted FROM experiments WHERE name = ?1", name);
    if (taken.next()) {
        throw ApiError(ErrorKind::Conflict, u"Experiment(name=%1) already exists.%2"_s.arg(
                                                name, taken.flag(0) ? u" It is deleted; restore it or choose another "
                                                                      "name."_s
                                                                    : QString()));
    }
    const qint64 now = nowMs();
    call.connection.run(
        "INSERT INTO experiments(name, artifact_location, created_ms, updated_ms) VALUES(?1, '', ?2, ?2)", name, now);
    const qint64 id = call.connection.lastId();
    call.connection.run("UPDATE experiments SET artifact_location = ?2 WHERE id = ?1", id,
                        location.isEmpty() ? u"mlflow-artifacts:/%1"_s.arg(id) : location);
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
        throw ApiError(ErrorKind::NotFound, u"Could not find experiment with name '%1'"_s.arg(name));
    return {{u"experiment"_s, experimentJson(call.connection, rowOf(found))}};
}

QJsonObject setDeleted(Call &call, bool deleted)
{
    const auto row = experimentOf(call.connection, call.message.requiredText(u"experiment_id"));
    if (row.deleted == deleted) {
        throw ApiError(ErrorKind::NotFound, u"The experiment %1 must be in the '%2' state."_s.arg(row.id).arg(
                                                deleted ? u"active"_s : u"deleted"_s));
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
        throw ApiError(ErrorKind::Rejected, u"Cannot delete the default experiment '0': runs without an experiment "
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
    const QString name = call.message.requiredText(u"new_name");
    checkLength(u"new_name", name, longestExperimentName);
    Statement taken = call.connection.query("SELECT 1 FROM experiments WHERE name = ?1 AND id <> ?2", name, row.id);
    if (taken.next())
        throw ApiError(ErrorKind::Conflict, u"Experiment(name=%1) already exists."_s.arg(name));
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
        throw ApiError(ErrorKind::NotFound, u"No tag with name: %1 in experiment with id %2"_s.arg(key).arg(row.id));
    touch(call.connection, row.id);
    return {};
}

QByteArray attribute(const QString &key)
{
    if (key == "name"_L1)
        return "e.name";
    if (key == "experiment_id"_L1)
        return "CAST(e.id AS TEXT)";
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
        refuseKey(condition.key, u"name, experiment_id, creation_time, last_update_time");
    const bool isTime = expression.endsWith("_ms");
    query.where(isTime ? query.numeric(expression, condition, u"attribute")
                       : query.textual(expression, condition, u"attribute", condition.key == "experiment_id"_L1));
}

QJsonObject search(Call &call)
{
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
        query.addOrdering(expression, ordering.descending);
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

/// What the web page of an MLflow server asks to offer data sets as a filter.
QJsonObject searchDatasets(Call &call)
{
    constexpr int mostExperiments = 20;
    const QStringList ids = call.message.texts(u"experiment_ids");
    if (ids.isEmpty()) {
        throw ApiError(ErrorKind::Rejected, u"SearchDatasets request must specify at least one experiment_id."_s);
    }
    if (ids.size() > mostExperiments) {
        throw ApiError(ErrorKind::Rejected, u"SearchDatasets request cannot specify more than %1 experiment_ids. "
                                            "Received %2 experiment_ids."_s.arg(mostExperiments)
                                                .arg(ids.size()));
    }
    Select query("SELECT DISTINCT d.experiment, d.name, d.digest, t.value FROM datasets d JOIN run_inputs i ON "
                 "i.dataset = d.id LEFT JOIN run_input_tags t ON t.input = i.id AND t.key = 'mlflow.data.context'");
    query.where("d.experiment IN " + experimentList(query, ids));
    query.orderBy("d.id");
    QJsonArray summaries;
    Statement row = query.run(call.connection, 0, 1000);
    while (row.next()) {
        QJsonObject summary{
            {u"experiment_id"_s, row.text(0)},
            {u"name"_s, row.text(1)},
            {u"digest"_s, row.text(2)},
        };
        if (!row.isNull(3))
            summary.insert(u"context"_s, row.text(3));
        summaries.append(summary);
    }
    QJsonObject answer;
    insertList(answer, u"dataset_summaries"_s, summaries);
    return answer;
}

} // namespace

QByteArray experimentList(Select &query, const QStringList &ids)
{
    QByteArrayList numbers;
    for (const QString &id : ids)
        numbers.append(query.bind(experimentNumber(id)));
    return '(' + numbers.join(", ") + ')';
}

qint64 experimentNumber(const QString &id)
{
    bool fine = false;
    const qint64 number = id.toLongLong(&fine);
    if (!fine) {
        throw ApiError(ErrorKind::Rejected,
                       u"Invalid experiment ID '%1'. Experiment ID must be a valid integer."_s.arg(id.left(200)));
    }
    return number;
}

ExperimentRow experimentOf(Connection &connection, const QString &id)
{
    Statement found = connection.query(columns + " WHERE e.id = ?1", experimentNumber(id));
    if (!found.next())
        throw ApiError(ErrorKind::NotFound, u"No Experiment with id=%1 exists"_s.arg(id));
    return rowOf(found);
}

ExperimentRow activeExperimentOf(Connection &connection, const QString &id)
{
    const ExperimentRow row = experimentOf(connection, id);
    if (row.deleted) {
        throw ApiError(ErrorKind::Rejected, u"The experiment %1 must be in the 'active' state. Current state is "
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
    const QString view = message.word(key).toUpper();
    if (view == "DELETED_ONLY"_L1 || view == "2"_L1)
        return alias + ".deleted = 1";
    if (view == "ALL"_L1 || view == "3"_L1)
        return {};
    return alias + ".deleted = 0";
}

QList<Entry> experimentEntries()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    const Parameters id{{"experiment_id", Text, Required}};
    const Parameters searches{{"max_results", Whole, Required}, {"order_by", Texts}, {"filter"}, {"page_token"}};
    return {
        {"POST",
         "experiments/create",
         Kind::Writes,
         create,
         {{"name", Text, Required}, {"artifact_location"}, {"tags", List}}},
        {"GET", "experiments/get", Kind::Reads, get, id},
        {"GET", "experiments/get-by-name", Kind::Reads, getByName, {{"experiment_name", Text, Required}}},
        {"POST", "experiments/search", Kind::Reads, search, searches},
        {"GET", "experiments/search", Kind::Reads, search, searches},
        {"POST", "experiments/delete", Kind::Writes, remove, id},
        {"POST", "experiments/restore", Kind::Writes, restore, id},
        {"POST", "experiments/update", Kind::Writes, update, id + Parameters{{"new_name", Text, Required}}},
        {"POST", "experiments/set-experiment-tag", Kind::Writes, setExperimentTag,
         id + Parameters{{"key", Text, Required}, {"value"}}},
        {"POST", "experiments/delete-experiment-tag", Kind::Writes, deleteExperimentTag,
         id + Parameters{{"key", Text, Required}}},
        {"POST", "experiments/search-datasets", Kind::Reads, searchDatasets},
    };
}

} // namespace Roost::Service::Mlflow
