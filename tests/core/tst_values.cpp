// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/compute.h"
#include "models/core/environment.h"
#include "models/core/job.h"
#include "models/core/model.h"
#include "models/core/run.h"

#include <QProcess>
#include <QTest>

using namespace Roost;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusWordsRoundTrip()
    {
        for (int i = 0; i <= int(RunStatus::Unknown); ++i)
            QCOMPARE(int(runStatusFromWord(toWord(RunStatus(i)))), i);
        QCOMPARE(runStatusFromWord(u"SomethingNew"), RunStatus::Unknown);
        QVERIFY(!isTerminal(RunStatus::Unknown));
        QVERIFY(isTerminal(RunStatus::Canceled));
    }

    void phasesFollowTheArticle()
    {
        QCOMPARE(phaseOf(RunStatus::Queued), Phase::Scaling);
        QCOMPARE(phaseOf(RunStatus::Finalizing), Phase::PostProcessing);
        QVERIFY(!phaseOf(RunStatus::Completed));
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
        // printf in place of python: each argument in a line of its own.
        const QString line = QStringLiteral("python() { shift; printf '<%s>' \"$@\"; }; ") + call.toCommand();
        QProcess shell;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WORD"), QStringLiteral("two words"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), line});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), QStringLiteral("<%1><end>").arg(seen));
    }

    void otherShellLinesAreNoScripts()
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

    void namesFollowAzuresRules()
    {
        QVERIFY(whyNotAJobName(QStringLiteral("calm-finch_42")).isEmpty());
        QVERIFY(!whyNotAJobName(QStringLiteral("-calm")).isEmpty());
        QVERIFY(whyNotAJobName(inventJobName()).isEmpty());
        QVERIFY(inventJobName() != inventJobName());
        QVERIFY(whyNotAComputeName(QStringLiteral("gpu-cluster")).isEmpty());
        QVERIFY(!whyNotAComputeName(QStringLiteral("gpu-1")).isEmpty());
        QVERIFY(!whyNotAComputeName(QStringLiteral("ab")).isEmpty());
        QVERIFY(whyNotAnEnvironmentName(QStringLiteral("pytorch-2.6")).isEmpty());
        QVERIFY(!whyNotAnEnvironmentName(QStringLiteral("AzureML-mine")).isEmpty());
        QVERIFY(!whyNotAModelName(QStringLiteral("a b")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
