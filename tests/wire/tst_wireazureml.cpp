// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/artifact.h"
#include "models/wire/azureml/code.h"
#include "models/wire/azureml/compute.h"
#include "models/wire/azureml/condatext.h"
#include "models/wire/azureml/job.h"
#include "models/wire/azureml/metric.h"
#include "models/wire/azureml/model.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/run.h"
#include "models/wire/azureml/runlogs.h"
#include "models/wire/azureml/sas.h"
#include "models/wire/azureml/workspaceinfo.h"
#include "models/wire/json.h"
#include "models/wire/roost/service.h"

#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <cmath>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId ws = WorkspaceId::local(u"birds"_s);
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0, 0, 250), QTimeZone::UTC);

Job wholeJob()
{
    Job job;
    job.name = u"calm-finch-42"_s;
    job.displayName = u"birds 2x4"_s;
    job.experiment = u"pytorch-birds"_s;
    job.description = u"d"_s;
    job.command = u"python train.py --epochs ${{inputs.epochs}}"_s;
    job.codeId = versionId(ws, u"codes"_s, u"c1"_s, u"1"_s);
    job.environment = {u"pytorch"_s, u"3"_s, {}, {}};
    job.compute = u"gpu-cluster"_s;
    job.distribution = {Distribution::Type::PyTorch, 4};
    job.instanceCount = 2;
    job.shmSize = u"8g"_s;
    job.timeoutSeconds = 21600;
    job.environmentVariables = {{u"NCCL_DEBUG"_s, u"WARN"_s}};
    job.inputs = {{u"epochs"_s, u"30"_s}};
    job.tags = {{u"team"_s, u"vision"_s}};
    job.properties = {{u"git"_s, u"0af3"_s}};
    return job;
}

