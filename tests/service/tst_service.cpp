// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/endpoint.h"
#include "models/service/service.h"
#include "models/service/servicelog.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/trust/lockholder.h"
#include "models/trust/runtimefolder.h"
#include "models/wire/azureml/ids.h"
#include "tests/service/httpclient.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

class TestService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    Roost::Service::ServiceConfig config() const
    {
        Roost::Service::ServiceConfig config;
        config.workspaceFolder = m_folder->filePath(u"ws"_s);
        config.create = true;
        return config;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    }

    void theEndpointFileIsPrivateAndRemovedAtTheEnd()
    {
        QString file;
        {
            const auto service = *Roost::Service::Service::start(config());
            file = Roost::Service::Endpoint::fileFor(QFileInfo(config().workspaceFolder).canonicalFilePath());
            const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
            QCOMPARE(QFile::permissions(file), mine);
            QFile endpoint(file);
            QVERIFY(endpoint.open(QIODevice::ReadOnly));
            const auto object = QJsonDocument::fromJson(endpoint.readAll()).object();
            QCOMPARE(object["port"_L1].toInt(), int(service->port()));
            QCOMPARE(object["token"_L1].toString().toLatin1(), service->token());
            QVERIFY(service->token().size() >= 32);
        }
        QVERIFY(!QFile::exists(file));
    }

    void theNextServiceHasThePortOfTheLastOne()
    {
        quint16 port = 0;
        QByteArray token;
        {
            const auto service = *Roost::Service::Service::start(config());
            port = service->port();
            token = service->token();
        }
        auto next = *Roost::Service::Service::start(config());
        QCOMPARE(next->port(), port);
        QCOMPARE(next->token(), token);
        const auto former = Roost::Service::Endpoint::former(QFileInfo(config().workspaceFolder).canonicalFilePath());
        QVERIFY(former);
        QCOMPARE(former->port, port);

        // A service in another session of the user has the same port and token.
        next.reset();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->filePath(u"session"_s)));
        const auto elsewhere = *Roost::Service::Service::start(config());
        QCOMPARE(elsewhere->port(), port);
        QCOMPARE(elsewhere->token(), token);

        // The service of another workspace has its own port and token.
        auto other = config();
        other.workspaceFolder = m_folder->filePath(u"other"_s);
        QVERIFY((*Roost::Service::Service::start(other))->port() != port);
    }

    // A process that used the port in the meantime may have received the token from a run that is still active.
    void aTakenPortReplacesTheToken()
    {
        quint16 port = 0;
        QByteArray token;
        {
            const auto service = *Roost::Service::Service::start(config());
            port = service->port();
            token = service->token();
        }
        QTcpServer stranger;
        QVERIFY(stranger.listen(QHostAddress::LocalHost, port));
        const auto next = *Roost::Service::Service::start(config());
        QVERIFY(next->port() != port);
        QVERIFY(next->token() != token);
        QCOMPARE(HttpClient(next->port(), token).get("/roost/v1/status").status, 401);
    }

    void onlyAPrivateFileNamesTheFormerService()
    {
        const quint16 port = (*Roost::Service::Service::start(config()))->port();
        const auto plant = [this, port](QFile::Permissions permissions) {
            QVERIFY(makeRuntimeFolder());
            const auto workspace = QFileInfo(config().workspaceFolder).canonicalFilePath();
            QFile file(runtimeFile(workspace, u"former"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(
                           QJsonObject{{u"port"_s, port}, {u"token"_s, QString(64, u'a')}, {u"workspace"_s, workspace}})
                           .toJson());
            QVERIFY(file.setPermissions(permissions));
        };
        plant(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QVERIFY((*Roost::Service::Service::start(config()))->token() != QByteArray(64, 'a'));
        plant(QFile::ReadOwner | QFile::WriteOwner);
        QFile::remove(runtimeFile(QFileInfo(config().workspaceFolder).canonicalFilePath(), u"json"_s));
        QCOMPARE((*Roost::Service::Service::start(config()))->token(), QByteArray(64, 'a'));
    }

    void aFolderOfAnotherUserIsNotUsed()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"theirs"_s)));
        QVERIFY(QFile::link(m_folder->filePath(u"theirs"_s), runtimeFolder()));
        const auto service = Roost::Service::Service::start(config());
        QVERIFY(!service);
        QCOMPARE(service.error().kind, ErrorKind::Denied);
        QVERIFY(QDir(m_folder->filePath(u"theirs"_s)).isEmpty());
    }

    void aTakenPortIsSkipped()
    {
        quint16 port = 0;
        {
            port = (*Roost::Service::Service::start(config()))->port();
        }
        QTcpServer squatter;
        QVERIFY(squatter.listen(QHostAddress::LocalHost, port));
        const auto next = Roost::Service::Service::start(config());
        QVERIFY2(next, next ? "" : qPrintable(next.error().text));
        QVERIFY((*next)->port() != port);
    }

    void aWorkspaceHasOneService()
    {
        auto first = *Roost::Service::Service::start(config());
        const auto second = Roost::Service::Service::start(config());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        const qint64 pid = QCoreApplication::applicationPid();
        QVERIFY(second.error().text.contains(QString::number(pid)));
        const QString folder = QFileInfo(config().workspaceFolder).canonicalFilePath();
        QCOMPARE(lockHolderOf(folder), (LockHolder{pid, Roost::Service::Endpoint::fileFor(folder)}));
        first.reset();
        QVERIFY(Roost::Service::Service::start(config()));
    }

    void aFolderThatIsNotAWorkspaceIsReported()
    {
        auto wanted = config();
        wanted.create = false;
        const auto service = Roost::Service::Service::start(wanted);
        QVERIFY(!service);
        QCOMPARE(service.error().kind, ErrorKind::NotFound);
    }

    void exitsWhenIdleButNotWhileARunLogs()
    {
        auto wanted = config();
        wanted.idle = std::chrono::milliseconds(400);
        const auto service = *Roost::Service::Service::start(wanted);
        QSignalSpy leaving(service.get(), &Roost::Service::Service::leaving);
        HttpClient client(service->port(), service->token());
        const auto made = client.post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}");
        const auto id = made.json()["run"_L1]["info"_L1]["run_id"_L1].toString().toUtf8();
        QCOMPARE(service->activeRuns(), 1);
        // A second service, without a run, is idle for longer and ends itself.
        const QTemporaryDir folder;
        wanted.workspaceFolder = folder.path();
        wanted.idle = std::chrono::milliseconds(1200);
        const auto without = *Roost::Service::Service::start(wanted);
        const QSignalSpy leavingWithout(without.get(), &Roost::Service::Service::leaving);
        QTRY_COMPARE_WITH_TIMEOUT(leavingWithout.count(), 1, 20000);
        QCOMPARE(leaving.count(), 0);
        client.post("/api/2.0/mlflow/runs/update", "{\"run_id\":\"" + id + "\",\"status\":\"FINISHED\"}");
        QTRY_COMPARE_WITH_TIMEOUT(leaving.count(), 1, 10000);
    }

    void stopsOnRequestUnlessARunIsInProgress()
    {
        const auto service = *Roost::Service::Service::start(config());
        QSignalSpy leaving(service.get(), &Roost::Service::Service::leaving);
        HttpClient client(service->port(), service->token());
        client.post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}");
        QCOMPARE(client.post("/roost/v1/stop", "{}").status, 409);
        drainEvents();
        QCOMPARE(leaving.count(), 0);
        QCOMPARE(client.post("/roost/v1/stop", "{\"force\":true}").status, 202);
        QTRY_COMPARE(leaving.count(), 1);
    }

    void statusCountsTheContent()
    {
        const auto service = *Roost::Service::Service::start(config());
        HttpClient client(service->port(), service->token());
        const auto status = client.get("/roost/v1/status").json();
        QCOMPARE(status["pid"_L1].toInteger(), QCoreApplication::applicationPid());
        QCOMPARE(status["name"_L1].toString(), u"workspace"_s);
        QCOMPARE(status["activeRuns"_L1].toInt(-1), 0);
        for (const auto &part : {u"runs"_s, u"models"_s, u"code"_s, u"environments"_s})
            QVERIFY(status["storage"_L1][part].isDouble());
        QVERIFY(!client.get("/roost/v1/status?storage=0").json().contains("storage"_L1));
    }

    void aFullDiskIsReported()
    {
        const auto service = *Roost::Service::Service::start(config());
        HttpClient client(service->port(), service->token());
        const QByteArray id = client.post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}")
                                  .json()["run"_L1]["info"_L1]["run_id"_L1]
                                  .toString()
                                  .toUtf8();
        QCOMPARE(client.get("/roost/v1/status").json()["storeError"_L1].toString(), QString());
        const auto write = [&service](const QByteArray &sql) {
            return service->store().database().write(
                [&sql](Roost::Service::Store::Connection &connection) -> Result<void> {
                    connection.script(sql);
                    return {};
                });
        };
        QVERIFY(write("PRAGMA max_page_count = 1"));
        QVERIFY(!write("CREATE TABLE much(text); INSERT INTO much VALUES(hex(randomblob(1000000)))"));
        QVERIFY(client.get("/roost/v1/status").json()["storeError"_L1].toString().contains(u"full"));
        const auto workspace = Wire::WorkspaceId::local(u"workspace"_s).path().toUtf8();
        const auto run = client.get("/history/v1.0" + workspace + "/runs/" + id).json();
        const QString reason = run["queueingInfo"_L1]["message"_L1].toString();
        QVERIFY2(reason.contains(u"cannot be written down") && reason.contains(u"full"), qPrintable(reason));
    }

    void runsExistAfterARestart()
    {
        QByteArray id;
        {
            const auto service = *Roost::Service::Service::start(config());
            HttpClient client(service->port(), service->token());
            id = client.post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}")
                     .json()["run"_L1]["info"_L1]["run_id"_L1]
                     .toString()
                     .toUtf8();
        }
        const auto service = *Roost::Service::Service::start(config());
        HttpClient client(service->port(), service->token());
        QCOMPARE(client.get("/api/2.0/mlflow/runs/get?run_id=" + id).status, 200);
    }

    void stoppingEndsWaits()
    {
        auto service = *Roost::Service::Service::start(config());
        const quint16 port = service->port();
        const QByteArray token = service->token();
        const auto revision =
            HttpClient(port, token).get("/roost/v1/changes?since=-1").json()["revision"_L1].toInteger();
        std::atomic<int> answers = 0;
        std::thread waiting([&] {
            const QByteArray wait = "/roost/v1/changes?wait=60&since=";
            auto reply = HttpClient(port, token).get(wait + QByteArray::number(revision));
            while (reply.status == 200) {
                ++answers;
                reply = HttpClient(port, token).get(wait + QByteArray::number(reply.json()["revision"_L1].toInteger()));
            }
        });
        // Each change ends a wait; then the next one begins.
        QTRY_VERIFY(HttpClient(port, token).post("/api/2.0/mlflow/runs/create", "{\"experiment_id\":\"0\"}").status ==
                        200 &&
                    answers > 0);
        const QDeadlineTimer limit(20'000);
        service.reset();
        waiting.join();
        QVERIFY2(!limit.hasExpired(), "The stop took as long as the request wanted to wait.");
    }

    void theLogIsRotated()
    {
        const QString file = m_folder->filePath(u"roostd.log"_s);
        {
            const Roost::Service::ServiceLog log(file, 2000);
            for (int i = 0; i < 100; ++i)
                qInfo("line %d of the service", i);
        }
        QVERIFY(QFileInfo(file).size() <= 2000);
        QVERIFY(QFileInfo(file + u".1"_s).size() <= 2000);
        QFile log(file);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("line 99"));
    }
};

QTEST_GUILESS_MAIN(TestService)
#include "tst_service.moc"
