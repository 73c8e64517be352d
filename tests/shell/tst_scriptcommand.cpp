// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/scriptcommand.h"

#include <QProcess>
#include <QTest>

using namespace Roost;
using namespace Roost::Shell;
using namespace Qt::StringLiterals;

class TestScriptCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreSplitAndJoined_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("arguments");
        QTest::addRow("bare") << u"python train.py"_s << u"train.py"_s << QString();
        QTest::addRow("plain") << u"python train.py --lr 0.1"_s << u"train.py"_s << u"--lr 0.1"_s;
        QTest::addRow("quotes kept") << u"python train.py '$HOME' \"a b\""_s << u"train.py"_s << u"'$HOME' \"a b\""_s;
        QTest::addRow("quoted script") << u"python \"my train.py\" x"_s << u"my train.py"_s << u"x"_s;
    }

    void linesAreSplitAndJoined()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, script);
        QFETCH(const QString, arguments);
        const auto parts = splitCommand(line);
        QVERIFY(parts);
        QCOMPARE(parts->script, script);
        QCOMPARE(parts->arguments, arguments);
        QCOMPARE(joinCommand(parts->script, parts->arguments), line);
    }

    void otherLinesStayUnchanged()
    {
        QVERIFY(!splitCommand(u"torchrun train.py"_s));
        QVERIFY(!splitCommand(u"python a.py && python b.py"_s));
        QVERIFY(!splitCommand(QString()));
    }

    void lineBreaksOnlyPartArguments()
    {
        QCOMPARE(splitArguments(u"--lr 0.1 \\\n  --epochs 3\n-v\n"_s),
                 (QStringList{u"--lr"_s, u"0.1"_s, u"--epochs"_s, u"3"_s, u"-v"_s}));
        QCOMPARE(joinCommand(u"t.py"_s, u"a\nb"_s), u"python t.py a b"_s);
        QCOMPARE(splitArguments(QString()), QStringList());
    }

    void errorsAreReported()
    {
        QVERIFY(argumentsProblem(u"--name 'a b'"_s).isEmpty());
        QVERIFY(argumentsProblem(u"--name 'a b"_s).contains(u"The quote ' before “a b”"));
        QVERIFY(argumentsProblem(u"x > log"_s).startsWith(u'>'));
        QVERIFY(argumentsProblem(u"'x > log'"_s).isEmpty());
        QVERIFY(!splitArguments(u"a; b"_s));
        QVERIFY(argumentsProblem(u"\"$(id)\""_s).startsWith(u"$( has a special meaning"));
        QVERIFY(argumentsProblem(u"\"`id`\""_s).startsWith(u'`'));
        QVERIFY(argumentsProblem(u"$1"_s).startsWith(u"$1"));
        QCOMPARE(splitArguments(u"'$(id)' '$1' $NAME a$"_s), (QStringList{u"$(id)"_s, u"$1"_s, u"$NAME"_s, u"a$"_s}));
    }

    void scriptCommandsRoundTrip_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("plain") << QStringLiteral("train.py")
                               << QStringList{QStringLiteral("--lr"), QStringLiteral("0.1")};
        QTest::addRow("spaces") << QStringLiteral("my train.py") << QStringList{QStringLiteral("a b"), QString()};
        QTest::addRow("quotes") << QStringLiteral("t.py")
                                << QStringList{QStringLiteral("it's \"so\""), QStringLiteral("\\")};
        QTest::addRow("variable") << QStringLiteral("t.py") << QStringList{QStringLiteral("$AZ_BATCHAI_TASK_INDEX")};
        QTest::addRow("what a shell would run")
            << QStringLiteral("t.py")
            << QStringList{QStringLiteral("$(id)"), QStringLiteral("$1"),   QStringLiteral("a$b"),
                           QStringLiteral("\\$X"),  QStringLiteral("`id`"), QStringLiteral("{a,b}"),
                           QStringLiteral("$"),     QStringLiteral("~"),    QStringLiteral("*")};
        QTest::addRow("backslashes before a dollar")
            << QStringLiteral("t.py")
            << QStringList{QStringLiteral("\\\\$X"), QStringLiteral("\\\\\\$X"), QStringLiteral("\\${{inputs.lr}}")};
        QTest::addRow("input") << QStringLiteral("t.py") << QStringList{QStringLiteral("${{inputs.lr}}")};
    }

    void scriptCommandsRoundTrip()
    {
        QFETCH(const QString, script);
        QFETCH(const QStringList, arguments);
        const ScriptCommand command{script, arguments};
        const auto back = ScriptCommand::fromCommand(command.toCommand());
        QVERIFY(back);
        QCOMPARE(*back, command);
    }

    void argumentsReachTheScript_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("seen");
        const QStringList asTyped{QStringLiteral("$(id)"), QStringLiteral("$1"),      QStringLiteral("`id`"),
                                  QStringLiteral("{a,b}"), QStringLiteral("${A:-b}"), QStringLiteral("a b"),
                                  QStringLiteral("*"),     QStringLiteral("~"),       QStringLiteral("C:\\dir\\"),
                                  QStringLiteral("'\"!$"), QStringLiteral("a\nb"),    QString()};
        for (const QString &text : asTyped)
            QTest::addRow("%s", qPrintable(text)) << text << text;
        QTest::addRow("$WORD") << QStringLiteral("$WORD") << QStringLiteral("two words");
        QTest::addRow("${WORD}s") << QStringLiteral("${WORD}s") << QStringLiteral("two wordss");
        QTest::addRow("a$NOPE") << QStringLiteral("a$NOPE") << QStringLiteral("a");
        QTest::addRow("$NOPE") << QStringLiteral("$NOPE") << QString();
        QTest::addRow("\\$WORD") << QStringLiteral("\\$WORD") << QStringLiteral("$WORD");
        QTest::addRow("\\\\$WORD") << QStringLiteral("\\\\$WORD") << QStringLiteral("\\two words");
    }

    void argumentsReachTheScript()
    {
        QFETCH(const QString, argument);
        QFETCH(const QString, seen);
        const ScriptCommand call{QStringLiteral("-c"), {argument, QStringLiteral("end")}};
        // printf in place of python: each argument on a separate line.
        const QString line = QStringLiteral("python() { shift; printf '<%s>' \"$@\"; }; ") + call.toCommand();
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WORD"), QStringLiteral("two words"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), line});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), QStringLiteral("<%1><end>").arg(seen));
    }

    void otherShellLinesAreNotScripts()
    {
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python a.py && python b.py")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python -m torch.distributed.run a.py")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("torchrun a.py")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python 'a.py")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python a.py \"$(id)\"")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python a.py \"`id`\"")));
        QVERIFY(!ScriptCommand::fromCommand(QStringLiteral("python a.py ${A:-b}")));
        QVERIFY(ScriptCommand::fromCommand(QStringLiteral("python a.py '$(id)'")));
        QVERIFY(ScriptCommand::fromCommand(QStringLiteral("python3 a.py\n")));
    }

    void aPythonCallIsRecognizedByItsFullName()
    {
        QVERIFY(!ScriptCommand::fromCommand(u"'python\n' train.py"_s));
        QVERIFY(ScriptCommand::fromCommand(u"python train.py"_s));
    }
};

QTEST_GUILESS_MAIN(TestScriptCommand)
#include "tst_scriptcommand.moc"
