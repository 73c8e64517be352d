// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/linestamp.h"

#include <QDateTime>
#include <QTest>

using namespace Roost;
using namespace Roost::Logs;
using namespace Qt::StringLiterals;

class TestLineStamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTimeOfALineIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("utc");

        QTest::newRow("ISO 8601") << "2026-11-25T10:00:00Z begin"_ba << u"2026-11-25T10:00:00.000Z"_s;
        QTest::newRow("blank") << "2026-11-25 10:00:00 begin"_ba << u"2026-11-25T10:00:00.000Z"_s;
        QTest::newRow("Python's logging") << "2026-11-25 10:00:00,123 INFO begin"_ba << u"2026-11-25T10:00:00.123Z"_s;
        QTest::newRow("in brackets") << "[2026-11-25 10:00:00,123][root][INFO]"_ba << u"2026-11-25T10:00:00.123Z"_s;
        QTest::newRow("more in the brackets") << "[2026-11-25 10:00:00,123 INFO] a"_ba << u"2026-11-25T10:00:00.123Z"_s;
        QTest::newRow("a tenth") << "2026-11-25T10:00:00.5 a"_ba << u"2026-11-25T10:00:00.500Z"_s;
        QTest::newRow("nanoseconds") << "2026-11-25T10:00:00.123456789Z a"_ba << u"2026-11-25T10:00:00.123Z"_s;
        QTest::newRow("slashes") << "2026/11/25 10:00:00 INFO mlflow"_ba << u"2026-11-25T10:00:00.000Z"_s;
        QTest::newRow("east") << "2026-11-25T10:00:00+02:00 a"_ba << u"2026-11-25T08:00:00.000Z"_s;
        QTest::newRow("west") << "2026-11-25T10:00:00.25-0930: a"_ba << u"2026-11-25T19:30:00.250Z"_s;
        QTest::newRow("hours only") << "2026-11-25T10:00:00+01 a"_ba << u"2026-11-25T09:00:00.000Z"_s;
        QTest::newRow("UTC by name") << "2026-11-25 10:00:00 UTC a"_ba << u"2026-11-25T10:00:00.000Z"_s;
        QTest::newRow("seconds") << "1764064800.25 a"_ba << u"2025-11-25T10:00:00.250Z"_s;
        QTest::newRow("whole seconds") << "[1764064800] a"_ba << u"2025-11-25T10:00:00.000Z"_s;
        QTest::newRow("milliseconds") << "1764064800123 a"_ba << u"2025-11-25T10:00:00.123Z"_s;
        QTest::newRow("coloured") << "\x1b[1;32m2026-11-25 10:00:00.5\x1b[0m | a"_ba << u"2026-11-25T10:00:00.500Z"_s;
        QTest::newRow("behind a byte order mark") << "\xef\xbb\xbf"
                                                     "2026-11-25T10:00:00Z a"_ba
                                                  << u"2026-11-25T10:00:00.000Z"_s;
        QTest::newRow("leap second") << "2016-12-31T23:59:60Z a"_ba << u"2017-01-01T00:00:00.000Z"_s;
        QTest::newRow("alone") << "2026-11-25T10:00:00Z"_ba << u"2026-11-25T10:00:00.000Z"_s;
    }
    void theTimeOfALineIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, utc);
        const auto stamp = LineStamp::of(QByteArray(line + '\n').repeated(2), QTimeZone::UTC);
        QVERIFY(stamp);
        const auto time = stamp->timeOf(line);
        QVERIFY(time);
        QCOMPARE(toDateTime(*time).toString(Qt::ISODateWithMs), utc);
    }

    void numbersThatOnlyLookLikeATime_data()
    {
        QTest::addColumn<QByteArray>("line");

        QTest::newRow("no day") << "2026-02-30 10:00:00 a"_ba;
        QTest::newRow("no hour") << "2026-11-25 24:00:00 a"_ba;
        QTest::newRow("no time") << "2026-11-25 a"_ba;
        QTest::newRow("no seconds") << "2026-11-25 10:00 a"_ba;
        QTest::newRow("mixed signs") << "2026-11/25 10:00:00 a"_ba;
        QTest::newRow("goes on") << "2026-11-25 10:00:00abc"_ba;
        QTest::newRow("short number") << "17640648 samples"_ba;
        QTest::newRow("long number") << "17640648001234 samples"_ba;
        QTest::newRow("small number") << "0000000012 samples"_ba;
        QTest::newRow("behind words") << "INFO 2026-11-25 10:00:00 a"_ba;
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("half a colour") << "\x1b[3"_ba;
        QTest::newRow("cut short") << "[2026-11-25 10:00:"_ba;
    }
    void numbersThatOnlyLookLikeATime()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!LineStamp::of(QByteArray(line + '\n').repeated(2), QTimeZone::UTC));
    }

    void theFormIsThatOfTheFirstLines()
    {
        const auto stamp =
            LineStamp::of("Starting on node-3\n\n2026-11-25 10:00:00,100 INFO a\nTraceback\n", QTimeZone::UTC);
        QVERIFY(stamp);
        QVERIFY(stamp->timeOf("2026-11-25 10:00:00,200 INFO b"));
        QVERIFY(!stamp->timeOf("2026-11-25T10:00:00 is the day of the data"));
        QVERIFY(!stamp->timeOf("1764064800.25"));
        QVERIFY(!stamp->timeOf("Traceback (most recent call last):"));
    }

    void aFewLinesDoNotDecide()
    {
        QVERIFY(!LineStamp::of("2026-11-25 10:00:00 a\nb\nc\nd\ne\n", QTimeZone::UTC)); // one line in five is not
                                                                                        // enough
        QVERIFY(!LineStamp::of("1764064800\n", QTimeZone::UTC));                        // may be any number
        QVERIFY(!LineStamp::of({}, QTimeZone::UTC));
    }

    void localTimesAreThoseOfTheZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        const auto stamp = LineStamp::of("2026-11-25 10:00:00 a\n", berlin);
        QVERIFY(stamp);
        const auto utc = [&](QByteArrayView line) { return toDateTime(stamp->timeOf(line)).time(); };
        QCOMPARE(utc("2026-11-25 10:00:00 winter"), QTime(9, 0));
        QCOMPARE(utc("2026-07-25 10:00:00 summer"), QTime(8, 0));
        QCOMPARE(utc("2026-03-29 01:59:59 before the change"), QTime(0, 59, 59));
        QCOMPARE(utc("2026-03-29 03:00:00 after it"), QTime(1, 0));
    }
};

QTEST_GUILESS_MAIN(TestLineStamp)
#include "tst_linestamp.moc"
