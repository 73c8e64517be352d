// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/run.h"

#include "models/core/runkeys.h"
#include "models/wire/json.h"
#include "models/wire/jsontext.h"
#include "models/wire/mlflow/search.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString orElse(const QString &one, const QString &other)
{
    return one.isEmpty() ? other : one;
}

void writeInfo(JsonText &json, const MlflowRun &run)
{
    json.beginObject();
    json.pair("run_id", run.id);
    json.pair("run_uuid", run.id);
    json.pair("run_name", run.name);
    json.pair("experiment_id", run.experimentId);
    json.pair("user_id", run.user);
    json.pair("status", toMlflowStatus(run.status));
    json.pair("start_time", run.started.toMSecsSinceEpoch());
    if (run.ended.isValid())
        json.pair("end_time", run.ended.toMSecsSinceEpoch());
    json.pair("artifact_uri", run.artifactUri);
    json.pair("lifecycle_stage", run.deleted ? u"deleted"_s : u"active"_s);
    json.endObject();
}

/// Writes a list of {key, value} unless it is empty.
void writePairs(JsonText &json, std::string_view key, const StringMap &pairs)
{
    if (pairs.isEmpty())
        return;
    json.key(key);
    json.beginList();
    for (const auto &[name, value] : pairs.asKeyValueRange()) {
        json.beginObject();
        json.pair("key", name);
        json.pair("value", value);
        json.endObject();
    }
    json.endList();
}

void writeDataset(JsonText &json, const DatasetInput &dataset)
{
    json.beginObject();
    json.key("dataset");
    json.beginObject();
    json.pair("name", dataset.name);
    json.pair("digest", dataset.digest);
    json.pair("source_type", dataset.sourceType);
    json.pair("source", dataset.source);
    if (dataset.schema)
        json.pair("schema", *dataset.schema);
    if (dataset.profile)
        json.pair("profile", *dataset.profile);
    json.endObject();
    writePairs(json, "tags", dataset.tags);
    json.endObject();
}

void writeModels(JsonText &json, std::string_view key, const QList<RunModel> &models, bool withStep)
{
    if (models.isEmpty())
        return;
    json.key(key);
    json.beginList();
    for (const RunModel &model : models) {
        json.beginObject();
        json.pair("model_id", model.id);
        if (withStep)
            json.pair("step", model.step);
        json.endObject();
    }
    json.endList();
}

// Empty lists are left out, as in MLflow's replies.
void writeRun(JsonText &json, const MlflowRun &run)
{
    json.beginObject();
    json.key("info");
    writeInfo(json, run);
    json.key("data");
    json.beginObject();
    if (!run.metrics.isEmpty()) {
        json.key("metrics");
        writeMetrics(json, run.metrics);
    }
    writePairs(json, "params", run.params);
    writePairs(json, "tags", run.tags);
    json.endObject();
    json.key("inputs");
    json.beginObject();
    if (!run.datasets.isEmpty()) {
        json.key("dataset_inputs");
        json.beginList();
        for (const DatasetInput &dataset : run.datasets)
            writeDataset(json, dataset);
        json.endList();
    }
    writeModels(json, "model_inputs", run.modelInputs, false);
    json.endObject();
    json.key("outputs");
    json.beginObject();
    writeModels(json, "model_outputs", run.modelOutputs, true);
    json.endObject();
    json.endObject();
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

Run runFromMlflow(const QJsonObject &json)
{
    const auto info = json.value("info"_L1).toObject();
    const auto data = json.value("data"_L1).toObject();
    Run run;
    run.tags = pairsFrom(data.value("tags"_L1));
    run.parameters = pairsFrom(data.value("params"_L1));
    run.id = orElse(text(info.value("run_id"_L1)), text(info.value("run_uuid"_L1)));
    run.displayName = orElse(orElse(text(info.value("run_name"_L1)), run.tags.value(TagName::runName)), run.id);
    run.description = run.tags.value(TagName::note);
    run.createdBy = orElse(run.tags.value(TagName::user), text(info.value("user_id"_L1)));
    run.status = runStatusFromMlflow(info.value("status"_L1));
    run.created = fromMilliseconds(info.value("start_time"_L1));
    run.started = run.status == RunStatus::Queued ? QDateTime() : run.created;
    run.ended = fromMilliseconds(info.value("end_time"_L1));
    run.command = run.tags.value(TagName::sourceName);
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

QByteArray runAnswer(const MlflowRun &run)
{
    JsonText json;
    json.beginObject();
    json.key("run");
    writeRun(json, run);
    json.endObject();
    return json.take();
}

QByteArray runInfoAnswer(const MlflowRun &run)
{
    JsonText json;
    json.beginObject();
    json.key("run_info");
    writeInfo(json, run);
    json.endObject();
    return json.take();
}

QByteArray runsAnswer(const QList<MlflowRun> &runs, std::optional<qint64> nextOffset)
{
    JsonText json;
    json.beginObject();
    if (!runs.isEmpty()) {
        json.key("runs");
        json.beginList();
        for (const MlflowRun &run : runs)
            writeRun(json, run);
        json.endList();
    }
    writeNextPage(json, nextOffset);
    json.endObject();
    return json.take();
}

} // namespace Roost::Wire