Run wholeRun()
{
    Run run;
    run.id = u"calm-finch-42"_s;
    run.displayName = u"birds 2x4"_s;
    run.experiment = u"pytorch-birds"_s;
    run.description = u"d"_s;
    run.status = RunStatus::Running;
    run.created = noon;
    run.createdBy = u"ann"_s;
    run.computeName = u"gpu-cluster"_s;
    run.environmentName = u"pytorch:3"_s;
    run.command = wholeJob().command;
    run.codeId = wholeJob().codeId;
    run.distribution = {Distribution::Type::PyTorch, 4};
    run.nodeCount = 2;
    run.parameters = {{u"lr"_s, u"0.1"_s}};
    run.tags = {{u"team"_s, u"vision"_s}};
    run.properties = {{u"roost.exitCode"_s, u"1"_s}};
    run.environmentVariables = {{u"NCCL_DEBUG"_s, u"WARN"_s}};
    run.queueReason = u"waiting for a slot"_s;
    run.phases = {{Phase::Preparing, noon, noon.addSecs(5)}, {Phase::Running, noon.addSecs(9), {}}};
    run.ranks = {{0, 0, {}, noon, noon, {}}, {13, {}, 9, noon, noon, {}}};
    CauseCandidate candidate{13,
                             CauseKind::Exception,
                             u"ValueError"_s,
                             u"no data"_s,
                             u"RuntimeError: x"_s,
                             1,
                             9,
                             noon,
                             {{u"azureml-logs/70_driver_log_13.txt"_s, 7, 5'000'000'000, u"ValueError: no data"_s}},
                             0};
    CauseCandidate silent{2, CauseKind::Hang, {}, {}, {}, {}, {}, {}, {{u"a.txt"_s, -1, 3, u"step 2"_s}}, -1};
    run.cause = FirstCause{{candidate, silent}, {0, 1}, FirstCause::Certainty::Tied};
    return run;
}

} // namespace

class TestWireAzureMl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids()
    {
        QCOMPARE(WorkspaceId::fromPath(ws.path() + u"/jobs/x"_s), ws);
        QCOMPARE(WorkspaceId::fromPath(ws.path().replace(u"resourceGroups"_s, u"resourcegroups"_s)), ws);
        QVERIFY(!WorkspaceId::fromPath(u"/subscriptions/1"_s));
        const auto id = versionId(ws, u"environments"_s, u"torch"_s, u"3"_s);
        const AssetId three{u"torch"_s, u"3"_s};
        const AssetId latest{u"torch"_s, {}};
        QCOMPARE(assetFromId(id), three);
        QCOMPARE(assetFromId(u"azureml:"_s + id), three);
        QCOMPARE(assetFromId(u"azureml:torch:3"_s), three);
        QCOMPARE(assetFromId(u"torch@latest"_s), latest);
        QCOMPARE(assetFromId(assetToId(ws, u"environments"_s, latest)), latest);
        QCOMPARE(assetFromId(assetToId(ws, u"environments"_s, three)), three);
        const auto registry = u"azureml://registries/azureml/environments/x/versions/1"_s;
        QCOMPARE(assetToId(ws, u"environments"_s, assetFromId(registry)), registry);
        QCOMPARE(lastSegment(u"/a/b/local"_s), u"local"_s);
        QCOMPARE(lastSegment(u"azureml:local"_s), u"local"_s);
        QVERIFY(assetFromId({}).name.isEmpty());
    }

    void runArtifacts()
    {
        const RunArtifact model{u"r1"_s, u"outputs/a/model.pt"_s};
        QCOMPARE(runArtifactFromUri(runArtifactUri(u"r1"_s, u"outputs/a/model.pt"_s)), model);
        QCOMPARE(runArtifactFromUri(u"runs:/r1/outputs/a/model.pt"_s), model);
        QCOMPARE(runArtifactFromUri(u"azureml://subscriptions/s/resourcegroups/g/workspaces/w/datastores/"
                                    "workspaceartifactstore/paths/ExperimentRun/dcid.r1/outputs/a/model.pt"_s),
                 model);
        QVERIFY(!runArtifactFromUri(u"azureml://datastores/x/paths/y"_s));
    }

    void jobRoundTrip()
    {
        const auto job = wholeJob();
        const auto read = jobFromBody(job.name, jobBody(job, ws));
        QVERIFY(read);
        QCOMPARE(*read, job);
        Job plain;
        plain.name = u"a1"_s;
        plain.command = u"true"_s;
        plain.environment.name = u"e"_s;
        QCOMPARE(*jobFromBody(plain.name, jobBody(plain, ws)), plain);
    }

    void jobsThatCannotRun_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("place");
        const QByteArray good = R"("jobType":"Command","command":"x","environmentId":"e:1")";
        QTest::newRow("nothing") << QByteArray() << u"jobType"_s;
        QTest::newRow("sweep") << QByteArray(R"("jobType":"Sweep")") << u"jobType"_s;
        QTest::newRow("no command") << QByteArray(R"("jobType":"Command","command":" ; ")") << u"command"_s;
        QTest::newRow("no environment") << QByteArray(R"("jobType":"Command","command":"x")") << u"environmentId"_s;
        QTest::newRow("input") << good + R"(,"inputs":{"d":{"jobInputType":"uri_file","uri":"u"}})" << u"inputs.d"_s;
        QTest::newRow("tf") << good + R"(,"distribution":{"distributionType":"TensorFlow"})" << u"distribution"_s;
        QTest::newRow("no process") << good +
                                           R"(,"distribution":{"distributionType":"Mpi","processCountPerInstance":0})"
                                    << u"processCount"_s;
        QTest::newRow("no node") << good + R"(,"resources":{"instanceCount":-1})" << u"instanceCount"_s;
        QTest::newRow("time") << good + R"(,"limits":{"timeout":"6 hours"})" << u"timeout"_s;
    }
    void jobsThatCannotRun()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QString, place);
        const auto body = parseObject("{\"properties\":{" + properties + "}}");
        QVERIFY(body);
        const auto job = jobFromBody(u"a1"_s, *body);
        QVERIFY(!job);
        QCOMPARE(job.error().kind, ErrorKind::Rejected);
        QVERIFY2(job.error().text.contains(place), qPrintable(job.error().text));
        QVERIFY(!jobFromBody(u"a/b"_s, jobBody(wholeJob(), ws)));
    }

    void runRoundTrips()
    {
        auto run = wholeRun();
        QCOMPARE(runFromJob(jobResource(run, wholeJob(), ws)), run);
        run.started = noon.addSecs(9);
        run.ended = noon.addSecs(99);
        run.errorText = u"Rank 13 was killed."_s;
        run.status = RunStatus::Failed;
        run.queueReason.clear();
        const auto job = runFromJob(jobResource(run, wholeJob(), ws));
        QCOMPARE(merged(job, runFromHistory(historyRun(run, u"7"_s))), run);
        QCOMPARE(merged(job, runFromHistory(runDetails(run, {}))), run);
        QCOMPARE(experimentIdOf(historyRun(run, u"7"_s)), u"7"_s);
    }

    void whatPeopleChangeComesFromHistory()
    {
        const auto job = runFromJob(jobResource(wholeRun(), wholeJob(), ws));
        auto later = wholeRun();
        later.displayName = u"better name"_s;
        later.tags = {{u"note"_s, u"good"_s}};
        later.queueReason.clear();
        const auto run = merged(job, runFromHistory(historyRun(later)));
        QCOMPARE(run.displayName, u"better name"_s);
        QCOMPARE(run.tags, later.tags);
        QVERIFY(run.queueReason.isEmpty());
    }

    void whetherARunIsHeldComesFromHistory()
    {
        const QString held = u"roost.held"_s;
        auto waiting = wholeRun();
        waiting.properties.insert(held, u"true"_s);
        const auto job = runFromJob(jobResource(waiting, wholeJob(), ws));
        QVERIFY(merged(job, runFromHistory(historyRun(waiting))).properties.contains(held));
        QVERIFY(!merged(job, runFromHistory(historyRun(wholeRun()))).properties.contains(held));
        auto started = wholeRun();
        started.properties.clear();
        QVERIFY(!merged(job, runFromHistory(historyRun(started))).properties.contains(held));
    }

    // The job was asked for while it ran.
    void whyItFailedComesFromHistory()
    {
        const auto job = runFromJob(jobResource(wholeRun(), wholeJob(), ws));
        auto failed = wholeRun();
        failed.status = RunStatus::Failed;
        CauseCandidate candidate;
        candidate.rank = 1;
        candidate.message = u"no data"_s;
        failed.cause = FirstCause{{candidate}, {0}};
        const auto run = merged(job, runFromHistory(historyRun(failed)));
        QCOMPARE(run.status, RunStatus::Failed);
        QVERIFY(run.cause);
        QVERIFY(*run.cause == *failed.cause);
    }

    void unknownWordsKeepPolling()
    {
        QCOMPARE(runFromHistory({{u"status"_s, u"Teleporting"_s}}).status, RunStatus::Unknown);
        QCOMPARE(runFromHistory({}).status, RunStatus::Unknown);
        auto job = wholeRun();
        job.status = RunStatus::Running;
        QCOMPARE(merged(job, runFromHistory({})).status, RunStatus::Running);
    }

    void hostileRuns()
    {
        // No raw string for the inner JSON: moc loses its way in one with an escaped quote.
        const QJsonObject properties{{u"roost.phases"_s, u"{"_s},
                                     {u"roost.ranks"_s, u"[1,{},{\"rank\":\"x\"}]"_s},
                                     {u"roost.cause"_s, u"{\"certainty\":\"told\",\"candidates\":[1,{\"kind\":2}]}"_s}};
        auto json = parseObject(R"({"runId":5,"tags":[],"error":"no","compute":[],"createdBy":7,
            "logFiles":{"a":1,"azureml-logs/70_driver_log.txt":"u"}})");
        QVERIFY(json);
        json->insert(u"properties"_s, properties);
        const auto run = runFromHistory(*json);
        QVERIFY(!run.cause);
        QCOMPARE(run.id, u"5"_s);
        QVERIFY(run.phases.isEmpty());
        QVERIFY(run.ranks.isEmpty());
        QCOMPARE(logsFromDetails(*json).size(), 1);
    }

    void logsInReadersOrder()
    {
        QList<FileRef> logs;
        const QStringList wanted{u"azureml-logs/70_driver_log_0.txt"_s,
                                 u"azureml-logs/70_driver_log_2.txt"_s,
                                 u"azureml-logs/70_driver_log_10.txt"_s,
                                 u"azureml-logs/20_image_build_log.txt"_s,
                                 u"logs/tb/x.log"_s,
                                 u"azureml-logs/75_job_post-n.txt"_s,
                                 u"logs/azureml/110_azureml.log"_s,
                                 u"system_logs/x.log"_s};
        for (const int i : {5, 7, 2, 0, 6, 3, 1, 4})
            logs.append({wanted.at(i), u"u"_s});
        sortForReading(logs);
        QStringList got;
        for (const auto &log : logs)
            got.append(log.path);
        QCOMPARE(got, wanted);
        QCOMPARE(rankOfLog(u"azureml-logs/70_driver_log.txt"_s), 0);
        QCOMPARE(rankOfLog(u"azureml-logs/70_driver_log-worker-3.txt"_s), 3);
        QCOMPARE(rankOfLog(u"user_logs/std_log_process_07.txt"_s), 7);
        QCOMPARE(rankOfLog(u"user_logs/std_log_node_02_ps.txt"_s), 2);
        QVERIFY(!rankOfLog(u"logs/70_driver_log.txt"_s));
        QCOMPARE(rankOfLog(u"logs/torchrun/none_x1y2/attempt_0/3/stderr.log"_s), 3);
        QCOMPARE(rankOfLog(u"logs/attempt_1/12/stdout.log"_s), 12);
        QVERIFY(!rankOfLog(u"outputs/attempt_1/12/stdout.log"_s));
        QVERIFY(!rankOfLog(u"logs/attempt_1/12/error.json"_s));
    }

    void computeRoundTrip()
    {
        Compute compute;
        compute.name = u"gpu-cluster"_s;
        compute.type = u"AmlCompute"_s;
        compute.description = u"four"_s;
        compute.size = u"Standard_NC6s_v3"_s;
        compute.location = u"westeurope"_s;
        compute.lowPriority = true;
        compute.maxNodes = 4;
        compute.currentNodes = 3;
        compute.busyNodes = 2;
        compute.idleSeconds = 120;
        compute.cores = 6;
        compute.gpus = 1;
        compute.state = ProvisioningState::Failed;
        compute.errors = {u"No quota."_s};
        compute.created = noon;
        QCOMPARE(computeFrom(computeResource(compute, ws)), compute);
        const auto asked = computeFromBody(compute.name, computeBody(compute));
        QVERIFY(asked);
        QCOMPARE(asked->maxNodes, 4);
        QCOMPARE(asked->idleSeconds, 120);
        auto bad = compute;
        bad.minNodes = 9;
        QVERIFY(!computeFromBody(bad.name, computeBody(bad)));
        QVERIFY(!computeFromBody(u"x"_s, computeBody(compute)));
        QVERIFY(!computeFromBody(u"fine"_s, {}));
        QCOMPARE(computeFrom({}).state, ProvisioningState::Succeeded);
    }

    void environmentRoundTrip()
    {
        Environment environment;
        environment.name = u"torch"_s;
        environment.version = u"3"_s;
        environment.description = u"d"_s;
        environment.image = u"img:1"_s;
        environment.condaYaml = u"name: t\n"_s;
        environment.tags = {{u"a"_s, u"b"_s}};
        environment.created = noon;
        environment.packages = {u"torch 2.6.0"_s, u"numpy 2.0"_s};
        QCOMPARE(environmentFrom(environmentResource(environment, ws)), environment);
        QVERIFY(isAnonymous(environmentBody(environment, true)));
        QVERIFY(!isAnonymous(environmentResource(environment, ws)));
        const auto read = environmentFromBody(u"torch"_s, u"4"_s, environmentBody(environment));
        QVERIFY(read);
        QCOMPARE(read->version, u"4"_s);
        QVERIFY(!environmentFromBody(u"AzureML-x"_s, u"1"_s, environmentBody(environment)));
        QVERIFY(!environmentFromBody(u"x"_s, u"1"_s, {}));
        const Container container{u"torch"_s, u"d"_s, u"3"_s, u"4"_s, {{u"a"_s, u"b"_s}}, noon};
        QCOMPARE(containerFrom(containerResource(container, u"environments"_s, ws)), container);
    }

    void codeAndUploads()
    {
        const CodeVersion code{u"c1"_s, u"1"_s, u"http://h/blob/c/d"_s, u"ab12"_s, noon, u"http://h/blob/c/d?sig=x"_s};
        QCOMPARE(codeFrom(codeResource(code, ws)), code);
        const PendingUpload upload{u"p"_s, u"http://h/c"_s, u"http://h/c?sig=1"_s};
        QCOMPARE(pendingUploadFrom(toJson(upload)), upload);
        QCOMPARE(pendingUploadFrom({}), PendingUpload());
    }

    // The first two made by Microsoft's azure-storage-blob 12.31.1, the others by Python's hmac over the text that the
    // documentation of a service SAS gives.
    void signaturesOfStorage_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("blob");
        QTest::addColumn<QByteArray>("signature");
        const auto path = u"LocalUpload/a b/ř+model.pt"_s;
        QTest::newRow("container, newest")
            << u"2026-10-06"_s << QString() << QByteArray("lUVLAzrqVUkb8FuSpeLCQx+zzcgAfhwBzgmng/2fEeU=");
        QTest::newRow("blob, newest") << u"2026-10-06"_s << path
                                      << QByteArray("0pVPtjxBqeKbQ878H7xnQOam1ExYfVVkhz79orWk+EU=");
        QTest::newRow("container") << u"2021-10-04"_s << QString()
                                   << QByteArray("C1wLJbkskd9OHt5Gw1BOannqAzoAybYrw98MuCMCI44=");
        QTest::newRow("blob, no scope yet")
            << u"2019-07-07"_s << path << QByteArray("JgO+pe1IZbOzYs0pjoqXrXdOsOnGVRCtBoYE9Jc2+Fg=");
    }
    void signaturesOfStorage()
    {
        QFETCH(QString, version);
        QFETCH(QString, blob);
        QByteArray key;
        for (char byte = 0; byte < 64; ++byte)
            key.append(byte);
        ServiceSas sas;
        sas.account = u"birdsaccount"_s;
        sas.container = u"azureml-blobstore-1"_s;
        sas.blob = blob;
        sas.version = version;
        sas.expiry = u"2026-03-01T12:30:00Z"_s;
        sas.permissions = blob.isEmpty() ? u"rl"_s : u"r"_s;
        sas.start = blob.isEmpty() ? QString() : u"2026-03-01T12:00:00Z"_s;
        if (!blob.isEmpty())
            sas.protocol.clear();
        QTEST(signatureOf(sas, key), "signature");
        const QUrlQuery query(queryOf(sas, key));
        QTEST(query.queryItemValue(u"sig"_s, QUrl::FullyDecoded).toLatin1(), "signature");
        QCOMPARE(query.queryItemValue(u"sr"_s), blob.isEmpty() ? u"c"_s : u"b"_s);
        QCOMPARE(query.queryItemValue(u"se"_s, QUrl::FullyDecoded), sas.expiry);
    }

    void placesOfBlobs()
    {
        const auto azure = blobPlaceFrom(QUrl(u"https://acct.blob.core.windows.net:443/box/src/a%20b/"_s));
        QVERIFY(azure);
        QCOMPARE(azure->account, u"acct"_s);
        QCOMPARE(azure->container, QUrl(u"https://acct.blob.core.windows.net/box"_s));
        QCOMPARE(azure->path, u"src/a b"_s);
        const auto own = blobPlaceFrom(QUrl(u"http://127.0.0.1:4711/blob/code/abc"_s));
        QVERIFY(own);
        QCOMPARE(own->account, u"blob"_s);
        QCOMPARE(own->name, u"code"_s);
        QCOMPARE(own->container, QUrl(u"http://127.0.0.1:4711/blob/code"_s));
        QVERIFY(!blobPlaceFrom(QUrl(u"https://acct.blob.core.windows.net/"_s)));
    }

    void condaFilesInBothForms()
    {
        const auto json = u"{\n  \"dependencies\": [\n    \"python=3.10\",\n    \"3.10\"\n  ],\n  \"name\": \"t\"\n}"_s;
        QCOMPARE(blockYaml(json), u"name: t\ndependencies:\n  - python=3.10\n  - \"3.10\"\n"_s);
        QCOMPARE(condaJson(u"# mine\ndependencies: [python=3.10, '3.10']\nname: t\n"_s), json);
        QCOMPARE(blockYaml(u"no mapping"_s), u"no mapping"_s);
        QCOMPARE(condaJson({}), QString());
        // A service of ours keeps the text as it was written, but a body asks for what its condaFile says.
        Environment environment;
        environment.name = u"e"_s;
        environment.version = u"1"_s;
        environment.condaYaml = u"# mine\nname: t\ndependencies: [python]\n"_s;
        auto resource = environmentResource(environment, ws);
        QCOMPARE(environmentFrom(resource).condaYaml, environment.condaYaml);
        auto properties = resource.value("properties"_L1).toObject();
        QVERIFY(properties.value("condaFile"_L1).toString().startsWith(u'{'));
        properties.insert(u"condaFile"_s, u"name: other"_s);
        resource.insert(u"properties"_s, properties);
        const auto read = environmentFromBody(u"e"_s, u"1"_s, resource);
        QVERIFY(read);
        QCOMPARE(read->condaYaml, u"name: other"_s);
    }

    void whyAzuresRunsWait()
    {
        const auto reason = [](const QString &status, const QString &tag) {
            return runFromHistory({{u"runId"_s, u"r"_s},
                                   {u"status"_s, status},
                                   {u"tags"_s, QJsonObject{{u"_aml_system_ComputeTargetStatus"_s, tag}}}})
                .queueReason;
        };
        const auto preparing =
            uR"({"AllocationState":"resizing","PreparingNodeCount":2,"RunningNodeCount":0,"CurrentNodeCount":2})"_s;
        QVERIFY(reason(u"Queued"_s, preparing).contains(u"2 of the compute's nodes are being prepared"_s));
        QVERIFY(reason(u"Running"_s, preparing).isEmpty());
        QVERIFY(reason(u"Queued"_s, u"no json"_s).isEmpty());
        QVERIFY(reason(u"Queued"_s, uR"({"AllocationState":"steady","RunningNodeCount":3,"CurrentNodeCount":3})"_s)
                    .contains(u"all 3 nodes"_s));
    }

    void modelRoundTrip()
    {
        ModelVersion model{u"birds"_s,
                           u"2"_s,
                           u"d"_s,
                           u"custom_model"_s,
                           runArtifactUri(u"r1"_s, u"outputs/model.pt"_s),
                           u"r1"_s,
                           {{u"acc"_s, u"0.9"_s}},
                           {{u"p"_s, u"q"_s}},
                           noon,
                           1234};
        QCOMPARE(modelFrom(modelResource(model, ws)), model);
        auto body = modelBody(model);
        const auto read = modelFromBody(u"birds"_s, u"3"_s, body);
        QVERIFY(read);
        QCOMPARE(read->runId, u"r1"_s);
        QVERIFY(!modelFromBody(u"birds"_s, u"3"_s, {}));
        QVERIFY(!modelFromBody(u"a b"_s, u"3"_s, body));
    }

    void artifactsAndContent()
    {
        const Artifact artifact{u"outputs/model.pt"_s, 77, noon};
        QCOMPARE(artifactFrom(artifactEntry(artifact, u"r1"_s)), artifact);
        const FileRef file{u"outputs/model.pt"_s, u"http://h/x?sig=1"_s};
        QCOMPARE(contentFrom(contentInfo(file, u"r1"_s)), file);
        QCOMPARE(artifactFrom({{u"path"_s, u"a"_s}}).size, -1);
    }

    void metrics()
    {
        const QList<MetricPoint> points{{0.5, noon.toMSecsSinceEpoch(), 1},
                                        {std::numeric_limits<double>::infinity(), noon.toMSecsSinceEpoch(), -2}};
        const auto page = metricPage(u"loss"_s, points, u"t"_s, u"2"_s);
        QCOMPARE(metricPointsFrom(page), points);
        QCOMPARE(cursorOfMetricPage(page), u"2"_s);
        QVERIFY(metricPage(u"loss"_s, {}).value("continuationToken"_L1).isNull());
        const auto request = fullMetricRequestFrom(fullMetricBody(u"loss"_s, noon, u"5"_s));
        QCOMPARE(request.name, u"loss"_s);
        QCOMPARE(request.since, noon);
        QCOMPARE(request.token, u"5"_s);
        QCOMPARE(metricNamesFrom({{u"value"_s, QJsonArray{metricDefinition(u"loss"_s), 3}}}), QStringList{u"loss"_s});
        QCOMPARE(lastValuesFrom({{u"value"_s, QJsonArray{page}}}).value(u"loss"_s), points.last().value);
        const auto foreign =
            parseObject(R"({"name":"m","value":[{"data":{"other":"1.5"}},{"data":{}},7,{"data":{"x":"text"}}]})");
        QCOMPARE(metricPointsFrom(*foreign).size(), 1);
    }

    void pages()
    {
        const auto page = pageFrom(armPage({QJsonObject{{u"a"_s, 1}}, 5}, u"http://next"_s));
        QCOMPARE(page.items.size(), 1);
        QCOMPARE(page.next, u"http://next"_s);
        QVERIFY(pageFrom(armPage({})).next.isEmpty());
        QCOMPARE(pageFrom(dataPage({}, u"t"_s)).token, u"t"_s);
        QVERIFY(pageFrom(dataPage({})).token.isEmpty());
        const auto query = runsQueryFrom(runsQueryBody({{}, true, 25}, u"tok"_s));
        QVERIFY(query);
        QCOMPARE(query->top, 25);
        QCOMPARE(query->token, u"tok"_s);
        QVERIFY(query->statuses.contains(RunStatus::Running));
        QVERIFY(!query->statuses.contains(RunStatus::Completed));
        QVERIFY(!runsQueryFrom({{u"filter"_s, u"tags/x eq 'y'"_s}}));
    }

    void workspaceAndExtensions()
    {
        WorkspaceInfo info;
        info.name = u"birds"_s;
        info.location = u"this machine"_s;
        info.resourceId = ws.path();
        info.description = u"d"_s;
        info.trackingUri = u"http://127.0.0.1:1/"_s;
        const auto resource = workspaceResource(info, ws, u"http://127.0.0.1:1/discovery"_s);
        const auto read = workspaceFrom(resource);
        QCOMPARE(read.name, info.name);
        QCOMPARE(read.resourceId, info.resourceId);
        QCOMPARE(discoveryUrlOf(resource), u"http://127.0.0.1:1/discovery"_s);
        QCOMPARE(trackingUrlOf(resource), u"http://127.0.0.1:1"_s);
        info.trackingUri = u"azureml://h.api/mlflow/v1.0/x?y=1"_s;
        QCOMPARE(trackingUrlOf(workspaceResource(info, ws, {})), u"https://h.api/mlflow/v1.0/x"_s);
        const ServiceStatus status{7, u"0.1"_s, u"/w"_s, noon, 2, {{u"runs"_s, 5'000'000'000}}, u"full"_s};
        QCOMPARE(serviceStatusFrom(toJson(status)), status);
        const auto changes = changesFrom(toJson(Changes{9, {u"runs/x"_s}, true}));
        QCOMPARE(changes.revision, 9);
        QCOMPARE(changes.topics, QStringList{u"runs/x"_s});
        QVERIFY(changes.everything);
    }
};

QTEST_GUILESS_MAIN(TestWireAzureMl)
#include "tst_wireazureml.moc"
