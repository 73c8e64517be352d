// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/run.h"

#include "models/wire/json.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString orElse(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

void putMilliseconds(QJsonObject &json, const QString &key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toMSecsSinceEpoch());
}

} // namespace

QString toMlflowStatus(RunStatus status)
{
    switch (status) {
    case RunStatus::NotStarted:
    case RunStatus::Queued:
    case RunStatus::Preparing:
    case RunStatus::Provisioning:
    case RunStatus::Starting:
        return u"SCHEDULED"_s;
    case RunStatus::Completed:
        return u"FINISHED"_s;
    case RunStatus::Failed:
        return u"FAILED"_s;
    case RunStatus::Canceled:
        return u"KILLED"_s;
    case RunStatus::Running:
    case RunStatus::Finalizing:
    case RunStatus::CancelRequested:
    case RunStatus::NotResponding:
    case RunStatus::Paused:
    case RunStatus::Unknown:
        break;
    }
    return u"RUNNING"_s;
}

RunStatus runStatusFromMlflow(const QJsonValue &status)
{
    constexpr std::array<std::pair<QLatin1StringView, RunStatus>, 5> words{{{"RUNNING"_L1, RunStatus::Running},
                                                                            {"SCHEDULED"_L1, RunStatus::Queued},
                                                                            {"FINISHED"_L1, RunStatus::Completed},
                                                                            {"FAILED"_L1, RunStatus::Failed},
                                                                            {"KILLED"_L1, RunStatus::Canceled}}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (status.toString() == words[i].first || integer(status) == qint64(i) + 1)
            return words[i].second;
    }
    return RunStatus::Unknown;
}

QJsonObject mlflowRunInfo(const Run &run, const QString &experimentId, const QString &artifactUri)
{
    QJsonObject info{{u"run_id"_s, run.id},
                     {u"run_uuid"_s, run.id},
                     {u"run_name"_s, run.displayName},
                     {u"experiment_id"_s, experimentId},
                     {u"user_id"_s, run.createdBy},
                     {u"status"_s, toMlflowStatus(run.status)},
                     {u"artifact_uri"_s, artifactUri},
                     {u"lifecycle_stage"_s, u"active"_s}};
    putMilliseconds(info, u"start_time"_s, run.started.isValid() ? run.started : run.created);
    putMilliseconds(info, u"end_time"_s, run.ended);
    return info;
}

QJsonObject mlflowRun(const Run &run, const QString &experimentId, const QString &artifactUri,
                      const QMap<QString, MetricPoint> &metrics)
{
    auto tags = run.tags;
    const auto mirror = [&tags](const QString &key, const QString &value) {
        if (!value.isEmpty())
            tags.insert(key, value);
    };
    mirror(u"mlflow.runName"_s, run.displayName);
    mirror(u"mlflow.note.content"_s, run.description);
    mirror(u"mlflow.user"_s, run.createdBy);
    QJsonArray values;
    for (const auto &[key, point] : metrics.asKeyValueRange())
        values.append(mlflowMetric(key, point));
    QJsonObject data{{u"tags"_s, toPairs(tags)}};
    put(data, u"metrics"_s, values);
    put(data, u"params"_s, toPairs(run.parameters));
    return {{u"info"_s, mlflowRunInfo(run, experimentId, artifactUri)}, {u"data"_s, data}};
}

