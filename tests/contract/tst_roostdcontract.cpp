// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "tests/contract/workspacecontract.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Local;
using namespace Roost::Rest;
using namespace Qt::StringLiterals;

namespace {

const QByteArray modelBytes = "a model of " + QByteArray(5000, 'm');

// Prints 60 lines within some seconds, logs a metric through MLflow's REST API with only the standard library, and
// continues to log if the service is not running.
const QByteArray script = R"py(import json, os, sys, time, urllib.request
base = os.environ["MLFLOW_TRACKING_URI"].rstrip("/") + "/api/2.0/mlflow/"
def post(path, body):
    for attempt in range(200):
        try:
            request = urllib.request.Request(base + path, json.dumps(body).encode(),
                {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ.get("MLFLOW_TRACKING_TOKEN", "")})
            urllib.request.urlopen(request, timeout=5).read()
            return
        except Exception as problem:
            print("not logged:", problem, file=sys.stderr, flush=True)
            time.sleep(0.2)
run = os.environ["MLFLOW_RUN_ID"]
if len(sys.argv) > 1 and sys.argv[1] == "metrics":
    post("runs/log-parameter", {"run_id": run, "key": "lr", "value": "0.1"})
    for step in range(10):
        post("runs/log-metric", {"run_id": run, "key": "loss", "value": 1 / (step + 1), "timestamp": 1000000 + step, "step": step})
for line in range(60):
    print("line", line, flush=True)
    time.sleep(0.1)
os.makedirs("outputs", exist_ok=True)
with open("outputs/model.pt", "wb") as file:
    file.write(b"a model of " + b"m" * 5000)
)py";

} // namespace

