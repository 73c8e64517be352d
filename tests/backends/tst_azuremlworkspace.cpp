// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremlworkspace.h"
#include "models/wire/json.h"
#include "tests/support/fakenetworkaccess.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::AzureMl;
using namespace Roost::Rest;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

namespace {

const Wire::WorkspaceId ws{u"s1"_s, u"g1"_s, u"w1"_s};
const QString arm = ws.path();
const QString history = u"/history/v1.0"_s + ws.path();
const QString mlflow = u"/mlflow/v1.0/x/api/2.0/mlflow/"_s;

FakeAnswer json(const QJsonObject &object, int status = 200)
{
    return FakeAnswer::json(Wire::print(object), status);
}

// Returns the answer with the address of an upload. No raw strings: moc interprets the slashes of an address in a raw
// string as a comment.
FakeAnswer uploadTo(const QString &container, const QString &query)
{
    const QJsonObject credential{{u"sasUri"_s, QString(container + u'?' + query)}};
    return json(
        {{u"pendingUploadId"_s, u"p"_s},
         {u"blobReferenceForConsumption"_s, QJsonObject{{u"blobUri"_s, container}, {u"credential"_s, credential}}}});
}

QJsonObject object(const QByteArray &text)
{
    return *Wire::parseObject(text);
}

} // namespace

// Azure as recorded answers. The test checks api-version and similar parameters if they matter.
class TestAzureMlWorkspace : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeNetworkAccess> m_net;
    std::shared_ptr<Workspace> m_workspace;

    void open(bool withRoost = false)
    {
        m_net->on(
            "GET", arm,
            json({{u"name"_s, u"w1"_s},
                  {u"location"_s, u"westeurope"_s},
                  {u"properties"_s, QJsonObject{{u"discoveryUrl"_s, u"https://arm.test/discovery"_s},
                                                {u"mlFlowTrackingUri"_s, u"azureml://api.test/mlflow/v1.0/x"_s}}}}));
        m_net->on("GET", u"/discovery"_s, json({{u"api"_s, u"https://api.test"_s}}));
        if (withRoost)
            m_net->on("GET", u"/roost/v1/status"_s, json({{u"pid"_s, 7}, {u"storage"_s, QJsonObject{{u"runs"_s, 5}}}}));
        AzureMl::AzureMlSettings settings;
        settings.workspace = ws;
        settings.endpoint = QUrl(u"https://arm.test"_s);
        settings.credential = std::make_shared<StaticCredential>("secret");
        ROOST_GET(opened, AzureMl::AzureMlWorkspace::open(m_net.get(), settings));
        m_workspace = opened;
    }

    // Returns a run as Azure's run history does, without the name of the experiment.
    static QJsonObject historyRun(const QString &id, const QString &status = u"Completed"_s)
    {
        QByteArray text =
            R"({"runNumber": 1767268800, "rootRunId": "ID", "createdUtc": "2026-01-01T12:00:00.1234567+00:00",
            "createdBy": {"userObjectId": "o", "userName": "Ann Example", "upn": null}, "userId": "o", "token": null,
            "error": null, "warnings": null, "revision": 7, "statusRevision": 2, "runId": "ID", "parentRunId": null,
            "experimentId": "11", "status": "STATUS", "startTimeUtc": "2026-01-01T12:01:00.0000001+00:00",
            "endTimeUtc": null, "displayName": "name of ID", "dataContainerId": "dcid.ID", "description": null,
            "hidden": false, "runType": "azureml.scriptrun", "runTypeV2": {"orchestrator": null, "traits": []},
            "properties": {"_azureml.ComputeTargetType": "amlctrain"}, "parameters": {}, "scriptName": null,
            "target": null, "uniqueChildRunComputeTargets": [], "tags": {}, "settings": {}, "services": {},
            "inputDatasets": [], "outputDatasets": [], "jobSpecification": null, "primaryMetricName": null,
            "createdFrom": null, "totalChildren": null, "experimentIdOverride": null})";
        text.replace("STATUS", status.toUtf8());
        return object(text.replace("ID\"", QByteArray(id.toUtf8() + '"')));
    }

    // Returns a job as the resource manager does.
    static QJsonObject jobResource(const QString &id, const QString &command, const QString &status)
    {
        QByteArray text =
            R"({"id": "WS/jobs/NAME", "name": "NAME", "type": "Microsoft.MachineLearningServices/workspaces/jobs",
            "properties": {"description": null, "tags": {}, "properties": {"mlflow.source.git.branch": "main"},
            "displayName": "name of NAME", "status": "STATUS", "experimentName": "e",
            "services": {"Tracking": {"jobServiceType": "Tracking", "port": null, "endpoint": null}},
            "computeId": null, "isArchived": false, "identity": null, "componentId": null, "jobType": "Command",
            "resources": {"instanceCount": 1, "instanceType": null, "properties": null}, "codeId": null,
            "command": "COMMAND", "environmentId": null, "inputs": {}, "outputs": {}, "distribution": null,
            "limits": null, "environmentVariables": {}, "parameters": {}},
            "systemData": {"createdAt": "2026-01-01T12:00:00.1234567+00:00", "createdBy": "Ann Example",
            "createdByType": "User"}})";
        text.replace("WS/", QByteArray(arm.toUtf8() + '/'))
            .replace("NAME", id.toUtf8())
            .replace("STATUS", status.toUtf8());
        return object(text.replace("COMMAND", command.toUtf8()));
    }

    static QJsonObject listOf(const QJsonArray &value, const QString &token = {})
    {
        return {{u"value"_s, value},
                {u"continuationToken"_s, token.isEmpty() ? QJsonValue() : QJsonValue(token)},
                {u"nextLink"_s, QJsonValue()}};
    }

    // Returns points of the metric "m" as Azure's metric service does: (value, milliseconds, step).
    static QJsonObject metricPage(const QList<MetricPoint> &points, const QString &token = {})
    {
        QJsonArray rows;
        for (const MetricPoint &point : points) {
            const QString time = u"1970-01-01T00:00:0%1.0000000+00:00"_s.arg(point.timestamp / 1000);
            rows += QJsonObject{{u"metricId"_s, QJsonValue()},
                                {u"createdUtc"_s, time},
                                {u"step"_s, point.step},
                                {u"data"_s, QJsonObject{{u"m"_s, point.value}}}};
        }
        QJsonObject page = listOf(rows, token);
        page.insert(u"dataContainerId"_s, u"dcid.r1"_s);
        page.insert(u"name"_s, u"m"_s);
        page.insert(u"columns"_s, QJsonObject{{u"m"_s, u"Double"_s}});
        page.insert(u"properties"_s, QJsonObject{{u"uxMetricType"_s, u"azureml.v1.scalar"_s}});
        page.insert(u"namespace"_s, QJsonValue());
        page.insert(u"standardSchemaId"_s, QJsonValue());
        return page;
    }