Run runFromMlflow(const QJsonObject &json)
{
    const auto info = json.value("info"_L1).toObject();
    const auto data = json.value("data"_L1).toObject();
    Run run;
    run.tags = pairsFrom(data.value("tags"_L1));
    run.parameters = pairsFrom(data.value("params"_L1));
    run.id = orElse(text(info.value("run_id"_L1)), text(info.value("run_uuid"_L1)));
    run.displayName = orElse(orElse(text(info.value("run_name"_L1)), run.tags.value(u"mlflow.runName"_s)), run.id);
    run.description = run.tags.value(u"mlflow.note.content"_s);
    run.createdBy = orElse(run.tags.value(u"mlflow.user"_s), text(info.value("user_id"_L1)));
    run.status = runStatusFromMlflow(info.value("status"_L1));
    run.created = fromMilliseconds(info.value("start_time"_L1));
    run.started = run.status == RunStatus::Queued ? QDateTime() : run.created;
    run.ended = fromMilliseconds(info.value("end_time"_L1));
    run.command = run.tags.value(u"mlflow.source.name"_s);
    for (const auto &one : data.value("metrics"_L1).toArray()) {
        const auto metric = one.toObject();
        const auto key = text(metric.value("key"_L1));
        const auto point = metricPointFromMlflow(metric);
        if (point && !key.isEmpty())
            run.lastMetrics.insert(key, point->value);
    }
    return run;
}

QString experimentIdOfMlflow(const QJsonObject &run)
{
    return text(run.value("info"_L1).toObject().value("experiment_id"_L1));
}

StringMap pairsFrom(const QJsonValue &list)
{
    StringMap map;
    for (const auto &one : list.toArray()) {
        const auto pair = one.toObject();
        if (const auto key = text(pair.value("key"_L1)); !key.isEmpty())
            map.insert(key, text(pair.value("value"_L1)));
    }
    return map;
}

QJsonArray toPairs(const StringMap &map)
{
    QJsonArray list;
    for (const auto &[key, value] : map.asKeyValueRange())
        list.append(QJsonObject{{u"key"_s, key}, {u"value"_s, value}});
    return list;
}

QJsonObject mlflowMetric(const QString &key, const MetricPoint &point)
{
    return {{u"key"_s, key},
            {u"value"_s, fromNumber(point.value)},
            {u"timestamp"_s, point.timestamp},
            {u"step"_s, point.step}};
}

std::optional<MetricPoint> metricPointFromMlflow(const QJsonObject &json)
{
    const auto value = number(json.value("value"_L1));
    if (!value)
        return std::nullopt;
    return MetricPoint{*value, integer(json.value("timestamp"_L1)), integer(json.value("step"_L1))};
}

QJsonObject mlflowFile(const QString &path, bool isFolder, qint64 size)
{
    QJsonObject json{{u"path"_s, path}, {u"is_dir"_s, isFolder}};
    if (!isFolder && size > 0)
        json.insert(u"file_size"_s, size);
    return json;
}

QList<ListedFile> filesFromMlflow(const QJsonObject &answer)
{
    QList<ListedFile> files;
    for (const auto &one : answer.value("files"_L1).toArray()) {
        const auto json = one.toObject();
        const auto path = text(json.value("path"_L1));
        if (!path.isEmpty())
            files.append({path, json.value("is_dir"_L1).toBool(), integer(json.value("file_size"_L1))});
    }
    return files;
}

QJsonObject toJson(const Experiment &experiment)
{
    QJsonObject json{{u"experiment_id"_s, experiment.id},
                     {u"name"_s, experiment.name},
                     {u"artifact_location"_s, experiment.artifactLocation},
                     {u"lifecycle_stage"_s, experiment.deleted ? u"deleted"_s : u"active"_s}};
    putMilliseconds(json, u"creation_time"_s, experiment.created);
    putMilliseconds(json, u"last_update_time"_s, experiment.updated);
    put(json, u"tags"_s, toPairs(experiment.tags));
    return json;
}

Experiment experimentFrom(const QJsonObject &json)
{
    return {text(json.value("experiment_id"_L1)),
            text(json.value("name"_L1)),
            text(json.value("artifact_location"_L1)),
            text(json.value("lifecycle_stage"_L1)) == "deleted"_L1,
            fromMilliseconds(json.value("creation_time"_L1)),
            fromMilliseconds(json.value("last_update_time"_L1)),
            pairsFrom(json.value("tags"_L1))};
}

} // namespace Roost::Wire
