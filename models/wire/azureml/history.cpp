// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/history.h"

#include "models/wire/azureml/sentparts.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

HistoryQuery historyQueryFrom(const QJsonObject &body)
{
    return {text(body.value("filter"_L1)), text(body.value("orderBy"_L1)), text(body.value("continuationToken"_L1)),
            text(body.value("listViewType"_L1)), std::clamp<qint64>(integer(body.value("top"_L1), 100), 1, 1000)};
}

QJsonObject historyExperiment(qint64 id, const QString &name, const QString &artifactLocation, const QDateTime &created)
{
    return {{u"experimentId"_s, QString::number(id)},
            {u"name"_s, name},
            {u"artifactLocation"_s, artifactLocation},
            {u"createdUtc"_s, fromUtc(created)}};
}

QJsonObject runDefinition(const Job &job)
{
    const Distribution &distribution = job.distribution;
    const DistributionTraits &traits = traitsOf(distribution.type);
    const bool isMpi = traits.starter == RankStarter::Mpirun;
    const auto processCount = distribution.isDistributed() && !isMpi ? QJsonValue(job.processCount()) : QJsonValue();
    return {{u"command"_s, job.command},
            {u"target"_s, job.compute},
            {u"nodeCount"_s, job.instanceCount},
            {u"arguments"_s, QJsonArray()},
            {u"framework"_s, QString(traits.framework)},
            {u"communicator"_s, QString(traits.communicator)},
            {u"mpi"_s, QJsonObject{{u"processCountPerNode"_s, isMpi ? distribution.processesPerNode : 1}}},
            {u"pyTorch"_s, QJsonObject{{u"communicationBackend"_s, QJsonValue()}, {u"processCount"_s, processCount}}},
            {u"docker"_s, QJsonObject{{u"shmSize"_s, job.shmSize.isEmpty() ? QJsonValue() : QJsonValue(job.shmSize)}}},
            {u"environment"_s, QJsonObject{{u"name"_s, job.environment.name}, {u"version"_s, job.environment.version}}},
            {u"environmentVariables"_s, fromStrings(job.environmentVariables)}};
}

QJsonObject withJobDetails(QJsonObject details, const Job &job, const Compute *compute, int nodes)
{
    details.insert(u"runDefinition"_s, runDefinition(job));
    if (compute) {
        details.insert(u"compute"_s, QJsonObject{{u"target"_s, compute->name},
                                                 {u"targetType"_s, compute->type},
                                                 {u"vmSize"_s, compute->size},
                                                 {u"instanceCount"_s, nodes},
                                                 {u"gpuCount"_s, compute->gpus}});
    }
    return details;
}

RundataRequest rundataRequestFrom(const QJsonObject &body)
{
    const auto wants = [&body](QLatin1StringView part) { return body.value(part).toBool(true); };
    return {text(body.value("runId"_L1)), wants("selectRunMetadata"_L1), wants("selectRunDefinition"_L1),
            wants("selectJobSpecification"_L1)};
}

QList<std::pair<QString, RundataRequest>> batchRundataRequestFrom(const QJsonObject &body)
{
    QList<std::pair<QString, RundataRequest>> requests;
    const QJsonObject entries = body.value("requests"_L1).toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        RundataRequest request = rundataRequestFrom(it.value().toObject());
        if (request.runId.isEmpty())
            request.runId = it.key();
        requests.append({it.key(), request});
    }
    return requests;
}

QJsonObject batchRundataBody(const QStringList &runIds)
{
    QJsonObject requests;
    for (const QString &id : runIds)
        requests.insert(id, QJsonObject{{u"runId"_s, id}, {u"selectRunMetadata"_s, true}});
    return {{u"requests"_s, requests}};
}

QHash<QString, QJsonObject> metadataFromBatch(const QJsonObject &reply)
{
    QHash<QString, QJsonObject> runs;
    const QJsonObject results = reply.value("successfulResults"_L1).toObject();
    for (auto it = results.begin(); it != results.end(); ++it)
        runs.insert(it.key(), it.value().toObject().value("runMetadata"_L1).toObject());
    return runs;
}

QJsonObject rundata(const RundataRequest &request, const QJsonObject &metadata, const QJsonObject &definition,
                    const QJsonObject &jobResource)
{
    QJsonObject reply;
    if (request.wantsMetadata)
        reply.insert(u"runMetadata"_s, metadata);
    if (request.wantsDefinition)
        reply.insert(u"runDefinition"_s, definition);
    if (request.wantsSpecification) {
        const QJsonObject specification{{u"job"_s, jobResource.value("properties"_L1)}};
        reply.insert(u"jobSpecification"_s, jobResource.isEmpty() ? QJsonObject() : specification);
    }
    return reply;
}

QJsonObject batchRundata(const QJsonObject &found, const QList<std::pair<QString, Error>> &failed)
{
    QJsonObject errors;
    for (const auto &[key, error] : failed)
        errors.insert(key, dataPlaneError(error, {}, {}));
    return {{u"successfulResults"_s, found}, {u"failedResults"_s, errors}};
}

QStringList tagKeysFrom(const QByteArray &body)
{
    QStringList keys;
    const QJsonArray list = QJsonDocument::fromJson(body).array();
    for (const QJsonValue key : list)
        keys.append(key.toString());
    return keys;
}

QJsonObject withServiceParts(QJsonObject historyRun, bool isHidden, const QJsonObject &sent)
{
    historyRun.insert(u"hidden"_s, isHidden);
    return withSent(historyRun, sent);
}

} // namespace Roost::Wire
