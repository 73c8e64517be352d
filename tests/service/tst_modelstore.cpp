// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/registry/modelstore.h"
#include "models/service/store/schema/migrations.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

/// One model registry under two protocols: each protocol shows the deletions and renames of the other.
class TestModelStore : public QObject, private ServiceFixture
{
    Q_OBJECT

    QByteArray m_run;

    HttpClient::Reply mlflow(const char *method, const QByteArray &path, const QByteArray &json = {})
    {
        return m_client->send(method, "/api/2.0/mlflow/" + path, json);
    }
    HttpClient::Reply azure(const char *method, const QByteArray &path, const QByteArray &json = {})
    {
        const QByteArray base = m_service->store().folder().resourceId().toUtf8();
        return m_client->send(method, base + "/models" + path + "?api-version=2024-04-01", json);
    }
    /// Registers a model as the window does, with the number that the service returns as the next one.
    QString registerFromWindow(const QByteArray &name)
    {
        const auto container = azure("GET", '/' + name);
        const QByteArray next = container.status == 200
                                    ? container.json()["properties"_L1]["nextVersion"_L1].toString().toUtf8()
                                    : QByteArray("1");
        const auto made = azure("PUT", '/' + name + "/versions/" + next,
                                "{\"properties\":{\"modelType\":\"custom_model\",\"modelUri\":\"azureml://jobs/" +
                                    m_run + "/outputs/artifacts/paths/model.txt\"}}");
        return made.status == 201 ? QString::fromUtf8(next) : QString::fromUtf8(made.body);
    }
    QString registerByMlflow(const QByteArray &name)
    {
        const auto reply = mlflow("POST", "model-versions/create",
                                  "{\"name\":\"" + name + "\",\"source\":\"mlflow-artifacts:/0/" + m_run +
                                      "/artifacts/model.txt\",\"run_id\":\"" + m_run + "\"}");
        return reply.json()["model_version"_L1]["version"_L1].toString();
    }
    QByteArray fileOf(const QByteArray &name, const QByteArray &version)
    {
        return m_client->get("/model-versions/get-artifact?path=model.txt&name=" + name + "&version=" + version).body;
    }
    QString folderOf(const QString &name) const { return m_folder.filePath(u"ws/models/"_s + name); }

private Q_SLOTS:
    void initTestCase()
    {
        startService();
        QVERIFY(m_client);
        m_run = mlflow("POST", "runs/create", "{\"experiment_id\":\"0\"}")
                    .json()["run"_L1]["info"_L1]["run_id"_L1]
                    .toString()
                    .toUtf8();
        QCOMPARE(m_client
                     ->send("PUT", "/api/2.0/mlflow-artifacts/artifacts/0/" + m_run + "/artifacts/model.txt", "weights",
                            {{"Content-Type", "text/plain"}})
                     .status,
                 200);
    }

    void aDeletedNumberIsNotUsedAgain()
    {
        QCOMPARE(registerFromWindow("birds"), u"1"_s);
        QCOMPARE(registerByMlflow("birds"), u"2"_s);
        QCOMPARE(registerFromWindow("birds"), u"3"_s);
        QCOMPARE(fileOf("birds", "3"), "weights");
        QCOMPARE(mlflow("DELETE", "model-versions/delete", "{\"name\":\"birds\",\"version\":\"3\"}").status, 200);
        QVERIFY(!QFile::exists(folderOf(u"birds/3"_s)));
        // The window can register another version, and so can MLflow afterwards.
        QCOMPARE(registerFromWindow("birds"), u"4"_s);
        QCOMPARE(fileOf("birds", "4"), "weights");
        QCOMPARE(azure("DELETE", "/birds/versions/4").status, 200);
        QVERIFY(!QFile::exists(folderOf(u"birds/4"_s)));
        QCOMPARE(registerByMlflow("birds"), u"5"_s);
    }

