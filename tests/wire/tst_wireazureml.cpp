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
#include "tests/wire/wirecontent.h"

#include <QTest>
#include <QUrlQuery>

#include <cmath>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

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

    void artifactsHaveAPathInTheirDatastore()
    {
        const RunArtifact artifact{u"r1"_s, u"outputs/a b.pt"_s};
        QCOMPARE(artifactPath(u"r1"_s, artifact.path), u"ExperimentRun/dcid.r1/outputs/a b.pt"_s);
        QCOMPARE(artifactFromPath(artifactPath(u"r1"_s, artifact.path)), artifact);
        QCOMPARE(runOfContainer(runContainer(u"r1"_s)), u"r1"_s);
        for (const QString &other : {u""_s, u"ExperimentRun/dcid.r1/"_s, u"ExperimentRun/dcid./a"_s,
                                     u"ExperimentRun/r1/a"_s, u"Elsewhere/dcid.r1/a"_s})
            QVERIFY2(!artifactFromPath(other), qPrintable(other));
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

    // The first two are from Microsoft's azure-storage-blob 12.31.1, the others from Python's hmac over the text in the
    // documentation of a service SAS.
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
        // Roost's service stores the text as it was written, but a request body requests what its condaFile contains.
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
