// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/bloblist.h"
#include "models/wire/azureml/history.h"
#include "models/wire/azureml/runchange.h"
#include "models/wire/azureml/sentparts.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/roost/endpoint.h"
#include "models/wire/roost/service.h"
#include "models/wire/roost/workspaceconfig.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

// What the service reads from the requests of clients, and its endpoint file.
class TestWireService : public QObject
{
    Q_OBJECT

    static QJsonObject object(const QByteArray &text) { return *parseObject(text); }

private Q_SLOTS:
    void runChangesNameWhatTheyLeaveOut()
    {
        const auto change = runChangeFrom(object(
            R"({"runId":"r","name":"child","parentRunId":"p","displayName":"d","description":null,"hidden":true,
            "status":"Completed","endTimeUtc":"2026-01-01T12:00:00Z","tags":{"a":"1","b":null},"properties":{"k":5},
            "primaryMetricName":"loss","token":null})"));
        QCOMPARE(change.runId, u"r"_s);
        QCOMPARE(change.parentRunId, u"p"_s);
        QCOMPARE(change.displayName, std::optional(u"d"_s));
        QVERIFY(change.description && change.description->isEmpty());
        QCOMPARE(change.isHidden, std::optional(true));
        QCOMPARE(change.ended.toMSecsSinceEpoch(), 1'767'268'800'000);
        QVERIFY(!change.started.isValid());
        QCOMPARE(change.tags, (StringMap{{u"a"_s, u"1"_s}}));
        QCOMPARE(change.removedTags, QStringList{u"b"_s});
        QCOMPARE(change.properties, (StringMap{{u"k"_s, u"5"_s}}));
        // The name is also kept as it was sent; nulls are not.
        QCOMPARE(change.sent, object(R"({"name":"child","primaryMetricName":"loss"})"));
        const auto nothing = runChangeFrom({});
        QVERIFY(!nothing.displayName && !nothing.description && !nothing.isHidden && nothing.sent.isEmpty());
        QCOMPARE(reportedStatus(u"running"_s), std::optional(RunStatus::Running));
        QCOMPARE(reportedStatus(u"Sleeping"_s), std::nullopt);
    }

    void eventsHaveAKind()
    {
        const auto ended = runEventFrom(object(R"({"name":"Microsoft.MachineLearning.Run.Failed",
            "timestamp":"2026-01-01T11:00:00Z","data":{"RunId":"r","EndTime":"2026-01-01T12:00:00Z"}})"));
        QCOMPARE(ended.kind, RunEvent::Kind::Status);
        QCOMPARE(ended.status, RunStatus::Failed);
        QCOMPARE(ended.runId, u"r"_s);
        QCOMPARE(ended.time.toMSecsSinceEpoch(), 1'767'268'800'000);
        const auto error = runEventFrom(object(R"({"name":"Microsoft.MachineLearning.Run.Error",
            "data":{"RunId":"r","ErrorResponse":{"error":{"message":"No such file."}}}})"));
        QCOMPARE(error.kind, RunEvent::Kind::Error);
        QCOMPARE(error.errorText, u"No such file."_s);
        QCOMPARE(runEventFrom(object(R"({"name":"Microsoft.MachineLearning.Run.Heartbeat"})")).kind,
                 RunEvent::Kind::Alive);
        QCOMPARE(runEventFrom(object(R"({"name":"Microsoft.MachineLearning.Run.Warning"})")).kind,
                 RunEvent::Kind::Unknown);
    }

    void sentPartsComeBackWithoutSecretsAndKnownMembers()
    {
        const auto request = object(
            R"({"stage":"Production","condaFile":"x","nothing":null,"inferenceConfig":{"port":8080,"api_key":"hush"}})");
        const auto sent = sentParts(SentKind::Environment, request);
        QCOMPARE(sent, object(R"({"stage":"Production","inferenceConfig":{"port":8080}})"));
        QVERIFY(sentParts(SentKind::Compute, request).contains("condaFile"_L1));
        StringMap properties{{u"mine"_s, u"1"_s}};
        storeSent(properties, sent);
        storeSent(properties, object(R"({"autoRebuild":"Off"})"));
        QCOMPARE(extractSent(properties),
                 object(R"({"stage":"Production","inferenceConfig":{"port":8080},"autoRebuild":"Off"})"));
        QCOMPARE(properties, (StringMap{{u"mine"_s, u"1"_s}}));
        // The answer's own members take precedence.
        QCOMPARE(withSent(object(R"({"stage":"Development","inferenceConfig":{}})"), sent),
                 object(R"({"stage":"Development","inferenceConfig":{"port":8080}})"));
    }

