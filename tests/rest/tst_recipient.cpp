// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/recipient.h"
#include "models/rest/restclient.h"
#include "tests/support/wait.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Rest;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 30000;
constexpr uid_t anotherUser = 12345;

/// Listens as another user and prints what it receives.
const QString listening = uR"(
import socket
s = socket.create_server(('127.0.0.1', 0))
print(s.getsockname()[1], flush=True)
while True:
    c, _ = s.accept()
    print('heard', c.recv(4096), flush=True)
    c.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')
)"_s;

/// Answers the first `answers` requests, and closes the connection of all others after reading their headers.
class Listener
{
public:
    explicit Listener(int answers)
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answers] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answers] {
                m_heard += socket->readAll();
                if (!m_heard.endsWith("\r\n\r\n") && !m_heard.endsWith("{}"))
                    return;
                if (++requests > answers)
                    return socket->disconnectFromHost();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
    }
    QUrl url() const { return {u"http://127.0.0.1:%1/a"_s.arg(m_server.serverPort())}; }
    QByteArray heard() const { return m_heard; }
    int requests = 0;

private:
    QTcpServer m_server;
    QByteArray m_heard;
};

} // namespace

/// Tests with real sockets which program receives a secret.
class TestRecipient : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_network;
    std::unique_ptr<RestClient> m_client;

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<RestClient>(&m_network, std::make_shared<StaticCredential>("secret"));
        m_client->setRetryPolicy({.retries = 0});
    }

    void listenersOfThisUserGetTheRequest()
    {
        Listener listener(100);
        m_client->trust(listener.url());
        ROOST_GET(one, m_client->get(listener.url()));
        ROOST_GET(two, m_client->post(listener.url(), {}));
        ROOST_GET(three, m_client->put(listener.url(), {}));
        QVERIFY(listener.heard().startsWith("GET /a HTTP/1.1\r\n"));
        QCOMPARE(listener.heard().toLower().count("authorization: bearer secret"), 3);
    }

    void filesAreSentOnce()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("x{}");
        file.flush();
        Listener listener(1);
        m_client->trust(listener.url());
        RestRequest request;
        request.method = "PUT";
        request.url = listener.url();
        request.bodyFile = file.fileName();
        ROOST_GET(reply, m_client->send(request));
        QVERIFY(listener.heard().endsWith("\r\n\r\nx{}"));
        QVERIFY(!waitFor(m_client->send(request)));
        QCOMPARE(listener.requests, 2);
    }

    // The network layer must not repeat the request, because another program may listen by then.
    void aBrokenConnectionIsNotRetriedByQt_data()
    {
        QTest::addColumn<QByteArray>("verb");
        for (const auto *verb : {"GET", "POST", "PUT", "PATCH", "DELETE"})
            QTest::newRow(verb) << QByteArray(verb);
    }
    void aBrokenConnectionIsNotRetriedByQt()
    {
        QFETCH(QByteArray, verb);
        Listener listener(0);
        m_client->trust(listener.url());
        RestRequest request;
        request.method = verb;
        request.url = listener.url();
        const auto result = waitFor(m_client->send(request));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
        QCOMPARE(listener.requests, 1);
    }

    void aListenerOfAnotherUserReceivesNothing()
    {
        if (::getuid() != 0)
            QSKIP("only root can listen as another user");
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("there is no python3 to listen with");
        QProcess other;
        other.setChildProcessModifier([] {
            if (::setgid(anotherUser) != 0 || ::setuid(anotherUser) != 0)
                ::_exit(99);
        });
        other.setWorkingDirectory(u"/"_s);
        other.start(python, {u"-I"_s, u"-c"_s, listening});
        QVERIFY2(other.waitForReadyRead(waitMs), qPrintable(other.errorString()));
        const int port = other.readLine().trimmed().toInt();
        QVERIFY(port > 0);
        for (const auto &host : {u"127.0.0.1"_s, u"localhost"_s}) {
            const QUrl url(u"http://%1:%2/a"_s.arg(host).arg(port));
            m_client->trust(url);
            const auto result = waitFor(m_client->get(url));
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Denied);
            QVERIFY2(result.error().text.contains(u"another user"_s), qPrintable(result.error().text));
            QVERIFY2(result.error().text.contains(QString::number(port)), qPrintable(result.error().text));
        }
        const QUrl signedUrl(u"http://127.0.0.1:%1/a?se=1&sig=abc"_s.arg(port));
        QVERIFY(!waitFor(RestClient(&m_network).get(signedUrl)));
        // A request without a secret may be sent to any program.
        RestClient open(&m_network);
        ROOST_GET(json, open.get(QUrl(u"http://127.0.0.1:%1/open"_s.arg(port))));
        QByteArray heard;
        QTRY_VERIFY_WITH_TIMEOUT((heard += other.readAllStandardOutput()).contains("/open"), waitMs);
        QCOMPARE(heard.count("heard"), 1);
        QVERIFY2(heard.contains("GET /open"), heard.constData());
        other.kill();
        other.waitForFinished(waitMs);
    }
};

QTEST_GUILESS_MAIN(TestRecipient)
#include "tst_recipient.moc"
