// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/json.h"
#include "models/wire/mlflow/model.h"
#include "models/wire/mlflow/run.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

class TestWireMlflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusWords()
    {
        for (const auto status :
             {RunStatus::Running, RunStatus::Queued, RunStatus::Completed, RunStatus::Failed, RunStatus::Canceled})
            QCOMPARE(runStatusFromMlflow(toMlflowStatus(status)), status);
        QCOMPARE(runStatusFromMlflow(3), RunStatus::Completed);
        QCOMPARE(runStatusFromMlflow(u"BOGUS"_s), RunStatus::Unknown);
        QCOMPARE(runStatusFromMlflow(QJsonValue()), RunStatus::Unknown);
    }

    void runRoundTrip()
    {
        Run run;
        run.id = u"r1"_s;
        run.displayName = u"calm finch"_s;
        run.description = u"note"_s;
        run.status = RunStatus::Completed;
        run.created = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        run.started = run.created;
        run.ended = QDateTime::fromMSecsSinceEpoch(5000, QTimeZone::UTC);
        run.createdBy = u"ann"_s;
        run.parameters = {{u"lr"_s, u"0.1"_s}};
        const auto json = mlflowRun(run, u"7"_s, u"mlflow-artifacts:/7/r1/artifacts"_s, {{u"loss"_s, {0.25, 4000, 3}}});
        auto read = runFromMlflow(json);
        QCOMPARE(experimentIdOfMlflow(json), u"7"_s);
        QCOMPARE(read.lastMetrics.value(u"loss"_s), 0.25);
        QCOMPARE(read.displayName, run.displayName);
        QCOMPARE(read.description, run.description);
        QCOMPARE(read.status, run.status);
        QCOMPARE(read.started, run.started);
        QCOMPARE(read.ended, run.ended);
        QCOMPARE(read.createdBy, run.createdBy);
        QCOMPARE(read.parameters, run.parameters);
    }

    // What section 14 of the protocol notes lists: strings for numbers, missing lists, no name, NaN.
    void foreignRuns()
    {
        const auto json = parseObject(R"({"info":{"run_uuid":"u1","status":"RUNNING","start_time":"1000","end_time":0},
            "data":{"metrics":[{"key":"a","value":NaN},{"key":"b","value":"NaN","step":"7"},{"key":"c"},{"value":1}],
                    "tags":[{"key":"mlflow.runName","value":"old"},{"key":""},5]}})");
        QVERIFY(json);
        const auto run = runFromMlflow(*json);
        QCOMPARE(run.id, u"u1"_s);
        QCOMPARE(run.displayName, u"old"_s);
        QCOMPARE(run.started.toMSecsSinceEpoch(), 1000);
        QVERIFY(!run.ended.isValid());
        QCOMPARE(run.lastMetrics.size(), 2);
        QVERIFY(std::isnan(run.lastMetrics.value(u"b"_s)));
        QCOMPARE(runFromMlflow({}).status, RunStatus::Unknown);
    }

    void metricsRoundTrip()
    {
        for (const double value : {1.5, -std::numeric_limits<double>::infinity()}) {
            const MetricPoint point{value, 1234567890123, -4};
            QCOMPARE(metricPointFromMlflow(mlflowMetric(u"m"_s, point)), point);
        }
        QVERIFY(std::isnan(metricPointFromMlflow(mlflowMetric(u"m"_s, {std::nan(""), 1, 1}))->value));
        QVERIFY(!metricPointFromMlflow({{u"value"_s, QJsonArray()}}));
    }

    void filesRoundTrip()
    {
        const QJsonArray files{mlflowFile(u"a/b.pt"_s, false, 9), mlflowFile(u"a"_s, true, 0),
                               mlflowFile(u"e"_s, false, 0)};
        const QList<ListedFile> wanted{{u"a/b.pt"_s, false, 9}, {u"a"_s, true, 0}, {u"e"_s, false, 0}};
        QCOMPARE(filesFromMlflow({{u"files"_s, files}}), wanted);
        QVERIFY(!files.at(2).toObject().contains("file_size"_L1));
        QVERIFY(filesFromMlflow({}).isEmpty());
    }

    void experimentsRoundTrip()
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        const Experiment experiment{u"0"_s, u"Default"_s, u"mlflow-artifacts:/0"_s, true,
                                    time,   time,         {{u"a"_s, u"b"_s}}};
        QCOMPARE(experimentFrom(toJson(experiment)), experiment);
    }

    void modelsRoundTrip()
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        ModelVersion version;
        version.name = u"birds"_s;
        version.version = u"10"_s;
        version.type = u"mlflow_model"_s;
        version.uri = u"mlflow-artifacts:/0/r/artifacts/m"_s;
        version.runId = u"r"_s;
        version.tags = {{u"a"_s, u"b"_s}};
        version.created = time;
        QCOMPARE(modelVersionFromMlflow(mlflowModelVersion(version)), version);
        const RegisteredModel model{u"birds"_s, u"d"_s, u"10"_s, {{u"a"_s, u"b"_s}}, time};
        QCOMPARE(registeredModelFromMlflow(mlflowModel(model, version)), model);
        const auto several =
            parseObject(R"({"name":"x","latest_versions":[{"version":9},{"version":"10"},{"version":"2"}]})");
        QCOMPARE(registeredModelFromMlflow(*several).latestVersion, u"10"_s);
    }
};

QTEST_GUILESS_MAIN(TestWireMlflow)
#include "tst_wiremlflow.moc"
