// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/trust/runtimefolder.h"
#include "tests/support/fakenetworkaccess.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Local;
using namespace Roost::Rest;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

class TestLocal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    void write(const QString &path, const QByteArray &content = {}) const
    {
        const auto name = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QString program(const QByteArray &script) const
    {
        write(u"program"_s, "#!/bin/sh\n" + script + "\n");
        QFile::setPermissions(m_folder.filePath(u"program"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return m_folder.filePath(u"program"_s);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"run"_s).toLocal8Bit()); }

    void configsAreFoundFolderByFolder()
    {
        write(u"a/.azureml/config.json"_s, "{}");
        write(u"a/b/c/config.json"_s, "{}");
        write(u"a/b/project.json"_s, "{}");
        // A grandparent's .azureml/config.json takes precedence over a config.json in the same folder.
        QCOMPARE(findWorkspace(m_folder.filePath(u"a/b/c"_s)).address, m_folder.filePath(u"a/.azureml/config.json"_s));
        QFile::remove(m_folder.filePath(u"a/.azureml/config.json"_s));
        QCOMPARE(findWorkspace(m_folder.filePath(u"a/b/c"_s)).address, m_folder.filePath(u"a/b/c/config.json"_s));
        QFile::remove(m_folder.filePath(u"a/b/c/config.json"_s));
        QCOMPARE(findWorkspace(m_folder.filePath(u"a/b/c"_s)).address, m_folder.filePath(u"a/b/project.json"_s));
    }

    void theFolderItselfIsTriedFirst()
    {
        write(u"up/.azureml/config.json"_s, R"({"roost_workspace": "../planted"})");
        write(u"up/home/roost.db"_s);
        write(u"up/home/config.json"_s, "{}");
        const auto found = findWorkspace(m_folder.filePath(u"up/home"_s));
        QCOMPARE(found.address, m_folder.filePath(u"up/home"_s));
        QCOMPARE(found.passedOver, QStringList());
    }

    void configsOfOthersAreSkippedAndReported()
    {
        write(u"all/.azureml/config.json"_s, "{}");
        write(u"all/project/config.json"_s, "{}");
        const QString planted = m_folder.filePath(u"all/.azureml/config.json"_s);
        QVERIFY(QFile::setPermissions(planted, QFile::Permissions(0x6666)));
        const auto found = findWorkspace(m_folder.filePath(u"all/project"_s));
        QCOMPARE(found.address, m_folder.filePath(u"all/project/config.json"_s));
        QCOMPARE(found.passedOver.size(), 1);
        QVERIFY2(found.passedOver.first().contains(planted), qPrintable(found.passedOver.first()));
        if (::getuid() != 0)
            return;
        QVERIFY(QFile::setPermissions(planted, QFile::Permissions(0x6644)));
        QCOMPARE(::chown(QFile::encodeName(planted).constData(), 12345, 12345), 0);
        QCOMPARE(findWorkspace(m_folder.filePath(u"all/project"_s)).passedOver.size(), 1);
    }

    void foldersOfOthersAreOpenedOnlyAfterAQuestion()
    {
        write(u"shared/roost.db"_s);
        const QString folder = m_folder.filePath(u"shared"_s);
        QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7777)));
        FakeNetworkAccess network;
        LocalWorkspaces workspaces(&network, {.program = u"/bin/false"_s});
        for (const auto &refused :
             {waitFor(workspaces.open(folder)), waitFor(workspaces.create(folder, u"shared"_s))}) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Denied);
            QVERIFY2(refused.error().text.contains(folder), qPrintable(refused.error().text));
        }
        QCOMPARE(waitFor(workspaces.status(folder)).error().kind, ErrorKind::Denied);
        QCOMPARE(waitFor(workspaces.stop(folder, true)).error().kind, ErrorKind::Denied);
    }

    void passwordsAreSplitOff()
    {
        const auto server = addressFromText(u"http://alice:pa55@ml.test:5000/base"_s);
        QVERIFY(server);
        QCOMPARE(server->url, u"http://alice@ml.test:5000/base"_s);
        QCOMPARE(server->password, u"pa55"_s);
        QVERIFY(addressFromText(u"http://alice@ml.test"_s)->password.isNull());
        for (const auto &wrong :
             {u"http://alice:pa55@"_s, u"http://alice:pa55@ml test"_s, u"https://alice:pa55@ml.azure.com/home"_s}) {
            const auto refused = addressFromText(wrong);
            QVERIFY(!refused);
            QVERIFY2(!refused.error().text.contains(u"pa55"_s), qPrintable(refused.error().text));
        }
    }

    void configsNameWorkspaces_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("kind"); // -1 for an error
        QTest::newRow("azure") << QByteArray(R"({"subscription_id":"s","resource_group":"g","workspace_name":"w"})")
                               << int(WorkspaceAddress::Kind::AzureMl);
        QTest::newRow("scope")
            << QByteArray(
                   R"({"Scope":"/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w"})")
            << int(WorkspaceAddress::Kind::AzureMl);
        QTest::newRow("linked") << QByteArray(R"({"roost_workspace":"../ws"})") << int(WorkspaceAddress::Kind::Local);
        QTest::newRow("half") << QByteArray(R"({"subscription_id":"s"})") << -1;
        QTest::newRow("bad scope") << QByteArray(R"({"Scope":"/x"})") << -1;
        QTest::newRow("no json") << QByteArray("hello") << -1;
    }
    void configsNameWorkspaces()
    {
        QFETCH(QByteArray, config);
        QFETCH(int, kind);
        write(u"p/config.json"_s, config);
        const auto address = addressFromConfig(m_folder.filePath(u"p/config.json"_s));
        QCOMPARE(address ? int(address->kind) : -1, kind);
        if (!address)
            QVERIFY(address.error().text.contains(u"config.json"_s));
        else if (address->kind == WorkspaceAddress::Kind::Local)
            QCOMPARE(address->folder, m_folder.filePath(u"ws"_s));
        else
            QCOMPARE(address->workspace, (Wire::WorkspaceId{u"s"_s, u"g"_s, u"w"_s}));
    }

    void theConfigOfALocalWorkspaceNamesItsFolder()
    {
        const auto id = Wire::WorkspaceId::local(u"w"_s);
        const QByteArray own = QJsonDocument(QJsonObject{{u"subscription_id"_s, id.subscription},
                                                         {u"resource_group"_s, id.resourceGroup},
                                                         {u"workspace_name"_s, id.name}})
                                   .toJson();
        write(u"mine/roost.db"_s);
        write(u"mine/.azureml/config.json"_s, own);
        const auto address = addressFromConfig(m_folder.filePath(u"mine/.azureml/config.json"_s));
        QVERIFY2(address, address ? "" : qPrintable(address.error().text));
        QCOMPARE(address->folder, m_folder.filePath(u"mine"_s));
        write(u"copied/.azureml/config.json"_s, own);
        const auto lost = addressFromConfig(m_folder.filePath(u"copied/.azureml/config.json"_s));
        QVERIFY(!lost);
        QVERIFY2(lost.error().text.contains(u"the workspace w of this machine"), qPrintable(lost.error().text));
        write(u"copied/runs/one/azureml-logs/70_driver_log.txt"_s);
        const auto without = addressFromConfig(m_folder.filePath(u"copied/.azureml/config.json"_s));
        QVERIFY(!without);
        QVERIFY2(without.error().text.contains(m_folder.filePath(u"copied/roost.db"_s)) &&
                     without.error().text.contains(u"is missing"_s),
                 qPrintable(without.error().text));
    }

    void addressesAsPeopleTypeThem()
    {
        write(u"ws/roost.db"_s);
        QCOMPARE(addressFromText(m_folder.filePath(u"ws"_s))->folder, m_folder.filePath(u"ws"_s));
        QCOMPARE(addressFromText(u"https://mlflow.test:5000"_s)->kind, WorkspaceAddress::Kind::Server);
        QVERIFY(!addressFromText(u"http://"_s));
        QVERIFY(!addressFromText(u"https://ml.azure.com/home"_s));
        QVERIFY(!addressFromText(u"/subscriptions/only"_s));
        QCOMPARE(addressFromText(m_folder.filePath(u"nothing"_s)).error().kind, ErrorKind::NotFound);
    }

    void azureAddressesNameWorkspaces_data()
    {
        QTest::addColumn<QString>("text");
        const QString id =
            u"/subscriptions/s-1/resourceGroups/g-1/providers/Microsoft.MachineLearningServices/workspaces/w"_s;
        QTest::newRow("id") << id;
        QTest::newRow("resource manager") << u"https://management.azure.com"_s + id + u"?api-version=2024-04-01"_s;
        QTest::newRow("job of it") << u"https://management.azure.com"_s + id + u"/jobs/j"_s;
        QTest::newRow("studio") << u"https://ml.azure.com/home?wsid="_s + id + u"&tid=t"_s;
        QTest::newRow("studio, encoded") << u"https://ml.azure.com/home?tid=t&wsid="_s +
                                                QString(id).replace(u'/', u"%2F"_s);
        QTest::newRow("tracking") << u"azureml://eastus.api.azureml.ms/mlflow/v1.0"_s + id;
        QTest::newRow("tracking, web") << u"https://eastus.api.azureml.ms/mlflow/v2.0"_s + id + u'?';
        QTest::newRow("asset") << u"azureml://subscriptions/s-1/resourcegroups/g-1/workspaces/w/datastores/d/paths/p"_s;
    }
    void azureAddressesNameWorkspaces()
    {
        QFETCH(QString, text);
        const auto address = addressFromText(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().text));
        QCOMPARE(address->kind, WorkspaceAddress::Kind::AzureMl);
        QCOMPARE(address->workspace, (Wire::WorkspaceId{u"s-1"_s, u"g-1"_s, u"w"_s}));
    }

    void theAddressOfAServiceNamesItsFolder()
    {
        QVERIFY(makeRuntimeFolder());
        const auto publish = [this](qint64 pid) {
            QFile file(ServiceEndpoint::fileFor(m_folder.filePath(u"served"_s)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(QJsonObject{{u"port"_s, 8123},
                                                 {u"token"_s, u"t"_s},
                                                 {u"pid"_s, pid},
                                                 {u"workspace"_s, m_folder.filePath(u"served"_s)}})
                           .toJson());
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        };
        publish(QCoreApplication::applicationPid());
        for (const auto &url : {u"http://127.0.0.1:8123"_s, u"http://localhost:8123/"_s}) {
            const auto address = addressFromText(url);
            QCOMPARE(address->kind, WorkspaceAddress::Kind::Local);
            QCOMPARE(address->folder, m_folder.filePath(u"served"_s));
        }
        QCOMPARE(addressFromText(u"http://127.0.0.1:8124"_s)->kind, WorkspaceAddress::Kind::Server);
        QCOMPARE(addressFromText(u"http://server.test:8123"_s)->kind, WorkspaceAddress::Kind::Server);
        publish(99999999); // the service has exited, and another program may listen on its port
        QCOMPARE(addressFromText(u"http://127.0.0.1:8123"_s)->kind, WorkspaceAddress::Kind::Server);
    }

    void theKindOfAServerIsRequested()
    {
        FakeNetworkAccess network;
        int others = 0;
        const auto open = [&](const FakeAnswer &status) {
            network.on("GET", u"/roost/v1/status"_s, status);
            return waitFor(LocalWorkspaces(&network).openServer(
                QUrl(u"https://server.test:8123/mlflow"_s), std::make_shared<StaticCredential>("secret"), [&others] {
                    ++others;
                    return readyFuture<std::shared_ptr<Workspace>>(failure(ErrorKind::Failed, u"opened otherwise"_s));
                }));
        };
        for (const auto &answer : {FakeAnswer::json("{}", 404), FakeAnswer::json("{}", 401), FakeAnswer::refused(),
                                   FakeAnswer::json("{}"), FakeAnswer::json("<html>")})
            QCOMPARE(open(answer).error().text, u"opened otherwise"_s);
        QCOMPARE(others, 5);
        auto closed = FakeAnswer::json("{}", 401);
        closed.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"roost\", Bearer");
        const auto refused = open(closed);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QVERIFY2(refused.error().text.contains(u"MLFLOW_TRACKING_TOKEN"_s), qPrintable(refused.error().text));
        const auto service = open(FakeAnswer::json(R"({"name": "Birds", "workspace": "/ws", "pid": 1})"));
        QCOMPARE(others, 5);
        QVERIFY(!service); // this test sends no further answers
        const auto asked = network.requests.last();
        QVERIFY2(asked.url.path().endsWith(u"/workspaces/Birds"_s), qPrintable(asked.url.toString()));
        QCOMPARE(asked.header("Authorization"), "Bearer secret");
    }

    void endpointsMustBePrivate()
    {
        const auto file = ServiceEndpoint::fileFor(u"/w"_s);
        QVERIFY(makeRuntimeFolder());
        QCOMPARE(ServiceEndpoint::read(u"/w"_s).error().kind, ErrorKind::NotFound);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"port":8080,"token":"t","pid":7,"version":"1","workspace":"/w"})");
        out.close();
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(ServiceEndpoint::read(u"/w"_s).error().kind, ErrorKind::Denied);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const auto endpoint = ServiceEndpoint::read(u"/w"_s);
        QVERIFY(endpoint);
        QCOMPARE(endpoint->url(), QUrl(u"http://127.0.0.1:8080"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"port":99999,"token":"t","pid":7})");
        out.close();
        QVERIFY(!ServiceEndpoint::read(u"/w"_s));
    }

    void aFolderOfAnotherUserIsNotChanged()
    {
        // The runtime folder is a symbolic link, as /tmp/roost-<uid> may be, to a folder with a file that must not be
        // overwritten.
        const auto usual = qEnvironmentVariable("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"strange"_s).toLocal8Bit());
        QVERIFY(QDir().mkpath(m_folder.filePath(u"strange"_s)) && QDir().mkpath(m_folder.filePath(u"theirs"_s)));
        QVERIFY(QFile::link(m_folder.filePath(u"theirs"_s), runtimeFolder()));
        QVERIFY(QDir().mkpath(m_folder.filePath(u"new"_s)));
        const auto workspace = QDir(m_folder.filePath(u"new"_s)).canonicalPath();
        const auto target = u"theirs/"_s + QFileInfo(runtimeFile(workspace, u"err"_s)).fileName();
        write(target, "precious");
        ServiceSettings settings;
        settings.program = program("touch '" + m_folder.filePath(u"started"_s).toLocal8Bit() + "'");
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(workspace, {}));
        qputenv("XDG_RUNTIME_DIR", usual.toLocal8Bit());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Denied);
        QVERIFY2(opened.error().text.contains(u"XDG_RUNTIME_DIR"_s), qPrintable(opened.error().text));
        QVERIFY(!QFile::exists(m_folder.filePath(u"started"_s)));
        QFile precious(m_folder.filePath(target));
        QVERIFY(precious.open(QIODevice::ReadOnly));
        QCOMPARE(precious.readAll(), "precious");
    }

    void aFolderThatIsNotAWorkspaceIsReported()
    {
        LocalWorkspaces local(&m_network);
        const auto opened = waitFor(local.open(m_folder.filePath(u"nothing"_s)));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(local.status(m_folder.path())).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(local.stop(m_folder.path(), false)).error().kind, ErrorKind::NotFound);
    }

    void theOutputOfAServiceThatEndsAtItsStartIsReported()
    {
        ServiceSettings settings;
        settings.program = program("echo 'roostd: the disk is full' >&2; exit 1");
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Failed);
        QVERIFY2(opened.error().text.contains(u"the disk is full"_s), qPrintable(opened.error().text));
    }

    void aServiceThatNeverAnswersTimesOut()
    {
        ServiceSettings settings;
        settings.program = program("exec sleep 3");
        settings.startMs = 700;
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    }

    void aMissingProgramIsReported()
    {
        ServiceSettings settings;
        settings.program = m_folder.filePath(u"no-such-program"_s);
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Failed);
        QVERIFY(opened.error().text.contains(u"no-such-program"_s));
    }

    void endedServicesAreNotFound()
    {
        QVERIFY(isAlive(QCoreApplication::applicationPid()));
        QVERIFY(!isAlive(0));
        QVERIFY(!isAlive(-1));
        QVERIFY(!isAlive(99999999));
    }
};

QTEST_GUILESS_MAIN(TestLocal)
#include "tst_local.moc"
