// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/service.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/httpclient.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto files = "/api/2.0/mlflow-artifacts/artifacts/";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

/// The service as a tracking server of its own: the requests that it accepts, and the places of artifacts.
class TestServing : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    ServiceConfig config() const
    {
        ServiceConfig wanted;
        wanted.workspaceFolder = m_folder->filePath(u"data"_s);
        wanted.create = true;
        return wanted;
    }
    static QString whyNot(const ServiceConfig &wanted)
    {
        const auto service = Service::Service::start(wanted);
        return service ? QString() : service.error().text;
    }
    static QJsonObject newRun(HttpClient &client, const QByteArray &experiment = "0")
    {
        return client.post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"" + experiment + "\"}")
            .json()["run"_L1]["info"_L1]
            .toObject();
    }
    static QString locationOf(HttpClient &client, const QByteArray &experiment)
    {
        return client.get("/api/2.0/mlflow/experiments/get?experiment_id=" + experiment)
            .json()["experiment"_L1]["artifact_location"_L1]
            .toString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    }

    void withoutATokenOnlyTheTokenIsNotNeeded()
    {
        ServiceConfig open = config();
        open.needsToken = false;
        const auto service = Service::Service::start(open);
        QVERIFY(service);
        HttpClient client((*service)->port(), {});
        const QByteArray search = "/api/2.0/mlflow/experiments/search?max_results=5";
        QCOMPARE(client.get(search).status, 200);
        QCOMPARE(client.get(search, {{"Authorization", "Bearer wrong"}}).status, 200);
        QCOMPARE(client.get(search, {{"Host", "example.org"}}).status, 403);
        QCOMPARE(client.get(search, {{"Origin", "https://example.org"}}).status, 403);
    }

    void theSamePortKeepsItsToken()
    {
        QByteArray token;
        ServiceConfig wanted = config();
        {
            const auto service = Service::Service::start(wanted);
            QVERIFY(service);
            token = (*service)->token();
            wanted.port = (*service)->port();
            // The port is in use: another data folder cannot have it.
            ServiceConfig other = wanted;
            other.workspaceFolder = m_folder->filePath(u"other"_s);
            QVERIFY2(whyNot(other).contains(u"%1 of 127.0.0.1 is in use"_s.arg(wanted.port)),
                     qPrintable(whyNot(other)));
        }
        const auto again = Service::Service::start(wanted);
        QVERIFY(again);
        QCOMPARE((*again)->token(), token);
    }

    void artifactsLieInAFolderThatIsTheRoot()
    {
        const QString root = m_folder->filePath(u"my root"_s);
        ServiceConfig wanted = config();
        wanted.artifactRoot = QUrl::fromLocalFile(root).toString(QUrl::FullyEncoded);
        for (int start = 0; start < 2; ++start) {
            const auto service = Service::Service::start(wanted);
            QVERIFY2(service, service ? "" : qPrintable(service.error().text));
            wanted.artifactRoot.clear(); // the second start finds the root of the first
            HttpClient client((*service)->port(), (*service)->token());
            QCOMPARE(locationOf(client, "0"), QUrl::fromLocalFile(root + u"/0"_s).toString(QUrl::FullyEncoded));
            const QString run = newRun(client)["run_id"_L1].toString();
            // The client of a run writes there itself.
            writeFile(root + u"/0/"_s + run + u"/artifacts/dir/a.txt"_s, "hello");
            const auto listed = client.get("/api/2.0/mlflow/artifacts/list?path=dir&run_id=" + run.toLatin1()).json();
            QCOMPARE(listed["files"_L1][0]["path"_L1].toString(), u"dir/a.txt"_s);
            QCOMPARE(client.get("/get-artifact?path=dir/a.txt&run_id=" + run.toLatin1()).body, "hello");
            // What a client sends to the service for the run lies there too.
            QCOMPARE(client.send("PUT", files + QByteArray("0/") + run.toLatin1() + "/artifacts/b.txt", "b").status,
                     200);
            QCOMPARE(contentOf(root + u"/0/"_s + run + u"/artifacts/b.txt"_s), "b");
        }
    }

    void theRootStaysWhereRunsAre()
    {
        ServiceConfig wanted = config();
        {
            const auto service = Service::Service::start(wanted);
            QVERIFY(service);
            HttpClient client((*service)->port(), (*service)->token());
            newRun(client);
        }
        wanted.artifactRoot = m_folder->filePath(u"elsewhere"_s);
        QVERIFY2(whyNot(wanted).contains("Default has runs"_L1), qPrintable(whyNot(wanted)));
    }

    void artifactsLieInTheDestination()
    {
        const QString destination = m_folder->filePath(u"files"_s);
        ServiceConfig wanted = config();
        wanted.artifactsDestination = destination;
        for (int start = 0; start < 2; ++start) {
            const auto service = Service::Service::start(wanted);
            QVERIFY2(service, service ? "" : qPrintable(service.error().text));
            wanted.artifactsDestination.clear();
            HttpClient client((*service)->port(), (*service)->token());
            const QByteArray run = newRun(client)["run_id"_L1].toString().toLatin1();
            const QByteArray path = "0/" + run + "/artifacts/dir/a.txt";
            QCOMPARE(client.send("PUT", files + path, "hello").status, 200);
            QCOMPARE(contentOf(destination + u'/' + QString::fromLatin1(path)), "hello");
            QCOMPARE(client.get("/get-artifact?path=dir/a.txt&run_id=" + run).body, "hello");
            // The other protocol finds the same file.
            const auto model = client.post("/api/2.0/mlflow/logged-models",
                                           R"({"experiment_id":"0","source_run_id":")" + run + R"("})");
            const QString id = model.json()["model"_L1]["info"_L1]["model_id"_L1].toString();
            const QByteArray inModel = "0/models/" + id.toLatin1() + "/artifacts/MLmodel";
            QCOMPARE(client.send("PUT", files + inModel, "m").status, 200);
            QCOMPARE(contentOf(destination + u'/' + QString::fromLatin1(inModel)), "m");
        }
        QVERIFY(!QFileInfo(m_folder->filePath(u"data/artifacts/.roost-uploads"_s)).exists());
    }

    void aModelOfAnUnknownRunIsKept()
    {
        const auto service = Service::Service::start(config());
        QVERIFY(service);
        HttpClient client((*service)->port(), (*service)->token());
        const auto model =
            client.post("/api/2.0/mlflow/logged-models", R"({"experiment_id":"0","source_run_id":"123"})").json();
        const auto info = model["model"_L1]["info"_L1].toObject();
        QCOMPARE(info["source_run_id"_L1].toString(), u"123"_s);
        const QString id = info["model_id"_L1].toString();
        QCOMPARE(client.send("PUT", files + QByteArray("0/models/") + id.toLatin1() + "/artifacts/MLmodel", "m").status,
                 200);
        QCOMPARE(contentOf(m_folder->filePath(u"data/logged-models/"_s + id + u"/MLmodel"_s)), "m");
    }

    void aDamagedStatusOfALoggedModelIsUnspecified()
    {
        const auto service = Service::Service::start(config());
        QVERIFY(service);
        HttpClient client((*service)->port(), (*service)->token());
        const auto model = client.post("/api/2.0/mlflow/logged-models", R"({"experiment_id":"0"})").json();
        const QString id = model["model"_L1]["info"_L1]["model_id"_L1].toString();
        const auto damaged = (*service)->store().database().write([&id](Store::Connection &connection) {
            connection.run("UPDATE logged_models SET status = 99999 WHERE id = ?1", id);
        });
        QVERIFY(damaged);
        const auto read = client.get("/api/2.0/mlflow/logged-models/" + id.toLatin1()).json();
        QCOMPARE(read["model"_L1]["info"_L1]["status"_L1].toString(), u"LOGGED_MODEL_STATUS_UNSPECIFIED"_s);
    }

    void aDestinationContainsNothingOfTheService()
    {
        ServiceConfig wanted = config();
        for (const QString &inside : {u""_s, u"data"_s, u"data/runs"_s, u"data/runs/x"_s, u"data/artifacts"_s}) {
            wanted.artifactsDestination = QDir::cleanPath(m_folder->filePath(inside));
            QVERIFY2(whyNot(wanted).contains("Name another folder"_L1), qPrintable(inside + whyNot(wanted)));
        }
        wanted.artifactsDestination = m_folder->filePath(u"data/mlartifacts"_s);
        QCOMPARE(whyNot(wanted), QString());
    }

    void artifactsAreNotLeftBehind()
    {
        ServiceConfig wanted = config();
        {
            const auto service = Service::Service::start(wanted);
            QVERIFY(service);
            HttpClient client((*service)->port(), (*service)->token());
            QCOMPARE(client.send("PUT", files + QByteArray("a.txt"), "a").status, 200);
        }
        wanted.artifactsDestination = m_folder->filePath(u"files"_s);
        QVERIFY2(whyNot(wanted).contains("already holds artifacts"_L1), qPrintable(whyNot(wanted)));
        QCOMPARE(contentOf(m_folder->filePath(u"data/artifacts/a.txt"_s)), "a");
    }

    void aSourceOnThisMachineBelongsToItsRun()
    {
        const QString root = m_folder->filePath(u"root"_s);
        ServiceConfig wanted = config();
        wanted.artifactRoot = root;
        const auto service = Service::Service::start(wanted);
        QVERIFY(service);
        HttpClient client((*service)->port(), (*service)->token());
        const auto run = newRun(client);
        const QByteArray id = run["run_id"_L1].toString().toLatin1();
        const QByteArray own = run["artifact_uri"_L1].toString().toUtf8();
        QCOMPARE(own, QFile::encodeName(root) + "/0/" + id + "/artifacts");
        client.post("/api/2.0/mlflow/registered-models/create", R"({"name":"m"})");
        const auto create = [&](const QByteArray &source, const QByteArray &more) {
            return client
                .post("/api/2.0/mlflow/model-versions/create", R"({"name":"m","source":")" + source + '"' + more + '}')
                .status;
        };
        const QByteArray ofRun = R"(,"run_id":")" + id + '"';
        QCOMPARE(create(own + "/model", ofRun), 200);
        QCOMPARE(create("file://" + own + "/model/..", ofRun), 200);
        QCOMPARE(create(own + "/model", {}), 400);
        QCOMPARE(create(own + "/../..", ofRun), 400);
        QCOMPARE(create("/etc", ofRun), 400);
        // A link must not lead out.
        QDir().mkpath(QString::fromUtf8(own));
        QVERIFY(QFile::link(u"/etc"_s, QString::fromUtf8(own) + u"/out"_s));
        QCOMPARE(create(own + "/out", ofRun), 400);
        writeFile(QString::fromUtf8(own) + u"/model/w.bin"_s, "w");
        QCOMPARE(client.get("/model-versions/get-artifact?name=m&version=1&path=w.bin").body, "w");
    }

    void absentFeaturesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("traces") << QByteArray("POST") << QByteArray("/api/3.0/mlflow/traces");
        QTest::newRow("search of traces") << QByteArray("POST") << QByteArray("/api/3.0/mlflow/traces/search");
        QTest::newRow("older traces") << QByteArray("GET") << QByteArray("/api/2.0/mlflow/traces?experiment_ids=0");
        QTest::newRow("OpenTelemetry") << QByteArray("POST") << QByteArray("/v1/traces");
        QTest::newRow("GraphQL") << QByteArray("POST") << QByteArray("/graphql");
        QTest::newRow("webhooks") << QByteArray("GET") << QByteArray("/api/2.0/mlflow/webhooks");
        QTest::newRow("scorers") << QByteArray("GET") << QByteArray("/api/3.0/mlflow/scorers/list");
    }
    void absentFeaturesAreNamed()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const auto service = Service::Service::start(config());
        QVERIFY(service);
        HttpClient client((*service)->port(), (*service)->token());
        const auto reply = client.send(method.constData(), path, method == "POST" ? "{}" : "");
        QCOMPARE(reply.status, 404); // a client repeats a request after 5xx
        QCOMPARE(reply.errorCode(), u"ENDPOINT_NOT_FOUND"_s);
        QVERIFY(reply.json()["message"_L1].toString().startsWith("Roost has no "_L1));
    }
};

QTEST_GUILESS_MAIN(TestServing)
#include "tst_serving.moc"
