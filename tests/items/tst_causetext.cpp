// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/causetext.h"

#include <QTest>

#include <csignal>

using namespace Roost;
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

/// The first cause in words.
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

    void rangesOfRanks() { QCOMPARE(CauseText::ranks({5, 0, 2, 3, 4, 7}), u"0, 2–5, 7"_s); }

    void theReportHoldsTheEvidence()
    {
        auto candidate = exception(1);
        candidate.evidence = {
            {.path = u"azureml-logs/70_driver_log_1.txt"_s, .line = 41, .text = u"raise ValueError"_s}};
        const QString report = CauseText::report(brokenRun({candidate}, 2));
        QVERIFY2(report.contains("azureml-logs/70_driver_log_1.txt:42  raise ValueError"_L1), qPrintable(report));
    }
};

QTEST_GUILESS_MAIN(TestCauseText)
#include "tst_causetext.moc"
