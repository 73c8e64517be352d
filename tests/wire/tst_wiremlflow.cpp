// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/logbatchreader.h"
#include "models/wire/mlflow/loggedmodel.h"
#include "models/wire/mlflow/model.h"
#include "models/wire/mlflow/run.h"
#include "models/wire/mlflow/runrequests.h"
#include "models/wire/mlflow/search.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>
#include <limits>

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
        MlflowRun run;
        run.id = u"r1"_s;
        run.name = u"calm finch"_s;
        run.experimentId = u"7"_s;
        run.user = u"ann"_s;
        run.status = RunStatus::Completed;
        run.artifactUri = u"mlflow-artifacts:/7/r1/artifacts"_s;
        run.started = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        run.ended = QDateTime::fromMSecsSinceEpoch(5000, QTimeZone::UTC);
        run.metrics = {{u"loss"_s, {0.25, 4000, 3}, {}}};
        run.params = {{u"lr"_s, u"0.1"_s}};
        run.tags = {{u"mlflow.note.content"_s, u"note"_s}};
        const auto json = parseObject(runAnswer(run)).value().value("run"_L1).toObject();
        const auto read = runFromMlflow(json);
        QCOMPARE(experimentIdOfMlflow(json), u"7"_s);
        QCOMPARE(read.id, run.id);
        QCOMPARE(read.lastMetrics.value(u"loss"_s), 0.25);
        QCOMPARE(read.displayName, run.name);
        QCOMPARE(read.description, u"note"_s);
        QCOMPARE(read.status, run.status);
        QCOMPARE(read.started, QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC));
        QCOMPARE(read.ended, QDateTime::fromMSecsSinceEpoch(5000, QTimeZone::UTC));
        QCOMPARE(read.createdBy, run.user);
        QCOMPARE(read.parameters, run.params);
        // MLflow's server omits empty lists, and the end time of a run that has not ended.
        const auto empty = parseObject(runAnswer(MlflowRun())).value().value("run"_L1).toObject();
        QVERIFY(empty.value("data"_L1).toObject().isEmpty());
        QVERIFY(!empty.value("info"_L1).toObject().contains("end_time"_L1));
    }

    // Section 14 of the protocol notes: strings for numbers, missing lists, no name, NaN.
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
        const auto sent = [](double value) {
            const auto answer = parseObject(historyAnswer(u"m"_s, {{value, 1234567890123, -4}}, 7)).value();
            return metricPointFromMlflow(answer["metrics"_L1][0].toObject());
        };
        QCOMPARE(sent(1.5), (MetricPoint{1.5, 1234567890123, -4}));
        QVERIFY(std::isnan(sent(std::nan(""))->value));
        // MLflow's own store has no infinities.
        QCOMPARE(sent(-std::numeric_limits<double>::infinity())->value, std::numeric_limits<double>::lowest());
        QVERIFY(!metricPointFromMlflow({{u"value"_s, QJsonArray()}}));
    }

    void filesRoundTrip()
    {
        const QList<ListedFile> wanted{{u"a/b.pt"_s, false, 9}, {u"a"_s, true, 0}, {u"e"_s, false, 0}};
        const QJsonObject answer = filesAnswer(wanted, u"mlflow-artifacts:/0/r/artifacts"_s);
        QList<ListedFile> read;
        for (const QJsonObject &one : mlflowPageFrom(answer, MlflowList::Files).items)
            read.append(fileFromMlflow(one).value());
        QCOMPARE(read, wanted);
        QVERIFY(!answer.value("files"_L1).toArray().at(2).toObject().contains("file_size"_L1));
        QVERIFY(!fileFromMlflow({}));
    }

    void experimentsRoundTrip()
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        const MlflowExperiment experiment{
            {u"Default"_s, u"mlflow-artifacts:/0"_s, true, time, time}, u"0"_s, {{u"a"_s, u"b"_s}}};
        QCOMPARE(experimentFrom(toJson(experiment)), experiment);
    }

    void modelsRoundTrip()
    {
        ModelVersion wanted;
        wanted.name = u"birds"_s;
        wanted.version = u"10"_s;
        wanted.type = u"mlflow_model"_s;
        wanted.uri = u"mlflow-artifacts:/0/r/artifacts/m"_s;
        wanted.runId = u"r"_s;
        wanted.tags = {{u"a"_s, u"b"_s}};
        wanted.created = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::UTC);
        const QDateTime updated = QDateTime::fromMSecsSinceEpoch(2000, QTimeZone::UTC);
        MlflowModelVersion version{wanted, {}, {u"best"_s}};
        version.registration.stage = u"None"_s;
        version.registration.updated = updated;
        const auto json = toJson(version);
        QCOMPARE(json.value("status"_L1).toString(), u"READY"_s);
        QCOMPARE(json.value("aliases"_L1).toArray(), QJsonArray{u"best"_s});
        QCOMPARE(modelVersionFromMlflow(json), wanted);
        const RegisteredModel model{u"birds"_s, u"d"_s, u"10"_s, {{u"a"_s, u"b"_s}}, wanted.created};
        QCOMPARE(registeredModelFromMlflow(toJson(MlflowModel{model, updated, {version}, {}})), model);
        const auto several =
            parseObject(R"({"name":"x","latest_versions":[{"version":9},{"version":"10"},{"version":"2"}]})");
        QCOMPARE(registeredModelFromMlflow(*several).latestVersion, u"10"_s);
    }

    // Clients compare the tag as text, so it is written as Python writes it.
    void registrationsOfALoggedModel()
    {
        const QString one = withRegistration({}, u"birds"_s, 1);
        QCOMPARE(one, u"[{\"name\": \"birds\", \"version\": 1}]"_s);
        MlflowLoggedModel model;
        model.id = u"m-1"_s;
        model.status = LoggedModel::Status::Ready;
        model.tags.insert(QString::fromLatin1(registrationsTag), withRegistration(one, u"owls"_s, 2));
        const auto info = toJson(model).value("info"_L1).toObject();
        QCOMPARE(info.value("status"_L1).toString(), u"LOGGED_MODEL_READY"_s);
        const QJsonArray wanted{QJsonObject{{u"name"_s, u"birds"_s}, {u"version"_s, u"1"_s}},
                                QJsonObject{{u"name"_s, u"owls"_s}, {u"version"_s, u"2"_s}}};
        QCOMPARE(info.value("registrations"_L1).toArray(), wanted);
    }

    void pagesFollowEachOther()
    {
        QJsonObject answer;
        putNextPage(answer, 50);
        const auto token = answer.value("next_page_token"_L1).toString();
        QCOMPARE(QByteArray::fromBase64(token.toLatin1()), QByteArray("{\"offset\": 50}"));
        QCOMPARE(pageOffset(Message({{u"page_token"_s, token}})), 50);
        QCOMPARE(pageOffset(Message(QJsonObject())), 0);
        QVERIFY_THROWS_EXCEPTION(ApiError, pageOffset(Message({{u"page_token"_s, u"x"_s}})));
        QJsonObject last;
        putNextPage(last, {});
        QVERIFY(last.isEmpty());
    }

    void requestsAreReadIntoStructs()
    {
        const auto message = Message::fromBody(R"({"run_uuid":"r","key":"loss","value":"NaN","timestamp":"7"})");
        const auto request = LogMetricRequest::read(message);
        QCOMPARE(request.runId, u"r"_s);
        QVERIFY(std::isnan(request.point.value));
        QCOMPARE(request.point.timestamp, 7);
        QCOMPARE(request.point.step, 0);
        check(message, LogMetricRequest::parameters());
        QVERIFY_THROWS_EXCEPTION(ApiError, check(Message(QJsonObject()), LogMetricRequest::parameters()));
        const auto tags = CreateRunRequest::read(Message::fromBody(R"({"tags":[{"key":"a","value":"b"}]})")).tags;
        QCOMPARE(tags.size(), 1);
        QCOMPARE(tags.first().keyPath, u"tags[0].key"_s);
    }

    void batches()
    {
        LogBatchReader reader;
        QByteArray body = R"({"run_id":"r","metrics":[{"key":"loss","value":NaN,"timestamp":5},
            {"key":"acc","value":0.5,"timestamp":6,"step":2,"model_id":"m-1"}],"params":[{"key":"lr","value":"1"}]})";
        const auto batch = reader.read(body);
        QCOMPARE(batch.runId, u"r"_s);
        QCOMPARE(batch.metrics.size(), std::size_t(2));
        QVERIFY(batch.metrics.at(0).key == "loss" && std::isnan(batch.metrics.at(0).point.value));
        QCOMPARE(batch.metrics.at(1).point, (MetricPoint{0.5, 6, 2}));
        QCOMPARE(batch.ofModels.size(), std::size_t(1));
        QCOMPARE(batch.ofModels.front().metric, std::size_t(1));
        QCOMPARE(batch.params.first().second, u"1"_s);
        QByteArray broken = "[]";
        QVERIFY_THROWS_EXCEPTION(ApiError, static_cast<void>(reader.read(broken)));
    }
};

QTEST_GUILESS_MAIN(TestWireMlflow)
#include "tst_wiremlflow.moc"
