// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/experiments.h"

#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/searchconditions.h"
#include "models/service/api/mlflow/values.h"
#include "models/service/store/tracking/datasetstore.h"
#include "models/service/store/tracking/experimentsearch.h"
#include "models/service/store/workspace/artifacturi.h"
#include "models/wire/mlflow/length.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

constexpr auto attributeKeys = u"name, experiment_id, creation_time, last_update_time";

qint64 experimentNumber(const QString &id)
{
    bool ok = false;
    const qint64 number = id.toLongLong(&ok);
    if (!ok) {
        throw ApiError(ErrorKind::Rejected,
                       u"Invalid experiment ID '%1'. Experiment ID must be a valid integer."_s.arg(id.left(200)));
    }
    return number;
}

ExperimentRow experimentOf(Connection &connection, const QString &id)
{
    const auto row = ExperimentStore(connection).find(experimentNumber(id));
    if (!row)
        throw ApiError(ErrorKind::NotFound, u"No Experiment with id=%1 exists"_s.arg(id));
    return *row;
}

/// Checks and returns the artifact location that a client gives for an experiment; empty if the client leaves it to the
/// service.
QString wantedLocation(const QString &location)
{
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
    if (const QString host = remoteHostOfFile(location); !host.isEmpty()) {
        throw ApiError(ErrorKind::Rejected,
                       u"%1 is not a valid remote uri: it names a file of the machine %2."_s.arg(location, host));
    }
    // Relative locations refer to the folder in which the server was started.
    if (scheme == "file"_L1 && !localPath(location))
        return u"file://"_s + QDir::current().absoluteFilePath(location.section(u':', 1));
    const bool isRelative = !location.contains(u':') && !location.startsWith(u'/');
    return isRelative ? QDir::current().absoluteFilePath(location) : location;
}

QJsonObject create(RpcContext &context, const CreateExperimentRequest &request)
{
    checkLength(u"name", request.name, longestExperimentName);
    const QString location = wantedLocation(request.artifactLocation);
    StringMap tags;
    for (const KeyValue &tag : request.tags) {
        checkTag(tag.key, tag.value, longestExperimentTag);
        tags.insert(tag.key, tag.value);
    }
    const qint64 id = valueOf(ExperimentStore(context.connection).create(request.name, location, tags));
    return experimentIdAnswer(QString::number(id));
}

QJsonObject get(RpcContext &context, const ExperimentRequest &request)
{
    const auto row = experimentOf(context.connection, request.id);
    return experimentAnswer(experimentValue(context.connection, row));
}

QJsonObject getByName(RpcContext &context, const ExperimentByNameRequest &request)
{
    const auto row = ExperimentStore(context.connection).findByName(request.name);
    if (!row)
        throw ApiError(ErrorKind::NotFound, u"Could not find experiment with name '%1'"_s.arg(request.name));
    return experimentAnswer(experimentValue(context.connection, *row));
}

QJsonObject setDeleted(RpcContext &context, const QString &id, bool deleted)
{
    const auto row = experimentOf(context.connection, id);
    if (row.deleted == deleted) {
        throw ApiError(ErrorKind::NotFound, u"The experiment %1 must be in the '%2' state."_s.arg(row.id).arg(
                                                deleted ? u"active"_s : u"deleted"_s));
    }
    const QStringList runs = ExperimentStore(context.connection).setDeleted(row.id, deleted);
    for (const QString &run : runs)
        context.changedRun(run);
    return {};
}

QJsonObject remove(RpcContext &context, const ExperimentRequest &request)
{
    if (request.id == "0"_L1) {
        throw ApiError(ErrorKind::Rejected, u"Cannot delete the default experiment '0': runs without an experiment "
                                            "belong to it."_s);
    }
    return setDeleted(context, request.id, true);
}

QJsonObject restore(RpcContext &context, const ExperimentRequest &request)
{
    return setDeleted(context, request.id, false);
}

QJsonObject rename(RpcContext &context, const RenameExperimentRequest &request)
{
    const auto row = activeExperimentOf(context.connection, request.id);
    checkLength(u"new_name", request.name, longestExperimentName);
    valueOf(ExperimentStore(context.connection).rename(row.id, request.name));
    return {};
}

