// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadsample.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Load;
using namespace Qt::StringLiterals;

class TestLoadSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSampleSurvivesItsLine()
    {
        LoadSample sample;
        sample.node = {u"node"_s, timePointFromMs(1'800'000'000'123), 8, 12.5, 10, 20, 30, 40, 1.5, 2.5, 3.5, 4.5, {}};
        sample.node.gpus = {{1, u"GPU"_s, 50, 5, 6, 7.5, std::nullopt}, {2, u"Divided"_s, std::nullopt, 1, 2, {}, {}}};
        sample.networkReceived = 1LL << 40;
        sample.networkSent = 7;
        sample.ranks = {{0, 99.5, 1LL << 33, 1, 2, 3, 4, {{1, 5}}}, {63, 0, 0, 0, 0, 1, 1, {}}};
        sample.notice = u"Something is not measured."_s;
        const QByteArray line = toLine(sample);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        const auto read = sampleFrom(line);
        QVERIFY(read);
        QCOMPARE(*read, sample);
    }

    void whatIsNotKnownStaysUnknown()
    {
        LoadSample sample;
        sample.node.time = timePointFromMs(1);
        const auto read = sampleFrom(toLine(sample));
        QVERIFY(read);
        QCOMPARE(*read, sample);
        QCOMPARE(read->node.memoryUsed, -1);
    }

    void damagedLinesAreNoSamples()
    {
        LoadSample sample;
        sample.node.time = timePointFromMs(1);
        const QByteArray line = toLine(sample);
        for (qsizetype size = 0; size < line.size() - 1; ++size)
            QVERIFY(!sampleFrom(line.first(size)));
        QVERIFY(!sampleFrom("[]"));
        QVERIFY(!sampleFrom(R"({"node": 3})"));
        QVERIFY(sampleFrom(R"({"node": {"time": 5}, "ranks": [3, {"gpuMemory": []}]})"));
    }
};

QTEST_GUILESS_MAIN(TestLoadSample)

#include "tst_loadsample.moc"
