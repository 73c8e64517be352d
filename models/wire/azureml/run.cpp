// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/run.h"

#include "models/core/runkeys.h"
#include "models/core/words.h"
#include "models/wire/azureml/ids.h"
#include "models/wire/azureml/job.h"
#include "models/wire/azureml/records.h"
#include "models/wire/azureml/runproperties.h"
#include "models/wire/azureml/sentparts.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString environmentName(const AssetId &asset)
{
    return asset.version.isEmpty() ? asset.name : asset.name + u':' + asset.version;
}

QJsonObject user(const QString &name)
{
    return name.isEmpty() ? QJsonObject() : QJsonObject{{u"userName"_s, name}};
}

QJsonObject services(const WorkspaceId &workspace, const QString &runId)
{
    // Azure's jobs contain the same two services; SDKs print the Studio address after a submit.
    return {{u"Studio"_s, QJsonObject{{u"jobServiceType"_s, u"Studio"_s},
                                      {u"endpoint"_s, u"roost://open%1/runs/%2"_s.arg(workspace.path(), runId)}}}};
}

// Reads the reason why a run waits from the tag to which Azure writes it. Azure does not remove the tag when the run
// proceeds.
QString waitingReason(const QString &tag)
{
    const auto status = parseObject(tag.toUtf8()).value_or(QJsonObject());
    if (status.isEmpty())
        return {};
    const auto count = [&status](QLatin1StringView key) { return integer(status.value(key)); };
    const auto nodes = count("CurrentNodeCount"_L1);
    const auto running = count("RunningNodeCount"_L1);
    if (const auto preparing = count("PreparingNodeCount"_L1); preparing > 0)
        return Words::tr("Waiting for nodes: %1 of the compute's nodes are being prepared.").arg(preparing);
    if (nodes > 0 && running >= nodes)
        return Words::tr("Waiting for a free node: all %1 nodes of the compute are busy.").arg(nodes);
    if (nodes > 0)
        return Words::tr("Waiting for nodes: the compute has %1, of which %2 are busy.").arg(nodes).arg(running);
    if (text(status.value("AllocationState"_L1)).compare("Resizing"_L1, Qt::CaseInsensitive) == 0)
        return Words::tr("Waiting for nodes: the compute has none yet and has requested some.");
    return Words::tr("Waiting for nodes: the compute has none at the moment.");
}

Run basics(const QJsonObject &properties)
{
    Run run;
    run.status = runStatusFromWord(text(properties.value("status"_L1)));
    run.displayName = text(properties.value("displayName"_L1));
    run.description = text(properties.value("description"_L1));
    const auto tags = strings(properties.value("tags"_L1));
    run.tags = withoutSystemTags(tags);
    run.properties = strings(properties.value("properties"_L1));
    run.parameters = strings(properties.value("parameters"_L1));
    extractRunFields(run);
    if (run.queueReason.isEmpty() && run.status == RunStatus::Queued)
        run.queueReason = waitingReason(tags.value(u"_aml_system_ComputeTargetStatus"_s));
    return run;
}

} // namespace

QJsonObject jobResource(const Run &run, const Job &job, const WorkspaceId &workspace)
{
    auto properties = jobBody(job, workspace).value("properties"_L1).toObject();
    properties.insert(u"status"_s, toWord(run.status));
    properties.insert(u"displayName"_s, run.displayName);
    properties.insert(u"experimentName"_s, run.experiment);
    put(properties, u"description"_s, run.description);
    properties.insert(u"tags"_s, fromStrings(run.tags));
    properties.insert(u"properties"_s, fromStrings(withRunProperties(run)));
    put(properties, u"parameters"_s, fromStrings(run.parameters));
    properties.insert(u"services"_s, services(workspace, run.id));
    // There is no outputs.default: with it, Microsoft's SDK would read the logs at https://ACCOUNT.blob.SUFFIX, which
    // cannot exist here; without it, the SDK uses the addresses of run history.
    QJsonObject system;
    put(system, u"createdAt"_s, fromUtc(run.created));
    put(system, u"createdBy"_s, run.createdBy);
    put(system, u"createdByType"_s, run.createdBy.isEmpty() ? QString() : u"User"_s);
    QJsonObject resource{{u"id"_s, resourceId(workspace, u"jobs"_s, run.id)},
                         {u"name"_s, run.id},
                         {u"type"_s, u"Microsoft.MachineLearningServices/workspaces/jobs"_s},
                         {u"properties"_s, properties}};
    put(resource, u"systemData"_s, system);
    return resource;
}

QJsonObject submittedJobResource(const Run &run, const Job &job, const WorkspaceId &workspace, const QByteArray &body,
                                 bool isArchived)
{
    QJsonObject resource = jobResource(run, job, workspace);
    const QJsonObject submitted = QJsonDocument::fromJson(body).object().value("properties"_L1).toObject();
    QJsonObject properties = withSent(resource.value("properties"_L1).toObject(), sentParts(SentKind::Job, submitted));
    properties.insert(u"isArchived"_s, isArchived);
    resource.insert(u"properties"_s, properties);
    return resource;
}

Run runFromJob(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto system = resource.value("systemData"_L1).toObject();
    const auto job = jobFromResource(resource);
    auto run = basics(properties);
    run.id = job.name;
    run.experiment = job.experiment;
    run.created = utc(system.value("createdAt"_L1));
    run.createdBy = text(system.value("createdBy"_L1));
    run.computeName = lastSegment(job.compute);
    run.environmentName = environmentName(shortAsset({job.environment.name, job.environment.version}));
    run.command = job.command;
    run.codeId = job.codeId;
    run.distribution = job.distribution;
    run.nodeCount = job.instanceCount;
    run.environmentVariables = job.environmentVariables;
    return run;
}

