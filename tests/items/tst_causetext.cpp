// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/sentences.h"
#include "models/items/runs/causereport.h"

#include <QTest>

#include <csignal>

using namespace Roost;
using namespace Roost::Causes;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

namespace {

CauseCandidate crash(int rank)
{
    CauseCandidate candidate;
    candidate.rank = rank;
    candidate.kind = CauseKind::Crash;
    candidate.signal = SIGSEGV;
    return candidate;
}

CauseCandidate exception(int rank)
{
    CauseCandidate candidate;
    candidate.rank = rank;
    candidate.type = u"ValueError"_s;
    candidate.message = u"bad batch"_s;
    return candidate;
}

Run brokenRun(const QList<CauseCandidate> &candidates, int ranks)
{
    Run run;
    run.ranks.resize(ranks);
    run.cause =
        FirstCause{.candidates = candidates,
                   .followers = {},
                   .certainty = candidates.size() > 1 ? FirstCause::Certainty::Tied : FirstCause::Certainty::Told};
    return run;
}

} // namespace

/// The text for the first cause of a failure.
class TestCauseText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunInOneSentence_data()
    {
        QTest::addColumn<Run>("run");
        QTest::addColumn<QString>("text");
        QTest::newRow("one rank") << brokenRun({crash(3)}, 4) << u"Rank 3 crashed (SIGSEGV)"_s;
        QTest::newRow("the only one") << brokenRun({crash(0)}, 1) << u"The process crashed (SIGSEGV)"_s;
        QTest::newRow("exception") << brokenRun({exception(1)}, 2) << u"Rank 1: ValueError: bad batch"_s;
        QTest::newRow("exception of the only one") << brokenRun({exception(0)}, 1) << u"ValueError: bad batch"_s;
        QTest::newRow("tied, alike") << brokenRun({crash(0), crash(1)}, 2) << u"Each of ranks 0, 1 crashed (SIGSEGV)"_s;
        QTest::newRow("tied exceptions") << brokenRun({exception(0), exception(2)}, 3)
                                         << u"Ranks 0, 2: ValueError: bad batch"_s;
        QTest::newRow("tied, unlike") << brokenRun({crash(0), exception(1)}, 2)
                                      << u"Ranks 0, 1 broke at the same moment"_s;
        Run plain;
        plain.errorText = u"No space left on device"_s;
        QTest::newRow("no cause known") << plain << u"No space left on device"_s;
    }

    void aRunInOneSentence()
    {
        QFETCH(Run, run);
        QTEST(CauseText::of(run), "text");
    }

    void aKillIsNotReportedAsOutOfMemoryWithoutEvidence()
    {
        CauseCandidate killed;
        killed.rank = 1;
        killed.kind = CauseKind::Killed;
        killed.signal = SIGKILL;
        QCOMPARE(CauseText::of(killed, false), u"Rank 1 was ended (SIGKILL); nothing tells by whom"_s);
        killed.message = u"CANCELLED AT 2026-11-30T12:00:00 DUE TO TIME LIMIT"_s;
        QCOMPARE(CauseText::of(killed, false), u"Rank 1: CANCELLED AT 2026-11-30T12:00:00 DUE TO TIME LIMIT"_s);
    }

    void aChainIsDescribedByItsRootAndTheLastException()
    {
        auto timeout = exception(0);
        timeout.type = u"TimeoutError"_s;
        timeout.message = u"timed out"_s;
        timeout.surface = u"OSError: We couldn't connect to 'https://huggingface.co'"_s;
        QCOMPARE(CauseText::of(timeout, true),
                 u"TimeoutError: timed out (raised in turn: OSError: We couldn't connect to "
                 "'https://huggingface.co')"_s);
        Run run;
        run.cause.emplace().candidates = {timeout};
        QCOMPARE(causeReport(run).count(timeout.surface), 2); // in the first sentence and in that of the candidate
    }

    void aRankThatGaveUpWaitingIsNotTheMissingRank()
    {
        CauseCandidate waiting;
        waiting.rank = 1;
        waiting.kind = CauseKind::Hang;
        waiting.message = u"Watchdog caught collective operation timeout"_s;
        waiting.evidence = {{.path = u"log"_s, .text = u"[Rank 1] Watchdog caught collective operation timeout"_s}};
        waiting.headline = 0;
        QCOMPARE(CauseText::of(waiting, false),
                 u"Rank 1 gave up waiting for the others: Watchdog caught collective operation timeout"_s);
        waiting.evidence.prepend({.path = u"log"_s, .text = u"step 4"_s});
        QCOMPARE(CauseText::of(waiting, false), u"Rank 1 hung while the others waited for it"_s);
    }

    void hintsNameWhatToDo()
    {
        auto missing = exception(0);
        missing.kind = CauseKind::MissingModule;
        missing.message = u"No module named 'tqdm'"_s;
        Run run = brokenRun({missing}, 1);
        run.environmentName = u"birds:3"_s;
        QVERIFY(CauseText::hint(run).contains("birds:3"_L1));
        QVERIFY(causeReport(run).contains("requirements.txt"_L1));
        run.cause->candidates[0].kind = CauseKind::MissingFile;
        run.cause->candidates[0].message = u"[Errno 2] No such file or directory: '../data/birds.csv'"_s;
        QVERIFY(CauseText::hint(run).contains("Only the folder"_L1));
        run.cause->candidates[0].message = u"[Errno 2] No such file or directory: 'birds.csv'"_s;
        QCOMPARE(CauseText::hint(run), QString());
    }

    void oneFollowerIsOneRank()
    {
        FirstCause cause{.candidates = {crash(0)}, .followers = {1}};
        QCOMPARE(CauseText::followers(cause), u"1 rank stopped because of it"_s);
        cause.followers = {1, 2};
        QCOMPARE(CauseText::followers(cause), u"2 ranks stopped because of it"_s);
    }

    void rangesOfRanks() { QCOMPARE(CauseText::ranks({5, 0, 2, 3, 4, 7}), u"0, 2–5, 7"_s); }

    void theReportContainsTheEvidence()
    {
        auto candidate = exception(1);
        candidate.evidence = {
            {.path = u"azureml-logs/70_driver_log_1.txt"_s, .line = 41, .text = u"raise ValueError"_s}};
        const QString report = causeReport(brokenRun({candidate}, 2));
        QVERIFY2(report.contains("azureml-logs/70_driver_log_1.txt:42  raise ValueError"_L1), qPrintable(report));
    }
};

QTEST_GUILESS_MAIN(TestCauseText)
#include "tst_causetext.moc"
