// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/core/modelkeys.h"
#include "tests/support/fakenetworkaccess.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Mlflow;
using namespace Qt::StringLiterals;

namespace {

const auto Api = u"/api/2.0/mlflow/"_s;
const QByteArray OneExperiment = R"({"experiments":[{"experiment_id":"0","name":"Default"}]})";

std::shared_ptr<Workspace> opened(FakeNetworkAccess &net, const QByteArray &version = "3.6.0")
{
    net.on("POST", Api + u"experiments/search"_s, FakeAnswer::json(OneExperiment));
    if (!version.isEmpty())
        net.on("GET", u"/version"_s, FakeAnswer::json(version));
    MlflowSettings settings{QUrl(u"http://ml.test"_s), nullptr};
    settings.retries = {.retries = 1, .firstDelayMs = 1, .longestDelayMs = 50, .connectMs = 1000};
    const auto workspace = waitFor(MlflowWorkspace::open(&net, settings));
    return workspace ? *workspace : nullptr;
}

} // namespace

/// Servers of other versions and makers: what their answers lack or write differently, and how they refuse.
class TestMlflowServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfAllServersAreRead_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("started");
        QTest::addColumn<bool>("hasEnded");
        QTest::addColumn<double>("loss");
        const qint64 at = 1'700'000'000'000;
        QTest::newRow("3.x") << QByteArray(
                                    R"({"info":{"run_id":"r","run_name":"n","experiment_id":"0","status":"FINISHED",
            "start_time":1700000000000,"end_time":1700000001000},"data":{"metrics":[{"key":"loss","value":0.5}]}})")
                             << u"n"_s << at << true << 0.5;
        QTest::newRow("numbers as text (mlflow-go)")
            << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"FINISHED","start_time":"1700000000000",
            "end_time":"1700000001000"},"data":{"metrics":[{"key":"loss","value":"0.5","timestamp":"1","step":"3"}]}})")
            << u"n"_s << at << true << 0.5;
        QTest::newRow("status as a number") << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":3,
            "start_time":1700000000000,"end_time":1700000001000},"data":{"metrics":[{"key":"loss","value":1}]}})")
                                            << u"n"_s << at << true << 1.0;
        QTest::newRow("without run_name (before 2.0)")
            << QByteArray(R"({"info":{"run_uuid":"r","status":"RUNNING","start_time":1700000000000},
            "data":{"tags":[{"key":"mlflow.runName","value":"tagged"}],"metrics":[{"key":"loss","value":2}]}})")
            << u"tagged"_s << at << false << 2.0;
        QTest::newRow("end_time 0") << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"RUNNING",
            "start_time":1700000000000,"end_time":0},"data":{"metrics":[{"key":"loss","value":2}]}})")
                                    << u"n"_s << at << false << 2.0;
        QTest::newRow("end_time null") << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"RUNNING",
            "start_time":1700000000000,"end_time":null},"data":{"params":null,"metrics":[{"key":"loss","value":2}]}})")
                                       << u"n"_s << at << false << 2.0;
        QTest::newRow("NaN as text") << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"FINISHED"},
            "data":{"metrics":[{"key":"loss","value":"NaN"}]}})")
                                     << u"n"_s << qint64(0) << false << std::nan("");
        QTest::newRow("bare NaN") << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"FINISHED"},
            "data":{"metrics":[{"key":"loss","value":NaN}]}})")
                                  << u"n"_s << qint64(0) << false << std::nan("");
        QTest::newRow("nothing but the id")
            << QByteArray(R"({"info":{"run_id":"r"}})") << u"r"_s << qint64(0) << false << -1.0;
        QTest::newRow("members of the future")
            << QByteArray(R"({"info":{"run_id":"r","run_name":"n","status":"PAUSED","x":[1]},
            "data":{"metrics":[{"key":"loss","value":1,"new":{}}]},"extra":true})")
            << u"n"_s << qint64(0) << false << 1.0;
    }

    void runsOfAllServersAreRead()
    {
        QFETCH(QByteArray, run);
        QFETCH(QString, name);
        QFETCH(qint64, started);
        QFETCH(bool, hasEnded);
        QFETCH(double, loss);
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        net.on("POST", Api + u"runs/search"_s, FakeAnswer::json("{\"runs\":[" + run + "]}"));
        ROOST_GET(page, workspace->runHistory()->runs({}));
        QCOMPARE(page.items.size(), 1);
        const Run &read = page.items.first();
        QCOMPARE(read.id, u"r"_s);
        QCOMPARE(read.displayName, name);
        QCOMPARE(read.created.isValid() ? read.created.toMSecsSinceEpoch() : 0, started);
        QCOMPARE(read.ended.isValid(), hasEnded);
        const double value = read.lastMetrics.value(u"loss"_s, -1);
        QVERIFY((std::isnan(value) && std::isnan(loss)) || value == loss);
    }

    void emptyListsMayBeMissing()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        for (const auto &path : {u"runs/search"_s})
            net.on("POST", Api + path, FakeAnswer::json("{}"));
        for (const auto &path :
             {u"metrics/get-history"_s, u"artifacts/list"_s, u"registered-models/search"_s, u"model-versions/search"_s})
            net.on("GET", Api + path, FakeAnswer::json("{}"));
        ROOST_GET(runs, workspace->runHistory()->runs({}));
        ROOST_GET(points, workspace->runHistory()->metric(u"r"_s, u"m"_s));
        ROOST_GET(files, workspace->runHistory()->artifacts(u"r"_s));
        ROOST_GET(models, workspace->models()->models());
        ROOST_GET(versions, workspace->models()->versions(u"m"_s));
        QVERIFY(runs.items.isEmpty() && points.points.isEmpty() && files.isEmpty() && models.isEmpty());
        QVERIFY(versions.isEmpty());
    }

    void firstRefusalsSayWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("host check of 3.5") << 403 << "Invalid Host header - possible DNS rebinding attack detected"_ba
                                           << u"--allowed-hosts ml.test:5000"_s;
        QTest::newRow("no sign-in") << 401 << "You are not authenticated."_ba << u"asks for a sign-in"_s;
        QTest::newRow("Databricks") << 403 << QByteArray(R"({"error_code":"403","message":"Invalid access token."})")
                                    << u"Invalid access token."_s;
        QTest::newRow("Azure's envelope")
            << 400 << QByteArray(R"({"error":{"code":"UserError","message":"The workspace is being deleted."}})")
            << u"The workspace is being deleted."_s;
        QTest::newRow("another program") << 404 << "<html><title>404 Not Found</title></html>"_ba
                                         << u"no MLflow server at http://ml.test:5000/base"_s;
        QTest::newRow("a login page") << 200 << "<html>Log in</html>"_ba << u"no MLflow server"_s;
        QTest::newRow("busy") << 503 << "upstream connect error"_ba << u"upstream connect error"_s;
    }

    void firstRefusalsSayWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        FakeNetworkAccess net;
        net.on("POST", u"/base"_s + Api + u"experiments/search"_s, FakeAnswer::json(body, status));
        MlflowSettings settings{QUrl(u"http://ml.test:5000/base"_s), nullptr};
        settings.retries.retries = 0;
        const auto refused = waitFor(MlflowWorkspace::open(&net, settings));
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(words), qPrintable(refused.error().text));
    }

    void aBusyServerIsAskedAgain()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        auto busy = FakeAnswer::json(R"({"error_code":"REQUEST_LIMIT_EXCEEDED","message":"Too many requests."})", 429);
        busy.headers.emplaceBack("Retry-After", "0");
        net.on("POST", Api + u"runs/search"_s, {busy, FakeAnswer::json("{}")});
        ROOST_DONE(workspace->runHistory()->runs({}));
        QCOMPARE(net.count("POST", Api + u"runs/search"_s), 2);
        // A server that asks for a longer pause than the user should wait is reported at once.
        busy.headers = {{"Retry-After", "3600"}};
        net.on("GET", Api + u"runs/get"_s, busy);
        const auto refused = waitFor(workspace->runHistory()->run(u"r"_s));
        QCOMPARE(refused.error().kind, ErrorKind::Unreachable);
        QVERIFY(refused.error().text.contains(u"Too many requests."_s));
    }

    void aServerThatWentAwayIsNoticed()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        ROOST_GET(info, workspace->info());
        QCOMPARE(info.description, u"MLflow 3.6.0"_s);
        net.on("POST", Api + u"experiments/search"_s, FakeAnswer::refused());
        QCOMPARE(waitFor(workspace->info()).error().kind, ErrorKind::Unreachable);
    }

    void onlyActiveRunsAreRequested()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        net.on("POST", Api + u"runs/search"_s,
               {FakeAnswer::json(R"({"error_code":"INVALID_PARAMETER_VALUE","message":"Invalid filter"})", 400),
                FakeAnswer::json(R"({"runs":[{"info":{"run_id":"a","status":"RUNNING"}},
                                             {"info":{"run_id":"b","status":"FINISHED"}}]})")});
        RunQuery active;
        active.activeOnly = true;
        ROOST_GET(running, workspace->runHistory()->runs(active));
        QCOMPARE(running.items.size(), 1);
        QCOMPARE(running.items.first().id, u"a"_s);
        const auto first = net.requests.at(net.requests.size() - 2);
        QVERIFY(first.body.contains("attributes.status != 'FINISHED'"));
        QVERIFY(!net.requests.last().body.contains("filter")); // a server without the filter sends all
    }

    void aNextPageNeedsOneRequest()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        net.on("POST", Api + u"runs/search"_s,
               {FakeAnswer::json(R"({"runs":[{"info":{"run_id":"a"}}],"next_page_token":"t"})"),
                FakeAnswer::json(R"({"runs":[{"info":{"run_id":"b"}}]})")});
        ROOST_GET(first, workspace->runHistory()->runs({}));
        const auto before = net.requests.size();
        ROOST_GET(second, workspace->runHistory()->runs({}, first.next));
        QCOMPARE(second.items.first().id, u"b"_s);
        QCOMPARE(net.requests.size(), before + 1);
        QVERIFY(net.requests.last().body.contains("\"t\""));
    }

    void databricksSignsAddressesOfArtifacts()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net, {});
        const auto credentials = Api + u"artifacts/credentials-for-read"_s;
        net.on(
            "POST", credentials,
            FakeAnswer::json(
                R"({"credential_infos":[{"run_id":"r","path":"a b.pt","type":"AWS_PRESIGNED_URL",)"
                R"("signed_uri":"https:\/\/s3.test\/x?X-Amz-Signature=1","headers":[{"name":"x-need","value":"1"}]}]})"));
        net.on("GET", u"/x"_s,
               {FakeAnswer::json("weights"), FakeAnswer::json("expired", 403), FakeAnswer::json("again")});
        ROOST_GET(file, workspace->runHistory()->file(u"r"_s, u"a b.pt"_s));
        ROOST_GET(chunk, workspace->files()->read(file, 0, 100));
        QCOMPARE(chunk.data, "weights");
        const auto asked = QJsonDocument::fromJson(net.last("POST", credentials).body).object();
        QCOMPARE(asked.value("path"_L1).toArray().first().toString(), u"a b.pt"_s);
        const auto read = net.last("GET", u"/x"_s);
        QCOMPARE(read.header("x-need"), "1");
        QVERIFY(read.header("Authorization").isEmpty());
        // An address that has expired is requested again.
        ROOST_GET(again, workspace->files()->read(file, 0, 100));
        QCOMPARE(again.data, "again");
        QCOMPARE(net.count("POST", credentials), 2);
    }

    void anOldServerWithoutVersionSendsArtifactsItself()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net, {});
        net.on("GET", u"/get-artifact"_s, FakeAnswer::json("bytes"));
        ROOST_GET(file, workspace->runHistory()->file(u"r"_s, u"a"_s));
        ROOST_GET(chunk, workspace->files()->read(file, 0, 100));
        QCOMPARE(chunk.data, "bytes");
    }

    void aliasesAreReadWithTheVersions()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net);
        net.on("GET", Api + u"model-versions/search"_s,
               FakeAnswer::json(
                   R"({"model_versions":[{"name":"'best'","version":"1"},{"name":"'best'","version":"2"}]})"));
        net.on("GET", Api + u"registered-models/get"_s,
               FakeAnswer::json(R"({"registered_model":{"name":"'best'","aliases":[{"alias":"champion","version":"2"},)"
                                R"({"alias":"best","version":2}]}})"));
        ROOST_GET(versions, workspace->models()->versions(u"'best'"_s));
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.first().properties.value(PropertyName::aliases), u"champion, best"_s);
        QVERIFY(versions.last().properties.isEmpty());
        QVERIFY(net.last("GET", Api + u"model-versions/search"_s).url.query().contains(u"name%3D%22%27best%27%22"_s));
    }

    void aRegistryOfUnityCatalogIsExplained()
    {
        FakeNetworkAccess net;
        const auto workspace = opened(net, {});
        net.on("GET", Api + u"registered-models/search"_s,
               FakeAnswer::json(R"({"error_code":"FEATURE_DISABLED","message":"Use Unity Catalog."})", 404));
        const auto refused = waitFor(workspace->models()->models());
        QVERIFY2(refused.error().text.contains(u"Unity Catalog are shown only"_s), qPrintable(refused.error().text));
    }
};

QTEST_GUILESS_MAIN(TestMlflowServers)
#include "tst_mlflowservers.moc"