    // A name keeps its tags when its last version is deleted; the window lists it again when it has a version.
    void theNameOutlivesItsVersions()
    {
        QCOMPARE(registerFromWindow("owl"), u"1"_s);
        QCOMPARE(
            mlflow("POST", "registered-models/set-tag", "{\"name\":\"owl\",\"key\":\"team\",\"value\":\"a\"}").status,
            200);
        QCOMPARE(azure("DELETE", "/owl/versions/1").status, 200);
        QCOMPARE(azure("DELETE", "/owl/versions/1").status, 204);
        QVERIFY(mlflow("GET", "registered-models/get?name=owl").body.contains("team"));
        QVERIFY(!azure("GET", "").body.contains("\"owl\""));
        QCOMPARE(registerFromWindow("owl"), u"2"_s);
        QVERIFY(azure("GET", "").body.contains("\"owl\""));
    }

    void renamedModelsKeepTheirFiles()
    {
        QCOMPARE(registerFromWindow("wren"), u"1"_s);
        QCOMPARE(mlflow("POST", "registered-models/rename", "{\"name\":\"wren\",\"new_name\":\"robin\"}").status, 200);
        QCOMPARE(fileOf("robin", "1"), "weights");
        QVERIFY(!QFile::exists(folderOf(u"wren"_s)));
        QVERIFY(azure("GET", "/robin/versions/1").body.contains("models/robin/1"));
        QCOMPARE(registerFromWindow("wren"), u"1"_s);
        QCOMPARE(fileOf("wren", "1"), "weights");
        QCOMPARE(mlflow("POST", "registered-models/rename", "{\"name\":\"wren\",\"new_name\":\"robin\"}").errorCode(),
                 u"RESOURCE_ALREADY_EXISTS"_s);
        QCOMPARE(fileOf("robin", "1"), "weights");
    }

    void aDeletedNameMayBeUsedAgain()
    {
        QCOMPARE(registerFromWindow("jay"), u"1"_s);
        QCOMPARE(mlflow("DELETE", "registered-models/delete", "{\"name\":\"jay\"}").status, 200);
        QVERIFY(!QFile::exists(folderOf(u"jay"_s)));
        QCOMPARE(registerFromWindow("jay"), u"1"_s);
        QCOMPARE(azure("DELETE", "/jay").status, 200);
        QCOMPARE(mlflow("GET", "registered-models/get?name=jay").status, 404);
    }

    // A folder without a row is left over from an interrupted removal and must not block its number permanently.
    void leftoversAreReplaced()
    {
        QVERIFY(QDir().mkpath(folderOf(u"tit/1/old"_s)));
        QCOMPARE(registerFromWindow("tit"), u"1"_s);
        QVERIFY(!QFile::exists(folderOf(u"tit/1/old"_s)));
        QCOMPARE(fileOf("tit", "1"), "weights");
    }

