// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// That what the page of a run says of time is of now.
#include "tests/ui/runsfixture.h"

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

class TestRunStates : public QObject, private RunsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { beginCase(); }

    void theTimesOfProcessesGoOn()
    {
        Run *live = m_content.find(u"calm_finch_42"_s);
        live->ranks = {{0, {}, {}, live->started, {}, {}}};
        const auto page = run(u"calm_finch_42"_s);
        const auto *rank = page->findChild<QLabel *>(u"runRanks:Rank 0"_s);
        QVERIFY(rank);
        const QString before = rank->text();
        QVERIFY2(before.startsWith(u"running"_s), qPrintable(before));
        QTRY_VERIFY(rank->text() != before);
        QVERIFY2(rank->text().startsWith(u"running"_s), qPrintable(rank->text()));
    }

    void aProcessNobodySawEndIsLost()
    {
        Run *failed = m_content.find(u"sad_crow_13"_s);
        failed->ranks = {{0, {}, {}, failed->started, {}, {}}};
        const auto page = run(u"sad_crow_13"_s);
        const auto *rank = page->findChild<QLabel *>(u"runRanks:Rank 0"_s);
        QVERIFY(rank);
        QCOMPARE(rank->text(), u"lost  ·  1:12"_s);
        grabTo(*page, u"run-lost"_s);
    }
};

QTEST_MAIN(TestRunStates)
#include "tst_runstates.moc"
