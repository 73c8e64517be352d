// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/format.h"
#include "models/items/base/longwork.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void durations_data();
    void durations();
    void relativeTimes();
    void numbers();
    void bytes();
    void idsAreCutInTheMiddle();
    void namesDoNotReverseTheTextAroundThem_data();
    void namesDoNotReverseTheTextAroundThem();
    void longWork();
};

void TestFormat::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(-1) << QString();
    QTest::newRow("zero") << qint64(999) << u"0:00"_s;
    QTest::newRow("seconds") << qint64(4'000) << u"0:04"_s;
    QTest::newRow("minutes") << qint64(192'000) << u"3:12"_s;
    QTest::newRow("just under an hour") << qint64(3'599'999) << u"59:59"_s;
    QTest::newRow("hours") << qint64(3'840'000) << u"1 h 04 min"_s;
    QTest::newRow("days") << qint64(2 * 86'400'000 + 3 * 3'600'000) << u"2 d 03 h"_s;
}

void TestFormat::durations()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(Format::duration(milliseconds), text);
}

void TestFormat::relativeTimes()
{
    const QDateTime now(QDate(2026, 6, 15), QTime(23, 0, 0));
    QCOMPARE(Format::relative(now, now), u"now"_s);
    QCOMPARE(Format::relative(now.addSecs(-20), now), u"20 s ago"_s);
    QCOMPARE(Format::relative(now.addSecs(-185), now), u"3 min ago"_s);
    QCOMPARE(Format::relative(now.addSecs(-2 * 3600), now), u"2 h ago"_s);
    QVERIFY(Format::relative(now.addSecs(-13 * 3600), now).startsWith(u"today "_s));
    QVERIFY(Format::relative(now.addDays(-1), now).startsWith(u"yesterday "_s));
    QVERIFY(Format::relative(now.addDays(-40), now).startsWith(u"6 May "_s));
    QCOMPARE(Format::relative(now.addYears(-1), now), u"15 Jun 2025"_s);
    QCOMPARE(Format::relative({}, now), QString());
}

void TestFormat::numbers()
{
    QCOMPARE(Format::number(0.97123456), u"0.9712"_s);
    QCOMPARE(Format::number(0.00001234), u"1.234e-05"_s);
    QCOMPARE(Format::number(12350.4), u"12350"_s);
    QCOMPARE(Format::number(std::numeric_limits<double>::quiet_NaN()), u"NaN"_s);
    QCOMPARE(Format::number(-std::numeric_limits<double>::infinity()), u"−∞"_s);
    QCOMPARE(Format::exactNumber(0.1), u"0.1"_s);
    QCOMPARE(Format::exactNumber(0.30000000000000004).toDouble(), 0.30000000000000004);
}

void TestFormat::bytes()
{
    QCOMPARE(Format::bytes(-1), QString());
    QCOMPARE(Format::bytes(512), u"512 B"_s);
    QCOMPARE(Format::bytes(3'200'000), u"3.2 MB"_s);
}

void TestFormat::idsAreCutInTheMiddle()
{
    QCOMPARE(Format::shortened(u"calm-finch-42"_s, 20), u"calm-finch-42"_s);
    const QString cut = Format::shortened(u"00000000-1111-2222-3333-444444444444"_s, 11);
    QCOMPARE(cut, u"00000…44444"_s);
}

void TestFormat::namesDoNotReverseTheTextAroundThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"calm-finch 3 & <b>"_s << u"calm-finch 3 & <b>"_s;
    QTest::newRow("override") << u"a\u202Eb"_s << u"\u2068ab\u2069"_s;
    QTest::newRow("closes its isolate") << u"a\u2069\u202Eb"_s << u"\u2068ab\u2069"_s;
    QTest::newRow("embedding") << u"\u202Ba\u202C"_s << u"\u2068a\u2069"_s;
    QTest::newRow("Hebrew") << u"\u05D0\u05D1"_s << u"\u2068\u05D0\u05D1\u2069"_s;
    QTest::newRow("Adlam, beyond 16 bits") << u"\U0001E900"_s << u"\u2068\U0001E900\u2069"_s;
    QTest::newRow("line breaks") << u"a\nb\u2028c\u0085d\u001Be"_s << u"a b c d e"_s;
    QTest::newRow("emoji") << u"\U0001F426 run"_s << u"\U0001F426 run"_s;
}

void TestFormat::namesDoNotReverseTheTextAroundThem()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QCOMPARE(Format::isolated(name), shown);
}

void TestFormat::longWork()
{
    int stopped = 0;
    LongWork work(u"Uploading"_s, [&stopped] { ++stopped; });
    QSignalSpy finished(&work, &LongWork::finished);
    work.report(1'200'000, 3'400'000, LongWork::Unit::Bytes, u"train.py"_s);
    QCOMPARE(work.line(), u"Uploading: train.py, 1.2 MB of 3.4 MB"_s);
    QVERIFY(work.canCancel());
    work.cancel();
    work.cancel();
    QCOMPARE(stopped, 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(work.state(), LongWork::State::Canceled);
    work.succeed(u"late"_s);
    QCOMPARE(work.state(), LongWork::State::Canceled);

    LongWork download(u"Downloading birds version 1"_s);
    download.succeed(u"Saved model.pt in /tmp"_s);
    QCOMPARE(download.line(), u"Saved model.pt in /tmp"_s);
    LongWork broken(u"Downloading birds version 1"_s);
    broken.fail({ErrorKind::Failed, u"The disk is full."_s, {}});
    QCOMPARE(broken.line(), u"Downloading birds version 1: The disk is full."_s);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
