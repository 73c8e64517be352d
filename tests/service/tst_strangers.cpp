// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/elasticqueue.h"
#include "models/service/http/server.h"
#include "tests/service/httpclient.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

#include <latch>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Testing;
using namespace Roost::Service::Http;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 30000;
constexpr uid_t otherUser = 12345;

/// Connections that have sent only a part of a request.
class Crowd
{
public:
    Crowd(quint16 port, int count, const QByteArray &sent)
    {
        for (int i = 0; i < count; ++i) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(u"127.0.0.1"_s, port);
            if (!socket->waitForConnected(waitMs))
                continue;
            socket->write(sent);
            socket->waitForBytesWritten(waitMs);
            m_sockets.push_back(std::move(socket));
        }
    }
    int size() const { return int(m_sockets.size()); }
    QTcpSocket &first() { return *m_sockets.front(); }

private:
    std::vector<std::unique_ptr<QTcpSocket>> m_sockets;
};

} // namespace

/// Clients without a token: other users, and programs of this user that keep connections open without sending a
/// request.
class TestStrangers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Server> m_server;

    void serve(int mostConnections, std::chrono::milliseconds patience = std::chrono::seconds(10))
    {
        Router router;
        router.add("GET", "/open", [](Request &) { return Response::text(u"open"_s); }, Access::Open);
        router.add(
            "PUT", "/open",
            [](Request &r) {
                return Response::text(QString::number(r.receive([](auto) { return true; }).value_or(-1)));
            },
            Access::Open);
        router.add("GET", "/own", [](Request &) { return Response::text(u"own"_s); });
        m_server = std::make_unique<Server>(std::move(router), ServerConfig{"secret", 0, mostConnections, patience});
        QVERIFY(m_server->start());
    }

    HttpClient client() { return HttpClient(m_server->port(), "secret"); }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    void otherUsersAreRefused()
    {
        if (::getuid() != 0)
            QSKIP("only root can ask as another user");
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("there is no python3 to ask with");
        serve(10);
        QProcess other;
        other.setChildProcessModifier([] {
            if (::setgid(otherUser) != 0 || ::setuid(otherUser) != 0)
                ::_exit(99);
        });
        other.setWorkingDirectory(u"/"_s);
        const QString script = uR"(
import socket, sys
s = socket.create_connection(('127.0.0.1', %1))
try:
    s.sendall(b'GET /open HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\n\r\n')
    print('heard', s.recv(100))
except ConnectionError:
    print('heard', b'')
)"_s.arg(m_server->port());
        other.start(python, {u"-I"_s, u"-c"_s, script});
        QVERIFY2(other.waitForFinished(waitMs), qPrintable(other.errorString()));
        QCOMPARE(other.readAllStandardOutput().trimmed(), "heard b''");
        QCOMPARE(client().get("/own").body, "own");
    }

    void silentConnectionsDoNotBlockOthers_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a line") << QByteArray("GET /op");
        QTest::newRow("half a head") << QByteArray("GET /open HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A");
        QTest::newRow("half a body") << QByteArray(
            "PUT /open HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nxx");
        QTest::newRow("half a refused body")
            << QByteArray("PUT /own HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nxx");
    }
    void silentConnectionsDoNotBlockOthers()
    {
        QFETCH(QByteArray, sent);
        // No connection reaches its own timeout.
        serve(8, std::chrono::hours(1));
        Crowd crowd(m_server->port(), 30, sent);
        QCOMPARE(crowd.size(), 30);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client().get("/own").body, "own");
    }

    void theHeadOfARequestHasATimeLimit()
    {
        serve(8, std::chrono::milliseconds(300));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(socket.waitForConnected(waitMs));
        // Each byte arrives long before the timeout of a single read.
        const QByteArray head = "GET /open HTTP/1.1\r\nX-Long: " + QByteArray(100000, 'x');
        bool isClosed = false;
        for (qsizetype at = 0; at < head.size() && !isClosed; ++at) {
            socket.write(head.mid(at, 1));
            isClosed = socket.waitForDisconnected(20) || socket.state() != QAbstractSocket::ConnectedState;
        }
        QVERIFY(isClosed);
    }

    void aBodyWithoutTokenHasATimeLimit()
    {
        serve(8, std::chrono::milliseconds(300));
        Crowd crowd(m_server->port(), 1, "PUT /own HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\nxx");
        QVERIFY(crowd.first().waitForDisconnected(waitMs) || crowd.first().state() != QAbstractSocket::ConnectedState);
    }

    void aClientWithTheTokenMayPause()
    {
        serve(8, std::chrono::milliseconds(100));
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(socket.waitForConnected(waitMs));
        socket.write("PUT /open HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\n"
                     "Content-Length: 4\r\n\r\nab");
        QVERIFY(socket.waitForBytesWritten(waitMs));
        // If a client without a token that connected later is disconnected, the time limit for such clients has also
        // passed for this socket.
        Crowd stranger(m_server->port(), 1, "GET");
        QVERIFY(stranger.first().waitForDisconnected(waitMs) ||
                stranger.first().state() != QAbstractSocket::ConnectedState);
        socket.write("cd");
        QVERIFY(socket.waitForReadyRead(waitMs));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    }

    void aRefusedThreadDoesNotEndTheServer()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NPROC, &before), 0);
        // Root has no limit of threads, so another user must own the service.
        const uid_t user = ::getuid();
        if (user == 0)
            QCOMPARE(::setresuid(otherUser, otherUser, 0), 0);
        const auto asBefore = qScopeGuard([this, user, before] {
            ::setrlimit(RLIMIT_NPROC, &before);
            m_server.reset();
            static_cast<void>(::setresuid(user, user, user));
        });
        serve(100);
        QCOMPARE(client().get("/own").body, "own");
        rlimit tight = before;
        tight.rlim_cur = 1;
        QCOMPARE(::setrlimit(RLIMIT_NPROC, &tight), 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"No thread for another connection"_s));
        Crowd crowd(m_server->port(), 50, "GET /op");
        QCOMPARE(client().get("/own").body, "own");
    }

    void idleThreadsEnd()
    {
        ElasticQueue::Settings settings;
        settings.idle = std::chrono::milliseconds(1);
        ElasticQueue queue(std::move(settings));
        std::latch all(20);
        for (int i = 0; i < 20; ++i)
            QVERIFY(queue.enqueue([&all] { all.arrive_and_wait(); }));
        all.wait();
        QTRY_COMPARE_WITH_TIMEOUT(queue.threads(), 0U, waitMs);
        std::latch again(1);
        QVERIFY(queue.enqueue([&again] { again.count_down(); }));
        again.wait();
        queue.shutdown();
    }

    void theQueueHasALimit()
    {
        ElasticQueue::Settings settings;
        settings.mostThreads = 1;
        settings.mostWaiting = 3;
        int crowded = 0;
        settings.makeRoom = [&crowded] { ++crowded; };
        ElasticQueue queue(std::move(settings));
        std::latch begun(1);
        std::latch release(1);
        QVERIFY(queue.enqueue([&] {
            begun.count_down();
            release.wait();
        }));
        begun.wait();
        for (int i = 0; i < 3; ++i)
            QVERIFY(queue.enqueue([] {}));
        QVERIFY(!queue.enqueue([] {}));
        QCOMPARE(crowded, 3);
        release.count_down();
        queue.shutdown();
    }
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
