// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/server.h"
#include "tests/service/httpclient.h"

#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Testing;
using namespace Roost::Service::Http;
using namespace Qt::StringLiterals;

class TestServer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Server> m_server;
    std::atomic<bool> m_release = false; // lets the handlers of /slow return
    std::atomic<int> m_waiting = 0;      // the number of requests in a handler of /slow

    void release()
    {
        m_release = true;
        m_release.notify_all();
    }

    HttpClient client(QByteArray token = "secret") { return HttpClient(m_server->port(), std::move(token)); }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(u"log.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0123456789");
        file.close();
        QFile empty(m_folder.filePath(u"empty.txt"_s));
        QVERIFY(empty.open(QIODevice::WriteOnly));

        Router router;
        router.add("GET", "/open", [](Request &) { return Response::text(u"open"_s); }, Access::Open);
        router.add("GET", "/a/{name}/B", [](Request &r) { return Response::text(r.capture(u"name")); });
        router.add("GET", "/tail/{rest*}", [](Request &r) { return Response::text(r.capture(u"rest")); });
        router.add("GET", "/query", [](Request &r) { return Response::text(r.parameters(u"x").join(u'|')); });
        router.add("POST", "/echo", [](Request &r) {
            auto body = r.body(1024);
            return body ? Response::bytes(*body, "text/plain") : Response::text(body.error().text, 413);
        });
        router.add("POST", "/deaf", [](Request &) { return Response::text(u"no"_s, 400); });
        router.add("PUT", "/file/{name}", [this](Request &r) {
            QFile out(m_folder.filePath(r.capture(u"name")));
            if (!out.open(QIODevice::WriteOnly))
                return Response::empty(500);
            const auto size = r.receive(
                [&out](QByteArrayView piece) { return out.write(piece.constData(), piece.size()) == piece.size(); });
            return size ? Response::text(QString::number(*size)) : Response::empty(500);
        });
        router.add("GET", "/file/{name}",
                   [this](Request &r) { return Response::fromFile(m_folder.filePath(r.capture(u"name"))); });
        router.add("GET", "/slow", [this](Request &) {
            ++m_waiting;
            m_release.wait(false);
            return Response::text(u"late"_s);
        });
        router.add("GET", "/throws", [](Request &) -> Response { throw std::runtime_error("broken inside"); });
        m_server = std::make_unique<Server>(std::move(router), ServerConfig{"secret", 0, 100});
        QVERIFY(m_server->start());
    }

    void cleanupTestCase()
    {
        release();
        m_server->stop();
    }

    // The HTTP library reads at most 8 KB of an address.
    void longAddresses()
    {
        auto same = client();
        for (const int size : {10, 8170, 8180, 8190, 8200, 16384, 40'000, 1'000'000}) {
            const QByteArray value(size, 'v');
            const auto reply = same.get("/query?x=" + value + "&x=%20end");
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.body == value + "| end");
            QVERIFY(same.get("/tail/" + value).body == value);
            // The next request on the connection is read normally.
            QCOMPARE(same.post("/echo", "hello").body, "hello");
            QCOMPARE(same.post("/echo?" + value, "hello").body, "hello");
        }
        QCOMPARE(client("").get("/query?x=" + QByteArray(20'000, 'v')).status, 401);
        const auto tooLong = client().get("/query?x=" + QByteArray(1'100'000, 'v'));
        QCOMPARE(tooLong.status, 414);
        QVERIFY2(tooLong.body.contains("longer than 1024 KB"), tooLong.body.constData());
    }

    void theRequestLineMayArriveInPieces_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray rest = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\n\r\n";
        const QByteArray longOne = "/query?x=" + QByteArray(12'000, 'v');
        QTest::newRow("short") << QByteArrayList{"G", "ET ", "/query?x=1", rest} << QByteArray("HTTP/1.1 200");
        QTest::newRow("long") << QByteArrayList{"GET /qu", "ery?x=" + QByteArray(12'000, 'v'), rest}
                              << QByteArray("HTTP/1.1 200");
        QTest::newRow("two at once") << QByteArrayList{"GET " + longOne + rest + "GET /tail/" + longOne + rest}
                                     << QByteArray("HTTP/1.1 200");
        QTest::newRow("no version") << QByteArrayList{"GET " + longOne + "\r\n", "\r\n"} << QByteArray("HTTP/1.1 400");
        QTest::newRow("no words") << QByteArrayList{QByteArray(12'000, 'v'), "\r\n\r\n"} << QByteArray("HTTP/1.1 400");
    }
    void theRequestLineMayArriveInPieces()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QByteArray, answer);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(socket.waitForConnected());
        for (const QByteArray &piece : pieces) {
            socket.write(piece);
            QVERIFY(socket.waitForBytesWritten());
        }
        QByteArray got;
        const qsizetype wanted = pieces.size() == 1 ? 2 : 1;
        while (got.count(answer) < wanted && socket.waitForReadyRead())
            got += socket.readAll();
        QVERIFY2(got.startsWith(answer) && got.count(answer) >= wanted, got.left(200).constData());
    }

    void theTokenIsRequired()
    {
        const auto target = "/a/x/b";
        QCOMPARE(client().get(target).status, 200);
        QCOMPARE(client("").get(target).status, 401);
        QCOMPARE(client("wrong").get(target).status, 401);
        QCOMPARE(client("secre").get(target).status, 401);
        const auto basic = [&](const QByteArray &pair) {
            return client("").get(target, {{"Authorization", "Basic " + pair.toBase64().toStdString()}}).status;
        };
        QCOMPARE(basic("anyone:secret"), 200);
        QCOMPARE(basic("secret:anyone"), 401);
        QCOMPARE(basic("no colon"), 401);
        QCOMPARE(client("").get("/open").status, 200);
        // Without a token the service does not reveal which routes exist.
        QCOMPARE(client("").get("/nothing").status, 401);
        QVERIFY(client("").get(target).header("WWW-Authenticate").contains("Basic"));
    }

    void theHostMustBeThisMachine_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::newRow("name") << QByteArray("localhost:1") << 200;
        QTest::newRow("capitals") << QByteArray("LocalHost") << 200;
        QTest::newRow("six") << QByteArray("[::1]:80") << 200;
        QTest::newRow("six without port") << QByteArray("[::1]") << 200;
        QTest::newRow("six of another") << QByteArray("[::1].example.org") << 403;
        QTest::newRow("open bracket") << QByteArray("[::1") << 403;
        QTest::newRow("no port") << QByteArray("127.0.0.1:example.org") << 403;
        QTest::newRow("foreign") << QByteArray("example.org") << 403;
        QTest::newRow("begins alike") << QByteArray("127.0.0.1.example.org") << 403;
        QTest::newRow("localhost of another") << QByteArray("localhost.example.org:80") << 403;
    }
    void theHostMustBeThisMachine()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        QCOMPARE(client().get("/open", {{"Host", host.toStdString()}}).status, status);
    }

    void foreignPagesAreRefused()
    {
        QCOMPARE(client().get("/open", {{"Origin", "https://example.org"}}).status, 403);
        QCOMPARE(client().get("/open", {{"Origin", "null"}}).status, 403);
        QCOMPARE(client().get("/open", {{"Origin", "http://[::1].example.org"}}).status, 403);
        QCOMPARE(client().get("/open", {{"Origin", "http://localhost:3000"}}).status, 200);
    }

    void routesAreFound()
    {
        auto c = client();
        QCOMPARE(c.get("/A/x%20%2F%25y/b").body, "x /%y");
        QCOMPARE(c.get("/tail/a/b%25c=d.ckpt").body, "a/b%c=d.ckpt");
        QCOMPARE(c.get("/tail/").body, "");
        QCOMPARE(c.get("/query?x=1&y=2&x=a+b%2B").body, "1|a b+");
        QCOMPARE(c.get("/a//b").status, 404);
        QCOMPARE(c.get("/missing").errorCode(), u"ENDPOINT_NOT_FOUND"_s);
        QCOMPARE(c.send("PUT", "/open", "x").status, 405);
    }

    void bodiesHaveALimitAndTheConnectionContinues()
    {
        auto c = client();
        QCOMPARE(c.post("/echo", "hello").body, "hello");
        QCOMPARE(c.post("/echo", QByteArray(100000, 'x')).status, 413);
        QCOMPARE(c.post("/echo", "again").body, "again");
        // A handler that does not read the body leaves no data on the connection.
        QCOMPARE(c.post("/deaf", QByteArray(100000, 'x')).status, 400);
        QCOMPARE(c.post("/echo", "still").body, "still");
        QCOMPARE(client("").post("/echo", QByteArray(100000, 'x')).status, 401);
        QCOMPARE(c.send("POST", "/echo").status, 200);
    }

    void filesAreStreamedInWithOrWithoutLength()
    {
        auto c = client();
        const QByteArray big(9'000'001, 'y');
        QCOMPARE(c.send("PUT", "/file/big.bin", big, {{"Content-Type", "application/octet-stream"}}).body,
                 QByteArray::number(big.size()));
        QFile file(m_folder.filePath(u"big.bin"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == big);

        int pieces = 3;
        const auto chunked = c.raw().Put(
            "/file/chunked.bin", {{"Authorization", "Bearer secret"}},
            [&pieces](std::size_t, httplib::DataSink &sink) {
                if (pieces-- > 0)
                    sink.write("abc", 3);
                else
                    sink.done();
                return true;
            },
            "application/octet-stream");
        QVERIFY(chunked);
        QCOMPARE(chunked->body, std::string("9"));
    }

    void rangesOfFiles_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << QByteArray() << 200 << QByteArray("0123456789");
        QTest::newRow("middle") << QByteArray("bytes=2-4") << 206 << QByteArray("234");
        QTest::newRow("tail") << QByteArray("bytes=7-") << 206 << QByteArray("789");
        QTest::newRow("suffix") << QByteArray("bytes=-2") << 206 << QByteArray("89");
        QTest::newRow("at the end") << QByteArray("bytes=10-") << 416 << QByteArray();
        QTest::newRow("behind") << QByteArray("bytes=11-20") << 416 << QByteArray();
    }
    void rangesOfFiles()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        httplib::Headers headers;
        if (!range.isEmpty())
            headers.emplace("Range", range.toStdString());
        const auto reply = client().get("/file/log.txt", headers);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.body, body);
        if (status == 416)
            QCOMPARE(reply.header("Content-Range"), "bytes */10");
        QCOMPARE(reply.header("Accept-Ranges"), "bytes");
    }

    void emptyAndMissingFiles()
    {
        auto c = client();
        QCOMPARE(c.get("/file/empty.txt").status, 200);
        QCOMPARE(c.get("/file/empty.txt").body, "");
        QCOMPARE(c.get("/file/empty.txt", {{"Range", "bytes=0-"}}).status, 416);
        QCOMPARE(c.get("/file/gone.txt").status, 404);
        const auto head = c.send("HEAD", "/file/log.txt");
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("Content-Length"), "10");
    }

    void waitingRequestsDoNotBlockOthers()
    {
        std::vector<std::thread> waiting;
        std::atomic<int> late = 0;
        for (int i = 0; i < 40; ++i) {
            waiting.emplace_back([this, &late] {
                if (client().get("/slow").body == "late")
                    ++late;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_waiting.load(), 40, 20000);
        QCOMPARE(m_server->idle().count(), 0);
        QCOMPARE(client().get("/open").status, 200);
        release();
        for (std::thread &thread : waiting)
            thread.join();
        QCOMPARE(late.load(), 40);
    }

    void anExceptionBecomesAReply()
    {
        const auto reply = client().get("/throws");
        QCOMPARE(reply.status, 500);
        QVERIFY(reply.body.contains("broken inside"));
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