    void rundataContainsTheRequestedParts()
    {
        const auto requests =
            batchRundataRequestFrom(object(R"({"requests":{"a":{"selectRunMetadata":false},"b":{"runId":"other"}}})"));
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.first().second.runId, u"a"_s);
        QVERIFY(!requests.first().second.wantsMetadata && requests.first().second.wantsDefinition);
        QCOMPARE(requests.last().second.runId, u"other"_s);
        const QJsonObject job{{u"properties"_s, QJsonObject{{u"command"_s, u"x"_s}}}};
        const auto reply = rundata(requests.first().second, {}, {{u"command"_s, u"x"_s}}, job);
        QCOMPARE(reply, object(R"({"runDefinition":{"command":"x"},"jobSpecification":{"job":{"command":"x"}}})"));
    }

    void containerListingsAreReadAsAzureWritesThem()
    {
        const auto listing = blobListingFromXml(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\"c\"><Blobs>"
            "<Blob><Name>a/b.txt</Name><Properties><Content-Length>7</Content-Length></Properties></Blob>"
            "<Blob><Name>a</Name><Properties><Content-Length>0</Content-Length></Properties>"
            "<Metadata><hdi_isfolder>true</hdi_isfolder></Metadata></Blob>"
            "<Blob><Name Encoded=\"true\">x%01y</Name><Properties/></Blob>"
            "</Blobs><NextMarker>m2</NextMarker></EnumerationResults>");
        QVERIFY(listing);
        QCOMPARE(listing->blobs.size(), 2);
        QCOMPARE(listing->blobs.first().name, u"a/b.txt"_s);
        QCOMPARE(listing->blobs.first().size, 7);
        QCOMPARE(listing->blobs.last().name, u"x\u0001y"_s);
        QCOMPARE(listing->blobs.last().size, -1);
        QCOMPARE(listing->next, u"m2"_s);
        QVERIFY(!blobListingFromXml("<EnumerationResults><Blobs>"));
        BlobListing written{u"c"_s, {}, {}, {{u"x\u0001y"_s, 3, {}, {}, StringMap{{u"executable"_s, u"true"_s}}}}, {}};
        const QByteArray xml = blobListingToXml(written);
        QVERIFY(xml.contains("<Name Encoded=\"true\">x%01y</Name>"));
        QVERIFY(xml.contains("<executable>true</executable>"));
    }

    void blockListsKeepTheirOrder()
    {
        QCOMPARE(blockListToXml({u"YQ=="_s, u"Yg=="_s}),
                 "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList><Latest>YQ==</Latest><Latest>Yg==</Latest>"
                 "</BlockList>");
        QCOMPARE(blockListFromXml("<BlockList><Committed>b</Committed><Latest>a</Latest></BlockList>").value(),
                 (QStringList{u"b"_s, u"a"_s}));
        QVERIFY(!blockListFromXml("<BlockList><Other>b</Other></BlockList>"));
        QVERIFY(!blockListFromXml("<List/>"));
    }

    // Services and clients of other versions read the same file.
    void endpointsAreWrittenAndRead()
    {
        const Endpoint endpoint{4711, "abc", 7, u"0.1.0"_s, u"/w"_s};
        QCOMPARE(endpointFromText(endpointToText(endpoint)), Result<Endpoint>(endpoint));
        QCOMPARE(endpointFromText(R"({"port":4711,"token":"abc","pid":7,"version":"0.1.0","workspace":"/w"})"),
                 Result<Endpoint>(endpoint));
        for (const QByteArray &damaged :
             {QByteArray(R"({"port":0,"token":"abc","pid":7})"), QByteArray(R"({"port":70000,"token":"abc","pid":7})"),
              QByteArray(R"({"port":1,"token":"","pid":7})"), QByteArray("nonsense")})
            QVERIFY(!endpointFromText(damaged));
    }

    void stopsAreForcedOnlyExplicitly()
    {
        QVERIFY(isForcedStop(stopBody(true)));
        QVERIFY(!isForcedStop({}));
        QCOMPARE(stacksFrom(object(R"({"files":["a","b"]})")), (QStringList{u"a"_s, u"b"_s}));
    }

    void configsOfWorkspacesAreWrittenAndRead()
    {
        const auto config = workspaceConfigFrom(localWorkspaceConfig(u"birds"_s));
        QCOMPARE(config.id, WorkspaceId::local(u"birds"_s));
        QCOMPARE(config.title, u"birds"_s);
        QVERIFY(config.folder.isEmpty() && config.scope.isEmpty());
        QCOMPARE(workspaceConfigFrom(workspaceLink(u"/birds"_s)).folder, u"/birds"_s);
        QCOMPARE(workspaceConfigFrom(object(R"({"roost_folder":"birds"})")).folder, u"birds"_s);
        QCOMPARE(workspaceConfigFrom(object(R"({"Scope":"/subscriptions/s"})")).scope, u"/subscriptions/s"_s);
    }

    void searchesOfMlflowLeaveOutIdsWithQuotes()
    {
        const auto body = runsSearchBody({u"1"_s}, QStringList{u"a"_s, u"b'c"_s});
        QCOMPARE(body.value("filter"_L1).toString(), u"attributes.run_id IN ('a')"_s);
        const auto page = mlflowPageFrom(object(R"({"runs":[{"info":{}}],"next_page_token":"t"})"), MlflowList::Runs);
        QCOMPARE(page.items.size(), 1);
        QCOMPARE(page.next, u"t"_s);
        QVERIFY(!runTagBody(u"r"_s, u"k"_s, {}).contains("value"_L1));
        QVERIFY(runTagBody(u"r"_s, u"k"_s, u""_s).contains("value"_L1));
    }
};

QTEST_GUILESS_MAIN(TestWireService)
#include "tst_wireservice.moc"
