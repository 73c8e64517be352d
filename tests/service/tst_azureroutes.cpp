// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/servicefixture.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

/// Azure ML's answers over HTTP, with the service in this process: the requests that azureml-core sends inside a run,
/// and the headers that clients evaluate.
class TestAzureRoutes : public QObject, private ServiceFixture
{
    Q_OBJECT

private:
    QByteArray m_workspace;

    /// Converts single quotes to the double quotes of JSON, because moc does not parse raw strings correctly.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

    HttpClient::Reply arm(const char *method, const QByteArray &path, const QByteArray &body = {})
    {
        const QByteArray joint = path.contains('?') ? "&" : "?";
        return m_client->send(method, m_workspace + path + joint + "api-version=2024-04-01", body);
    }
    HttpClient::Reply history(const char *method, const QByteArray &path, const QByteArray &body = {})
    {
        return m_client->send(method, "/history/v1.0" + m_workspace + path, body);
    }
    QJsonObject run(const QByteArray &id) { return history("GET", "/runs/" + id).json(); }
    QJsonObject event(const QByteArray &id, const QByteArray &name, const QByteArray &more = {})
    {
        return history("POST", "/experiments/birds/runs/" + id + "/events",
                       json("{'name':'Microsoft.MachineLearning.Run.") + name +
                           json("','timestamp':'2026-01-02T03:04:05Z',") + json("'data':{'RunId':'") + id + '"' + more +
                           "}}")
            .json();
    }
    QStringList children(const QByteArray &query)
    {
        QStringList ids;
        const auto values =
            history("GET", "/experiments/birds/runs/root/children?" + query).json()["value"_L1].toArray();
        for (const QJsonValue one : values)
            ids += one["runId"_L1].toString();
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        startService();
        QVERIFY(m_client);
        m_workspace = m_service->store().folder().resourceId().toUtf8();
        QCOMPARE(arm("GET", {}).status, 200);
    }

    void cleanupTestCase()
    {
        m_client.reset();
        m_service.reset();
    }

