// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/flatvalues.h"
#include "models/importers/folderfiles.h"
#include "models/importers/validnames.h"

#include <QTest>

using namespace Roost::Importers;
using namespace Qt::StringLiterals;

class TestValidNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowedNamesRemain()
    {
        ValidNames names;
        for (const QString &name : {u"loss"_s, u"train/acc top-5"_s, u"system/gpu.0:temp"_s, u"\u00e9t\u00e9"_s})
            QCOMPARE(names.valid(name), name);
        QVERIFY(names.changed().isEmpty());
    }

    void otherNamesAreRepairedAndRemainDifferent()
    {
        ValidNames names;
        QCOMPARE(names.valid(u"loss@1"_s), u"loss_1"_s);
        QCOMPARE(names.valid(u"loss#1"_s), u"loss_1_2"_s);
        QCOMPARE(names.valid(u"loss@1"_s), u"loss_1"_s);
        QCOMPARE(names.valid(u"loss_1"_s), u"loss_1_3"_s);
        QCOMPARE(names.valid(u"../x"_s), u"__/x"_s);
        QCOMPARE(names.valid(u"/a//b/"_s), u"a/b"_s);
        QCOMPARE(names.valid(QString()), u"_"_s);
        QCOMPARE(names.valid(QString(300, u'x')).size(), ValidNames::longest);
        QCOMPARE(names.valid(QString(301, u'x')).size(), ValidNames::longest);
        QVERIFY(names.valid(QString(300, u'x')) != names.valid(QString(301, u'x')));
        QCOMPARE(names.changed().value(u"loss#1"_s), u"loss_1_2"_s);
    }

    void nestedValuesAreFlat()
    {
        QStringList found;
        const auto collect = [&](const FlatValue &value) {
            found += u"%1=%2%3"_s.arg(value.name, value.number ? QString::number(*value.number) : u"?"_s,
                                      value.isText ? u" text"_s : QString());
        };
        QVERIFY(flatten({u"a"_s, u"b"_s}, "1.5", collect));
        QVERIFY(flatten({u"c"_s}, "{\"d\": {\"e\": NaN, \"f\": true}, \"g\": \"x\", \"h\": [1, 2]}", collect));
        QVERIFY(flatten({u"i"_s}, "{\"_type\": \"image-file\", \"size\": 3}", collect));
        QVERIFY(flatten({u"j"_s}, "-Infinity", collect));
        QCOMPARE(found, (QStringList{u"a.b=1.5"_s, u"c.d.e=nan"_s, u"c.d.f=1"_s, u"c.g=? text"_s, u"c.h=?"_s, u"i=?"_s,
                                     u"j=-inf"_s}));
        QVERIFY(!flatten({u"k"_s}, "{", collect));
        QVERIFY(!flatten({u"k"_s}, "1, 2", collect));
    }

    void patternsOfNames()
    {
        QVERIFY(matchesPattern({}, {u"x"_s}));
        QVERIFY(matchesPattern(u"bird*"_s, {u"cat"_s, u"birds/1"_s}));
        QVERIFY(!matchesPattern(u"bird?"_s, {u"bird"_s}));
    }
};

QTEST_GUILESS_MAIN(TestValidNames)
#include "tst_validnames.moc"
