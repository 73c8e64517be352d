// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules for whole strings: text after a valid value, above all a line break, makes it invalid.
#include "models/core/compute.h"
#include "models/core/environment.h"
#include "models/core/job.h"
#include "models/core/logpath.h"
#include "models/core/model.h"
#include "models/core/wholematch.h"

#include <QTest>

using namespace Roost;
using namespace Qt::StringLiterals;

class TestWholeMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matchesOnlyTheWholeText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("first alternative") << u"cat"_s << true;
        QTest::newRow("last alternative") << u"dog7"_s << true;
        QTest::newRow("a line break behind") << u"cat\n"_s << false;
        QTest::newRow("another line") << u"cat\ndog1"_s << false;
        QTest::newRow("a line break before") << u"\ncat"_s << false;
        QTest::newRow("carriage return") << u"cat\r"_s << false;
        QTest::newRow("two breaks") << u"dog7\r\n"_s << false;
        QTest::newRow("NUL") << u"cat"_s + QChar(0) << false;
        QTest::newRow("text behind") << u"cats"_s << false;
        QTest::newRow("text before") << u"a dog7"_s << false;
    }

    void matchesOnlyTheWholeText()
    {
        QFETCH(QString, text);
        QTEST(wholeMatch(u"cat|dog\\d+"_s).match(text).hasMatch(), "fits");
    }

    void namesEndWithTheirLastLetter_data()
    {
        QTest::addColumn<QString>("behind");
        QTest::newRow("line feed") << u"\n"_s;
        QTest::newRow("carriage return") << u"\r"_s;
        QTest::newRow("both") << u"\r\n"_s;
        QTest::newRow("line separator") << QString(QChar(0x2028));
        QTest::newRow("NUL") << QString(QChar(0));
    }

    void namesEndWithTheirLastLetter()
    {
        QFETCH(QString, behind);
        QVERIFY(!whyNotAJobName(u"run"_s + behind).isEmpty());
        QVERIFY(!whyNotAModelName(u"birds"_s + behind).isEmpty());
        QVERIFY(!whyNotAnEnvironmentName(u"torch"_s + behind).isEmpty());
        QVERIFY(!whyNotAComputeName(u"cluster"_s + behind).isEmpty());
        QVERIFY(!rankOfLog(u"user_logs/std_log_process_1.txt"_s + behind));
        QVERIFY(whyNotAJobName(u"run"_s).isEmpty() && whyNotAComputeName(u"cluster"_s).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWholeMatch)
#include "tst_wholematch.moc"
