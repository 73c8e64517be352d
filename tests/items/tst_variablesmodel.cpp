// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/variablesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestVariablesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreEditedInATable()
    {
        VariablesModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edits(&model, &VariablesModel::edited);
        QCOMPARE(model.rowCount(), 1);
        const QPersistentModelIndex current(model.index(0, VariablesModel::Name));
        QVERIFY(model.setData(current, u" A "_s));
        QCOMPARE(current.row(), 0); // Tab continues from this index
        QVERIFY(model.setData(model.index(0, VariablesModel::Value), u"1"_s));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rows(), (QList<Variable>{{u"A"_s, u"1"_s}}));
        QCOMPARE(edits.count(), 2);
        model.remove(0);
        QVERIFY(model.rows().isEmpty());
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestVariablesModel)
#include "tst_variablesmodel.moc"
