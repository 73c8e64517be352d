// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/apierror.h"
#include "models/wire/errors.h"
#include "models/wire/httptime.h"
#include "models/wire/json.h"
#include "models/wire/jsontext.h"
#include "models/wire/mlflow/mlflowerror.h"

#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

class TestWireJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreWrittenAsObjectsAre()
    {
        const QString odd = u"a\"b\\c\n\r\t\x01\x7f ü日本🎉 \u2028 /"_s;
        JsonText json;
        json.beginObject();
        json.pair("text", odd);
        json.pair("empty", QString());
        json.pair("yes", true);
        json.pair("whole", std::numeric_limits<qint64>::min());
        json.key("list");
        json.beginList();
        for (const double number : {0.1, -1e300, 5e-324, 3.0})
            json.value(number);
        json.value(std::nan(""));
        json.value(-std::numeric_limits<double>::infinity());
        json.beginObject();
        json.endObject();
        json.beginList();
        json.endList();
        json.endList();
        json.endObject();
        const auto read = parseObject(json.take());
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        const QJsonObject wanted{
            {u"text"_s, odd},
            {u"empty"_s, u""_s},
            {u"yes"_s, true},
            {u"whole"_s, std::numeric_limits<qint64>::min()},
            {u"list"_s, QJsonArray{0.1, -1e300, 5e-324, 3.0, u"NaN"_s, u"-Infinity"_s, QJsonObject(), QJsonArray()}}};
        QCOMPARE(*read, wanted);
    }

    void invalidBareNumbers()
    {
        // Not a raw string, because moc cannot parse one with an escaped quote.
        const auto json = parseObject("{\"a\":NaN,\"b\":-Infinity,\"c\":\"NaN in a \\\"text\\\"\",\"d\":[Infinity]}");
        QVERIFY(json);
        QVERIFY(std::isnan(*number(json->value("a"_L1))));
        QCOMPARE(*number(json->value("b"_L1)), -std::numeric_limits<double>::infinity());
        QCOMPARE(json->value("c"_L1).toString(), u"NaN in a \"text\""_s);
        QVERIFY(std::isinf(*number(json->value("d"_L1).toArray().first())));
    }

    void hostileBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html>502</html>");
        QTest::newRow("list") << QByteArray("[1,2]");
        QTest::newRow("cut") << QByteArray(R"({"a":{"b":)");
        QTest::newRow("cut NaN") << QByteArray(R"({"a":NaN)");
        QTest::newRow("cut string") << QByteArray("{\"a\":NaN,\"b\\");
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("deep") << QByteArray(100000, '[');
    }
    void hostileBodies()
    {
        QFETCH(QByteArray, body);
        const auto json = parseObject(body);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, ErrorKind::Unreadable);
        QVERIFY(!json.error().text.isEmpty());
    }

    void integersOfAllKinds()
    {
        QCOMPARE(integer(9007199254740993LL), 9007199254740993LL);
        QCOMPARE(integer(u"9007199254740993"_s), 9007199254740993LL);
        QCOMPARE(integer(1.5), 1);
        QCOMPARE(integer(1e300, -1), -1);
        QCOMPARE(integer(u"x"_s, -1), -1);
        QCOMPARE(integer(QJsonValue(), 7), 7);
        QCOMPARE(integer(QJsonObject(), 7), 7);
    }

    void numbersRoundTrip()
    {
        for (const double value : {0.0, -1.5, 1e300, 5e-324})
            QCOMPARE(*number(fromNumber(value)), value);
        QVERIFY(std::isnan(*number(fromNumber(std::nan("")))));
        QCOMPARE(fromNumber(std::numeric_limits<double>::infinity()), QJsonValue(u"Infinity"_s));
        QVERIFY(!number(QJsonValue(true)));
        QVERIFY(!number(QJsonValue(u"loss"_s)));
    }

    void timesOfAllForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("utc") << u"2026-11-23T06:01:03.250Z"_s;
        QTest::newRow("seven digits") << u"2026-11-23T06:01:03.2500000Z"_s;
        QTest::newRow("offset") << u"2026-11-23T07:01:03.25+01:00"_s;
        QTest::newRow("no zone") << u"2026-11-23T06:01:03.250"_s;
        QTest::newRow("plus zero") << u"2026-11-23T06:01:03.2500000+00:00"_s;
    }
    void timesOfAllForms()
    {
        QFETCH(QString, text);
        QCOMPARE(fromUtc(utc(text)).toString(), u"2026-11-23T06:01:03.250Z"_s);
    }

    void invalidTimes()
    {
        QVERIFY(!utc(u"yesterday"_s).isValid());
        QVERIFY(!utc(QJsonValue()).isValid());
        QVERIFY(fromUtc({}).isNull());
        QVERIFY(!fromMilliseconds(0).isValid());
        QVERIFY(!fromMilliseconds(QJsonValue()).isValid());
        QCOMPARE(fromMilliseconds(u"1000"_s).toMSecsSinceEpoch(), 1000);
    }

    void durations()
    {
        QCOMPARE(durationSeconds(u"PT6H"_s), 21600);
        QCOMPARE(durationSeconds(u"PT120S"_s), 120);
        QCOMPARE(durationSeconds(u"P1DT2H3M4.5S"_s), 93784);
        QCOMPARE(durationSeconds(toDuration(77)), 77);
        for (const auto &bad : {u""_s, u"P"_s, u"PT"_s, u"6H"_s, u"PT6X"_s, u"P1DT"_s, u"PT99999999999999H"_s})
            QVERIFY2(!durationSeconds(bad), qPrintable(bad));
    }

    void stringsOfAnything()
    {
        const auto map =
            strings(QJsonObject{{u"a"_s, 1}, {u"b"_s, true}, {u"c"_s, QJsonValue()}, {u"d"_s, QJsonArray{1}}});
        QCOMPARE(map, (StringMap{{u"a"_s, u"1"_s}, {u"b"_s, u"true"_s}, {u"d"_s, u"[1]"_s}}));
    }

    void errorsOfAllPlanes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("arm") << 404 << QByteArray(R"({"error":{"code":"NotFound","message":"No job x."}})")
                             << ErrorKind::NotFound << u"No job x."_s;
        QTest::newRow("details") << 400 << QByteArray(R"({"error":{"code":"Bad","details":[{"message":"inner"}]}})")
                                 << ErrorKind::Rejected << u"inner"_s;
        QTest::newRow("capitals") << 400 << QByteArray(R"({"Error":{"Code":"UserError","Message":"Wrong."}})")
                                  << ErrorKind::Rejected << u"Wrong."_s;
        QTest::newRow("mlflow") << 404 << QByteArray(R"({"error_code":"RESOURCE_DOES_NOT_EXIST","message":"No run."})")
                                << ErrorKind::NotFound << u"No run."_s;
        QTest::newRow("xml") << 403
                             << QByteArray(
                                    "<?xml?><Error><Code>Auth</Code><Message>a &lt; b\nRequestId</Message></Error>")
                             << ErrorKind::Denied << u"a < b"_s;
        QTest::newRow("plain") << 403 << QByteArray("Invalid Host header") << ErrorKind::Denied
                               << u"Invalid Host header"_s;
        QTest::newRow("html") << 502 << QByteArray("<html><title>Bad Gateway</title></html>") << ErrorKind::Unreachable
                              << u"Bad Gateway"_s;
        QTest::newRow("oauth") << 401 << QByteArray(R"({"error":"invalid_grant","error_description":"Expired."})")
                               << ErrorKind::Denied << u"Expired."_s;
        QTest::newRow("broken") << 500 << QByteArray("{\"error\":") << ErrorKind::Failed << u"{\"error\":"_s;
        QTest::newRow("empty") << 409 << QByteArray() << ErrorKind::Conflict
                               << u"It already exists, or was changed meanwhile."_s;
    }
    void errorsOfAllPlanes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto error = errorFromReply(status, body);
        QTEST(error.kind, "kind");
        QTEST(error.text, "text");
        QVERIFY(error.detail.startsWith(u"HTTP %1"_s.arg(status)));
    }

    void timesOfHeaders()
    {
        const QDateTime time(QDate(2026, 11, 23), QTime(6, 0), QTimeZone::UTC);
        QCOMPARE(httpTime(time), QByteArray("Mon, 23 Nov 2026 06:00:00 GMT"));
        QCOMPARE(timeFromHttp(httpTime(time)), time);
        QVERIFY(!timeFromHttp("120").isValid());
    }

    void errorsAreThrownAndCaught()
    {
        const auto failed = resultOf([]() -> int { throw ApiError(ErrorKind::Conflict, u"Taken."_s); });
        QCOMPARE(failed.error(), (Error{ErrorKind::Conflict, u"Taken."_s, {}}));
        QCOMPARE(resultOf([] { return 3; }), Result<int>(3));
        QVERIFY(resultOf([] {}).has_value());
        QCOMPARE(valueOf(Result<int>(3)), 3);
        QVERIFY_THROWS_EXCEPTION(ApiError, valueOf(Result<void>(failure(ErrorKind::Failed, u"Gone."_s))));
        const ApiError own(409, u"BlobAlreadyExists"_s, u"It exists."_s);
        QCOMPARE(own.error().kind, ErrorKind::Conflict);
        QCOMPARE(own.status(), 409);
        QVERIFY(!ApiError(ErrorKind::Conflict, u"It exists."_s).status());
    }

    void writtenErrorsAreRead()
    {
        for (const auto kind : {ErrorKind::Denied, ErrorKind::NotFound, ErrorKind::Conflict, ErrorKind::Rejected,
                                ErrorKind::Unreachable, ErrorKind::Failed}) {
            const Error error{kind, u"Why <it> \"failed\"."_s, {}};
            for (const auto &body : {print(armError(error)), print(mlflowError(error)),
                                     print(dataPlaneError(error, u"r"_s, u"t"_s)), blobError(u"Code"_s, error.text)}) {
                const auto read = errorFromReply(statusOfKind(kind), body);
                QCOMPARE(read.kind, kind);
                QCOMPARE(read.text, error.text);
                QVERIFY(!errorCode(body).isEmpty());
            }
        }
        QCOMPARE(runErrorText(runError(u"Rank 3 died."_s)), u"Rank 3 died."_s);
        QVERIFY(runErrorText({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWireJson)
#include "tst_wirejson.moc"
