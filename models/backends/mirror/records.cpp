// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mirror/records.h"

#include "models/wire/json.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Mirror {

using namespace Wire;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

template <typename T, typename F>
QJsonObject listed(const QList<T> &items, F write)
{
    QJsonArray list;
    for (const T &item : items)
        list.append(write(item));
    return {{u"items"_s, list}};
}

template <typename F>
auto itemsIn(const QJsonObject &json, F read)
{
    QList<decltype(read(QJsonValue()))> items;
    for (const QJsonValue item : json.value("items"_L1).toArray())
        items.append(read(item));
    return items;
}

} // namespace

QJsonObject toJson(const Run &run)
{
    QJsonObject metrics;
    for (const auto &[key, value] : run.lastMetrics.asKeyValueRange())
        metrics.insert(key, fromNumber(value));
    return {{u"id"_s, run.id},
            {u"displayName"_s, run.displayName},
            {u"experiment"_s, run.experiment},
            {u"description"_s, run.description},
            {u"status"_s, toWord(run.status)},
            {u"created"_s, fromUtc(run.created)},
            {u"started"_s, fromUtc(run.started)},
            {u"ended"_s, fromUtc(run.ended)},
            {u"createdBy"_s, run.createdBy},
            {u"computeName"_s, run.computeName},
            {u"environmentName"_s, run.environmentName},
            {u"command"_s, run.command},
            {u"errorText"_s, run.errorText},
            {u"parameters"_s, fromStrings(run.parameters)},
            {u"tags"_s, fromStrings(run.tags)},
            {u"properties"_s, fromStrings(run.properties)},
            {u"metrics"_s, metrics}};
}

Run runFrom(const QJsonObject &json)
{
    Run run;
    run.id = json.value("id"_L1).toString();
    run.displayName = json.value("displayName"_L1).toString();
    run.experiment = json.value("experiment"_L1).toString();
    run.description = json.value("description"_L1).toString();
    run.status = runStatusFromWord(json.value("status"_L1).toString());
    run.created = utc(json.value("created"_L1));
    run.started = utc(json.value("started"_L1));
    run.ended = utc(json.value("ended"_L1));
    run.createdBy = json.value("createdBy"_L1).toString();
    run.computeName = json.value("computeName"_L1).toString();
    run.environmentName = json.value("environmentName"_L1).toString();
    run.command = json.value("command"_L1).toString();
    run.errorText = json.value("errorText"_L1).toString();
    run.parameters = strings(json.value("parameters"_L1));
    run.tags = strings(json.value("tags"_L1));
    run.properties = strings(json.value("properties"_L1));
    const auto metrics = json.value("metrics"_L1).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        run.lastMetrics.insert(it.key(), number(it.value()).value_or(nan));
    return run;
}

QJsonObject toJson(const QList<Run> &runs)
{
    return listed(runs, [](const Run &run) { return toJson(run); });
}

QList<Run> runsFrom(const QJsonObject &json)
{
    return itemsIn(json, [](const QJsonValue &item) { return runFrom(item.toObject()); });
}

QJsonObject toJson(const QList<Artifact> &artifacts)
{
    return listed(artifacts, [](const Artifact &artifact) {
        return QJsonObject{
            {u"path"_s, artifact.path}, {u"size"_s, artifact.size}, {u"created"_s, fromUtc(artifact.created)}};
    });
}

QList<Artifact> artifactsFrom(const QJsonObject &json)
{
    return itemsIn(json, [](const QJsonValue &item) {
        const auto object = item.toObject();
        return Artifact{object.value("path"_L1).toString(), object.value("size"_L1).toInteger(-1),
                        utc(object.value("created"_L1))};
    });
}

QJsonObject toJson(const QList<MetricPoint> &points)
{
    return listed(points, [](const MetricPoint &point) {
        return QJsonArray{point.step, point.timestamp, fromNumber(point.value)};
    });
}

QList<MetricPoint> pointsFrom(const QJsonObject &json)
{
    return itemsIn(json, [](const QJsonValue &item) {
        const auto triple = item.toArray();
        return MetricPoint{number(triple.at(2)).value_or(nan), triple.at(1).toInteger(), triple.at(0).toInteger()};
    });
}

QJsonObject toJson(const QList<RegisteredModel> &models)
{
    return listed(models, [](const RegisteredModel &model) {
        return QJsonObject{{u"name"_s, model.name},
                           {u"description"_s, model.description},
                           {u"latestVersion"_s, model.latestVersion},
                           {u"tags"_s, fromStrings(model.tags)},
                           {u"created"_s, fromUtc(model.created)}};
    });
}

QList<RegisteredModel> modelsFrom(const QJsonObject &json)
{
    return itemsIn(json, [](const QJsonValue &item) {
        const auto object = item.toObject();
        return RegisteredModel{object.value("name"_L1).toString(), object.value("description"_L1).toString(),
                               object.value("latestVersion"_L1).toString(), strings(object.value("tags"_L1)),
                               utc(object.value("created"_L1))};
    });
}

QJsonObject toJson(const QList<ModelVersion> &versions)
{
    return listed(versions, [](const ModelVersion &version) {
        return QJsonObject{{u"name"_s, version.name},
                           {u"version"_s, version.version},
                           {u"description"_s, version.description},
                           {u"type"_s, version.type},
                           {u"uri"_s, version.uri},
                           {u"run"_s, version.runId},
                           {u"tags"_s, fromStrings(version.tags)},
                           {u"properties"_s, fromStrings(version.properties)},
                           {u"created"_s, fromUtc(version.created)},
                           {u"size"_s, version.size}};
    });
}

QList<ModelVersion> versionsFrom(const QJsonObject &json)
{
    return itemsIn(json, [](const QJsonValue &item) {
        const auto object = item.toObject();
        ModelVersion version;
        version.name = object.value("name"_L1).toString();
        version.version = object.value("version"_L1).toString();
        version.description = object.value("description"_L1).toString();
        version.type = object.value("type"_L1).toString();
        version.uri = object.value("uri"_L1).toString();
        version.runId = object.value("run"_L1).toString();
        version.tags = strings(object.value("tags"_L1));
        version.properties = strings(object.value("properties"_L1));
        version.created = utc(object.value("created"_L1));
        version.size = object.value("size"_L1).toInteger(-1);
        return version;
    });
}

QJsonObject toJson(const WorkspaceInfo &info)
{
    return {{u"name"_s, info.name},
            {u"location"_s, info.location},
            {u"description"_s, info.description},
            {u"trackingUri"_s, info.trackingUri}};
}

WorkspaceInfo infoFrom(const QJsonObject &json)
{
    WorkspaceInfo info;
    info.name = json.value("name"_L1).toString();
    info.location = json.value("location"_L1).toString();
    info.description = json.value("description"_L1).toString();
    info.trackingUri = json.value("trackingUri"_L1).toString();
    return info;
}

} // namespace Roost::Mirror
