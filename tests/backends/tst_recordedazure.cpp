// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurecontext.h"
#include "models/backends/azureml/azuremlworkspace.h"
#include "tests/support/recordedazure.h"
#include "tests/support/wait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::AzureMl;
using namespace Roost::Rest;
using namespace Qt::StringLiterals;

namespace {

const QString arm = RecordedAzure::workspacePath();

QJsonObject sentBody(const FakeRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

// The client against recorded answers of the real service.
class TestRecordedAzure : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeNetworkAccess> m_net;
    std::unique_ptr<RecordedAzure> m_azure;
    std::shared_ptr<Workspace> m_workspace;

    Result<std::shared_ptr<Workspace>> opened()
    {
        AzureMl::AzureMlSettings settings;
        settings.workspace = {u"s"_s, u"g"_s, u"birds"_s};
        settings.credential = std::make_shared<StaticCredential>("secret");
        return waitFor(AzureMl::AzureMlWorkspace::open(m_net.get(), settings));
    }

    // Returns the body of the PUT request that submits a run again.
    QJsonObject sentAgain(const QString &run, const std::function<void(Job &)> &change = {})
    {
        auto job = waitFor(m_workspace->jobs()->job(run));
        if (!job)
            return {};
        job->name = u"again"_s;
        if (change)
            change(*job);
        m_azure->set(u"PUT {WS}/jobs/again"_s, {{u"status"_s, 201}, {u"body"_s, QJsonObject()}});
        waitFor(m_workspace->jobs()->submit(*job, {}));
        return sentBody(m_net->last("PUT", arm + u"/jobs/again"_s)).value("properties"_L1).toObject();
    }

private Q_SLOTS:
    void init()
    {
        m_net = std::make_unique<FakeNetworkAccess>();
        m_azure = std::make_unique<RecordedAzure>(*m_net, qEnvironmentVariable("ROOST_AZURE_ANSWERS"));
        const auto workspace = opened();
        QVERIFY2(workspace, workspace ? "" : describe(workspace.error()).constData());
        m_workspace = *workspace;
    }

    void cleanup()
    {
        m_workspace.reset();
        m_net.reset();
        m_azure.reset();
    }

    void runsAreListedOverSkipTokens()
    {
        ROOST_GET(first, m_workspace->runHistory()->runs({}));
        QCOMPARE(first.items.size(), 1);
        QCOMPARE(first.items.first().status, RunStatus::Queued);
        ROOST_GET(second, m_workspace->runHistory()->runs({}, first.next));
        QCOMPARE(second.items.size(), 1);
        QVERIFY(second.next.isEmpty());
        // A curated environment of a registry is shown by its name.
        QCOMPARE(second.items.first().environmentName, u"AzureML-pytorch-1.9:12"_s);
        QVERIFY(second.items.first().computeName.isEmpty());
    }

    void theReasonForWaitingIsShownWhileARunWaits()
    {
        ROOST_GET(first, m_workspace->runHistory()->runs({}));
        QVERIFY2(first.items.first().queueReason.contains(u"nodes"_s), qPrintable(first.items.first().queueReason));
        // Tags that the service adds are not shown as the user's tags.
        QCOMPARE(first.items.first().tags, (StringMap{{u"team"_s, u"birds"_s}}));
        ROOST_GET(second, m_workspace->runHistory()->runs({}, first.next));
        QVERIFY(second.items.first().queueReason.isEmpty());
        QVERIFY(second.items.first().tags.isEmpty());
    }

    void acceptedCancelsReturnNull()
    {
        ROOST_DONE(m_workspace->jobs()->cancel(u"quiet_owl_7"_s));
        ROOST_DONE(m_workspace->jobs()->cancel(u"old_crow_1"_s));
    }

    void aResubmittedJobKeepsOnlyFieldsThatUsersWrote()
    {
        const auto sent = sentAgain(u"ray_heron_2"_s);
        const auto part = [&sent](QLatin1StringView key) { return sent.value(key).toObject(); };
        QCOMPARE(part("tags"_L1), (QJsonObject{{u"team"_s, u"birds"_s}, {u"mlflow.source.git.commit"_s, u"c0ffee"_s}}));
        QCOMPARE(part("properties"_L1), (QJsonObject{{u"mine"_s, u"kept"_s}}));
        QCOMPARE(part("identity"_L1), (QJsonObject{{u"identityType"_s, u"AMLToken"_s}}));
        QVERIFY(!sent.contains("queueSettings"_L1));
        QCOMPARE(part("distribution"_L1),
                 (QJsonObject{{u"distributionType"_s, u"Ray"_s}, {u"includeDashboard"_s, true}}));
        QCOMPARE(part("resources"_L1),
                 (QJsonObject{
                     {u"instanceCount"_s, 2},
                     {u"shmSize"_s, u"2g"_s},
                     {u"dockerArgs"_s, u"--ipc=host"_s},
                     {u"properties"_s, QJsonObject{{u"AISuperComputer"_s, QJsonObject{{u"interactive"_s, false}}}}}}));
        QCOMPARE(part("services"_L1), (QJsonObject{{u"dashboard"_s, QJsonObject{{u"jobServiceType"_s, u"Custom"_s},
                                                                                {u"port"_s, 8265},
                                                                                {u"properties"_s, QJsonObject()}}}}));
        const auto inputs = part("inputs"_L1);
        QCOMPARE(inputs.value("lr"_L1), (QJsonObject{{u"jobInputType"_s, u"literal"_s}, {u"value"_s, u"0.1"_s}}));
        QCOMPARE(inputs.value("data"_L1),
                 (QJsonObject{{u"jobInputType"_s, u"uri_folder"_s},
                              {u"mode"_s, u"ReadOnlyMount"_s},
                              {u"uri"_s, u"azureml://datastores/workspaceblobstore/paths/birds/"_s}}));
        // The next run writes to its own location, except for an output whose location the job specifies.
        const auto outputs = part("outputs"_L1);
        QCOMPARE(outputs.keys(), (QStringList{u"fixed"_s, u"model"_s}));
        QCOMPARE(
            outputs.value("model"_L1),
            (QJsonObject{{u"jobOutputType"_s, u"uri_folder"_s}, {u"mode"_s, u"Upload"_s}, {u"assetName"_s, u"o"_s}}));
        QCOMPARE(outputs.value("fixed"_L1).toObject().value("uri"_L1).toString(),
                 u"azureml://datastores/workspaceblobstore/paths/mine/"_s);
    }

    void carriedPartsAreNamed()
    {
        ROOST_GET(job, m_workspace->jobs()->job(u"ray_heron_2"_s));
        QCOMPARE(job.inputs, (StringMap{{u"lr"_s, u"0.1"_s}}));
        QCOMPARE(job.carried.distribution, u"Ray"_s);
        for (const auto &name : {u"identity"_s, u"input data"_s, u"output model"_s, u"service dashboard"_s,
                                 u"distribution Ray"_s, u"resources.dockerArgs"_s})
            QVERIFY2(job.carried.names.contains(name), qPrintable(job.carried.names.join(u", "_s)));
        // A distribution that the user chooses replaces the one of the original job.
        const auto sent =
            sentAgain(u"ray_heron_2"_s, [](Job &changed) { changed.distribution = {Distribution::Type::PyTorch, 2}; });
        QCOMPARE(sent.value("distribution"_L1).toObject().value("distributionType"_L1).toString(), u"PyTorch"_s);
    }

    void serverlessJobsKeepTheirSize()
    {
        auto crow = m_azure->recorded(u"GET "_s + arm + u"/jobs?skipToken=AQk"_s).value("body"_L1).toObject();
        const auto job = crow.value("value"_L1).toArray().first().toObject();
        m_azure->set(u"GET {WS}/jobs/old_crow_1"_s, {{u"body"_s, job}});
        auto sent = sentAgain(u"old_crow_1"_s);
        QVERIFY(!sent.contains("computeId"_L1));
        QCOMPARE(sent.value("resources"_L1).toObject().value("instanceType"_L1).toString(), u"Standard_NC6s_v3"_s);
        QCOMPARE(sent.value("queueSettings"_L1).toObject(), (QJsonObject{{u"jobTier"_s, u"Standard"_s}}));
        QCOMPARE(sent.value("environmentId"_L1).toString(),
                 u"azureml://registries/azureml/environments/AzureML-pytorch-1.9/versions/12"_s);
        sent = sentAgain(u"old_crow_1"_s, [](Job &changed) { changed.compute = u"gpu"_s; });
        QVERIFY(!sent.value("resources"_L1).toObject().contains("instanceType"_L1));
    }

    void computesReportTheirNodes()
    {
        ROOST_GET(computes, m_workspace->computes()->computes());
        QCOMPARE(computes.size(), 2);
        const auto &gpu = computes.first();
        QCOMPARE(std::pair(gpu.cores, gpu.gpus), std::pair(6, 1));
        QCOMPARE(computes.last().cores, 4);
        QVERIFY(gpu.resizing);
        QCOMPARE(gpu.targetNodes, 3);
        QCOMPARE(gpu.leavingNodes, 2);
        const auto sizes =
            u"/subscriptions/s/providers/Microsoft.MachineLearningServices/locations/westeurope/vmSizes"_s;
        ROOST_GET(again, m_workspace->computes()->computes());
        QCOMPARE(m_net->count("GET", sizes), 1);
        // For a missing compute Azure answers without a message, so the client's error names the compute.
        const auto missing = waitFor(m_workspace->computes()->compute(u"nothere"_s));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY2(missing.error().text.contains(u"nothere"_s), qPrintable(missing.error().text));
    }

    void aNewComputeHasNoCounts()
    {
        Compute wanted;
        wanted.name = u"fresh"_s;
        wanted.size = u"Standard_DS2_v2"_s;
        wanted.maxNodes = 4;
        wanted.idleSeconds = 120;
        ROOST_GET(made, m_workspace->computes()->create(wanted));
        QCOMPARE(made.state, ProvisioningState::Creating);
        QVERIFY(!made.nodesKnown);
        QVERIFY(!made.resizing);
        QCOMPARE(made.idleSeconds, 120);
    }

    void condaFilesAreConvertedToYaml()
    {
        ROOST_GET(all, m_workspace->environments()->environments());
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().condaYaml, u"name: t\n"
                                        "channels:\n  - conda-forge\n"
                                        "dependencies:\n  - python=3.10\n  - pip:\n      - torch\n"_s);
        const auto &docker = all.last();
        QVERIFY(docker.isBuilt());
        QCOMPARE(docker.dockerfile, u"Dockerfile"_s);
        QVERIFY(docker.buildContext.endsWith(u"/docker/"_s));
        QVERIFY(docker.condaYaml.isEmpty());
    }

