// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowworkspace.h"
#include "tests/support/fakenetworkaccess.h"
#include "tests/support/wait.h"

#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Mlflow;
using namespace Qt::StringLiterals;

namespace {

const auto api = u"/base/api/2.0/mlflow/"_s;

} // namespace

class TestMlflowWorkspace : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeNetworkAccess> m_net;
    std::shared_ptr<Workspace> m_workspace;

private Q_SLOTS:
    void init()
    {
        m_net = std::make_unique<FakeNetworkAccess>();
        m_net->on("POST", api + u"experiments/search"_s,
                  FakeAnswer::json(
                      R"({"experiments":[{"experiment_id":"0","name":"Default"},{"experiment_id":"7","name":"birds"},
                      {"experiment_id":"8","name":"gone","lifecycle_stage":"deleted"}]})"));
        m_net->on("GET", u"/base/version"_s, FakeAnswer::json("3.6.0"));
        ROOST_GET(opened, Mlflow::MlflowWorkspace::open(m_net.get(), {QUrl(u"http://ml.test/base/"_s), nullptr}));
        m_workspace = opened;
    }

    void cleanup()
    {
        m_workspace.reset();
        m_net.reset();
    }

    void hasHistoryAndModelsOnly()
    {
        QVERIFY(m_workspace->runHistory());
        QVERIFY(m_workspace->models());
        QCOMPARE(m_workspace->jobs(), nullptr);
        QCOMPARE(m_workspace->computes(), nullptr);
        QCOMPARE(m_workspace->environments(), nullptr);
        QCOMPARE(m_workspace->changes(), nullptr);
        ROOST_GET(info, m_workspace->info());
        QCOMPARE(info.description, u"MLflow 3.6.0"_s);
        QCOMPARE(info.name, u"ml.test"_s);
    }

    void searchesActiveExperiments()
    {
        m_net->on("POST", api + u"runs/search"_s,
                  FakeAnswer::json(R"({"runs":[{"info":{"run_id":"a","experiment_id":"7","status":"RUNNING"}},
                      {"info":{"run_id":"b","experiment_id":"0","status":"FINISHED"}}],"next_page_token":"t"})"));
        ROOST_GET(page, m_workspace->runHistory()->runs({}));
        QCOMPARE(page.items.size(), 2);
        QCOMPARE(page.items.first().experiment, u"birds"_s);
        QCOMPARE(page.next, u"t"_s);
        QVERIFY(!m_net->requests.last().body.contains("\"8\""));
        RunQuery active;
        active.activeOnly = true;
        ROOST_GET(running, m_workspace->runHistory()->runs(active));
        QCOMPARE(running.items.size(), 1);
        RunQuery none;
        none.experiment = u"no such"_s;
        ROOST_GET(nothing, m_workspace->runHistory()->runs(none));
        QVERIFY(nothing.items.isEmpty());
    }

    void historyIsReadInPages()
    {
        const auto path = api + u"metrics/get-history"_s;
        m_net->on(
            "GET", path,
            {FakeAnswer::json(
                 R"({"metrics":[{"key":"m","value":1,"step":0},{"key":"m","value":NaN,"step":"1"}],"next_page_token":"p2"})"),
             FakeAnswer::json(R"({"metrics":[{"key":"m","value":3,"step":2}]})"),
             FakeAnswer::json(R"({"metrics":[{"key":"m","value":3,"step":2},{"key":"m","value":4,"step":3}]})")});
        QList<MetricPoint> points;
        QString cursor;
        for (int i = 0; i < 3; ++i) {
            ROOST_GET(part, m_workspace->runHistory()->metric(u"r"_s, u"m"_s, cursor));
            points += part.points;
            cursor = part.cursor;
        }
        QCOMPARE(points.size(), 4);
        QVERIFY(std::isnan(points.at(1).value));
        QCOMPARE(points.last().step, 3);
        QVERIFY(m_net->requests.last().url.query().contains(u"page_token=p2"_s));
        QVERIFY(m_net->requests.last().url.query().contains(u"max_results="_s));
    }

    void artifactsAreWalked()
    {
        const auto path = api + u"artifacts/list"_s;
        m_net->on("GET", path,
                  FakeAnswer::json(
                      R"({"files":[{"path":"logs","is_dir":true},{"path":"a.pt","is_dir":false,"file_size":"5"}]})"));
        m_net->on("GET", path + u"?run_id=r&path=logs"_s,
                  FakeAnswer::json(R"({"files":[{"path":"logs/x 1.log","is_dir":false}]})"));
        ROOST_GET(files, m_workspace->runHistory()->artifacts(u"r"_s));
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.first().size, 5);
        ROOST_GET(logs, m_workspace->runHistory()->logs(u"r"_s));
        QCOMPARE(logs.size(), 1);
        QVERIFY2(logs.first().url.contains(u"get-artifact?run_id=r&path=logs%2Fx%201.log"_s),
                 qPrintable(logs.first().url));
    }

    void modelsAreRegisteredUnderTheirName()
    {
        m_net->on("POST", api + u"registered-models/create"_s, FakeAnswer::json("{}"));
        m_net->on("GET", api + u"runs/get"_s,
                  FakeAnswer::json(R"({"run":{"info":{"artifact_uri":"mlflow-artifacts:/7/r/artifacts"}}})"));
        m_net->on(
            "POST", api + u"model-versions/create"_s,
            FakeAnswer::json(
                R"({"model_version":{"name":"m","version":"1","source":"mlflow-artifacts:/7/r/artifacts/model.pt","run_id":"r"}})"));
        ROOST_GET(made, m_workspace->models()->create(u"m"_s, u"r"_s, u"model.pt"_s));
        QCOMPARE(made.version, u"1"_s);
        QCOMPARE(m_net->count("POST", api + u"registered-models/create"_s), 1);
        QVERIFY(m_net->requests.last().body.contains("artifacts/model.pt"));
        m_net->on("GET", api + u"artifacts/list"_s, FakeAnswer::json("{}"));
        ROOST_GET(files, m_workspace->models()->files(made));
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().path, u"model.pt"_s);
        auto elsewhere = made;
        elsewhere.uri = u"s3://bucket/x"_s;
        QCOMPARE(waitFor(m_workspace->models()->files(elsewhere)).error().kind, ErrorKind::Rejected);
    }

    void aServerOfAnotherKindIsReported()
    {
        FakeNetworkAccess net;
        net.on("POST", u"/api/2.0/mlflow/experiments/search"_s, FakeAnswer::json("<html>hello</html>"));
        const auto opened = waitFor(Mlflow::MlflowWorkspace::open(&net, {QUrl(u"http://x.test"_s), nullptr}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestMlflowWorkspace)
#include "tst_mlflowworkspace.moc"