    void sources_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<int>("status");
        const auto row = [](const char *source, const char *run, int status) {
            QTest::addRow("%s of '%s'", source, run) << QByteArray(source) << QByteArray(run) << status;
        };
        row("runs:/not-here/model", "not-here", 200);
        row("runs:/not-here/model", "", 200);
        row("runs:/not-here/model", "RUN", 400);
        row("mlflow-artifacts:/0/RUN/artifacts/model.txt", "RUN", 200);
        row("mlflow-artifacts:/0/RUN/artifacts/model.txt", "OTHER", 400);
        row("mlflow-artifacts:/0/RUN/artifacts//model.txt/", "OTHER", 400);
        row("mlflow-artifacts:/models/", "RUN", 200);
        row("mlflow-artifacts:/models///", "RUN", 200);
        row("mlflow-artifacts:/models/foo///bar", "RUN", 200);
        row("mlflow-artifacts://host:9000/models/artifact/..../", "RUN", 200);
        row("s3://bucket/model", "RUN", 200);
        row("s3://bucket/../model", "", 400);
        row("https://host/%2e%2e/model", "", 400);
        row("https://host/%252e%252e/model", "", 400);
        row("mlflow-artifacts://host:9000/models/artifact%00", "", 400);
        row("dummy-source", "", 400);
        row("/etc", "", 400);
        row("file:///etc", "", 400);
    }

    void sources()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, run);
        QFETCH(int, status);
        mlflow("POST", "registered-models/create", "{\"name\":\"origin\"}");
        const QByteArray other = mlflow("POST", "runs/create", "{\"experiment_id\":\"0\"}")
                                     .json()["run"_L1]["info"_L1]["run_id"_L1]
                                     .toString()
                                     .toUtf8();
        for (QByteArray *text : {&source, &run})
            text->replace("RUN", m_run).replace("OTHER", other);
        const auto reply = mlflow("POST", "model-versions/create",
                                  "{\"name\":\"origin\",\"source\":\"" + source + "\",\"run_id\":\"" + run + "\"}");
        QVERIFY2(reply.status == status, reply.body.constData());
        if (status == 200)
            QCOMPARE(reply.json()["model_version"_L1]["source"_L1].toString().toUtf8(), source);
    }

    void promptsAreKept()
    {
        const QByteArray tags = "\"tags\":[{\"key\":\"mlflow.prompt.is_prompt\",\"value\":\"true\"}]";
        QCOMPARE(mlflow("POST", "registered-models/create", "{\"name\":\"greet\"," + tags + '}').status, 200);
        const auto made =
            mlflow("POST", "model-versions/create", "{\"name\":\"greet\",\"source\":\"dummy-source\"," + tags + '}');
        QCOMPARE(made.json()["model_version"_L1]["version"_L1].toString(), u"1"_s);
        // The source of the version is not used as a path.
        const auto odd =
            mlflow("POST", "model-versions/create", "{\"name\":\"greet\",\"source\":\"../..\"," + tags + '}');
        QCOMPARE(odd.status, 200);
        QCOMPARE(m_client->get("/model-versions/get-artifact?path=roost.db&name=greet&version=2").status, 400);
        QVERIFY(!azure("GET", "/greet/versions/2").body.contains("roost.db"));
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::newRow("zero") << u"a"_s + QChar(u'\0') + u"b"_s << 400;
        QTest::newRow("line break") << u"a\nb"_s << 400;
        QTest::newRow("line break at the end") << u"ab\n"_s << 400;
        QTest::newRow("escape") << u"a\x1b[31mb"_s << 400;
        QTest::newRow("backslash") << u"a\\b"_s << 400;
        QTest::newRow("blank") << u" "_s << 400;
        QTest::newRow("slash") << u"a/b"_s << 400;
        QTest::newRow("dots") << u".."_s << 400;
        QTest::newRow("letters of others") << u"kůň 日本"_s << 200;
        QTest::newRow("long") << QString(300, u'n') << 200;
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        const QJsonObject body{{u"name"_s, name}};
        QCOMPARE(mlflow("POST", "registered-models/create", QJsonDocument(body).toJson()).status, status);
    }

    void aliases()
    {
        QCOMPARE(registerFromWindow("finch"), u"1"_s);
        const auto set = [this](const QString &alias) {
            const QJsonObject body{{u"name"_s, u"finch"_s}, {u"alias"_s, alias}, {u"version"_s, u"1"_s}};
            return mlflow("POST", "registered-models/alias", QJsonDocument(body).toJson()).status;
        };
        QCOMPARE(set(u"ünï_日-1"_s), 200);
        for (const QString &wrong : {u"a b"_s, u"a\n"_s, u"v5"_s, u"Latest"_s, QString(256, u'a')})
            QVERIFY2(set(wrong) == 400, qPrintable(wrong));
    }

    // An old database has no counter, so the counter starts at the highest existing version.
    void theCounterOfOldDatabases()
    {
        const auto steps = Roost::Service::Store::migrations();
        Roost::Service::Store::Connection connection(m_folder.filePath(u"old.db"_s), false);
        QVERIFY(Roost::Service::Store::migrate(connection, steps.first(3)));
        connection.script("INSERT INTO registered_models VALUES('a', '', 1, 1), ('b', '', 1, 1);"
                          "INSERT INTO model_versions(model, version, created_ms, updated_ms) VALUES('a', 7, 1, 1);");
        QVERIFY(Roost::Service::Store::migrate(connection, steps));
        QCOMPARE(Roost::Service::Store::ModelStore(connection).name(u"a"_s)->nextVersion, u"8"_s);
        QCOMPARE(Roost::Service::Store::ModelStore(connection).name(u"b"_s)->nextVersion, u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestModelStore)
#include "tst_modelstore.moc"