    // The version depends on the content, both as it was written and as Azure returns it.
    void theSameContentIsOneAnonymousVersion()
    {
        const auto versionOf = [this](const QString &conda) {
            m_azure->set(u"PUT {WS}/jobs/j"_s, {{u"status"_s, 201}, {u"body"_s, QJsonObject()}});
            Job job;
            job.name = u"j"_s;
            job.command = u"python a.py"_s;
            job.environment.condaYaml = conda;
            waitFor(m_workspace->jobs()->submit(job, {}));
            for (qsizetype i = m_net->requests.size() - 1; i >= 0; --i) {
                const auto &request = m_net->requests.at(i);
                if (request.method == "PUT" && request.url.path().contains(u"/environments/"_s))
                    return request.url.path().section(u'/', -1);
            }
            return QString();
        };
        const auto written =
            versionOf(u"# mine\nname: t\ndependencies: [python=3.10, {pip: [torch]}]\nchannels:\n- c\n"_s);
        const auto answered = versionOf(
            u"{\n  \"channels\": [\n    \"c\"\n  ],\n  \"dependencies\": [\n    \"python=3.10\",\n    {\n      \"pip\": [\n        \"torch\"\n      ]\n    }\n  ],\n  \"name\": \"t\"\n}"_s);
        QVERIFY(!written.isEmpty());
        QCOMPARE(answered, written);
    }

