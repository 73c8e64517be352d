// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/rankactivity.h"
#include "models/items/ranks/ranklag.h"
#include "models/items/ranks/ranksteps.h"
#include "models/items/ranks/ranktext.h"
#include "tests/items/rankactivity.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QSet<int> firstRanks(int count)
{
    QSet<int> ranks;
    for (int i = 0; i < count; ++i)
        ranks += i;
    return ranks;
}

QList<RankLag> lagsOfAll(const RunActivity &activity, int columns, const QHash<int, TimePoint> &ended = {})
{
    return lagsOf(activity, ended, {activity.origin, activity.now}, columns);
}

} // namespace

class TestRankLag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRankIsInStepIfNoneWrites()
    {
        RankActivity ranks(4, 60s);
        for (const int rank : {0, 1, 2, 3})
            ranks.silent(rank, 20s);
        const auto lags = lagsOfAll(ranks.make(), 6);
        QVERIFY(stragglers(lags).isEmpty());
        for (const RankLag &lag : lags) {
            QCOMPARE(lag.cells.at(0), Lag::InStep);
            QCOMPARE(lag.cells.at(5), Lag::NoneWrites);
        }
        QCOMPARE(RankText::lag(Lag::NoneWrites), u"no rank writes"_s);
    }

    void ranksThatWroteLittleAreNotInStepForever()
    {
        // Three lines each at the start, then no rank writes: a hang in the first step.
        RankActivity ranks(4, 60s);
        for (const int rank : {0, 1, 2, 3})
            ranks.silent(rank, 1500ms);
        for (const RankLag &lag : lagsOfAll(ranks.make(), 6)) {
            QCOMPARE(lag.cells.at(1), Lag::NoneWrites);
            QCOMPARE(lag.cells.at(5), Lag::NoneWrites);
        }
        // If only rank 0 prints, the other ranks do not count as stalled, and the run is not reported as silent.
        RankActivity quiet(4, 60s);
        for (const int rank : {1, 2, 3})
            quiet.silent(rank, 1500ms);
        for (const RankLag &lag : lagsOfAll(quiet.make(), 6))
            QVERIFY2(lag.cells.at(5) != Lag::NoneWrites && lag.cells.at(5) != Lag::Stalled,
                     qPrintable(RankText::lag(lag.cells.at(5))));
    }

    void noRankIsStalledWhileAllWrite()
    {
        const RankActivity ranks(4, 60s);
        QVERIFY(stalledRanks(ranks.make(), firstRanks(4), ranks.now()).isEmpty());
    }

    void aRankThatStopsIsStalledOnceItsRhythmDoesNotExplainIt()
    {
        const auto ranks = RankActivity(8, 60s).silent(5, 18s);
        const RunActivity activity = ranks.make();
        const auto silent = stalledRanks(activity, firstRanks(8), ranks.now());
        QCOMPARE(silent.size(), 1);
        QCOMPARE(silent.first(), (Stall{5, 42500ms, 500ms, true}));
        QCOMPARE(RankText::stall(silent, activity),
                 u"Rank 5 has been silent for 43 s; the others write every 0.5 s."_s);
        // The first seconds of silence of a rank, and the end of its process, are not reported.
        QVERIFY(stalledRanks(activity, firstRanks(8), ActivityBegin + 25s).isEmpty());
        QVERIFY(stalledRanks(activity, firstRanks(5), ranks.now()).isEmpty());
    }

    void aLongPauseThatOccurredBeforeIsNotAStall()
    {
        const auto ranks = RankActivity(4, 60s).silent(1, 30s);
        RunActivity activity = ranks.make();
        // The rank once paused for 12 s, for example to evaluate.
        activity.logs[1].longestGap = 12s;
        QVERIFY(stalledRanks(activity, firstRanks(4), ranks.now()).isEmpty());
        const auto later = RankActivity(4, 80s).silent(1, 30s);
        activity = later.make();
        activity.logs[1].longestGap = 12s;
        QCOMPARE(stalledRanks(activity, firstRanks(4), later.now()).size(), 1);
        // All other ranks have paused as long before, which also explains the pause of this rank.
        activity = ranks.make();
        for (const int rank : {0, 2, 3})
            activity.logs[rank].longestGap = 12s;
        QVERIFY(stalledRanks(activity, firstRanks(4), ranks.now()).isEmpty());
    }

    void ranksThatWroteFewLinesAreNeverStalled()
    {
        // Only rank 0 reports, as in most scripts.
        RankActivity ranks(4, 60s);
        ranks.silent(1, 1s).silent(2, 1s).silent(3, 1s);
        QVERIFY(stalledRanks(ranks.make(), firstRanks(4), ranks.now()).isEmpty());
        ranks.silent(0, 30s);
        const auto silent = stalledRanks(ranks.make(), firstRanks(4), ranks.now());
        QCOMPARE(silent.size(), 1);
        QCOMPARE(silent.first().rank, 0);
        QCOMPARE(RankText::stall(silent, ranks.make()), u"Rank 0 has been silent for 31 s."_s);
    }

    void ifAllWaitTheRankBehindIsNamed()
    {
        RankActivity ranks(4, 60s);
        for (const int rank : {0, 1, 3})
            ranks.silent(rank, 20s);
        ranks.silent(2, 19500ms);
        const RunActivity activity = ranks.make();
        const auto silent = stalledRanks(activity, firstRanks(4), ranks.now());
        QCOMPARE(silent.size(), 4);
        QVERIFY(!silent.first().isAlone);
        QCOMPARE(silent.first().rank, 2);
        QCOMPARE(RankText::stall(silent, activity),
                 u"No rank has written for 41 s. Rank 2 has made the least progress."_s);
    }

    void oneOfTwoRanksCanBeBehind()
    {
        const auto ranks = RankActivity(2, 60s).silent(1, 20s);
        const auto silent = stalledRanks(ranks.make(), firstRanks(2), ranks.now());
        QCOMPARE(silent.size(), 1);
        QVERIFY(silent.first().isAlone);
    }

    void allInStepHaveNoStraggler()
    {
        const auto lags = lagsOfAll(RankActivity(4, 60s).make(), 30);
        QCOMPARE(lags.size(), 4);
        for (const RankLag &lag : lags)
            QCOMPARE(lag.cells, QList<Lag>(30, Lag::InStep));
        QVERIFY(stragglers(lags).isEmpty());
    }

    void theSlowRankFallsBehindMoreAndMore()
    {
        const auto lags = lagsOfAll(RankActivity(4, 120s).slow(2, 1.5).make(), 40);
        const RankLag &slow = lags.at(2);
        QCOMPARE(slow.cells.first(), Lag::InStep);
        QCOMPARE(slow.cells.last(), Lag::FarBehind);
        QVERIFY(slow.cells.contains(Lag::Behind));
        QVERIFY(std::ranges::is_sorted(slow.cells));
        // After 120 s the rank has made 160 of the 240 steps; the other ranks had made as many after 80 s.
        QCOMPARE(slow.lagSteps, 80);
        QVERIFY(std::chrono::abs(slow.lag - 40s) < 1s);
        const auto worst = stragglers(lags);
        QCOMPARE(worst.size(), 1);
        QCOMPARE(worst.first().rank, 2);
        QCOMPARE(RankText::lag(worst.first()).first(20), u"Rank 2: 80 steps (40"_s.first(20));
    }

    void theStalledRankStaysStalled()
    {
        RunActivity activity = RankActivity(4, 60s).silent(1, 30s).make();
        activity.progressLine.clear();
        for (LogActivity &log : activity.logs) {
            for (ActivityBucket &bucket : log.buckets)
                bucket.progressCount = 0;
        }
        const auto lags = lagsOfAll(activity, 60);
        QCOMPARE(lags.at(1).cells.at(20), Lag::InStep);
        QCOMPARE(lags.at(1).cells.at(45), Lag::Stalled);
        QCOMPARE(lags.at(0).cells.at(45), Lag::InStep);
        QCOMPARE(stragglers(lags).first().rank, 1);
        // If the process of the rank ended then, the rank is not reported as stalled.
        const auto ended = lagsOfAll(activity, 60, {{1, ActivityBegin + 30s}});
        QCOMPARE(ended.at(1).cells.at(45), Lag::None);
        QVERIFY(stragglers(ended).isEmpty());
    }

    void aRangeIsTheSameAloneAndInTheWhole()
    {
        const RunActivity activity = RankActivity(4, 120s).slow(2, 1.5).make();
        const auto whole = lagsOf(activity, {}, {ActivityBegin, ActivityBegin + 120s}, 120);
        const auto part = lagsOf(activity, {}, {ActivityBegin + 60s, ActivityBegin + 120s}, 60);
        QCOMPARE(part.at(0).cells, whole.at(0).cells.sliced(60));
        QCOMPARE(part.at(2).cells.last(), whole.at(2).cells.last());
    }

    void severalLogsOfARankAreOne()
    {
        RunActivity activity = RankActivity(2, 10s).make();
        LogActivity errors = activity.logs.at(1);
        errors.path = u"logs/torchrun/1/stderr.log"_s;
        *errors.lastWrite += 5000ms;
        activity.logs += errors;
        const auto ranks = activityOfRanks(activity);
        QCOMPARE(ranks.size(), 2);
        QCOMPARE(ranks.value(1).lines, 2 * *activity.logs.at(1).lines);
        QCOMPARE(ranks.value(1).lastWrite, errors.lastWrite);
    }

    void noActivityGivesNoLag()
    {
        QVERIFY(stalledRanks({}, {}, {}).isEmpty());
        QVERIFY(lagsOf({}, {}, {}, 10).isEmpty());
        QVERIFY(lagsOf({}, {}, {ActivityBegin, ActivityBegin + 1s}, 10).isEmpty());
        QVERIFY(stragglers({}).isEmpty());
        QVERIFY(RankText::stall({}, {}).isEmpty());
    }

    void metricKeysOfRanksAreRecognized_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("rank");
        QTest::addColumn<QString>("name");
        QTest::newRow("behind") << u"loss_rank3"_s << 3 << u"loss"_s;
        QTest::newRow("behind with a bar") << u"loss/rank_12"_s << 12 << u"loss"_s;
        QTest::newRow("in front") << u"rank0/loss"_s << 0 << u"loss"_s;
        QTest::newRow("in front with a bar") << u"Rank_3.train/loss"_s << 3 << u"train/loss"_s;
        QTest::newRow("between") << u"train/rank-3/loss"_s << 3 << u"train/loss"_s;
        QTest::newRow("alone") << u"rank3"_s << -1 << QString();
        QTest::newRow("no rank") << u"loss"_s << -1 << QString();
        QTest::newRow("a word") << u"frank3/loss"_s << -1 << QString();
        QTest::newRow("a measure") << u"rank10acc/loss"_s << -1 << QString();
    }
    void metricKeysOfRanksAreRecognized()
    {
        QFETCH(QString, key);
        QFETCH(int, rank);
        QFETCH(QString, name);
        QCOMPARE(rankKeyOf(key), rank < 0 ? std::nullopt : std::optional(RankKey{rank, name}));
    }

    void stepsOfMetricsShowTheRankBehind()
    {
        // All ranks write at the same rate and repeat no line; the metric of one rank falls behind.
        RunActivity activity = RankActivity(3, 60s).make();
        activity.progressLine.clear();
        for (LogActivity &log : activity.logs) {
            for (ActivityBucket &bucket : log.buckets)
                bucket.progressCount = 0;
        }
        QVERIFY(stragglers(lagsOfAll(activity, 30)).isEmpty());
        QMap<QString, StepTimes> metrics;
        for (int rank = 0; rank < 3; ++rank) {
            for (auto at = 0ms; at < 60s; at += rank == 1 ? 1000ms : 500ms)
                metrics[u"loss"_s][rank] += ActivityBegin + at;
        }
        for (auto at = 0ms; at < 60s; at += 100ms)
            metrics[u"of one alone"_s][0] += ActivityBegin + at;
        const RunActivity stepped = withSteps(activity, metrics);
        QCOMPARE(stepped.progressLine, u"loss"_s);
        const auto worst = stragglers(lagsOfAll(stepped, 30));
        QCOMPARE(worst.size(), 1);
        QCOMPARE(worst.first().rank, 1);
        QCOMPARE(worst.first().lagSteps, 60);
        // A rank without the metric would appear to be stalled.
        metrics[u"loss"_s].remove(2);
        QCOMPARE(withSteps(activity, metrics), activity);
    }
};

QTEST_GUILESS_MAIN(TestRankLag)
#include "tst_ranklag.moc"
