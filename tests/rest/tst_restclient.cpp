// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restclient.h"
#include "tests/support/fakenetworkaccess.h"
#include "tests/support/wait.h"

#include <QJsonObject>
#include <QTemporaryFile>

#include <optional>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Rest;
using namespace Qt::StringLiterals;

namespace {

const QUrl base(u"https://host.test"_s);

QUrl at(const QString &path)
{
    return base.resolved(QUrl(path));
}

class CountingCredential : public Credential
{
public:
    int forgotten = 0;
    Future<QByteArray> token() override { return readyFuture<QByteArray>("token" + QByteArray::number(forgotten)); }
    void forget() override { ++forgotten; }
};

class MovedService : public Reconnector
{
public:
    int reconnects = 0;
    QString now = u"host.test"_s;
    QUrl current(const QUrl &url) const override
    {
        auto moved = url;
        moved.setHost(now);
        return moved;
    }
    Future<void> reconnect() override
    {
        ++reconnects;
        now = u"elsewhere.test"_s;
        return readyFuture<void>({});
    }
};

} // namespace

class TestRestClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeNetworkAccess> m_net;
    std::unique_ptr<RestClient> m_client;
    std::shared_ptr<CountingCredential> m_credential;

private Q_SLOTS:
    void init()
    {
        m_net = std::make_unique<FakeNetworkAccess>();
        m_credential = std::make_shared<CountingCredential>();
        m_client = std::make_unique<RestClient>(m_net.get(), m_credential);
        m_client->setRetryPolicy({.retries = 3, .firstDelayMs = 1, .longestDelayMs = 3000, .connectMs = 1000});
        m_client->trust(base);
    }

    void cleanup()
    {
        m_client.reset();
        m_net.reset();
    }

    void readsJson()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json(R"({"x":1})"));
        ROOST_GET(json, m_client->get(at(u"/a"_s)));
        QCOMPARE(json.value("x"_L1).toInt(), 1);
        QCOMPARE(m_net->requests.first().header("Authorization"), "Bearer token0");
    }

    void sendsBodies_data()
    {
        QTest::addColumn<QByteArray>("verb");
        for (const auto *verb : {"POST", "PUT", "PATCH"})
            QTest::newRow(verb) << QByteArray(verb);
    }
    void sendsBodies()
    {
        QFETCH(QByteArray, verb);
        m_net->on(verb, u"/a"_s, FakeAnswer::json("{}"));
        const QJsonObject body{{u"k"_s, u"v"_s}};
        if (verb == "POST") {
            ROOST_GET(done, m_client->post(at(u"/a"_s), body));
        } else if (verb == "PUT") {
            ROOST_GET(done, m_client->put(at(u"/a"_s), body));
        } else {
            ROOST_GET(done, m_client->patch(at(u"/a"_s), body));
        }
        QCOMPARE(m_net->requests.first().body, R"({"k":"v"})");
        QCOMPARE(m_net->requests.first().header("Content-Type"), "application/json");
    }

    void errorsHaveKindAndWords()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json(R"({"error":{"code":"X","message":"No such run."}})", 404));
        const auto result = waitFor(m_client->get(at(u"/a?sig=1&secret=2"_s)));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QCOMPARE(result.error().text, u"No such run."_s);
        QVERIFY(!result.error().detail.contains(u"secret"_s));
    }

    void repeatsTemporaryFailures()
    {
        m_net->on("GET", u"/a"_s, {FakeAnswer::json("{}", 503), FakeAnswer::refused(), FakeAnswer::json(R"({"x":1})")});
        ROOST_GET(json, m_client->get(at(u"/a"_s)));
        QCOMPARE(json.value("x"_L1).toInt(), 1);
        QCOMPARE(m_net->requests.size(), 3);
    }

    void givesUpAfterAllRetries()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::refused());
        const auto result = waitFor(m_client->get(at(u"/a"_s)));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
        QVERIFY(result.error().text.contains(u"host.test"_s));
        QCOMPARE(m_net->requests.size(), 4);
    }

    void neverRepeatsAPostThatMayHaveArrived()
    {
        m_net->on("POST", u"/a"_s, FakeAnswer::json("{}", 503));
        QVERIFY(!waitFor(m_client->post(at(u"/a"_s), {})));
        QCOMPARE(m_net->requests.size(), 1);
        m_net->on("POST", u"/b"_s, {FakeAnswer::json("{}", 503), FakeAnswer::json("{}")});
        ROOST_GET(query, m_client->query(at(u"/b"_s), {}));
        QCOMPARE(m_net->count("POST", u"/b"_s), 2);
    }

    void neverRepeatsARefusal()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json("{}", 400));
        QCOMPARE(waitFor(m_client->get(at(u"/a"_s))).error().kind, ErrorKind::Rejected);
        QCOMPARE(m_net->requests.size(), 1);
    }

    void waitsAsLongAsRetryAfterSays()
    {
        auto busy = FakeAnswer::json("{}", 429);
        busy.headers.emplaceBack("Retry-After", "1");
        m_net->on("POST", u"/a"_s, {busy, FakeAnswer::json("{}")});
        // A request whose retries take 140 ms ends before the second attempt of this one.
        m_client->setRetryPolicy({.retries = 3, .firstDelayMs = 20});
        m_net->on("GET", u"/b"_s, {FakeAnswer::refused(), FakeAnswer::refused(), FakeAnswer::json("{}")});
        const auto waiting = m_client->post(at(u"/a"_s), {});
        std::optional<Result<QJsonObject>> got;
        PendingReply<QJsonObject> pending;
        pending.watch(waiting, [&got](Result<QJsonObject> result) { got = std::move(result); });
        ROOST_GET(other, m_client->get(at(u"/b"_s)));
        QVERIFY(!got);
        QTRY_VERIFY(got);
        QVERIFY(*got);
    }

    void doesNotWaitLongerThanAllowed()
    {
        auto busy = FakeAnswer::json("{}", 503);
        busy.headers.emplaceBack("Retry-After", "3600");
        m_net->on("GET", u"/a"_s, busy);
        QVERIFY(!waitFor(m_client->get(at(u"/a"_s))));
        QCOMPARE(m_net->requests.size(), 1);
    }

    void aSilentServerTimesOut()
    {
        m_client->setRetryPolicy({.retries = 0});
        m_net->on("GET", u"/a"_s, FakeAnswer::hang());
        RestRequest request;
        request.url = at(u"/a"_s);
        request.silenceMs = 100;
        const auto result = waitFor(m_client->send(request));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unreachable);
        QVERIFY(m_net->requests.first().aborted);
    }

    void truncatedRepliesAreRequestedAgain()
    {
        m_net->on("GET", u"/a"_s, {FakeAnswer::cut(R"({"x":)"), FakeAnswer::json(R"({"x":1})")});
        ROOST_GET(json, m_client->get(at(u"/a"_s)));
        QCOMPARE(json.value("x"_L1).toInt(), 1);
    }

    void cancelAborts()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::hang());
        PendingReply<QJsonObject> pending;
        pending.watch(m_client->get(at(u"/a"_s)), [](const Result<QJsonObject> &) { QFAIL("canceled"); });
        QTRY_COMPARE(m_net->requests.size(), 1);
        pending.cancel();
        QTRY_VERIFY(m_net->requests.first().aborted);
    }

    void cancelEndsRetries()
    {
        m_client->setRetryPolicy({.retries = 100, .firstDelayMs = 20, .longestDelayMs = 20});
        m_net->on("GET", u"/a"_s, FakeAnswer::refused());
        PendingReply<QJsonObject> pending;
        pending.watch(m_client->get(at(u"/a"_s)), [](const Result<QJsonObject> &) { QFAIL("canceled"); });
        QTRY_VERIFY(m_net->requests.size() >= 2);
        pending.cancel();
        const auto sent = m_net->requests.size();
        // A request that starts now waits for its own retries, with the same delays.
        m_net->on("GET", u"/b"_s, {FakeAnswer::refused(), FakeAnswer::refused(), FakeAnswer::json("{}")});
        ROOST_GET(json, m_client->get(at(u"/b"_s)));
        QCOMPARE(m_net->requests.size(), sent + 3);
    }

    void refusedTokensAreReplacedOnce()
    {
        m_net->on("GET", u"/a"_s, {FakeAnswer::json("{}", 401), FakeAnswer::json("{}")});
        ROOST_GET(json, m_client->get(at(u"/a"_s)));
        QCOMPARE(m_net->requests.last().header("Authorization"), "Bearer token1");
        m_net->on("GET", u"/b"_s, FakeAnswer::json("{}", 401));
        QCOMPARE(waitFor(m_client->get(at(u"/b"_s))).error().kind, ErrorKind::Denied);
        QCOMPARE(m_net->count("GET", u"/b"_s), 2);
    }

    void otherHostsAndSignedAddressesGetNoToken()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json("{}"));
        ROOST_GET(one, m_client->get(QUrl(u"http://other.test/a"_s)));
        QVERIFY(m_net->requests.last().header("Authorization").isEmpty());
        ROOST_GET(two, m_client->get(at(u"/a?sig=abc&se=1"_s)));
        QVERIFY(m_net->requests.last().header("Authorization").isEmpty());
        ROOST_GET(three, m_client->get(QUrl(u"https://host.test:81/a"_s)));
        QVERIFY(m_net->requests.last().header("Authorization").isEmpty());
    }

    void plainHttpSendsNoTokenToAnotherMachine()
    {
        const QUrl plain(u"http://host.test/a"_s);
        m_client->trust(plain);
        const auto refused = waitFor(m_client->get(plain));
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"plain http"_s), qPrintable(refused.error().text));
        QCOMPARE(m_net->requests.size(), 0);

        m_net->on("GET", u"/a"_s, FakeAnswer::json("{}"));
        RestClient allowed(m_net.get(), std::make_shared<StaticCredential>("token", true));
        allowed.trust(plain);
        ROOST_GET(json, allowed.get(plain));
        QCOMPARE(m_net->requests.last().header("Authorization"), "Bearer token");
    }

    void aNameAndAPasswordAreBasic()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json("{}"));
        RestClient named(m_net.get(), StaticCredential::basic(u"alice"_s, u"pä:ss"_s));
        named.trust(base);
        ROOST_GET(json, named.get(at(u"/a"_s)));
        QCOMPARE(m_net->requests.last().header("Authorization"), "Basic " + QByteArray("alice:pä:ss").toBase64());
    }

    void rangeRules_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<qint64>("size");
        QTest::newRow("part") << 206 << QByteArray("bytes 5-9/20") << QByteArray("fghij") << 5LL << QByteArray("fghij")
                              << 20LL;
        QTest::newRow("behind the end") << 416 << QByteArray("bytes */5") << QByteArray("<Error/>") << 5LL
                                        << QByteArray() << 5LL;
        QTest::newRow("ignored at 0") << 200 << QByteArray() << QByteArray("abcdefghij") << 0LL << QByteArray("abcde")
                                      << 10LL;
        QTest::newRow("ignored, nothing new") << 200 << QByteArray() << QByteArray("abc") << 5LL << QByteArray() << 3LL;
    }
    void rangeRules()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, body);
        QFETCH(qint64, offset);
        FakeAnswer answer;
        answer.status = status;
        answer.body = body;
        answer.headers = {{"ETag", "\"e1\""}};
        if (!contentRange.isEmpty())
            answer.headers.emplaceBack("Content-Range", contentRange);
        m_net->on("GET", u"/log"_s, answer);
        ROOST_GET(chunk, m_client->getRange(at(u"/log"_s), offset, 5));
        QTEST(chunk.data, "data");
        QTEST(chunk.size, "size");
        QCOMPARE(chunk.offset, offset);
        QCOMPARE(chunk.etag, u"\"e1\""_s);
        QCOMPARE(m_net->requests.first().header("Range"),
                 "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + 4));
    }

    void ignoredRangesInsideAFileAreRejected()
    {
        FakeAnswer answer;
        answer.body = "abcdefghij";
        m_net->on("GET", u"/log"_s, answer);
        QCOMPARE(waitFor(m_client->getRange(at(u"/log"_s), 5, 5)).error().kind, ErrorKind::Rejected);
    }

    void aMissingFileIsNotFound()
    {
        QCOMPARE(waitFor(m_client->getRange(at(u"/none"_s), 0, 5)).error().kind, ErrorKind::NotFound);
    }

    void hugeRepliesAreRefused()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::json(QByteArray(2000, 'x')));
        RestRequest request;
        request.url = at(u"/a"_s);
        request.limit = 1000;
        QCOMPARE(waitFor(m_client->send(request)).error().kind, ErrorKind::Unreadable);
    }

    void savesRepliesToFiles()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        const QByteArray content(5000, 'y');
        m_net->on("GET", u"/a"_s, {FakeAnswer::cut("half"), FakeAnswer::json("{}", 503), FakeAnswer::json(content)});
        RestRequest request;
        request.url = at(u"/a"_s);
        request.replyFile = file.fileName();
        request.limit = 100; // applies to replies in memory
        ROOST_GET(reply, m_client->send(request));
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(file.readAll(), content);
        // An error is an error, with the text of the server.
        m_net->on("GET", u"/b"_s,
                  FakeAnswer::json(R"({"error_code": "RESOURCE_DOES_NOT_EXIST", "message": "gone"})", 404));
        request.url = at(u"/b"_s);
        request.limit = 10000;
        const auto missing = waitFor(m_client->send(request));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(missing.error().text.contains("gone"_L1));
        request.url = at(u"/a"_s);
        request.replyFile = u"/no/such/folder/file"_s;
        QCOMPARE(waitFor(m_client->send(request)).error().kind, ErrorKind::Failed);
    }

    void uploadsFilesWithProgress()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(5000, 'z'));
        file.close();
        m_net->on("PUT", u"/blob"_s, {FakeAnswer::json("{}", 503), FakeAnswer::json("{}", 201)});
        qint64 sent = 0;
        RestRequest request;
        request.method = "PUT";
        request.url = at(u"/blob"_s);
        request.bodyFile = file.fileName();
        request.sent = [&sent](qint64 bytes) { sent = bytes; };
        ROOST_GET(reply, m_client->send(request));
        QCOMPARE(reply.status, 201);
        QCOMPARE(sent, 5000);
        QCOMPARE(m_net->requests.last().body.size(), 5000);
        request.bodyFile = u"/no/such/file"_s;
        QCOMPARE(waitFor(m_client->send(request)).error().kind, ErrorKind::Failed);
    }

    void followsAServiceThatMoved()
    {
        const auto moved = std::make_shared<MovedService>();
        m_client->setReconnector(moved);
        m_net->answer = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.url.host() == "elsewhere.test"_L1 ? FakeAnswer::json(R"({"x":2})") : FakeAnswer::refused();
        };
        // Even a POST request is repeated, because no program has received it.
        ROOST_GET(json, m_client->post(at(u"/a"_s), {}));
        QCOMPARE(json.value("x"_L1).toInt(), 2);
        QCOMPARE(moved->reconnects, 1);
        ROOST_GET(second, m_client->get(at(u"/a"_s)));
        QCOMPARE(moved->reconnects, 1);
    }

    void deletionDropsRequestsSilently()
    {
        m_net->on("GET", u"/a"_s, FakeAnswer::hang());
        const auto answer = m_client->get(at(u"/a"_s));
        QTRY_COMPARE(m_net->requests.size(), 1);
        m_client.reset();
        QVERIFY(m_net->requests.first().aborted);
        QCOMPARE(waitFor(answer).error().kind, ErrorKind::Failed);
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
