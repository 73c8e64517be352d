// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/json.h"

#include "models/service/api/mlflow/names.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/wire/json.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;

namespace {

QJsonArray datasetInputs(Connection &connection, qint64 run)
{
    QJsonArray inputs;
    Statement row = connection.query("SELECT i.id, d.name, d.digest, d.source_type, d.source, d.schema, d.profile "
                                     "FROM run_inputs i JOIN datasets d ON d.id = i.dataset WHERE i.run = ?1 "
                                     "ORDER BY i.id",
                                     run);
    while (row.next()) {
        QJsonObject dataset{
            {u"name"_s, row.text(1)},
            {u"digest"_s, row.text(2)},
            {u"source_type"_s, row.text(3)},
            {u"source"_s, row.text(4)},
        };
        if (!row.isNull(5))
            dataset.insert(u"schema"_s, row.text(5));
        if (!row.isNull(6))
            dataset.insert(u"profile"_s, row.text(6));
        const StringMap tags =
            pairsOf(connection.query("SELECT key, value FROM run_input_tags WHERE input = ?1", row.integer(0)));
        QJsonObject input{{u"dataset"_s, dataset}};
        insertList(input, u"tags"_s, pairsJson(tags));
        inputs.append(input);
    }
    return inputs;
}

QJsonArray models(Connection &connection, qint64 run, bool outputs)
{
    QJsonArray list;
    Statement row = connection.query(
        "SELECT model, step FROM run_models WHERE run = ?1 AND is_output = ?2 ORDER BY step, model", run, outputs);
    while (row.next()) {
        QJsonObject model{{u"model_id"_s, row.text(0)}};
        if (outputs)
            model.insert(u"step"_s, row.integer(1));
        list.append(model);
    }
    return list;
}

} // namespace

QJsonObject metricJson(const QString &key, const MetricPoint &point)
{
    return {
        {u"key"_s, key},
        // MLflow's own store knows no infinities and answers the largest number instead; its clients expect that.
        {u"value"_s,
         Wire::fromNumber(std::isinf(point.value) ? std::copysign(std::numeric_limits<double>::max(), point.value)
                                                  : point.value)},
        {u"timestamp"_s, point.timestamp},
        {u"step"_s, point.step},
    };
}

QJsonArray pairsJson(const StringMap &map)
{
    QJsonArray pairs;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        pairs.append(QJsonObject{{u"key"_s, it.key()}, {u"value"_s, it.value()}});
    return pairs;
}

void insertList(QJsonObject &object, const QString &key, const QJsonArray &list)
{
    if (!list.isEmpty())
        object.insert(key, list);
}

StringMap pairsOf(Statement statement)
{
    StringMap map;
    while (statement.next())
        map.insert(statement.text(0), statement.text(1));
    return map;
}

QString artifactUri(const RunRow &run)
{
    return below(run.artifactLocation, run.id + u"/artifacts"_s);
}

QJsonObject runInfoJson(const RunRow &run)
{
    QJsonObject info{
        {u"run_id"_s, run.id},
        {u"run_uuid"_s, run.id},
        {u"run_name"_s, run.displayName},
        {u"experiment_id"_s, QString::number(run.experiment)},
        {u"user_id"_s, run.user},
        {u"status"_s, statusWord(run.status)},
        {u"start_time"_s, run.startedMs.value_or(run.createdMs)},
        {u"artifact_uri"_s, artifactUri(run)},
        {u"lifecycle_stage"_s, run.deleted ? u"deleted"_s : u"active"_s},
    };
    if (run.endedMs)
        info.insert(u"end_time"_s, *run.endedMs);
    return info;
}

QJsonObject runJson(Connection &connection, const RunRow &run)
{
    QJsonArray metrics;
    const auto latest = MetricStore(connection).latest(run.seq);
    for (const LatestMetric &metric : latest)
        metrics.append(metricJson(metric.key, metric.point));
    QJsonObject data;
    insertList(data, u"metrics"_s, metrics);
    insertList(data, u"params"_s, pairsJson(RunStore(connection).params(run.seq)));
    insertList(data, u"tags"_s, pairsJson(RunStore(connection).tags(run.seq)));
    QJsonObject inputs;
    insertList(inputs, u"dataset_inputs"_s, datasetInputs(connection, run.seq));
    insertList(inputs, u"model_inputs"_s, models(connection, run.seq, false));
    QJsonObject outputs;
    insertList(outputs, u"model_outputs"_s, models(connection, run.seq, true));
    return {
        {u"info"_s, runInfoJson(run)},
        {u"data"_s, data},
        {u"inputs"_s, inputs},
        {u"outputs"_s, outputs},
    };
}

} // namespace Roost::Service::Mlflow
