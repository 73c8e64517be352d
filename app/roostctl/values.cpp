// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/values.h"

#include "models/core/secrets.h"
#include "models/wire/azureml/cause.h"
#include "models/wire/json.h"

#include <QJsonArray>

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonValue json(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject json(const StringMap &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object[key] = value;
    return object;
}

template <typename T>
QJsonValue json(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue json(const std::optional<RunResources> &resources)
{
    if (!resources)
        return {};
    const auto size = [](qint64 bytes) { return bytes < 0 ? QJsonValue() : QJsonValue(bytes); };
    return QJsonObject{{u"peakMemory"_s, size(resources->peakMemory)},
                       {u"peakGpuMemory"_s, size(resources->peakGpuMemory)},
                       {u"meanProcessorPercent"_s, json(resources->meanProcessorPercent)},
                       {u"meanGpuPercent"_s, json(resources->meanGpuPercent)}};
}

} // namespace

QJsonObject toJson(const Run &run)
{
    QJsonArray phases;
    for (const PhaseTimes &phase : run.phases)
        phases += QJsonObject{
            {u"phase"_s, toWord(phase.phase)}, {u"entered"_s, json(phase.entered)}, {u"left"_s, json(phase.left)}};
    QJsonArray ranks;
    for (const RankOutcome &rank : run.ranks) {
        ranks += QJsonObject{{u"rank"_s, rank.rank},           {u"exitCode"_s, json(rank.exitCode)},
                             {u"signal"_s, json(rank.signal)}, {u"started"_s, json(rank.started)},
                             {u"ended"_s, json(rank.ended)},   {u"lastLine"_s, rank.lastLine}};
    }
    QJsonObject metrics;
    for (const auto &[key, value] : run.lastMetrics.asKeyValueRange())
        metrics[key] = Wire::fromNumber(value);
    return {{u"id"_s, run.id},
            {u"displayName"_s, run.displayName},
            {u"experiment"_s, run.experiment},
            {u"description"_s, run.description},
            {u"status"_s, toWord(run.status)},
            {u"created"_s, json(run.created)},
            {u"started"_s, json(run.started)},
            {u"ended"_s, json(run.ended)},
            {u"createdBy"_s, run.createdBy},
            {u"compute"_s, run.computeName},
            {u"environment"_s, run.environmentName},
            {u"command"_s, run.command},
            {u"codeId"_s, run.codeId},
            {u"nodeCount"_s, run.nodeCount},
            {u"distribution"_s, toWord(run.distribution.type)},
            {u"processesPerNode"_s, run.distribution.processesPerNode},
            {u"parameters"_s, json(run.parameters)},
            {u"tags"_s, json(run.tags)},
            {u"properties"_s, json(run.properties)},
            {u"environmentVariables"_s, json(withSecretsMasked(run.environmentVariables))},
            {u"lastMetrics"_s, metrics},
            {u"queueReason"_s, run.queueReason},
            {u"error"_s, run.errorText},
            {u"resources"_s, json(run.resources)},
            {u"cause"_s, run.cause ? QJsonValue(Wire::fromCause(*run.cause)) : QJsonValue()},
            {u"phases"_s, phases},
            {u"ranks"_s, ranks}};
}

QJsonObject toJson(const Artifact &artifact)
{
    return {{u"path"_s, artifact.path},
            {u"size"_s, artifact.size < 0 ? QJsonValue() : QJsonValue(artifact.size)},
            {u"created"_s, json(artifact.created)}};
}

QJsonObject toJson(const MetricPoint &point)
{
    return {{u"step"_s, point.step}, {u"timestamp"_s, point.timestamp}, {u"value"_s, Wire::fromNumber(point.value)}};
}

QJsonObject toJson(const MetricWindow &window)
{
    QJsonArray buckets;
    for (const MetricBucket &bucket : window.buckets) {
        buckets += QJsonObject{{u"count"_s, bucket.count},
                               {u"notFinite"_s, bucket.notFinite},
                               {u"firstStep"_s, bucket.firstStep},
                               {u"lastStep"_s, bucket.lastStep},
                               {u"firstTimestamp"_s, bucket.firstTimestamp},
                               {u"lastTimestamp"_s, bucket.lastTimestamp},
                               {u"minimum"_s, Wire::fromNumber(bucket.minimum)},
                               {u"maximum"_s, Wire::fromNumber(bucket.maximum)},
                               {u"sum"_s, Wire::fromNumber(bucket.sum)},
                               {u"last"_s, Wire::fromNumber(bucket.last)}};
    }
    return {{u"size"_s, window.size}, {u"buckets"_s, buckets}};
}

QJsonObject toJson(const Compute &compute)
{
    return {{u"name"_s, compute.name},
            {u"type"_s, compute.type},
            {u"description"_s, compute.description},
            {u"size"_s, compute.size},
            {u"location"_s, compute.location},
            {u"minNodes"_s, compute.minNodes},
            {u"maxNodes"_s, compute.maxNodes},
            {u"currentNodes"_s, compute.currentNodes},
            {u"busyNodes"_s, compute.busyNodes},
            {u"cores"_s, compute.cores},
            {u"gpus"_s, compute.gpus},
            {u"state"_s, toWord(compute.state)},
            {u"errors"_s, QJsonArray::fromStringList(compute.errors)},
            {u"created"_s, json(compute.created)}};
}

QJsonObject toJson(const Environment &environment)
{
    return {{u"name"_s, environment.name},
            {u"version"_s, environment.version},
            {u"description"_s, environment.description},
            {u"image"_s, environment.image},
            {u"condaYaml"_s, environment.condaYaml},
            {u"curated"_s, environment.curated},
            {u"tags"_s, json(environment.tags)},
            {u"created"_s, json(environment.created)},
            {u"packages"_s, QJsonArray::fromStringList(environment.packages)}};
}

QJsonObject toJson(const RegisteredModel &model)
{
    return {{u"name"_s, model.name},
            {u"description"_s, model.description},
            {u"latestVersion"_s, model.latestVersion},
            {u"tags"_s, json(model.tags)},
            {u"created"_s, json(model.created)}};
}

QJsonObject toJson(const ModelVersion &version)
{
    return {{u"name"_s, version.name},
            {u"version"_s, version.version},
            {u"description"_s, version.description},
            {u"type"_s, version.type},
            {u"uri"_s, version.uri},
            {u"run"_s, version.runId},
            {u"tags"_s, json(version.tags)},
            {u"properties"_s, json(version.properties)},
            {u"created"_s, json(version.created)},
            {u"size"_s, version.size < 0 ? QJsonValue() : QJsonValue(version.size)}};
}

QJsonObject toJson(const WorkspaceInfo &info)
{
    QJsonObject storage;
    for (const auto &[part, bytes] : info.storage.asKeyValueRange())
        storage[part] = bytes;
    return {{u"name"_s, info.name},
            {u"location"_s, info.location},
            {u"kind"_s, info.kind},
            {u"resourceId"_s, info.resourceId},
            {u"description"_s, info.description},
            {u"trackingUri"_s, info.trackingUri},
            {u"folder"_s, info.folder},
            {u"storage"_s, storage}};
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QString durationText(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, from.secsTo(to.isValid() ? to : QDateTime::currentDateTimeUtc()));
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds < 3600 ? 1 : 2, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? tail : u"%1:%2"_s.arg(seconds / 3600).arg(tail);
}

} // namespace Roost::Ctl