    void modelsOfOutputsAreNotListed()
    {
        ROOST_GET(models, m_workspace->models()->models());
        QCOMPARE(models.size(), 1);
        QCOMPARE(models.first().name, u"birds"_s);
        QVERIFY(m_net->last("GET", arm + u"/models"_s).url.query().contains(u"listViewType=ActiveOnly"_s));
    }

    void storedModelsAreReadWithASignatureMadeHere()
    {
        ModelVersion model;
        model.uri = u"azureml:/"_s + arm + u"/datastores/workspaceblobstore/paths/LocalUpload/h/m"_s;
        model.uri.replace(u"/resourceGroups/"_s, u"/resourcegroups/"_s);
        ROOST_GET(files, m_workspace->models()->files(model));
        QVERIFY2(m_azure->refusals().isEmpty(), qPrintable(m_azure->refusals().join(u'\n')));
        // The marker blob of a folder is not listed as a file.
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().path, u"sub/model.pt"_s);
        const QUrl url(files.first().url);
        QCOMPARE(url.host(), u"birdsacct.blob.core.windows.net"_s);
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(u"sp"_s), u"rl"_s);
        QCOMPARE(query.queryItemValue(u"spr"_s), u"https"_s);
        QVERIFY(m_net->requests.last().header("Authorization").isEmpty());
    }

    void snapshotsAreReadThroughTheDefaultDatastore()
    {
        ROOST_GET(files, m_workspace->jobs()->snapshotFiles(arm + u"/codes/c0de/versions/1"_s));
        QVERIFY2(m_azure->refusals().isEmpty(), qPrintable(m_azure->refusals().join(u'\n')));
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().file.path, u"train.py"_s);
        QVERIFY(files.first().file.url.startsWith(
            u"https://birdsacct.blob.core.windows.net/0a1b2c3d-7-box/src/train.py?"_s));
        QCOMPARE(m_net->count("POST", arm + u"/listKeys"_s), 0);
        // If the datastore does not return its secrets, the client uses the key of the workspace.
        m_azure->set(u"POST {WS}/datastores/workspaceblobstore/listSecrets"_s, {{u"status"_s, 403}});
        ROOST_GET(byKey, m_workspace->jobs()->snapshotFiles(arm + u"/codes/c0de/versions/1"_s));
        QCOMPARE(byKey.size(), 1);
        QCOMPARE(m_net->count("POST", arm + u"/listKeys"_s), 1);
    }

    // The address of a code asset is set by the user who registers it, so no signature may be sent to another host.
    void signaturesAreSentOnlyToTheHostOfTheAccount()
    {
        const auto key = u"GET "_s + arm + u"/codes/c0de/versions/1"_s;
        for (const auto &uri : {u"https://birdsacct.blob.evil.test/0a1b2c3d-7-box/src"_s,
                                u"http://evil.test/birdsacct/0a1b2c3d-7-box/src"_s,
                                u"https://birdsacct.blob.core.windows.net:8443/0a1b2c3d-7-box/src"_s}) {
            auto answer = m_azure->recorded(key);
            auto body = answer.value("body"_L1).toObject();
            auto properties = body.value("properties"_L1).toObject();
            properties.insert(u"codeUri"_s, uri);
            body.insert(u"properties"_s, properties);
            answer.insert(u"body"_s, body);
            m_azure->set(key, answer);
            const auto before = m_net->requests.size();
            const auto files = waitFor(m_workspace->jobs()->snapshotFiles(arm + u"/codes/c0de/versions/1"_s));
            QVERIFY(!files);
            QCOMPARE(files.error().kind, ErrorKind::Denied);
            for (qsizetype i = before; i < m_net->requests.size(); ++i)
                QCOMPARE(m_net->requests.at(i).url.host(), u"management.azure.com"_s);
        }
    }

    void expiredSignaturesOfContainersAreRenewed()
    {
        ROOST_GET(files, m_workspace->jobs()->snapshotFiles(arm + u"/codes/c0de/versions/1"_s));
        auto old = files.first().file;
        old.url = old.url.section(u'?', 0, 0) + u"?sv=2021-10-04&se=2020-01-01T00%3A00%3A00Z&sr=c&sp=rl&sig=x"_s;
        m_azure->set(u"GET blob /0a1b2c3d-7-box/src/train.py"_s, {{u"text"_s, u"print()"_s}});
        ROOST_GET(chunk, m_workspace->files()->read(old, 0, 100));
        QCOMPARE(chunk.data, "print()");
        QCOMPARE(m_azure->refusals().size(), 1);
    }

    void filesOfAReusedStepAreReadFromTheOriginalRun()
    {
        ROOST_GET(files, m_workspace->runHistory()->artifacts(u"step_2"_s));
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().path, u"outputs/model.pt"_s);
        ROOST_GET(run, m_workspace->runHistory()->run(u"step_2"_s));
        QCOMPARE(run.displayName, u"train"_s);
    }

    void runsAreChangedByTheModifyRoute()
    {
        ROOST_GET(run, m_workspace->runHistory()->rename(u"step_2"_s, u"better"_s));
        ROOST_GET(tagged, m_workspace->runHistory()->setTag(u"step_2"_s, u"a"_s, u"b"_s));
        QCOMPARE(m_net->count("PATCH", u"/history/v1.0"_s + arm + u"/runs/step_2/modify"_s), 2);
        QCOMPARE(m_net->count("PATCH", u"/history/v1.0"_s + arm + u"/runs/step_2"_s), 0);
    }

    void errorsOfBothPlanesNameTheirCorrelation()
    {
        const auto job = waitFor(m_workspace->jobs()->job(u"gone_jay_3"_s));
        QCOMPARE(job.error().kind, ErrorKind::NotFound);
        QCOMPARE(job.error().text, u"Job gone_jay_3 not found."_s);
        QVERIFY2(job.error().detail.contains(
                     u"HTTP 404 JobNotFound\nCorrelation id: 11111111-2222-4333-8444-555555555555"_s),
                 qPrintable(job.error().detail));
        const auto run = waitFor(m_workspace->runHistory()->run(u"gone"_s));
        QCOMPARE(run.error().text, u"Run runId=gone was not found"_s);
        QVERIFY2(
            run.error().detail.contains(u"HTTP 404 NotFoundError\nCorrelation id: fedcba9876543210fedcba9876543210"_s),
            qPrintable(run.error().detail));
    }

    void aDeletedWorkspaceIsReported()
    {
        m_azure->removeWorkspace();
        const auto computes = waitFor(m_workspace->computes()->compute(u"gpu"_s));
        QCOMPARE(computes.error().kind, ErrorKind::Rejected);
        QVERIFY2(computes.error().text.contains(u"no workspace birds"_s), qPrintable(computes.error().text));
        Job job;
        job.name = u"fresh"_s;
        job.command = u"python a.py"_s;
        job.environment.name = u"torch"_s;
        // Without a workspace no name is available.
        const auto run = waitFor(m_workspace->jobs()->submit(job, {}));
        QVERIFY(!run);
        QVERIFY2(run.error().text.contains(u"no workspace birds"_s), qPrintable(run.error().text));
        QCOMPARE(m_net->count("PUT", arm + u"/jobs/fresh"_s), 0);
        const auto again = opened();
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::NotFound);
        QVERIFY2(again.error().text.contains(u"no workspace birds"_s), qPrintable(again.error().text));
    }

    void hubsAcceptNoJobs()
    {
        QVERIFY(m_workspace->jobs());
        auto answer = m_azure->recorded(u"GET "_s + arm);
        auto body = answer.value("body"_L1).toObject();
        body.insert(u"kind"_s, u"Hub"_s);
        answer.insert(u"body"_s, body);
        m_azure->set(u"GET {WS}"_s, answer);
        const auto hub = opened();
        QVERIFY(hub);
        QVERIFY(!(*hub)->jobs());
        ROOST_GET(info, (*hub)->info());
        QVERIFY(info.isHub());
    }

    void operationsArePolledWithGrowingDelays()
    {
        QCOMPARE(AzureMl::pollDelayMs(-1, 0), 1000);
        int last = 0;
        for (int look = 0; look < 30; ++look) {
            const int delay = AzureMl::pollDelayMs(-1, look);
            QVERIFY(delay >= last && delay <= 10000);
            last = delay;
        }
        QCOMPARE(last, 10000);
        QCOMPARE(AzureMl::pollDelayMs(7, 0), 7000);
    }
};

QTEST_GUILESS_MAIN(TestRecordedAzure)
#include "tst_recordedazure.moc"
