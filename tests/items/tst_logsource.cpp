// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/logsource.h"

#include <QTest>

using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestLogSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("all ranks") << u"*"_s << 0;
        QTest::newRow("a rank") << u"rank 12"_s << 1;
        QTest::newRow("a file") << u"azureml-logs/70_driver_log_3.txt"_s << 2;
        QTest::newRow("a file that begins like a rank") << u"rank 1.txt"_s << 2;
        QTest::newRow("no rank is negative") << u"rank -1"_s << 2;
    }

    void textIsReadBack()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        const auto source = logSourceFromText(text);
        QVERIFY(source);
        QCOMPARE(int(source->index()), kind);
        QCOMPARE(toText(*source), text);
    }

    void noTextIsNoSource() { QVERIFY(!logSourceFromText({})); }

    void aSourceMayBeOfOneRank()
    {
        QCOMPARE(rankOf(AllRanks{}), std::optional<int>());
        QCOMPARE(rankOf(RankLogs{7}), std::optional(7));
        QCOMPARE(rankOf(LogFile{u"azureml-logs/70_driver_log_3.txt"_s}), std::optional(3));
        QCOMPARE(rankOf(LogFile{u"azureml-logs/20_image_build_log.txt"_s}), std::optional<int>());
    }

    void onlyAFileHasAPath()
    {
        QCOMPARE(pathOf(LogFile{u"logs/a.txt"_s}), u"logs/a.txt"_s);
        QCOMPARE(pathOf(RankLogs{1}), QString());
        QCOMPARE(pathOf(AllRanks{}), QString());
    }
};

QTEST_APPLESS_MAIN(TestLogSource)
#include "tst_logsource.moc"