QJsonObject historyRun(const Run &run, const QString &experimentId)
{
    const auto parent = run.tags.value(TagName::parentRun);
    QJsonObject json{{u"runId"_s, run.id},
                     {u"status"_s, toWord(run.status)},
                     {u"runType"_s, u"azureml.scriptrun"_s},
                     {u"dataContainerId"_s, runContainer(run.id)},
                     {u"rootRunId"_s, parent.isEmpty() ? run.id : parent},
                     {u"parentRunId"_s, parent.isEmpty() ? QJsonValue() : QJsonValue(parent)},
                     {u"runNumber"_s, run.created.isValid() ? run.created.toSecsSinceEpoch() : 0}};
    put(json, u"displayName"_s, run.displayName);
    put(json, u"description"_s, run.description);
    put(json, u"experimentId"_s, experimentId);
    put(json, u"createdUtc"_s, fromUtc(run.created));
    put(json, u"startTimeUtc"_s, fromUtc(run.started));
    put(json, u"endTimeUtc"_s, fromUtc(run.ended));
    put(json, u"createdBy"_s, user(run.createdBy));
    put(json, u"target"_s, run.computeName);
    put(json, u"compute"_s,
        run.computeName.isEmpty() ? QJsonObject()
                                  : QJsonObject{{u"target"_s, run.computeName}, {u"instanceCount"_s, run.nodeCount}});
    json.insert(u"tags"_s, fromStrings(run.tags));
    json.insert(u"properties"_s, fromStrings(withRunProperties(run)));
    put(json, u"parameters"_s, fromStrings(run.parameters));
    put(json, u"error"_s, runError(run.errorText));
    if (!run.queueReason.isEmpty())
        json.insert(u"queueingInfo"_s, QJsonObject{{u"code"_s, u"Waiting"_s}, {u"message"_s, run.queueReason}});
    return json;
}

QJsonObject runDetails(const Run &run, const QList<FileRef> &logs)
{
    auto json = historyRun(run);
    // The time of creation has another name in details than in the run.
    json.remove(u"createdUtc"_s);
    put(json, u"createdTimeUtc"_s, fromUtc(run.created));
    // Details also lack the members that only a run has.
    for (const auto &key : {u"runType"_s, u"dataContainerId"_s, u"displayName"_s, u"description"_s, u"queueingInfo"_s})
        json.remove(key);
    QJsonObject files;
    for (const auto &log : logs)
        files.insert(log.path, log.url);
    json.insert(u"logFiles"_s, files);
    return json;
}

Run runFromHistory(const QJsonObject &json)
{
    auto run = basics(json);
    const auto compute = json.value("compute"_L1).toObject();
    run.id = text(json.value("runId"_L1));
    if (run.experiment.isEmpty())
        run.experiment = text(json.value("experimentName"_L1));
    run.created = utc(json.value("createdUtc"_L1));
    if (!run.created.isValid())
        run.created = utc(json.value("createdTimeUtc"_L1));
    run.started = utc(json.value("startTimeUtc"_L1));
    run.ended = utc(json.value("endTimeUtc"_L1));
    const auto creator = json.value("createdBy"_L1).toObject();
    run.createdBy = text(creator.value(creator.contains("userName"_L1) ? "userName"_L1 : "upn"_L1));
    run.computeName = lastSegment(text(json.value("target"_L1)));
    if (run.computeName.isEmpty())
        run.computeName = lastSegment(text(compute.value("target"_L1)));
    run.nodeCount = int(std::clamp<qint64>(integer(compute.value("instanceCount"_L1), 1), 1, 65536));
    run.errorText = runErrorText(json.value("error"_L1).toObject());
    if (run.queueReason.isEmpty())
        run.queueReason = text(json.value("queueingInfo"_L1).toObject().value("message"_L1));
    return run;
}

QString dataContainerOf(const QJsonObject &historyRun)
{
    return text(historyRun.value("dataContainerId"_L1));
}

QString experimentIdOf(const QJsonObject &historyRun)
{
    return text(historyRun.value("experimentId"_L1));
}

Run merged(Run job, const Run &history)
{
    const auto take = [](auto &mine, const auto &theirs) {
        if (mine.isEmpty())
            mine = theirs;
    };
    const auto prefer = [](auto &mine, const auto &theirs) {
        if (!theirs.isEmpty())
            mine = theirs;
    };
    job.status = history.status == RunStatus::Unknown ? job.status : history.status;
    job.started = history.started;
    job.ended = history.ended;
    job.errorText = history.errorText;
    if (!job.created.isValid())
        job.created = history.created;
    take(job.id, history.id);
    take(job.experiment, history.experiment);
    take(job.createdBy, history.createdBy);
    take(job.computeName, history.computeName);
    job.parameters.insert(history.parameters);
    // Run history is requested more often, so values that the user can edit are taken from it.
    prefer(job.displayName, history.displayName);
    prefer(job.description, history.description);
    prefer(job.tags, history.tags);
    prefer(job.properties, history.properties);
    // The job may have been requested when the run was still held.
    if (!history.properties.contains(PropertyName::held))
        job.properties.remove(PropertyName::held);
    prefer(job.phases, history.phases);
    prefer(job.ranks, history.ranks);
    if (history.cause)
        job.cause = history.cause;
    if (history.progress)
        job.progress = history.progress;
    if (history.resources)
        job.resources = history.resources;
    job.queueReason = history.queueReason;
    if (isTerminal(job.status))
        job.queueReason.clear();
    return job;
}

} // namespace Roost::Wire
