// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/historyruns.h"

#include "models/service/api/azureml/sentparts.h"
#include "models/service/store/database/columns.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/run.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;

namespace {

QJsonObject readExperiment(const Statement &row)
{
    return {{u"experimentId"_s, QString::number(row.integer(0))},
            {u"name"_s, row.text(1)},
            {u"artifactLocation"_s, row.text(2)},
            {u"createdUtc"_s, Wire::fromUtc(timeOfMs(row.integer(3)))}};
}

const QByteArray experimentColumns =
    "SELECT id, name, artifact_location, created_ms FROM experiments WHERE deleted = 0 ";

Result<QJsonObject> findExperiment(const Request &request, AzureMlApi &azure)
{
    return azure.store().database().read([&request](Connection &connection) -> Result<QJsonObject> {
        const bool byId = request.captures.contains(u"experimentId"_s);
        const QString key = request.capture(byId ? u"experimentId" : u"experiment");
        Statement row =
            connection.query(experimentColumns + (byId ? "AND CAST(id AS TEXT) = ?1" : "AND name = ?1"), key);
        if (!row.next())
            return failure(ErrorKind::NotFound, u"There is no experiment '%1' in this workspace."_s.arg(key));
        return readExperiment(row);
    });
}

} // namespace

Result<RunAggregate> findRun(AzureMlApi &azure, const QString &id)
{
    auto whole = azure.store().database().read([&id](Connection &connection) { return wholeRun(connection, id); });
    if (whole)
        tellTrouble(whole->run, azure.store().database().writeTrouble());
    return whole;
}

Result<QString> experimentOfRequest(const Request &request, AzureMlApi &azure)
{
    if (!request.captures.contains(u"experimentId"_s) && !request.captures.contains(u"experiment"_s))
        return QString();
    const auto experiment = findExperiment(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    return experiment->value("name"_L1).toString();
}

Result<RunAggregate> runOfRequest(const Request &request, AzureMlApi &azure)
{
    const QString id = request.capture(u"run");
    auto whole = findRun(azure, id);
    if (!whole)
        return whole;
    const auto experiment = experimentOfRequest(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    if (!experiment->isEmpty() && *experiment != whole->run.experiment) {
        return failure(ErrorKind::NotFound, u"The run '%1' is not in the experiment '%2' but in '%3'."_s.arg(
                                                id, *experiment, whole->run.experiment));
    }
    return whole;
}

QJsonObject historyRunOf(const RunAggregate &whole)
{
    QJsonObject json = Wire::historyRun(whole.run, QString::number(whole.row.experiment));
    json.insert(u"hidden"_s, whole.run.properties.value(archivedProperty) == u"true");
    return withSent(json, whole.sent);
}

QJsonObject runDetailsOf(AzureMlApi &azure, const RunAggregate &whole, const QList<FileRef> &logs)
{
    QJsonObject json = Wire::runDetails(whole.run, logs);
    if (whole.job) {
        json.insert(u"runDefinition"_s, runDefinitionOf(whole));
        const auto compute = azure.compute(whole.run.computeName);
        if (compute) {
            json.insert(u"compute"_s, QJsonObject{{u"target"_s, compute->name},
                                                  {u"targetType"_s, compute->type},
                                                  {u"vmSize"_s, compute->size},
                                                  {u"instanceCount"_s, whole.run.nodeCount},
                                                  {u"gpuCount"_s, compute->gpus}});
        }
    }
    return json;
}

QJsonObject runDefinitionOf(const RunAggregate &whole)
{
    if (!whole.job)
        return {};
    const Job &job = whole.job->job;
    const bool isMpi = job.distribution.type == Distribution::Type::Mpi;
    const bool isPyTorch = job.distribution.type == Distribution::Type::PyTorch;
    const int processes = job.distribution.processesPerNode;
    const QString framework = isPyTorch ? u"PyTorch"_s : u"Python"_s;
    return {{u"command"_s, job.command},
            {u"target"_s, job.compute},
            {u"nodeCount"_s, job.instanceCount},
            {u"arguments"_s, QJsonArray()},
            {u"framework"_s, framework},
            {u"communicator"_s, isMpi ? u"IntelMpi"_s : u"None"_s},
            {u"mpi"_s, QJsonObject{{u"processCountPerNode"_s, isMpi ? processes : 1}}},
            {u"pyTorch"_s,
             QJsonObject{{u"communicationBackend"_s, QJsonValue()},
                         {u"processCount"_s, isPyTorch ? QJsonValue(processes * job.instanceCount) : QJsonValue()}}},
            {u"docker"_s, QJsonObject{{u"shmSize"_s, job.shmSize.isEmpty() ? QJsonValue() : QJsonValue(job.shmSize)}}},
            {u"environment"_s, QJsonObject{{u"name"_s, job.environment.name}, {u"version"_s, job.environment.version}}},
            {u"environmentVariables"_s, Wire::fromStrings(job.environmentVariables)}};
}

QJsonObject jobSpecificationOf(AzureMlApi &azure, const RunAggregate &whole)
{
    if (!whole.job)
        return {};
    return {{u"job"_s, Wire::jobResource(whole.run, whole.job->job, azure.workspace()).value("properties"_L1)}};
}

Result<Response> runAnswer(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    return Response::json(historyRunOf(*whole));
}

bool isLog(const QString &path)
{
    if (path.startsWith(u"azureml-logs/"_s) || path.startsWith(u"user_logs/"_s) || path.startsWith(u"system_logs/"_s))
        return true;
    // A folder that cannot be read stands for the logs in it.
    return path.startsWith(u"logs/"_s) && (path.endsWith(u".txt"_s) || path.endsWith(u".log"_s) || path.endsWith(u'/'));
}

Result<Response> experimentAnswer(Request &request, AzureMlApi &azure)
{
    const auto experiment = findExperiment(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    return Response::json(*experiment);
}

Result<Response> experimentsAnswer(Request &, AzureMlApi &azure)
{
    const auto values = azure.store().database().read([](Connection &connection) -> Result<QJsonArray> {
        QJsonArray list;
        Statement rows = connection.query(experimentColumns + "ORDER BY id");
        while (rows.next())
            list.append(readExperiment(rows));
        return list;
    });
    if (!values)
        return std::unexpected(values.error());
    return Response::json(Wire::dataPage(*values));
}

} // namespace Roost::Service::AzureMl