QJsonObject setTag(RpcContext &context, const ExperimentTagRequest &request)
{
    const auto row = activeExperimentOf(context.connection, request.id);
    checkTag(request.key, request.value, longestExperimentTag);
    ExperimentStore(context.connection).setTag(row.id, request.key, request.value);
    return {};
}

QJsonObject deleteTag(RpcContext &context, const ExperimentTagRequest &request)
{
    const auto row = activeExperimentOf(context.connection, request.id);
    if (!ExperimentStore(context.connection).removeTag(row.id, request.key)) {
        throw ApiError(ErrorKind::NotFound,
                       u"No tag with name: %1 in experiment with id %2"_s.arg(request.key).arg(row.id));
    }
    return {};
}

ExperimentSearch::Field fieldOf(const QString &key)
{
    if (key == "name"_L1)
        return ExperimentSearch::Field::Name;
    if (key == "experiment_id"_L1)
        return ExperimentSearch::Field::Id;
    if (key == "creation_time"_L1)
        return ExperimentSearch::Field::Created;
    if (key == "last_update_time"_L1)
        return ExperimentSearch::Field::Updated;
    refuseKey(key, attributeKeys);
}

void addCondition(ExperimentSearch &search, const Condition &condition)
{
    const QString &entity = condition.entity;
    if (entity == "tag"_L1 || entity == "tags"_L1) {
        search.whereTag(condition.key, keyedCondition(condition, u"tag", false));
        return;
    }
    if (!entity.isEmpty() && entity != "attribute"_L1 && entity != "attributes"_L1 && entity != "attr"_L1)
        refuseEntity(entity, u"attribute, tag");
    const auto field = fieldOf(condition.key);
    const bool isTime = field == ExperimentSearch::Field::Created || field == ExperimentSearch::Field::Updated;
    search.where(field, isTime ? numericCondition(condition, u"attribute")
                               : textCondition(condition, u"attribute", field == ExperimentSearch::Field::Id));
}

QJsonObject search(RpcContext &context, const ExperimentSearchRequest &request)
{
    ExperimentSearch search;
    search.setView(viewOf(request.view));
    const auto conditions = conditionsOf(request.filter);
    for (const Condition &condition : conditions)
        addCondition(search, condition);
    const auto orderings = orderingsOf(request.orderBy);
    for (const Ordering &ordering : orderings)
        search.orderBy(fieldOf(ordering.key), directionOf(ordering));
    auto rows = search.run(context.connection, request.offset, request.limit + 1);
    std::optional<qint64> next;
    if (rows.size() > request.limit) {
        next = request.offset + request.limit;
        rows.removeLast();
    }
    QList<MlflowExperiment> experiments;
    for (const ExperimentRow &row : std::as_const(rows))
        experiments.append(experimentValue(context.connection, row));
    return experimentsAnswer(experiments, next);
}

/// Returns the data sets that the web page of an MLflow server offers as a filter.
QJsonObject searchDatasets(RpcContext &context, const DatasetSearchRequest &request)
{
    return datasetsAnswer(DatasetStore(context.connection).summaries(experimentNumbers(request.experimentIds)));
}

} // namespace

QList<qint64> experimentNumbers(const QStringList &ids)
{
    QList<qint64> numbers;
    for (const QString &id : ids)
        numbers.append(experimentNumber(id));
    return numbers;
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

QList<RpcHandler> experimentHandlers()
{
    using enum RpcHandler::Access;
    return {
        rpc("POST", "experiments/create", Writes, create),
        rpc("GET", "experiments/get", Reads, get),
        rpc("GET", "experiments/get-by-name", Reads, getByName),
        rpc("POST", "experiments/search", Reads, search),
        rpc("GET", "experiments/search", Reads, search),
        rpc("POST", "experiments/delete", Writes, remove),
        rpc("POST", "experiments/restore", Writes, restore),
        rpc("POST", "experiments/update", Writes, rename),
        rpc("POST", "experiments/set-experiment-tag", Writes, setTag),
        rpc("POST", "experiments/delete-experiment-tag", Writes, deleteTag),
        rpc("POST", "experiments/search-datasets", Reads, searchDatasets),
    };
}

} // namespace Roost::Service::Mlflow
