// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/lines/nextline.h"

#include <QTest>

using namespace Roost::Logs;

class TestNextLine : public QObject
{
    Q_OBJECT

private:
    const std::vector<LineNumber> m_lines{{2}, {5}, {9}};

private Q_SLOTS:
    void theNextLineIsBeyondTheGivenOne()
    {
        QCOMPARE(nextLine(m_lines, LineNumber{3}, true), LineNumber{5});
        QCOMPARE(nextLine(m_lines, LineNumber{5}, true), LineNumber{9});
        QCOMPARE(nextLine(m_lines, LineNumber{6}, false), LineNumber{5});
        QCOMPARE(nextLine(m_lines, LineNumber{5}, false), LineNumber{2});
    }

    void bothDirectionsWrapAround()
    {
        QCOMPARE(nextLine(m_lines, LineNumber{9}, true), LineNumber{2});
        QCOMPARE(nextLine(m_lines, LineNumber{2}, false), LineNumber{9});
    }

    void withoutALineTheWalkBeginsAtAnEnd()
    {
        QCOMPARE(nextLine(m_lines, {}, true), LineNumber{2});
        QCOMPARE(nextLine(m_lines, {}, false), LineNumber{9});
    }

    void ofNoLinesThereIsNoNext()
    {
        QVERIFY(!nextLine({}, LineNumber{1}, true));
        QVERIFY(!nextLine({}, {}, false));
    }
};

QTEST_GUILESS_MAIN(TestNextLine)
#include "tst_nextline.moc"