    // Experiment.start_logging() and Run.child_run() of azureml-core.
    void patchAddsARunOrModifiesIt()
    {
        const auto made = history("PATCH", "/experiments/birds/runs/root", json("{'runId':'root','name':'mother'}"));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json()["status"_L1].toString(), u"NotStarted"_s);
        QCOMPARE(made.json()["displayName"_L1].toString(), u"mother"_s);
        const auto child = history("PATCH", "/experiments/birds/runs/kid",
                                   json("{'runId':'kid','parentRunId':'root','status':'NotStarted','tags':{'k':'v'}}"));
        QCOMPARE(child.status, 200);
        QCOMPARE(child.json()["parentRunId"_L1].toString(), u"root"_s);
        QCOMPARE(child.json()["rootRunId"_L1].toString(), u"root"_s);
        QCOMPARE(history("PATCH", "/experiments/birds/runs/kid", json("{'tags':{'k':null,'l':'w'}}"))
                     .json()["tags"_L1]["l"_L1]
                     .toString(),
                 u"w"_s);
        QVERIFY(run("kid")["tags"_L1]["k"_L1].isUndefined());
        // The service returns a field that it does not use, but does not store it as a property of the run.
        QCOMPARE(history("PATCH", "/runs/kid", json("{'primaryMetricName':'acc'}")).status, 200);
        QCOMPARE(history("PATCH", "/runs/kid", json("{'scriptName':'a.py','properties':{'p':'q'}}")).status, 200);
        const auto kid = run("kid");
        QCOMPARE(kid["primaryMetricName"_L1].toString() + kid["scriptName"_L1].toString(), u"acca.py"_s);
        QCOMPARE(kid["properties"_L1]["p"_L1].toString(), u"q"_s);
        QVERIFY(kid["properties"_L1]["roost.sent"_L1].isUndefined());
        // MLflow clients see the same run.
        const auto seen = m_client->get("/api/2.0/mlflow/runs/get?run_id=kid").json()["run"_L1];
        QCOMPARE(seen["info"_L1]["lifecycle_stage"_L1].toString(), u"active"_s);
    }

    void onlyPatchAdds()
    {
        QCOMPARE(history("PATCH", "/runs/nobody/modify", json("{'displayName':'x'}")).status, 404);
        QCOMPARE(history("PATCH", "/experiments/birds/runs/a%20b", json("{'name':'x'}")).status, 400);
        QCOMPARE(history("PATCH", "/experimentids/99/runs/fresh", json("{'name':'x'}")).status, 404);
        QCOMPARE(history("PATCH", "/experiments/birds/runs/fresh", json("{'parentRunId':'nobody'}")).status, 404);
        QCOMPARE(history("PATCH", "/experiments/other/runs/kid", json("{'displayName':'x'}")).status, 404);
        QCOMPARE(history("PATCH", "/experiments/birds/runs/fresh", json("{'status':'Rnning'}")).status, 400);
        // No part of a rejected run is stored.
        QCOMPARE(history("GET", "/runs/fresh").status, 404);
    }

    void eventsChangeTheStatusOfARun()
    {
        QCOMPARE(event("kid", "Start"), QJsonObject());
        QCOMPARE(run("kid")["status"_L1].toString(), u"Running"_s);
        QCOMPARE(event("kid", "Heartbeat", json(",'TimeToLiveSeconds':60")), QJsonObject());
        QCOMPARE(event("kid", "Error", json(",'ErrorResponse':{'error':{'code':'UserError','message':'no luck'}}")),
                 QJsonObject());
        QCOMPARE(event("kid", "Failed", json(",'EndTime':'2026-01-02T04:00:00Z'")), QJsonObject());
        const auto failed = run("kid");
        QCOMPARE(failed["status"_L1].toString(), u"Failed"_s);
        QCOMPARE(failed["endTimeUtc"_L1].toString(), u"2026-01-02T04:00:00.000Z"_s);
        QCOMPARE(failed["error"_L1]["error"_L1]["message"_L1].toString(), u"no luck"_s);
        // A run that has ended keeps its status.
        QCOMPARE(event("kid", "Start"), QJsonObject());
        QCOMPARE(run("kid")["status"_L1].toString(), u"Failed"_s);
        // The answer reports that the service does not store the message, so that it is not lost silently.
        const QString warned =
            event("kid", "Warning", json(",'Message':'careful'"))["error"_L1]["message"_L1].toString();
        QVERIFY2(warned.contains(u"not kept"_s), qPrintable(warned));
    }

    void manyRunsAtOnce()
    {
        const auto made = history("PATCH", "/experiments/birds/batch/runs",
                                  json("{'runs':[{'runId':'one','parentRunId':'root'},{'runId':'two','parentRunId':'"
                                       "root'},{'runId':'a b','parentRunId':'root'}]}"))
                              .json();
        QCOMPARE(made["runs"_L1].toObject().keys(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(made["errors"_L1].toObject().keys(), QStringList{u"a b"_s});
        const auto events =
            history("POST", "/experiments/birds/batch/events",
                    json("{'events':[{'name':'Microsoft.MachineLearning.Run.Start','data':{'RunId':'one'}},{'name':'"
                         "Microsoft.MachineLearning.Run.Start','data':{'RunId':'nobody'}}]}"))
                .json();
        QCOMPARE(events["errors"_L1].toArray().size(), 1);
        QCOMPARE(run("one")["status"_L1].toString(), u"Running"_s);
        // The order and the filters are those that azureml-core sends.
        QCOMPARE(children("$orderby=RunId%20asc"), (QStringList{u"kid"_s, u"one"_s, u"two"_s}));
        QCOMPARE(children("$orderby=StartTimeUtc%20desc").size(), 3);
        const auto below = history("POST", "/experiments/birds/runs:query",
                                   json("{'filter':'RootRunId eq root and RunId ne root','orderBy':'runId asc'}"))
                               .json()["value"_L1]
                               .toArray();
        QCOMPARE(below.size(), 3);
    }

    void wordsThatAreLoggedAreKept()
    {
        const QByteArray body = json("{'values':[{'name':'loss','value':[{'data':{'loss':0.5},'step':1}]},{'name':'"
                                     "word','value':[{'data':{'word':'hello'}}]},{'name':'row','value':[{'data':{'x':1,"
                                     "'y':'left'}}]},{'name':'odd','value':[{'data':{'odd':[1,2]}}]}]}");
        const auto logged = m_client->post("/metric/v2.0" + m_workspace + "/runs/root/batch", body).json();
        QCOMPARE(logged["errors"_L1].toArray().size(), 1);
        QVERIFY(logged["errors"_L1][0]["error"_L1]["message"_L1].toString().contains(u"'odd'"_s));
        const auto seen = m_client->get("/api/2.0/mlflow/runs/get?run_id=root").json()["run"_L1]["data"_L1];
        QCOMPARE(seen["metrics"_L1].toArray().size(), 2);
        const auto tags = run("root")["tags"_L1];
        QCOMPARE(tags["word"_L1].toString(), u"hello"_s);
        QCOMPARE(tags["row.y"_L1].toString(), u"left"_s);
    }

    // The storage client of azureml-core supports only https://ACCOUNT.blob.SUFFIX, so the error names the alternative
    // before the client tries to upload.
    void uploadsOfAzuremlCoreAreRefusedWithASentence()
    {
        const QByteArray body = json("{'paths':[{'path':'outputs/a.txt'}]}");
        const QByteArray artifacts = "/artifact/v2.0" + m_workspace + "/artifacts/batch/metadata/ExperimentRun/dcid.";
        const QByteArray ofRun =
            "/history/v1.0" + m_workspace + "/experiments/birds/runs/root/artifacts/batch/metadata";
        for (const QByteArray &place : {QByteArray(artifacts + "root"), ofRun}) {
            const auto refused = m_client->post(place, body);
            QCOMPARE(refused.status, 400);
            const QString message = refused.json()["error"_L1]["message"_L1].toString();
            QVERIFY2(message.contains(u"outputs/"_s), qPrintable(message));
        }
        QCOMPARE(m_client->post(artifacts + "none", body).status, 404);
        const auto model = m_client->post("/modelmanagement/v1.0" + m_workspace + "/assets", "{}");
        QVERIFY2(model.json()["error"_L1]["message"_L1].toString().contains(u"mlflow.register_model()"_s),
                 model.body.constData());
    }

    // azureml-core iterates over details; without this member it cannot print its own exception.
    void errorsCanBePrintedByAzuremlCore()
    {
        for (const auto &reply :
             {history("GET", "/runs/nobody"), history("GET", "/no/such/thing"), history("PUT", "/runs/root", "{}"),
              m_client->get("/modelmanagement/v1.0" + m_workspace + "/models"), arm("GET", "/jobs/nobody")})
            QVERIFY2(reply.json()["error"_L1]["details"_L1].isArray(), reply.body.constData());
    }

    // The code says which side caused the error; the innermost additional code identifies the error itself.
    void errorsOfTheManagerHaveAzuresForm()
    {
        const auto error = arm("GET", "/jobs/nobody").json()["error"_L1];
        QCOMPARE(error["code"_L1].toString(), u"UserError"_s);
        QVERIFY(error["target"_L1].isUndefined());
        QCOMPARE(error["details"_L1].toArray(), QJsonArray());
        QStringList types;
        const auto more = error["additionalInfo"_L1].toArray();
        for (const QJsonValue one : more)
            types += one["type"_L1].toString();
        QCOMPARE(types, (QStringList{u"ComponentName"_s, u"Correlation"_s, u"Time"_s, u"InnerError"_s}));
        QCOMPARE(more.last()["info"_L1]["value"_L1]["code"_L1].toString(), u"NotFoundError"_s);
    }

    void answersOfTheManagerCarryItsHeaders()
    {
        for (const auto &reply : {arm("GET", {}), arm("GET", "/jobs/nobody"), arm("PUT", "/jobs/a%20b", "{}")}) {
            const bool isError = reply.status >= 400;
            QVERIFY(reply.header("x-ms-correlation-request-id").size() == 36);
            QVERIFY(!reply.header("x-ms-request-id").isEmpty());
            QVERIFY(reply.header("x-ms-routing-request-id").startsWith("LOCAL:"));
            QCOMPARE(reply.header("x-ms-response-type"), isError ? "error" : "standard");
        }
        QCOMPARE(arm("GET", {}).header("x-ms-ratelimit-remaining-subscription-reads"), "249");
        QVERIFY(arm("GET", {}).header("Location").isEmpty());
        const auto made =
            arm("PUT", "/environments/mine/versions/1", json("{'properties':{'condaFile':'dependencies: [python]'}}"));
        QCOMPARE(made.status, 201);
        QVERIFY2(made.header("Location").contains("/environments/mine/versions/1?api-version="),
                 made.header("Location").constData());
        QCOMPARE(made.header("x-ms-ratelimit-remaining-subscription-writes"), "199");
    }

    // The service returns fields that it does not use as they were sent, at any depth, except passwords.
    void whatIsSentIsKept()
    {
        const QByteArray sent =
            json("{'properties':{'condaFile':'dependencies: [python]','stage':'Production','autoRebuild':"
                 "'OnBaseImageUpdate','properties':{'mine':'x'},'inferenceConfig':{'livenessRoute':{'path':'/'}}}}");
        QCOMPARE(arm("PUT", "/environments/kept/versions/1", sent).status, 201);
        const auto environment = arm("GET", "/environments/kept/versions/1").json()["properties"_L1];
        QCOMPARE(environment["stage"_L1].toString(), u"Production"_s);
        QCOMPARE(environment["autoRebuild"_L1].toString(), u"OnBaseImageUpdate"_s);
        QCOMPARE(environment["inferenceConfig"_L1]["livenessRoute"_L1]["path"_L1].toString(), u"/"_s);
        QCOMPARE(environment["properties"_L1]["mine"_L1].toString(), u"x"_s);
        QVERIFY(environment["properties"_L1]["roost.sent"_L1].isUndefined());
        const auto windows = arm("PUT", "/environments/kept/versions/2",
                                 json("{'properties':{'condaFile':'dependencies: [python]','osType':'Windows'}}"));
        QCOMPARE(windows.status, 400);

        const QByteArray compute =
            json("{'location':'local','tags':{'team':'birds'},'identity':{'type':'SystemAssigned'},'properties':"
                 "{'computeType':'AmlCompute','disableLocalAuth':true,'properties':{'vmSize':'STANDARD_NC6',"
                 "'subnet':{'id':'s'},'userAccountCredentials':{'adminUserName':'me','adminUserPassword':'hunter2'},"
                 "'scaleSettings':{'maxNodeCount':1}}}}");
        QCOMPARE(arm("PUT", "/computes/kept", compute).status, 201);
        const auto reply = arm("GET", "/computes/kept");
        QCOMPARE(reply.json()["tags"_L1]["team"_L1].toString(), u"birds"_s);
        QCOMPARE(reply.json()["identity"_L1]["type"_L1].toString(), u"SystemAssigned"_s);
        QCOMPARE(reply.json()["properties"_L1]["disableLocalAuth"_L1].toBool(), true);
        const auto inner = reply.json()["properties"_L1]["properties"_L1];
        QCOMPARE(inner["subnet"_L1]["id"_L1].toString(), u"s"_s);
        QCOMPARE(inner["userAccountCredentials"_L1]["adminUserName"_L1].toString(), u"me"_s);
        QVERIFY(!reply.body.contains("hunter2"));
        QTRY_COMPARE(arm("GET", "/computes/kept").json()["properties"_L1]["provisioningState"_L1].toString(),
                     u"Succeeded"_s);
        QCOMPARE(arm("PATCH", "/computes/kept", json("{'tags':{'team':'owls'}}")).status, 202);
        QCOMPARE(arm("GET", "/computes/kept").json()["tags"_L1]["team"_L1].toString(), u"owls"_s);
    }

    void pagesContinueWithAnOpaqueToken()
    {
        for (int version = 2; version < 5; ++version)
            arm("PUT", "/environments/mine/versions/" + QByteArray::number(version),
                json("{'properties':{'condaFile':'dependencies: [python]'}}"));
        QStringList versions;
        QByteArray path = m_workspace + "/environments/mine/versions?api-version=2024-04-01&$top=3";
        for (int pages = 0; !path.isEmpty() && pages < 9; ++pages) {
            const auto page = m_client->get(path).json();
            const auto values = page["value"_L1].toArray();
            for (const QJsonValue one : values)
                versions += one["name"_L1].toString();
            const QUrl next(page["nextLink"_L1].toString());
            const QUrlQuery query(next);
            path = next.isEmpty()
                       ? QByteArray()
                       : next.path(QUrl::FullyEncoded).toLatin1() + '?' + next.query(QUrl::FullyEncoded).toLatin1();
            if (path.isEmpty())
                continue;
            QVERIFY2(!query.hasQueryItem(u"$skip"_s), path.constData());
            bool isNumber = false;
            static_cast<void>(query.queryItemValue(u"$skipToken"_s, QUrl::FullyDecoded).toLongLong(&isNumber));
            QVERIFY2(query.hasQueryItem(u"$skipToken"_s) && !isNumber, path.constData());
        }
        QCOMPARE(versions, (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
    }

    // Clients follow the removal of a compute only by Azure-AsyncOperation.
    void computesAreDeletedByAnOperation()
    {
        const QByteArray body = json("{'location':'local','properties':{'computeType':'AmlCompute','properties':{'"
                                     "vmSize':'STANDARD_NC6','scaleSettings':{'maxNodeCount':1}}}}");
        QCOMPARE(arm("PUT", "/computes/gpu-cluster", body).status, 201);
        const auto gone = arm("DELETE", "/computes/gpu-cluster?underlyingResourceAction=Delete");
        QCOMPARE(gone.status, 202);
        QVERIFY(!gone.header("Azure-AsyncOperation").isEmpty());
        QVERIFY(gone.header("Location").isEmpty());
        QVERIFY(gone.header("Retry-After").isEmpty());
        const auto missing = arm("GET", "/computes/nothere");
        QCOMPARE(missing.status, 404);
        QVERIFY(missing.body.isEmpty() && missing.header("Content-Type").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAzureRoutes)
#include "tst_azureroutes.moc"
