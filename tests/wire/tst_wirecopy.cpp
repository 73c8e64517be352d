// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/json.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"
#include "models/wire/mlflow/logbatchreader.h"
#include "models/wire/mlflow/metricbatch.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

namespace {

// Replies of MLflow 3.17.2.
const QByteArray recordedRun =
    R"({"info": {"run_uuid": "d481", "experiment_id": "1", "run_name": "model",)"
    R"("user_id": "root", "status": "FINISHED", "start_time": 1796122768380, "end_time": 1796122774970,)"
    R"("artifact_uri": "mlflow-artifacts:/1/d481/artifacts", "lifecycle_stage": "active", "run_id": "d481"},)"
    R"("data": {"metrics": [{"key": "acc", "value": 0.5, "timestamp": 1796122774868, "step": 0}],)"
    R"("params": [{"key": "lr", "value": "0.01"}], "tags": [{"key": "mlflow.user", "value": "ana"}]},)"
    R"("inputs": {"dataset_inputs": [{"tags": [{"key": "mlflow.data.context", "value": "training"}],)"
    R"("dataset": {"name": "pictures", "digest": "4f53", "source_type": "code", "source": "{}", "schema": "[1]",)"
    R"("profile": "[2]"}}]},)"
    R"("outputs": {"model_outputs": [{"model_id": "m-d877", "step": 3}]}})";

const QByteArray recordedModel =
    R"({"info": {"model_id": "m-d877", "experiment_id": "1", "name": "net",)"
    R"("creation_timestamp_ms": 1796122768501, "last_updated_timestamp_ms": 1796122774697,)"
    R"("artifact_uri": "mlflow-artifacts:/1/models/m-d877/artifacts", "status": "LOGGED_MODEL_READY", "model_type": "",)"
    R"("source_run_id": "d481", "tags": [{"key": "mlflow.user", "value": "ana"}]},)"
    R"("data": {"params": [{"key": "depth", "value": "3"}], "metrics": [{"key": "acc", "value": 0.5,)"
    R"("timestamp": 1796122774868, "step": 0, "model_id": "m-d877", "run_id": "d481"}]}})";

const QByteArray recordedRegistered =
    R"({"registered_model": {"name": "net", "creation_timestamp": 1796122775082,)"
    R"("description": "nets of birds", "latest_versions": [{"name": "net", "version": "1"}],)"
    R"("aliases": [{"alias": "champion", "version": "1"}]}})";

QJsonObject objectIn(const QByteArray &json)
{
    return parseObject(json).value_or(QJsonObject());
}

} // namespace

class TestWireCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunOfTheRealServerIsReadWhole()
    {
        const MlflowRun run = mlflowRunFrom(objectIn(recordedRun));
        QCOMPARE(run.id, u"d481"_s);
        QCOMPARE(run.name, u"model"_s);
        QCOMPARE(run.user, u"ana"_s);
        QCOMPARE(run.status, RunStatus::Completed);
        QCOMPARE(run.started.toMSecsSinceEpoch(), 1796122768380);
        QCOMPARE(run.ended.toMSecsSinceEpoch(), 1796122774970);
        QCOMPARE(run.artifactUri, u"mlflow-artifacts:/1/d481/artifacts"_s);
        QVERIFY(!run.deleted);
        QCOMPARE(run.params.value(u"lr"_s), u"0.01"_s);
        QCOMPARE(run.metrics.size(), 1);
        QCOMPARE(run.metrics.first().key, u"acc"_s);
        QCOMPARE(run.datasets.size(), 1);
        QCOMPARE(run.datasets.first().profile, u"[2]"_s);
        QCOMPARE(run.datasets.first().tags.value(u"mlflow.data.context"_s), u"training"_s);
        QCOMPARE(run.modelOutputs.first().id, u"m-d877"_s);
        QCOMPARE(run.modelOutputs.first().step, 3);
        QVERIFY(mlflowRunFrom(QJsonObject()).id.isEmpty());
    }

    void modelsOfTheRealServerAreRead()
    {
        const MlflowLoggedModel logged = loggedModelFrom(objectIn(recordedModel));
        QCOMPARE(logged.id, u"m-d877"_s);
        QCOMPARE(logged.status, LoggedModel::Status::Ready);
        QCOMPARE(logged.sourceRun, u"d481"_s);
        QCOMPARE(logged.params.value(u"depth"_s), u"3"_s);
        QCOMPARE(logged.metrics.first().point.value, 0.5);
        QCOMPARE(logged.metrics.first().run, u"d481"_s);
        const MlflowModel registered = mlflowModelFrom(registeredModelIn(objectIn(recordedRegistered)));
        QCOMPARE(registered.model.name, u"net"_s);
        QCOMPARE(registered.model.description, u"nets of birds"_s);
        QCOMPARE(registered.aliases.first().alias, u"champion"_s);
        QCOMPARE(registered.aliases.first().version, 1);
    }

    void batchesAreReadAsTheServiceReadsThem()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const QList<double> values{0.1, -3, 1e300, 5e-324, std::nan(""), infinity, -infinity};
        MetricBatch batch(u"run \"1\""_s);
        for (qsizetype i = 0; i < values.size(); ++i)
            batch.add(u"a \"b\"\\ \u00e9 \U0001F426"_s, {values[i], 1796122774868 + i, -i});
        QCOMPARE(batch.size(), values.size());
        QByteArray body = batch.take();
        QCOMPARE(batch.size(), 0);
        LogBatchReader reader;
        const auto read = reader.read(body);
        QCOMPARE(read.runId, u"run \"1\""_s);
        QCOMPARE(read.metrics.size(), std::size_t(values.size()));
        for (std::size_t i = 0; i < read.metrics.size(); ++i) {
            QCOMPARE(QString::fromUtf8(read.metrics[i].key.data(), qsizetype(read.metrics[i].key.size())),
                     u"a \"b\"\\ \u00e9 \U0001F426"_s);
            QCOMPARE(read.metrics[i].point.timestamp, 1796122774868 + qint64(i));
            QCOMPARE(read.metrics[i].point.step, -qint64(i));
            const double value = read.metrics[i].point.value;
            QVERIFY(std::isnan(value) ? std::isnan(values[qsizetype(i)]) : value == values[qsizetype(i)]);
        }
        batch.add(u"acc"_s, {1, 2, 3}, u"m-1"_s, u"pictures"_s, u"4f53"_s);
        QByteArray second = batch.take();
        const auto ofModel = reader.read(second);
        QCOMPARE(ofModel.metrics.size(), std::size_t(1));
        QCOMPARE(ofModel.ofModels.front().model, u"m-1"_s);
        QCOMPARE(ofModel.ofModels.front().datasetName, u"pictures"_s);
    }

    void requestsHaveTheKeysOfTheProtocol()
    {
        QCOMPARE(print(newRunBody(u"1"_s, u"n"_s, {}, 5, {{u"k"_s, u"v"_s}})),
                 QByteArray(R"({"experiment_id":"1","run_name":"n","start_time":5,"tags":[{"key":"k","value":"v"}]})"));
        QCOMPARE(print(runStatusBody(u"r"_s, RunStatus::Failed, 0)), QByteArray(R"({"run_id":"r","status":"FAILED"})"));
        QCOMPARE(print(runStatusBody(u"r"_s, RunStatus::Canceled, 9)),
                 QByteArray(R"({"end_time":9,"run_id":"r","status":"KILLED"})"));
        QCOMPARE(print(runOutputsBody(u"r"_s, {{u"m"_s, 4}})),
                 QByteArray(R"({"models":[{"model_id":"m","step":4}],"run_id":"r"})"));
        QCOMPARE(hasTagFilter(u"a.b"_s), u"tags.`a.b` LIKE '%'"_s);
        QCOMPARE(versionsOfFilter(u"it's"_s), u"name = \"it's\""_s);
    }
};

QTEST_GUILESS_MAIN(TestWireCopy)
#include "tst_wirecopy.moc"
