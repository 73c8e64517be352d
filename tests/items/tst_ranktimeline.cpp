// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranktimeline.h"
#include "tests/items/rankactivity.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

qint64 linesOf(const QList<TimelineCell> &cells)
{
    qint64 lines = 0;
    for (const TimelineCell &cell : cells)
        lines += cell.lines;
    return lines;
}

} // namespace

class TestRankTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsCountedInItsCell()
    {
        const RunActivity activity = RankActivity(4, 60s).error(3, 15s).make();
        RankTimeline timeline;
        timeline.setActivity(activity);
        QCOMPARE(timeline.count(), 4);
        QCOMPARE(timeline.range(), (TimeRange{ActivityBegin, ActivityBegin + 59750ms}));
        const auto cells = timeline.cells({ActivityBegin, ActivityBegin + 60s}, 4, 60);
        QCOMPARE(linesOf(cells), 4 * 120);
        for (int rank = 0; rank < 4; ++rank) {
            for (int column = 0; column < 60; ++column) {
                const TimelineCell &cell = cells.at(rank * 60 + column);
                QCOMPARE(cell.lines, 2);
                QCOMPARE(cell.errors, rank == 3 && column == 15 ? 1 : 0);
            }
        }
    }

    void fewerRowsCombineNeighbours()
    {
        RankTimeline timeline;
        timeline.setActivity(RankActivity(1000, 4s).make());
        const auto cells = timeline.cells({ActivityBegin, ActivityBegin + 4s}, 96, 4);
        QCOMPARE(cells.size(), 96 * 4);
        QCOMPARE(linesOf(cells), 1000 * 8);
        int next = 0;
        for (int row = 0; row < 96; ++row) {
            const auto [first, last] = timeline.rowsOfBand(row, 96);
            QCOMPARE(first, next);
            QVERIFY(last >= first);
            next = last + 1;
        }
        QCOMPARE(next, 1000);
    }

    void aBucketWiderThanAColumnFillsAllItsColumns()
    {
        RankTimeline timeline;
        timeline.setActivity(RankActivity(1, 10s, 1s).make());
        const auto cells = timeline.cells({ActivityBegin, ActivityBegin + 1s}, 1, 100);
        for (int column = 0; column < 100; ++column)
            QCOMPARE(cells.at(column).any, column < 25);
    }

    void zoomedRangesContainTheirLines()
    {
        RankTimeline timeline;
        timeline.setActivity(RankActivity(2, 60s).silent(1, 30s).make());
        QCOMPARE(linesOf(timeline.cells({ActivityBegin + 20s, ActivityBegin + 40s}, 2, 20)), 40 + 20);
        QCOMPARE(timeline.sum(0, 1, {ActivityBegin + 20s, ActivityBegin + 40s}).lines, 40 + 20);
        QVERIFY(!timeline.sum(1, 1, {ActivityBegin + 31s, ActivityBegin + 40s}).any);
        QCOMPARE(timeline.rowOf(1), 1);
        QVERIFY(!timeline.rowOf(7));
    }

    void withoutRanksEachLogHasARow()
    {
        RunActivity activity = RankActivity(2, 5s).make();
        for (LogActivity &log : activity.logs)
            log.rank.reset();
        RankTimeline timeline;
        timeline.setActivity(activity);
        QCOMPARE(timeline.count(), 2);
        QVERIFY(!timeline.rank(0));
        QCOMPARE(timeline.path(1), activity.logs.at(1).path);
        timeline.setActivity({});
        QVERIFY(timeline.isEmpty());
        QVERIFY(timeline.range().isEmpty());
        QVERIFY(timeline.cells({ActivityBegin, ActivityBegin + 10ms}, 0, 0).isEmpty());
    }

    void changesAreMergedIntoTheKnownActivity()
    {
        // The activity arrives in two parts, both of which contain the bucket at the boundary.
        RunActivity whole = RankActivity(2, 20s).make();
        RunActivity early = whole;
        RunActivity late = whole;
        late.isFull = false;
        late.cursor = u"c.2"_s;
        for (int i = 0; i < 2; ++i) {
            auto &first = early.logs[i].buckets;
            first = first.first(20);
            first.last().lines = 0; // the bucket had just begun
            late.logs[i].buckets = whole.logs.at(i).buckets.sliced(19);
        }
        RunActivity known = merged(early, late);
        QCOMPARE(known.logs, whole.logs);
        QCOMPARE(known.cursor, u"c.2"_s);
        late.logs[0].restarts = 1;
        known = merged(known, late);
        QCOMPARE(known.logs.at(0).buckets, late.logs.at(0).buckets);
        late.isFull = true;
        QCOMPARE(merged(known, late), late);
    }
};

QTEST_GUILESS_MAIN(TestRankTimeline)
#include "tst_ranktimeline.moc"
