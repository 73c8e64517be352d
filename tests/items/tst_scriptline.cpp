// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/scriptline.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Shell;
using namespace Qt::StringLiterals;

class TestScriptLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeApartAndTogether_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("arguments");
        QTest::addRow("bare") << u"python train.py"_s << u"train.py"_s << QString();
        QTest::addRow("plain") << u"python train.py --lr 0.1"_s << u"train.py"_s << u"--lr 0.1"_s;
        QTest::addRow("quotes kept") << u"python train.py '$HOME' \"a b\""_s << u"train.py"_s << u"'$HOME' \"a b\""_s;
        QTest::addRow("quoted script") << u"python \"my train.py\" x"_s << u"my train.py"_s << u"x"_s;
    }

    void linesComeApartAndTogether()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, script);
        QFETCH(const QString, arguments);
        const auto parts = ScriptLine::apart(line);
        QVERIFY(parts);
        QCOMPARE(parts->script, script);
        QCOMPARE(parts->argumentsText, arguments);
        QCOMPARE(ScriptLine::together(parts->script, parts->argumentsText), line);
    }

    void otherLinesStayWhole()
    {
        QVERIFY(!ScriptLine::apart(u"torchrun train.py"_s));
        QVERIFY(!ScriptLine::apart(u"python a.py && python b.py"_s));
        QVERIFY(!ScriptLine::apart(QString()));
    }

    void lineBreaksOnlyPartArguments()
    {
        QCOMPARE(ScriptLine::arguments(u"--lr 0.1 \\\n  --epochs 3\n-v\n"_s),
                 (QStringList{u"--lr"_s, u"0.1"_s, u"--epochs"_s, u"3"_s, u"-v"_s}));
        QCOMPARE(ScriptLine::together(u"t.py"_s, u"a\nb"_s), u"python t.py a b"_s);
        QCOMPARE(ScriptLine::arguments(QString()), QStringList());
    }

    void whatIsWrongIsSaid()
    {
        QVERIFY(ScriptLine::whyNotArguments(u"--name 'a b'"_s).isEmpty());
        QVERIFY(ScriptLine::whyNotArguments(u"--name 'a b"_s).contains(u"The quote ' before “a b”"));
        QVERIFY(ScriptLine::whyNotArguments(u"x > log"_s).startsWith(u'>'));
        QVERIFY(ScriptLine::whyNotArguments(u"'x > log'"_s).isEmpty());
        QVERIFY(!ScriptLine::arguments(u"a; b"_s));
        QVERIFY(ScriptLine::whyNotArguments(u"\"$(id)\""_s).startsWith(u"$( means something"));
        QVERIFY(ScriptLine::whyNotArguments(u"\"`id`\""_s).startsWith(u'`'));
        QVERIFY(ScriptLine::whyNotArguments(u"$1"_s).startsWith(u"$1"));
        QCOMPARE(ScriptLine::arguments(u"'$(id)' '$1' $NAME a$"_s),
                 (QStringList{u"$(id)"_s, u"$1"_s, u"$NAME"_s, u"a$"_s}));
    }
};

QTEST_GUILESS_MAIN(TestScriptLine)
#include "tst_scriptline.moc"
