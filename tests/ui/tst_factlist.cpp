// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/factlist.h"

#include <QLabel>
#include <QTest>

using namespace Roost;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestFactList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFactKeepsWhatIsSelectedOfIt()
    {
        FactList list(u"facts"_s);
        int opened = 0;
        list.setFacts({{u"Id"_s, u"calm"_s}, {u"Loss"_s, u"0.5"_s}, {u"Empty"_s, {}}});
        auto *id = list.findChild<QLabel *>(u"facts:Id"_s);
        auto *loss = list.findChild<QLabel *>(u"facts:Loss"_s);
        QVERIFY(!list.findChild<QLabel *>(u"facts:Empty"_s));
        id->setSelection(0, 4);
        list.setFacts({{u"Id"_s, u"calm"_s}, {u"Loss"_s, u"0.4"_s}});
        QCOMPARE(id->selectedText(), u"calm"_s);
        QCOMPARE(loss->text(), u"0.4"_s);
        QCOMPARE(list.findChild<QLabel *>(u"facts:Loss"_s), loss);
        // Another kind of row is built anew, and a link opens what it is of now.
        list.setFacts({{u"Id"_s, u"calm"_s, false, [&opened] { opened = 1; }}});
        list.setFacts({{u"Id"_s, u"bold"_s, false, [&opened] { opened = 2; }}});
        for (auto *label : list.findChildren<QLabel *>(u"facts:Id"_s))
            Q_EMIT label->linkActivated(u"#"_s);
        QCOMPARE(opened, 2);
    }
};

QTEST_MAIN(TestFactList)
#include "tst_factlist.moc"