private Q_SLOTS:
    void init()
    {
        m_net = std::make_unique<FakeNetworkAccess>();
        open();
        QVERIFY(m_workspace);
    }

    void cleanup()
    {
        m_workspace.reset();
        m_net.reset();
    }

    void opensByDiscovery()
    {
        QCOMPARE(m_workspace->changes(), nullptr);
        ROOST_GET(info, m_workspace->info());
        QCOMPARE(info.location, u"westeurope"_s);
        QVERIFY(info.storage.isEmpty());
        QVERIFY(m_net->last("GET", arm).url.query().contains(u"api-version=2024-04-01"_s));
        QCOMPARE(m_net->last("GET", arm).header("Authorization"), "Bearer secret");
        open(true);
        QVERIFY(m_workspace->changes());
        ROOST_GET(more, m_workspace->info());
        QCOMPARE(more.storage.value(u"runs"_s), 5);
    }

    void deniedIsReported()
    {
        m_net->on("GET", arm, FakeAnswer::json(R"({"error":{"message":"No role."}})", 403));
        AzureMl::AzureMlSettings settings;
        settings.workspace = ws;
        settings.endpoint = QUrl(u"https://arm.test"_s);
        const auto opened = waitFor(AzureMl::AzureMlWorkspace::open(m_net.get(), settings));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Denied);
        QCOMPARE(opened.error().text, u"No role."_s);
    }

    void listsFollowNextLinks()
    {
        m_net->on("GET", arm + u"/computes"_s,
                  json({{u"value"_s, QJsonArray{QJsonObject{{u"name"_s, u"a"_s}}}},
                        {u"nextLink"_s, u"https://arm.test/more?x=1"_s}}));
        m_net->on("GET", u"/more"_s,
                  json({{u"value"_s, QJsonArray{QJsonObject{{u"name"_s, u"b"_s}}}}, {u"nextLink"_s, QJsonValue()}}));
        ROOST_GET(computes, m_workspace->computes()->computes());
        QCOMPARE(computes.size(), 2);
        QCOMPARE(computes.last().name, u"b"_s);
        QCOMPARE(m_net->last("GET", u"/more"_s).header("Authorization"), "Bearer secret");
    }

    void nextLinksToOtherHostsGetNoToken()
    {
        m_net->on("GET", arm + u"/computes"_s,
                  json({{u"value"_s, QJsonArray()}, {u"nextLink"_s, u"https://evil.test/more"_s}}));
        m_net->on("GET", u"/more"_s, json({{u"value"_s, QJsonArray()}}));
        ROOST_GET(computes, m_workspace->computes()->computes());
        QVERIFY(m_net->last("GET", u"/more"_s).header("Authorization").isEmpty());
    }

    void runsComeFromHistoryWithMetrics()
    {
        m_net->on(
            "POST", history + u"/runs:query"_s,
            {json(listOf({historyRun(u"r2"_s), historyRun(u"r1"_s)}, u"T"_s)), json(listOf({historyRun(u"r0"_s)}))});
        m_net->on(
            "POST", mlflow + u"runs/search"_s,
            FakeAnswer::json(R"({"runs":[{"info":{"run_id":"r1"},"data":{"metrics":[{"key":"loss","value":0.5}]}}]})"));
        ROOST_GET(first, m_workspace->runHistory()->runs({}));
        QCOMPARE(first.items.size(), 2);
        QCOMPARE(first.items.last().lastMetrics.value(u"loss"_s), 0.5);
        QVERIFY(first.items.first().lastMetrics.isEmpty());
        // The request names only these runs, whatever their start: a run that is logged later may have an earlier
        // start.
        QVERIFY(m_net->last("POST", mlflow + u"runs/search"_s).body.contains("attributes.run_id IN ('r2','r1')"));
        QVERIFY(!first.next.isEmpty());
        ROOST_GET(second, m_workspace->runHistory()->runs({}, first.next));
        QCOMPARE(second.items.size(), 1);
        QVERIFY(second.next.isEmpty());
        QVERIFY(m_net->last("POST", history + u"/runs:query"_s).body.contains("\"continuationToken\":\"T\""));
    }

    void runsFallBackToJobs()
    {
        m_net->on("GET", arm + u"/jobs"_s,
                  json({{u"value"_s, QJsonArray{jobResource(u"r1"_s, u"x"_s, u"Running"_s)}},
                        {u"nextLink"_s, u"https://arm.test/jobs2"_s}}));
        m_net->on("GET", u"/jobs2"_s, json({{u"value"_s, QJsonArray()}}));
        m_net->on("POST", history + u"/batchrundata"_s,
                  json({{u"successfulResults"_s,
                         QJsonObject{{u"r1"_s, QJsonObject{{u"runMetadata"_s, historyRun(u"r1"_s)}}}}}}));
        ROOST_GET(page, m_workspace->runHistory()->runs({}));
        QCOMPARE(page.items.size(), 1);
        QCOMPARE(page.items.first().status, RunStatus::Completed);
        QVERIFY(page.items.first().created.isValid());
        QCOMPARE(page.items.first().command, u"x"_s);
        ROOST_GET(next, m_workspace->runHistory()->runs({}, page.next));
        QVERIFY(next.items.isEmpty());
        // The client does not check again whether the service can query whole workspaces.
        ROOST_GET(again, m_workspace->runHistory()->runs({}));
        QCOMPARE(m_net->count("POST", history + u"/runs:query"_s), 1);
    }

    void aRunIsMergedFromThreeReplies()
    {
        const QString command = u"python train.py"_s;
        m_net->on("GET", arm + u"/jobs/r1"_s, json(jobResource(u"r1"_s, command, u"Completed"_s)));
        m_net->on("GET", history + u"/runs/r1"_s, json(historyRun(u"r1"_s, u"Running"_s)));
        m_net->on(
            "GET", mlflow + u"runs/get"_s,
            FakeAnswer::json(
                R"({"run":{"info":{},"data":{"metrics":[{"key":"loss","value":"NaN"}],"params":[{"key":"lr","value":"1"}]}}})"));
        ROOST_GET(whole, m_workspace->runHistory()->run(u"r1"_s));
        QCOMPARE(whole.command, command);
        QCOMPARE(whole.status, RunStatus::Running);
        QVERIFY(whole.lastMetrics.contains(u"loss"_s));
        QCOMPARE(whole.parameters.value(u"lr"_s), u"1"_s);
        // The data of the resource manager does not change, so the client requests it once.
        ROOST_GET(later, m_workspace->runHistory()->run(u"r1"_s));
        QCOMPARE(m_net->count("GET", arm + u"/jobs/r1"_s), 1);
        QCOMPARE(m_net->count("GET", history + u"/runs/r1"_s), 2);
    }

    void loggedRunsHaveNoJob()
    {
        QJsonObject logged = historyRun(u"r1"_s);
        // Roost's own service adds the name of the experiment.
        logged.insert(u"properties"_s, QJsonObject{{u"roost.experiment"_s, u"e"_s}});
        m_net->on("GET", history + u"/runs/r1"_s, json(logged));
        ROOST_GET(run, m_workspace->runHistory()->run(u"r1"_s));
        QVERIFY(run.command.isEmpty());
        QCOMPARE(run.experiment, u"e"_s);
    }

    void expiredAddressesAreRenewed()
    {
        m_net->on("GET", history + u"/runs/r1/details"_s,
                  json({{u"logFiles"_s, QJsonObject{{u"user_logs/std_log.txt"_s, u"https://blob.test/a?sig=old"_s}}}}));
        m_net->on("GET", u"/a?sig=old"_s, FakeAnswer::json("<Error><Code>AuthenticationFailed</Code></Error>", 403));
        FakeAnswer part;
        part.status = 206;
        part.body = "new line";
        part.headers = {{"Content-Range", "bytes 10-17/18"}};
        m_net->on("GET", u"/a?sig=new"_s, part);
        m_net->on("GET", u"/artifact/v2.0"_s + ws.path() + u"/artifacts/ExperimentRun/dcid.r1/contentinfo"_s,
                  json({{u"contentUri"_s, u"https://blob.test/a?sig=new"_s}}));
        ROOST_GET(logs, m_workspace->runHistory()->logs(u"r1"_s));
        ROOST_GET(chunk, m_workspace->files()->read(logs.first(), 10, 100));
        QCOMPARE(chunk.data, "new line");
        QCOMPARE(chunk.size, 18);
        ROOST_GET(again, m_workspace->files()->read(logs.first(), 10, 100));
        QCOMPARE(m_net->count("GET", u"/a?sig=old"_s), 1);
        QVERIFY(m_net->last("GET", u"/a?sig=new"_s).header("Authorization").isEmpty());
        // The client cannot renew an address that it did not issue.
        const auto stranger = waitFor(m_workspace->files()->read({u"x"_s, u"https://blob.test/a?sig=old"_s}, 0, 1));
        QVERIFY(stranger || stranger.error().kind == ErrorKind::Denied);
    }

    // Azure's metric service has no cursor, so the next request starts at the last time, and the client removes known
    // points.
    void metricsWithoutCursorComeOnce()
    {
        const auto path = u"/metric/v2.0"_s + ws.path() + u"/runs/r1/full"_s;
        const QList<MetricPoint> all{{1, 1000, 0}, {2, 2000, 1}, {3, 2000, 2}, {4, 2000, 3}, {5, 3000, 4}};
        m_net->on("POST", path,
                  {json(metricPage(all.first(2), u"T"_s)), json(metricPage(all.mid(2, 1))),
                   json(metricPage(all.mid(1))), json(metricPage(all.mid(4)))});
        QList<MetricPoint> got;
        QString cursor;
        for (int i = 0; i < 4; ++i) {
            ROOST_GET(part, m_workspace->runHistory()->metric(u"r1"_s, u"m"_s, cursor));
            got += part.points;
            cursor = part.cursor;
            QCOMPARE(part.more, i == 0);
        }
        QCOMPARE(got, all);
        QVERIFY(m_net->requests.last().body.contains("1970-01-01T00:00:03"));
        ROOST_GET(none, m_workspace->runHistory()->metric(u"r2"_s, u"m"_s));
        QVERIFY(none.points.isEmpty());
    }

    void versionsTakenByOthersAreSkipped()
    {
        m_net->on("GET", arm + u"/environments/e"_s,
                  {FakeAnswer::json(R"({"properties":{"nextVersion":"4"}})"),
                   FakeAnswer::json(R"({"properties":{"nextVersion":"5"}})")});
        m_net->on("PUT", arm + u"/environments/e/versions/4"_s,
                  FakeAnswer::json(R"({"error":{"message":"taken"}})", 409));
        m_net->on("PUT", arm + u"/environments/e/versions/5"_s, FakeAnswer::json("{}", 201));
        Environment wanted;
        wanted.name = u"e"_s;
        wanted.condaYaml = u"name: x"_s;
        ROOST_GET(saved, m_workspace->environments()->create(wanted));
        QCOMPARE(saved.version, u"5"_s);
        wanted.name = u"AzureML-mine"_s;
        QCOMPARE(waitFor(m_workspace->environments()->create(wanted)).error().kind, ErrorKind::Rejected);
    }

    void submitsWithSnapshotAndInlineEnvironment()
    {
        QTemporaryDir folder;
        for (const auto &name : {u"train.py"_s, u"my data.txt"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("12345");
        }
        QVERIFY(QFile::setPermissions(folder.filePath(u"train.py"_s),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        m_net->answer = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const auto path = request.url.path();
            if (path.endsWith(u"/startPendingUpload"_s)) {
                return uploadTo(u"https://store.test/c"_s, u"sv=1&sig=x%2By"_s);
            }
            if (request.method == "GET" && path.contains(u"/codes/"_s))
                return FakeAnswer::json(R"({"value":[]})");
            if (request.method == "PUT" && path.contains(u"/codes/"_s))
                return FakeAnswer::json(R"({"id":"code-id"})", 201);
            if (request.url.host() == "store.test"_L1)
                return FakeAnswer::json({}, 201);
            if (request.method == "PUT" && (path.contains(u"/environments/"_s) || path.contains(u"/jobs/"_s)))
                return FakeAnswer::json("{}", 201);
            return std::nullopt;
        };
        Job job;
        job.command = u"python train.py"_s;
        job.codePath = folder.path();
        job.environment.condaYaml = u"dependencies: [python]"_s;
        job.compute = u"gpu"_s;
        qint64 sent = 0;
        ROOST_GET(run, m_workspace->jobs()->submit(job, [&](SubmitProgress progress) {
            if (progress.step == SubmitProgress::Step::Uploading)
                sent = progress.done;
        }));
        QVERIFY(!run.id.isEmpty());
        QCOMPARE(sent, 10);
        const auto blob = u"/c/"_s + QDir(folder.path()).dirName() + u"/my data.txt"_s;
        const auto put = m_net->last("PUT", blob);
        QCOMPARE(put.body, "12345");
        QCOMPARE(put.header("x-ms-blob-type"), "BlockBlob");
        QVERIFY(put.header("Authorization").isEmpty());
        QVERIFY(put.header("x-ms-meta-executable").isEmpty());
        const auto script = m_net->last("PUT", u"/c/"_s + QDir(folder.path()).dirName() + u"/train.py"_s);
        QCOMPARE(script.header("x-ms-meta-executable"), "true");
        QVERIFY2(put.url.query(QUrl::FullyEncoded).contains(u"sig=x%2By"_s), qPrintable(put.url.toString()));
        const auto body = *Wire::parseObject(m_net->requests.last().body);
        const auto properties = body.value("properties"_L1).toObject();
        QCOMPARE(properties.value("codeId"_L1).toString(), u"code-id"_s);
        QVERIFY(properties.value("environmentId"_L1).toString().contains(u"/environments/"_s));
        QCOMPARE(properties.value("computeId"_L1).toString(), arm + u"/computes/gpu"_s);
    }

    void cancelingStopsTheUpload()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("12345");
        file.close();
        m_net->answer = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.url.host() == "store.test"_L1)
                return FakeAnswer::hang();
            if (request.url.path().endsWith(u"/startPendingUpload"_s))
                return uploadTo(u"https://store.test/c"_s, u"sig=x"_s);
            return std::nullopt;
        };
        Job job;
        job.command = u"x"_s;
        job.codePath = folder.path();
        job.environment = {u"e"_s, u"1"_s, {}, {}};
        PendingReply<Run> pending;
        pending.watch(m_workspace->jobs()->submit(job), [](const Result<Run> &) { QFAIL("canceled"); });
        QTRY_COMPARE(m_net->requests.last().url.host(), u"store.test"_s);
        const auto so = m_net->requests.size();
        pending.cancel();
        QTRY_VERIFY(m_net->requests.last().aborted);
        drainEvents();
        QCOMPARE(m_net->requests.size(), so);
    }

    void removalWaitsForTheOperation()
    {
        auto accepted = FakeAnswer::json({}, 202);
        accepted.headers.emplaceBack("Location", "https://arm.test/op/1");
        accepted.headers.emplaceBack("Retry-After", "0");
        m_net->on("DELETE", arm + u"/jobs/r1"_s, accepted);
        m_net->on("GET", u"/op/1"_s, {accepted, FakeAnswer::json({}, 204)});
        ROOST_DONE(m_workspace->jobs()->remove(u"r1"_s));
        QCOMPARE(m_net->count("GET", u"/op/1"_s), 2);
    }

    void modelsInStorageAreListed()
    {
        ModelVersion model;
        model.uri = u"azureml://subscriptions/s/resourcegroups/g/workspaces/w/datastores/store/paths/m/1"_s;
        m_net->on(
            "GET", arm + u"/datastores/store"_s,
            json(object(
                R"({"properties":{"accountName":"acct","containerName":"c","endpoint":"core.test","protocol":"https"}})")));
        m_net->on("POST", arm + u"/datastores/store/listSecrets"_s,
                  FakeAnswer::json(R"({"secretsType":"Sas","sasToken":"?sv=1&sig=z"})"));
        m_net->on("GET", u"/c"_s,
                  {FakeAnswer::json("<EnumerationResults><Blobs><Blob><Name>m/1/a "
                                    "b.pt</Name></Blob></Blobs><NextMarker>n</NextMarker></EnumerationResults>"),
                   FakeAnswer::json("<EnumerationResults><Blobs><Blob><Name>m/1/sub/c</Name></Blob><Blob><Name>m/10/"
                                    "no</Name></Blob></Blobs><NextMarker/></EnumerationResults>")});
        ROOST_GET(files, m_workspace->models()->files(model));
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.first().path, u"a b.pt"_s);
        QCOMPARE(files.first().url, u"https://acct.blob.core.test/c/m/1/a%20b.pt?sv=1&sig=z"_s);
        QCOMPARE(files.last().path, u"sub/c"_s);
        m_net->on("GET", u"/c"_s, FakeAnswer::json("<EnumerationResults><Blobs>"));
        QCOMPARE(waitFor(m_workspace->models()->files(model)).error().kind, ErrorKind::Unreadable);
        model.uri = u"https://elsewhere"_s;
        QCOMPARE(waitFor(m_workspace->models()->files(model)).error().kind, ErrorKind::Rejected);
    }

    void aSnapshotIsShownWhereItsAddressIsSigned()
    {
        const QString code = arm + u"/codes/c1/versions/1"_s;
        const QString id = u"azureml:c1:1"_s;
        const QString wire = uR"({"id":"/codes/c1/versions/1","properties":{"codeUri":"%1","properties":%2}})"_s;
        const QString uri = u"https://acct.blob.core.test/box/the%20birds"_s;
        m_net->on("GET", code, FakeAnswer::json(wire.arg(uri, u"{}"_s).toUtf8()));
        QCOMPARE(waitFor(m_workspace->jobs()->snapshotFiles(id)).error().kind, ErrorKind::Denied);
        const QString sign = uR"({"roost.signedUri":"%1?sv=1&sig=z%2B"})"_s;
        m_net->on("GET", code, FakeAnswer::json(wire.arg(uri, sign.arg(uri)).toUtf8()));
        m_net->on("GET", u"/box"_s,
                  FakeAnswer::json("<EnumerationResults><Blobs><Blob><Name>the birds/a.py</Name><Properties>"
                                   "<Content-Length>12</Content-Length></Properties></Blob><Blob><Name>the birds/"
                                   "sub/b.py</Name></Blob></Blobs><NextMarker/></EnumerationResults>"));
        ROOST_GET(files, m_workspace->jobs()->snapshotFiles(id));
        const QList<SnapshotFile> wanted{
            {{u"a.py"_s, u"https://acct.blob.core.test/box/the%20birds/a.py?sv=1&sig=z%2B"_s}, 12},
            {{u"sub/b.py"_s, u"https://acct.blob.core.test/box/the%20birds/sub/b.py?sv=1&sig=z%2B"_s}, -1}};
        QCOMPARE(files, wanted);
    }

    void deletionDuringARequestEmitsNothing()
    {
        m_net->on("GET", arm + u"/computes"_s, FakeAnswer::hang());
        PendingReply<QList<Compute>> pending;
        pending.watch(m_workspace->computes()->computes(), [](const Result<QList<Compute>> &) {});
        QTRY_VERIFY(m_net->count("GET", arm + u"/computes"_s) == 1);
        m_workspace.reset();
        pending.cancel();
        drainEvents();
    }
};

QTEST_GUILESS_MAIN(TestAzureMlWorkspace)
#include "tst_azuremlworkspace.moc"
