// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/progresswords.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestProgressWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTimeLeftIsNoMoreExactThanTheEstimate()
    {
        QCOMPARE(timeLeftText(0), u"less than 1 min left"_s);
        QCOMPARE(timeLeftText(29), u"less than 1 min left"_s);
        QCOMPARE(timeLeftText(12 * 60 + 20), u"about 12 min left"_s);
        QCOMPARE(timeLeftText(60 * 60), u"about 1 h left"_s);
        QCOMPARE(timeLeftText(78 * 60), u"about 1 h 20 min left"_s);
        QCOMPARE(timeLeftText(27.2 * 3600), u"about 1 d 3 h left"_s);
        QCOMPARE(timeLeftText(-5), u"less than 1 min left"_s);
    }

    void onlyARunThatIsNotOverHasProgress()
    {
        Run run;
        run.status = RunStatus::Running;
        QCOMPARE(progressText(run), QString());
        run.progress = RunProgress{4.5, 10, u"epoch"_s, 720};
        QCOMPARE(progressText(run), u"45 %, about 12 min left"_s);
        QCOMPARE(progressDetail(run), u"4.5 of 10 epochs, 45 %, about 12 min left"_s);
        run.progress = RunProgress{100, 100, u"it"_s, {}};
        QCOMPARE(progressText(run), u"99 %"_s);
        run.status = RunStatus::Completed;
        QCOMPARE(progressText(run), QString());
        QCOMPARE(progressDetail(run), QString());
        QCOMPARE(progressShare(run), -1.0);
    }
};

QTEST_GUILESS_MAIN(TestProgressWords)
#include "tst_progresswords.moc"
