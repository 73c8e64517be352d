// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/roostctl/consolefixture.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

using Roost::Test::Outcome;

/// The output of roostctl for logs, of runs that have ended and of runs that are writing.
class TestConsoleLogs : public QObject, private Roost::Test::ConsoleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeRuntimeFolder();
        putTraining();
        // Two ranks take turns, so that the order of their lines is fixed; the second half waits for a file.
        put(u"project/turns.py"_s, "import os, pathlib, sys, time\n"
                                   "rank, folder = int(os.environ['RANK']), pathlib.Path(sys.argv[1])\n"
                                   "def until(file):\n"
                                   "    while not (folder / file).exists():\n"
                                   "        time.sleep(0.02)\n"
                                   "for turn in range(rank, 8, 2):\n"
                                   "    until('go' if turn == 4 else f'turn{turn}')\n"
                                   "    print('turn', turn, flush=True)\n"
                                   "    time.sleep(0.3)\n"
                                   "    (folder / f'turn{turn + 1}').touch()\n");
        put(u"turns/turn0"_s, {});
        put(u"project/turns.yml"_s, "command: python turns.py " + path(u"turns"_s).toUtf8() +
                                        "\ncode: .\nenvironment: azureml:AzureML-system-python@latest\n"
                                        "compute: azureml:local\ndistribution:\n  type: pytorch\n"
                                        "  process_count_per_instance: 2\n");
        // The program overwrites or extends its output before the line ends; each step waits for a file.
        put(u"project/bar.py"_s,
            "import os, pathlib, sys, time\n"
            "folder = pathlib.Path(sys.argv[1])\n"
            "def show(text, file):\n"
            "    sys.stdout.write(text)\n"
            "    sys.stdout.flush()\n"
            "    while not (folder / file).exists():\n"
            "        time.sleep(0.02)\n"
            "for text, file in (('\\r10 %', 'a'), ('\\r20 %', 'b'), ('\\ndots .', 'c'), ('.', 'd')):\n"
            "    show(text if os.environ.get('RANK', '0') == '0' else '', file)\n"
            "print()\n");
        QCOMPARE(roostctl({u"workspace"_s, u"create"_s, path(u"ws"_s), u"--link"_s}).code, 0);
        const Outcome run = roostctl({u"submit"_s, u"job.yml"_s, u"--stream"_s, u"--name"_s, u"first"_s});
        QVERIFY2(run.code == 0, run.all().constData());
    }

    void cleanupTestCase() { roostctl({u"service"_s, u"stop"_s, u"--force"_s}); }

    void theBuildOfItsEnvironmentComesFirst()
    {
        const QByteArray first = "step 0";
        for (const QStringList &arguments :
             {QStringList{u"runs"_s, u"logs"_s, u"first"_s}, QStringList{u"runs"_s, u"logs"_s, u"first"_s, u"-f"_s}}) {
            const QByteArray out = roostctl(arguments).out;
            QVERIFY2(out.endsWith("step 2\nlast line without end") || out.endsWith("step 2\nlast line without end\n"),
                     out.constData());
            QVERIFY(out.indexOf(first) > 0); // the output of the build is first
        }
        const Outcome named = roostctl({u"runs"_s, u"logs"_s, u"first"_s});
        QVERIFY2(named.err.indexOf("20_image_build_log") < named.err.indexOf("70_driver_log"), named.err.constData());
    }

    void anUnfinishedLogIsFollowed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("logs -f") << QStringList{u"logs"_s, u"bar-0"_s, u"-f"_s};
        QTest::newRow("one log") << QStringList{u"logs"_s, u"bar-1"_s, u"-f"_s, u"azureml-logs/70_driver_log.txt"_s};
        QTest::newRow("submit --stream") << QStringList{};
    }

    void anUnfinishedLogIsFollowed()
    {
        QFETCH(QStringList, arguments);
        const QString folder = QString::fromLatin1(QTest::currentDataTag()).remove(u' ');
        QVERIFY(QDir().mkpath(path(folder)));
        QStringList submit{u"submit"_s,   u"--script"_s, u"bar.py"_s,    u"--environment"_s, u"AzureML-system-python"_s,
                           u"--source"_s, u"."_s,        u"--compute"_s, u"local"_s};
        if (!arguments.isEmpty())
            submit += QStringList{u"--name"_s, arguments[1]};
        else
            submit += u"--stream"_s;
        submit += QStringList{u"--"_s, path(folder)};
        QProcess follower;
        if (!arguments.isEmpty()) {
            const Outcome sent = roostctl(submit);
            QVERIFY2(sent.code == 0, sent.all().constData());
            // A log that is named in the command must exist.
            QTRY_VERIFY_WITH_TIMEOUT(roostctl({u"logs"_s, arguments[1], u"--list"_s}).out.contains("70_driver"), 60000);
        }
        prepare(follower, arguments.isEmpty() ? submit : arguments);
        follower.start(QIODevice::ReadOnly);
        QByteArray out;
        const auto shows = [&](const QByteArray &end) {
            return QTest::qWaitFor([&] { return (out += follower.readAllStandardOutput()).endsWith(end); }, 60000);
        };
        QVERIFY2(shows("\r10 %"), QByteArray(out + follower.readAllStandardError()).constData());
        put(folder + u"/a"_s, {});
        QVERIFY2(shows("\r20 %"), out.constData());
        put(folder + u"/b"_s, {});
        QVERIFY2(shows("\ndots ."), out.constData());
        put(folder + u"/c"_s, {});
        QVERIFY2(shows("dots .."), out.constData());
        put(folder + u"/d"_s, {});
        QVERIFY(follower.waitForFinished(60000));
        QCOMPARE(follower.exitCode(), 0);
    }

    void onATerminalTheBarOfARankIsFollowed()
    {
        const QString script = QStandardPaths::findExecutable(u"script"_s);
        if (script.isEmpty())
            QSKIP("script(1) makes the terminal, and is not here");
        QVERIFY(QDir().mkpath(path(u"terminal"_s)));
        put(u"project/bars.yml"_s, "command: python bar.py " + path(u"terminal"_s).toUtf8() +
                                       "\ncode: .\nenvironment: azureml:AzureML-system-python@latest\n"
                                       "compute: azureml:local\ndistribution:\n  type: pytorch\n"
                                       "  process_count_per_instance: 2\n");
        const Outcome sent = roostctl({u"submit"_s, u"bars.yml"_s, u"--name"_s, u"bars"_s});
        QVERIFY2(sent.code == 0, sent.all().constData());
        QProcess follower;
        prepare(follower, {});
        follower.setProgram(script);
        follower.setArguments({u"-qec"_s, qEnvironmentVariable("ROOSTCTL") + u" logs bars -f"_s, u"/dev/null"_s});
        follower.start();
        QByteArray out;
        const auto shows = [&](const QByteArray &text) {
            return QTest::qWaitFor([&] { return (out += follower.readAllStandardOutput()).contains(text); }, 60000);
        };
        QVERIFY2(shows("10 %"), out.constData());
        put(u"terminal/a"_s, {});
        QVERIFY2(shows("20 %"), out.constData());
        for (const auto &file : {u"b"_s, u"c"_s, u"d"_s})
            put(u"terminal/"_s + file, {});
        QVERIFY(follower.waitForFinished(60000));
    }

    void aLogDoesNotControlTheTerminal()
    {
        const QString script = QStandardPaths::findExecutable(u"script"_s);
        if (script.isEmpty())
            QSKIP("script(1) makes the terminal, and is not here");
        put(u"project/steer.py"_s, "print('\\x1b]0;title\\x07\\x1b[2J\\x1b[31mred\\x1b[0m end', flush=True)\n");
        const Outcome sent =
            roostctl({u"submit"_s, u"--script"_s, u"steer.py"_s, u"--environment"_s, u"AzureML-system-python"_s,
                      u"--source"_s, u"."_s, u"--compute"_s, u"local"_s, u"--name"_s, u"steer"_s, u"--stream"_s});
        QVERIFY2(sent.code == 0, sent.all().constData());
        QVERIFY(sent.out.contains("\x1b]0;title")); // the output is not a terminal, so the bytes are unchanged
        for (const QString &options : {u" -f"_s, QString(), u" --rank 0"_s}) {
            QProcess shown;
            prepare(shown, {});
            shown.setProgram(script);
            shown.setArguments(
                {u"-qec"_s, qEnvironmentVariable("ROOSTCTL") + u" logs steer"_s + options, u"/dev/null"_s});
            shown.start();
            QVERIFY(shown.waitForFinished(60000));
            const QByteArray out = shown.readAllStandardOutput();
            QVERIFY2(out.contains("red") && !out.contains("\x1b]0;") && !out.contains("\x1b[2J"), out.constData());
        }
    }

    void linesOfLogsAreChosen()
    {
        const auto logs = [this](const QStringList &options) {
            return roostctl(QStringList{u"runs"_s, u"logs"_s, u"first"_s} + options);
        };
        QCOMPARE(logs({u"--grep"_s, u"^step [12]$"_s}).out, "step 1\nstep 2\n");
        QCOMPARE(logs({u"--rank"_s, u"0"_s, u"--grep"_s, u"STEP"_s, u"-i"_s, u"-v"_s}).out, "last line without end\n");
        QCOMPARE(logs({u"--path"_s, u"azureml-logs/70_driver_log.txt"_s, u"--tail"_s, u"2"_s}).out,
                 "step 2\nlast line without end\n");
        QCOMPARE(logs({u"--follow"_s, u"--grep"_s, u"step 0"_s}).out, "step 0\n");
        const Outcome json = logs({u"--rank"_s, u"all"_s, u"--grep"_s, u"step 0"_s, u"--json"_s});
        QCOMPARE(json.json()["text"_L1].toString(), u"step 0"_s);
        QCOMPARE(json.json()["file"_L1].toString(), u"azureml-logs/70_driver_log.txt"_s);
        const Outcome wrong = logs({u"--grep"_s, u"a(b"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("at character 4"), wrong.err.constData());
        QCOMPARE(logs({u"--rank"_s, u"first"_s}).code, 2);
        QCOMPARE(logs({u"--tail"_s, u"-1"_s}).code, 2);
        QCOMPARE(logs({u"--since"_s, u"1h"_s, u"--grep"_s, u"step 1"_s}).out, "step 1\n");
        QCOMPARE(logs({u"--since"_s, u"2999-01-01T00:00:00Z"_s, u"--rank"_s, u"0"_s}).out, "");
        const Outcome sometime = logs({u"--since"_s, u"lately"_s});
        QCOMPARE(sometime.code, 2);
        QVERIFY2(sometime.err.contains("'lately'") && sometime.err.contains("10m"), sometime.err.constData());
        QCOMPARE(logs({u"--path"_s, u"nowhere.txt"_s}).code, 1);
    }

    void ranksAreMergedByTime()
    {
        QCOMPARE(roostctl({u"submit"_s, u"turns.yml"_s, u"--name"_s, u"turns"_s}).code, 0);
        const QStringList ofAll{u"logs"_s, u"turns"_s, u"--rank"_s, u"all"_s};
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(u"turns/turn4"_s)), 60000);
        QCOMPARE(roostctl(ofAll).out, "[0] turn 0\n[1] turn 1\n[0] turn 2\n[1] turn 3\n");

        QProcess follower;
        prepare(follower, ofAll + QStringList{u"--follow"_s, u"--tail"_s, u"3"_s, u"--grep"_s, u"[^5]$"_s});
        follower.start(QIODevice::ReadOnly);
        QByteArray out;
        QTRY_COMPARE_WITH_TIMEOUT((out += follower.readAllStandardOutput()), "[1] turn 1\n[0] turn 2\n[1] turn 3\n",
                                  60000);
        put(u"turns/go"_s, {});
        QVERIFY(follower.waitForFinished(60000));
        QCOMPARE(follower.exitCode(), 0);
        QCOMPARE(follower.readAllStandardOutput(), "[0] turn 4\n[0] turn 6\n[1] turn 7\n");

        const Outcome whole = roostctl(ofAll);
        QCOMPARE(whole.out.count('\n'), 8);
        QVERIFY2(whole.out.endsWith("[1] turn 5\n[0] turn 6\n[1] turn 7\n"), whole.all().constData());
        QCOMPARE(roostctl(ofAll + QStringList{u"--tail"_s, u"2"_s}).out, "[0] turn 6\n[1] turn 7\n");
        QCOMPARE(roostctl({u"runs"_s, u"logs"_s, u"turns"_s, u"--rank"_s, u"1"_s, u"--tail"_s, u"1"_s}).out,
                 "turn 7\n");
        const Outcome json = roostctl(ofAll + QStringList{u"--json"_s, u"--grep"_s, u"[56]$"_s});
        const QList<QByteArray> lines = json.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject fifth = QJsonDocument::fromJson(lines[0]).object();
        const QJsonObject sixth = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(fifth["text"_L1].toString(), u"turn 5"_s);
        QCOMPARE(fifth["rank"_L1].toInt(-1), 1);
        QCOMPARE(sixth["rank"_L1].toInt(-1), 0);
        const QString from = sixth["time"_L1].toString();
        QVERIFY(QDateTime::fromString(fifth["time"_L1].toString(), Qt::ISODateWithMs) <
                QDateTime::fromString(from, Qt::ISODateWithMs));
        QCOMPARE(roostctl(ofAll + QStringList{u"--since"_s, from}).out, "[0] turn 6\n[1] turn 7\n");
    }

    void aLargeLogIsPrintedCompletelyByTime()
    {
        put(u"project/flood.py"_s, "for i in range(160000):\n    print(f'{i:099d}')\n");
        const Outcome run = roostctl({u"submit"_s, u"--script"_s, u"flood.py"_s, u"--environment"_s,
                                      u"AzureML-system-python"_s, u"--name"_s, u"flood"_s, u"--stream"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        for (int again = 0; again < 4; ++again) {
            const Outcome log = roostctl({u"runs"_s, u"logs"_s, u"flood"_s, u"--rank"_s, u"0"_s});
            QVERIFY2(log.code == 0, log.err.constData());
            QCOMPARE(log.out.count('\n'), 160000);
        }
        const Outcome last = roostctl({u"runs"_s, u"logs"_s, u"flood"_s, u"--rank"_s, u"0"_s, u"--tail"_s, u"1"_s});
        QVERIFY2(last.out.contains("159999"), last.all().constData());
    }

    void theExistingLinesOfARunningRunArePrinted()
    {
        put(u"project/chatter.py"_s,
            "import itertools, time\n"
            "for i in itertools.count():\n    print('line', i, flush=True)\n    time.sleep(0.02)\n");
        const Outcome run = roostctl({u"submit"_s, u"--script"_s, u"chatter.py"_s, u"--environment"_s,
                                      u"AzureML-system-python"_s, u"--name"_s, u"chatter"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        const auto log = [this] { return roostctl({u"runs"_s, u"logs"_s, u"chatter"_s}); };
        QTRY_VERIFY_WITH_TIMEOUT(log().out.contains("line 5\n"), 60000);
        const Outcome tail = roostctl({u"runs"_s, u"logs"_s, u"chatter"_s, u"--tail"_s, u"2"_s});
        QVERIFY2(tail.code == 0 && tail.out.count("line ") >= 2, tail.all().constData());
        QCOMPARE(roostctl({u"runs"_s, u"cancel"_s, u"chatter"_s}).code, 0);
        QCOMPARE(roostctl({u"runs"_s, u"logs"_s, u"chatter"_s, u"--follow"_s}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestConsoleLogs)
#include "tst_consolelogs.moc"