class TestRoostdContract : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QNetworkAccessManager m_network;
    std::unique_ptr<LocalWorkspaces> m_local;
    std::shared_ptr<Workspace> m_workspace;
    QString m_done; // a completed run with metrics and a model

    QString folder() const { return m_temporary.filePath(u"workspace"_s); }
    QString source() const { return m_temporary.filePath(u"source folder"_s); }
    RunHistory &history() { return *m_workspace->runHistory(); }

    Job job(const QString &arguments) const
    {
        Job job;
        job.command = u"python train.py "_s + arguments;
        job.codePath = source();
        job.experiment = u"contract"_s;
        job.environment = {u"AzureML-system-python"_s, u"1"_s, {}, {}};
        job.compute = u"local"_s;
        return job;
    }

    Run runNow(const QString &id) { return waitFor(history().run(id)).value_or(Run()); }

    // Returns the log from byte `from` on, read in ranges of an odd size.
    QByteArray logFrom(const QString &id, qint64 from)
    {
        const auto logs = waitFor(history().logs(id));
        if (!logs || logs->isEmpty() || !logs->first().path.contains(u"70_driver_log"_s))
            return {};
        QByteArray text;
        while (true) {
            const auto chunk = waitFor(m_workspace->files()->read(logs->first(), from + text.size(), 97));
            if (!chunk || chunk->data.isEmpty())
                return text;
            text += chunk->data;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_temporary.path().toLocal8Bit());
        QVERIFY(QDir().mkpath(source()));
        QFile file(source() + u"/train.py"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.close();
        // Names that need escaping in an address.
        QVERIFY(QDir().mkpath(source() + u"/a folder"_s));
        QFile odd(source() + u"/a folder/n\u00e4me #1?.py"_s);
        QVERIFY(odd.open(QIODevice::WriteOnly));
        odd.write("x = 1\n");
        odd.close();
        ServiceSettings settings;
        settings.program = QStringLiteral(ROOSTD_PROGRAM);
        settings.startMs = 60000;
        m_local = std::make_unique<LocalWorkspaces>(&m_network, settings);
        auto made = waitFor(m_local->create(folder(), u"contract"_s), 70000);
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        m_workspace = *made;
    }

    void cleanupTestCase()
    {
        m_workspace.reset();
        if (m_local)
            waitFor(m_local->stop(folder(), true));
    }

    void reportsItsKind()
    {
        ROOST_GET(info, m_workspace->info());
        QCOMPARE(info.name, u"contract"_s);
        QCOMPARE(info.folder, QDir(folder()).canonicalPath());
        QVERIFY(!info.trackingUri.isEmpty());
        QVERIFY(m_workspace->changes());
        ROOST_GET(computes, m_workspace->computes()->computes());
        QVERIFY(std::ranges::any_of(computes, [](const Compute &one) { return one.name == u"local"_s; }));
        ROOST_GET(curated, m_workspace->environments()->environment(u"AzureML-system-python"_s));
        QVERIFY(curated.curated);
        ROOST_GET(status, m_local->status(folder()));
        QVERIFY(status.pid > 0);
    }

    void requestsWithoutTheTokenAreDenied()
    {
        const auto endpoint = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(endpoint);
        RestClient stranger(&m_network, std::make_shared<StaticCredential>("wrong"));
        stranger.trust(endpoint->url());
        auto url = endpoint->url();
        url.setPath(u"/roost/v1/status"_s);
        const auto answer = waitFor(stranger.get(url));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Denied);
    }

    // In an earlier version the range of a rejected request was applied to the error body, and beyond its end.
    void refusalsHaveNoRanges()
    {
        const auto endpoint = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(endpoint);
        RestClient stranger(&m_network);
        auto url = endpoint->url();
        url.setPath(u"/blob/azureml/ExperimentRun/dcid.x/y"_s);
        url.setQuery(u"sig=wrong"_s);
        const auto answer = waitFor(stranger.getRange(url, 0, 100000));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Denied);
        const auto behind = waitFor(stranger.getRange(url, 50000, 100000));
        QVERIFY(!behind);
        QCOMPARE(behind.error().kind, ErrorKind::Denied);
        QVERIFY(isAlive(endpoint->pid));
    }

    void computes() { Contract::computesAreMadeAndRemoved(*m_workspace); }
    void environments() { Contract::environmentsGetVersions(*m_workspace); }
    void missing() { Contract::whatIsMissingIsNotFound(*m_workspace); }

    void changesAreReported()
    {
        ROOST_GET(now, m_workspace->changes()->wait(-1));
        auto waiting = m_workspace->changes()->wait(now.revision);
        Environment wanted;
        wanted.name = u"told"_s;
        wanted.condaYaml = u"dependencies: [python]\n"_s;
        ROOST_GET(made, m_workspace->environments()->create(wanted));
        ROOST_GET(changes, waiting);
        QVERIFY(changes.topics.contains(u"environments"_s));
        QVERIFY(changes.revision > now.revision);
    }

    // The longest case: it follows a run line by line while the service is killed.
    void runsOutliveTheService()
    {
        QList<SubmitProgress::Step> steps;
        ROOST_GET(submitted, m_workspace->jobs()->submit(job(u"metrics"_s), [&](SubmitProgress progress) {
            if (steps.isEmpty() || steps.last() != progress.step)
                steps.append(progress.step);
        }));
        using Step = SubmitProgress::Step;
        QCOMPARE(steps, (QList{Step::Hashing, Step::Uploading, Step::Environment, Step::Submitting}));
        const auto id = submitted.id;
        QByteArray log;
        const auto follow = [&] {
            log += logFrom(id, log.size());
            return log;
        };
        QTRY_VERIFY_WITH_TIMEOUT(follow().contains("line 5\n"), 60000);
        const auto before = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(before);
        QCOMPARE(::kill(pid_t(before->pid), SIGKILL), 0);
        QTRY_VERIFY(!isAlive(before->pid));
        // The same workspace object continues: it detects that the service has ended and restarts it.
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(runNow(id).status), 90000);
        const auto after = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(after);
        QVERIFY(after->pid != before->pid);
        follow();
        const auto run = runNow(id);
        QVERIFY2(run.status == RunStatus::Completed, qPrintable(run.errorText + u'\n' + QString::fromUtf8(log)));
        for (int i = 0; i < 60; ++i)
            QCOMPARE(log.count(QByteArray("line " + QByteArray::number(i) + '\n')), 1);
        QCOMPARE(run.parameters.value(u"lr"_s), u"0.1"_s);
        QVERIFY(run.lastMetrics.contains(u"loss"_s));
        QVERIFY(!run.phases.isEmpty());
        QVERIFY(run.started.isValid());
        QVERIFY(run.ended >= run.started);
        QCOMPARE(run.properties.value(u"roost.exitCode"_s), u"0"_s);
        m_done = id;
    }

    void files()
    {
        QVERIFY(!m_done.isEmpty());
        Contract::filesAreReadByRanges(*m_workspace, m_done, u"outputs/model.pt"_s, modelBytes);
    }

    void metrics()
    {
        QVERIFY(!m_done.isEmpty());
        Contract::metricsComeOnce(*m_workspace, m_done, u"loss"_s, 10);
        RunQuery query;
        ROOST_GET(page, history().runs(query));
        const auto it = std::ranges::find(page.items, m_done, &Run::id);
        QVERIFY(it != page.items.end());
        QVERIFY(it->lastMetrics.contains(u"loss"_s));
    }

    void models()
    {
        QVERIFY(!m_done.isEmpty());
        Contract::modelsGetVersions(*m_workspace, m_done, u"outputs/model.pt"_s, modelBytes);
    }

    // A model version that an MLflow client deletes also disappears from the window, and its number is not used again;
    // the window can register further versions.
    void modelsDeletedByMlflow()
    {
        QVERIFY(!m_done.isEmpty());
        ROOST_GET(made, m_workspace->models()->create(u"birds"_s, m_done, u"outputs/model.pt"_s));
        const auto endpoint = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(endpoint);
        QUrl url = endpoint->url();
        url.setPath(u"/api/2.0/mlflow/model-versions/delete"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + endpoint->token);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QByteArray body = "{\"name\":\"birds\",\"version\":\"" + made.version.toUtf8() + "\"}";
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, "DELETE", body));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30000);
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        ROOST_GET(again, m_workspace->models()->create(u"birds"_s, m_done, u"outputs/model.pt"_s));
        QCOMPARE(again.version.toInt(), made.version.toInt() + 1);
        ROOST_GET(files, m_workspace->models()->files(again));
        QCOMPARE(files.size(), 1);
        ROOST_GET(chunk, m_workspace->files()->read(files.first(), 0, modelBytes.size()));
        QCOMPARE(chunk.data, modelBytes);
    }

    void addressesFromBeforeTheKillStillWork()
    {
        QVERIFY(!m_done.isEmpty());
        ROOST_GET(logs, history().logs(m_done));
        const auto before = ServiceEndpoint::read(QDir(folder()).canonicalPath());
        QVERIFY(before);
        QCOMPARE(::kill(pid_t(before->pid), SIGKILL), 0);
        QTRY_VERIFY(!isAlive(before->pid));
        ROOST_GET(chunk, m_workspace->files()->read(logs.first(), 0, 20));
        QCOMPARE(chunk.data.size(), 20);
    }

    void codeIsSentOnce()
    {
        QList<SubmitProgress::Step> steps;
        auto tagged = job({});
        tagged.tags = {{u"team"_s, u"vision"_s}, {u"mlflow.source.git.commit"_s, u"0af3"_s}};
        ROOST_GET(run,
                  m_workspace->jobs()->submit(tagged, [&](SubmitProgress progress) { steps.append(progress.step); }));
        QVERIFY(!steps.contains(SubmitProgress::Step::Uploading));
        ROOST_GET(again, m_workspace->jobs()->job(run.id));
        QVERIFY(!again.codeId.isEmpty());
        const StringMap written{{u"team"_s, u"vision"_s}, {u"mlflow.source.git.commit"_s, u"0af3"_s}};
        QCOMPARE(again.tags, written);
        QCOMPARE(again.properties, StringMap());
        ROOST_DONE(m_workspace->jobs()->cancel(run.id));
        QTRY_COMPARE_WITH_TIMEOUT(runNow(run.id).status, RunStatus::Canceled, 60000);
        again.name.clear();
        ROOST_GET(resubmitted, m_workspace->jobs()->submit(again));
        QCOMPARE(resubmitted.codeId, again.codeId);
        Contract::snapshotsAreLookedInto(*m_workspace, resubmitted.codeId, u"train.py"_s, script, 2);
        Contract::snapshotsAreLookedInto(*m_workspace, resubmitted.codeId, u"a folder/n\u00e4me #1?.py"_s, "x = 1\n",
                                         2);
        ROOST_DONE(m_workspace->jobs()->cancel(resubmitted.id));
        QTRY_COMPARE_WITH_TIMEOUT(runNow(resubmitted.id).status, RunStatus::Canceled, 60000);
    }

    void failuresAreExplained()
    {
        auto broken = job({});
        broken.command = u"python -c \"import sys; print('so long'); sys.exit(7)\""_s;
        ROOST_GET(run, m_workspace->jobs()->submit(broken));
        QTRY_VERIFY_WITH_TIMEOUT(isTerminal(runNow(run.id).status), 60000);
        const auto failed = runNow(run.id);
        QCOMPARE(failed.status, RunStatus::Failed);
        QVERIFY(!failed.errorText.isEmpty());
        QCOMPARE(failed.properties.value(u"roost.exitCode"_s), u"7"_s);
        QVERIFY(!failed.ranks.isEmpty());
        QCOMPARE(failed.ranks.first().exitCode, 7);
    }

    void runs()
    {
        auto listed = job({});
        listed.experiment = u"listed"_s;
        Contract::submittedRunsAreListed(*m_workspace, listed);
    }
    void names() { Contract::namesAreTakenOnce(*m_workspace, job({})); }
};

QTEST_GUILESS_MAIN(TestRoostdContract)
#include "tst_roostdcontract.moc"
