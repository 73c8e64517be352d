// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzymatch.h"

#include <QTest>

using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allLettersMustOccurInOrder()
    {
        QVERIFY(!fuzzyMatch(u"xyz"_s, u"New run"_s));
        QVERIFY(!fuzzyMatch(u"urn"_s, u"New run"_s));
        QVERIFY(fuzzyMatch(u"nwrn"_s, u"New run"_s));
        QCOMPARE(fuzzyMatch(QString(), u"anything"_s), 0);
    }

    void caseDiacriticsAndSpacesDoNotMatter()
    {
        QVERIFY(fuzzyMatch(u"prehled"_s, u"Přehled"_s));
        QVERIFY(fuzzyMatch(u"PŘEHLED"_s, u"prehled"_s));
        QCOMPARE(fuzzyMatch(u"new run"_s, u"New run"_s), fuzzyMatch(u"newrun"_s, u"New run"_s));
    }

    void startsOfWordsAndAdjacentLettersRankFirst()
    {
        QVERIFY(*fuzzyMatch(u"nr"_s, u"New run"_s) > *fuzzyMatch(u"nr"_s, u"Environments"_s));
        QVERIFY(*fuzzyMatch(u"run"_s, u"Runs"_s) > *fuzzyMatch(u"run"_s, u"Refresh until now"_s));
        QVERIFY(*fuzzyMatch(u"runs"_s, u"Runs"_s) > *fuzzyMatch(u"runs"_s, u"Runs of all experiments"_s));
    }
};

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
