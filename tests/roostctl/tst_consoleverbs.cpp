// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/roostctl/consolefixture.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;
using Roost::Test::Outcome;

/// Console verbs for the actions that the window offers: a dry run, distribution, names and tags, environments as
/// files.
class TestConsoleVerbs : public QObject, private Roost::Test::ConsoleFixture
{
    Q_OBJECT

    QStringList script(const QString &file, const QStringList &options) const
    {
        return QStringList{u"submit"_s, u"--script"_s, file, u"--environment"_s, u"AzureML-system-python"_s} + options;
    }

    static QByteArrayList namesBelow(const QString &folder)
    {
        QByteArrayList names;
        for (const auto &entry : std::filesystem::directory_iterator(folder.toStdString()))
            names += QByteArray::fromStdString(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeRuntimeFolder();
        put(u"project/train.py"_s, "import os, pathlib\n"
                                   "pathlib.Path('outputs').mkdir(exist_ok=True)\n"
                                   "rank = os.environ.get('RANK', '-')\n"
                                   "pathlib.Path('outputs', f'rank{rank}.txt').write_text(rank)\n"
                                   "print('rank', rank, 'of', os.environ.get('WORLD_SIZE', '-'))\n");
        put(u"project/.amlignore"_s, "*.csv\n");
        put(u"project/data.csv"_s, "1\n");
        const Outcome made = roostctl({u"workspace"_s, u"create"_s, path(u"project/birds"_s), u"--link"_s});
        QVERIFY2(made.code == 0, made.all().constData());
    }

    void cleanupTestCase() { QCOMPARE(roostctl({u"service"_s, u"stop"_s}).code, 0); }

    void aDryRunSendsNothing()
    {
        const Outcome dry = roostctl(script(u"train.py"_s, {u"--dry-run"_s, u"--nodes"_s, u"1"_s}));
        QVERIFY2(dry.code == 0, dry.all().constData());
        QVERIFY2(dry.out.contains("command: python train.py\n") && dry.out.contains("\ntrain.py") &&
                     dry.out.contains("# not sent: data.csv (.amlignore:1)") &&
                     dry.out.contains("# environment: AzureML-system-python:"),
                 dry.out.constData());
        QVERIFY(roostctl({u"runs"_s, u"list"_s, u"--json"_s}).json().array().isEmpty());

        const QJsonObject json = roostctl(script(u"train.py"_s, {u"--dry-run"_s, u"--json"_s})).json().object();
        QCOMPARE(json["files"_L1].toArray().size(), 3); // with .amlignore and the link to the workspace
        QCOMPARE(json["excluded"_L1][1]["path"_L1].toString(), u"data.csv"_s);
    }

    void aDryRunReportsWhatWouldBeRefused()
    {
        const Outcome nodes = roostctl(script(u"train.py"_s, {u"--dry-run"_s, u"--distribution"_s, u"pytorch"_s,
                                                              u"--nodes"_s, u"3"_s, u"--compute"_s, u"local"_s}));
        QVERIFY2(nodes.code == 1 && nodes.err.contains("local has 1 node; you ask for 3."), nodes.all().constData());
        const Outcome compute = roostctl(script(u"train.py"_s, {u"--dry-run"_s, u"--compute"_s, u"nowhere"_s}));
        QVERIFY2(compute.code == 1 && compute.err.contains("nowhere"), compute.all().constData());
        put(u"project/job.yml"_s, "command: python train.py\ncode: .\nenvironment: azureml:nothing:7\n"
                                  "compute: azureml:local\nresources:\n  instance_count: two\n");
        const Outcome text = roostctl({u"submit"_s, u"job.yml"_s, u"--dry-run"_s});
        QVERIFY2(text.code == 2 && text.err.contains("job.yml:6:19: error: "), text.all().constData());
        const QJsonObject problem =
            roostctl({u"submit"_s, u"job.yml"_s, u"--dry-run"_s, u"--json"_s}).json()["problems"_L1][0].toObject();
        QCOMPARE(problem["line"_L1].toInt(), 6);
        QCOMPARE(problem["severity"_L1].toString(), u"error"_s);
        put(u"project/job.yml"_s, "command: python train.py\ncode: .\nenvironment: azureml:nothing:7\n"
                                  "compute: azureml:local\n");
        const Outcome environment = roostctl({u"submit"_s, u"job.yml"_s, u"--dry-run"_s});
        QVERIFY2(environment.code == 1 && environment.err.contains("nothing"), environment.all().constData());
    }

    void processesAreSetByOptions()
    {
        QCOMPARE(roostctl(script(u"train.py"_s, {u"--processes"_s, u"2"_s})).code, 2);
        QCOMPARE(roostctl(script(u"train.py"_s, {u"--distribution"_s, u"ray"_s})).code, 2);
        QCOMPARE(roostctl(script(u"train.py"_s, {u"--nodes"_s, u"none"_s})).code, 2);
        const Outcome run =
            roostctl(script(u"train.py"_s, {u"--distribution"_s, u"pytorch"_s, u"--processes"_s, u"2"_s, u"--name"_s,
                                            u"pair"_s, u"--env"_s, u"COLOUR=blue"_s, u"--stream"_s}));
        QVERIFY2(run.code == 0, run.all().constData());
        QVERIFY2(run.out.contains("rank 0 of 2") && run.out.contains("rank 1 of 2"), run.out.constData());
    }

    void theListHasTheFieldsOfARun()
    {
        const QJsonObject listed = roostctl({u"runs"_s, u"list"_s, u"--json"_s}).json()[0].toObject();
        const QJsonObject shown = roostctl({u"runs"_s, u"show"_s, u"pair"_s, u"--json"_s}).json().object();
        QCOMPARE(listed, shown);
        QVERIFY(!listed["command"_L1].toString().isEmpty() && !listed["environment"_L1].toString().isEmpty());
    }

    void oneFileIsFetchedUnderAName()
    {
        const QString target = path(u"model/the rank.txt"_s);
        const QStringList download{u"runs"_s, u"download"_s, u"pair"_s, u"outputs/rank1.txt"_s, u"--output"_s};
        const Outcome fetched = roostctl(download + QStringList{target});
        QVERIFY2(fetched.code == 0, fetched.all().constData());
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "1");
        QCOMPARE(roostctl(download + QStringList{path(u"model/"_s)}).code, 0);
        QVERIFY(QFile::exists(path(u"model/rank1.txt"_s)));
        const Outcome many = roostctl({u"runs"_s, u"download"_s, u"pair"_s, u"--output"_s, target});
        QVERIFY2(many.code == 2 && many.err.contains("2 are to be fetched"), many.all().constData());
    }

    void runsAreRenamedTaggedAndDeleted()
    {
        QCOMPARE(roostctl({u"runs"_s, u"rename"_s, u"pair"_s, u"two ranks"_s}).code, 0);
        const Outcome tagged = roostctl({u"runs"_s, u"tag"_s, u"pair"_s, u"stage=best"_s, u"note=a=b"_s, u"empty="_s});
        QVERIFY2(tagged.code == 0, tagged.all().constData());
        QCOMPARE(roostctl({u"runs"_s, u"tag"_s, u"pair"_s, u"--remove"_s, u"stage"_s}).code, 0);
        QCOMPARE(roostctl({u"runs"_s, u"tag"_s, u"pair"_s, u"stage"_s}).code, 2);
        QCOMPARE(roostctl({u"runs"_s, u"tag"_s, u"pair"_s}).code, 2);
        const QJsonObject run = roostctl({u"runs"_s, u"show"_s, u"pair"_s, u"--json"_s}).json().object();
        QCOMPARE(run["displayName"_L1].toString(), u"two ranks"_s);
        QCOMPARE(run["tags"_L1]["note"_L1].toString(), u"a=b"_s);
        QVERIFY(run["tags"_L1].toObject().contains("empty"_L1));
        QVERIFY(!run["tags"_L1].toObject().contains("stage"_L1));

        const Outcome unasked = roostctl({u"runs"_s, u"delete"_s, u"pair"_s});
        QVERIFY2(unasked.code == 2 && unasked.err.contains("--yes"), unasked.all().constData());
        QCOMPARE(roostctl({u"runs"_s, u"delete"_s, u"nobody"_s, u"--yes"_s}).code, 1);
        QCOMPARE(roostctl({u"runs"_s, u"delete"_s, u"pair"_s, u"--yes"_s}).out, "pair is deleted.\n");
        QCOMPARE(roostctl({u"runs"_s, u"show"_s, u"pair"_s}).code, 1);
    }

    void computesAreShownAndWaitedFor()
    {
        const QStringList create{u"computes"_s, u"create"_s, u"birds-cluster"_s};
        const Outcome sizeless = roostctl(create);
        QVERIFY2(sizeless.code == 2 && sizeless.err.contains("--size"), sizeless.all().constData());
        const Outcome made = roostctl(create + QStringList{u"--size"_s, u"small"_s, u"--max"_s, u"2"_s, u"--idle"_s,
                                                           u"120"_s, u"--low-priority"_s, u"--wait"_s});
        QVERIFY2(made.code == 0 && made.out == "birds-cluster is ready.\n", made.all().constData());
        const Outcome shown = roostctl({u"computes"_s, u"show"_s, u"birds-cluster"_s});
        QVERIFY2(shown.out.contains("priority") && shown.out.contains("low") && shown.out.contains("0 to 2"),
                 shown.all().constData());
        QCOMPARE(roostctl({u"computes"_s, u"show"_s, u"nowhere"_s}).code, 1);
        const Outcome mistyped = roostctl({u"computes"_s, u"shwo"_s, u"birds-cluster"_s});
        QVERIFY2(mistyped.code == 2 && mistyped.err.contains("list, show, load, create, remove"),
                 mistyped.all().constData());
    }

    void environmentsAreClonedAndSaved()
    {
        put(u"project/conda.yml"_s, "name: mine\nchanels: [a]\ndependencies: [python, pip, {pip: [six]}]\n");
        const Outcome made = roostctl(
            {u"environments"_s, u"create"_s, u"mine"_s, u"--conda"_s, u"conda.yml"_s, u"--description"_s, u"a: b"_s});
        QVERIFY2(made.code == 0 && made.err.contains("conda.yml:2:1: warning: "), made.all().constData());
        QCOMPARE(roostctl({u"environments"_s, u"clone"_s, u"mine:1"_s, u"copy"_s}).out, "copy:1\n");
        const Outcome reserved = roostctl({u"environments"_s, u"clone"_s, u"mine"_s, u"AzureML-mine"_s});
        QVERIFY2(reserved.code == 2 && reserved.err.contains("AzureML-"), reserved.all().constData());
        const Outcome system = roostctl({u"environments"_s, u"clone"_s, u"AzureML-system-python"_s, u"own"_s});
        QVERIFY2(system.code == 1 && system.err.contains("no conda YAML"), system.all().constData());

        const QStringList save{u"environments"_s, u"save"_s, u"copy"_s, u"--to"_s, path(u"saved"_s)};
        QCOMPARE(roostctl(save).code, 0);
        QFile description(path(u"saved/environment.yml"_s));
        QVERIFY(description.open(QIODevice::ReadOnly));
        const QByteArray text = description.readAll();
        QVERIFY2(text.contains("name: copy\n") && text.contains("conda_file: conda_dependencies.yml\n") &&
                     text.contains("description: \"a: b\"\n"),
                 text.constData());
        QFile conda(path(u"saved/conda_dependencies.yml"_s));
        QVERIFY(conda.open(QIODevice::ReadOnly) && conda.readAll().contains("chanels: [a]"));
        put(u"saved/conda_dependencies.yml"_s, "mine");
        const Outcome kept = roostctl(save);
        QVERIFY2(kept.code == 1 && kept.err.contains("--force"), kept.all().constData());
        QCOMPARE(roostctl(save + QStringList{u"--force"_s}).code, 0);
        // The saved file is not conda YAML itself, and the error names the file that is.
        const Outcome wrong =
            roostctl({u"environments"_s, u"create"_s, u"wrong"_s, u"--conda"_s, path(u"saved/environment.yml"_s)});
        QVERIFY2(wrong.code == 1 && wrong.err.contains("error: ") && wrong.err.contains("'conda_dependencies.yml'"),
                 wrong.all().constData());
    }

    void namesOfFilesAreBytes()
    {
        put(u"project/odd.py"_s, "import os\nos.makedirs('outputs', exist_ok=True)\n"
                                 "for i in range(40):\n    open(f'outputs/f{i:02}.bin', 'w').write('x')\n"
                                 "open(b'outputs/caf\\xe9.bin', 'w').write('odd')\n");
        const Outcome run = roostctl(script(u"odd.py"_s, {u"--name"_s, u"odd"_s, u"--stream"_s}));
        QVERIFY2(run.code == 0, run.all().constData());
        const QByteArray listed = roostctl({u"runs"_s, u"outputs"_s, u"odd"_s, u"outputs/"_s}).out;
        QCOMPARE(listed.count('\n'), 42); // including the header lines
        QVERIFY2(listed.contains("outputs/caf\\xe9.bin "), listed.constData());

        QCOMPARE(roostctl({u"runs"_s, u"download"_s, u"odd"_s, u"--to"_s, path(u"all"_s)}).code, 0);
        QCOMPARE(namesBelow(path(u"all/outputs"_s)).size(), 41);
        QVERIFY(namesBelow(path(u"all/outputs"_s)).contains("caf\xe9.bin"));
        // The name is passed as bytes, as a shell passes it.
        QProcess shell;
        prepare(shell, {});
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"\"$0\" runs download odd \"$(printf 'outputs/caf\\351.bin')\" --to \"$1\""_s,
                     qEnvironmentVariable("ROOSTCTL"), path(u"one"_s)});
        QVERIFY(shell.waitForFinished(60000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QCOMPARE(namesBelow(path(u"one/outputs"_s)), QByteArrayList{"caf\xe9.bin"});

        QCOMPARE(roostctl({u"models"_s, u"register"_s, u"odd"_s, u"--run"_s, u"odd"_s, u"--path"_s, u"outputs"_s}).code,
                 0);
        QCOMPARE(roostctl({u"models"_s, u"download"_s, u"odd"_s, u"--to"_s, path(u"weights"_s)}).code, 0);
        QCOMPARE(namesBelow(path(u"weights"_s)), namesBelow(path(u"all/outputs"_s)));
    }

    void aLinkAtTheConfigFileIsNotChanged()
    {
        QVERIFY(QDir().mkpath(path(u"other/.azureml"_s)));
        QVERIFY(QFile::link(path(u"elsewhere.json"_s), path(u"other/.azureml/config.json"_s)));
        QProcess process;
        prepare(process, {u"workspace"_s, u"create"_s, path(u"project/birds"_s), u"--link"_s});
        process.setWorkingDirectory(path(u"other"_s));
        process.start();
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("not changed"));
        QVERIFY(!QFileInfo::exists(path(u"elsewhere.json"_s)));
    }

    // On a terminal roostctl prompts for the password and does not echo it, and prompts again if the server refuses it;
    // without a terminal the error names the variable to set.
    void aPasswordIsAskedFor()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray heard;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [socket, &heard] {
                heard += socket->readAll();
                if (heard.endsWith("\r\n\r\n") || heard.endsWith('}'))
                    socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            });
        });
        const QString address = u"http://alice@127.0.0.1:%1"_s.arg(server.serverPort());
        const QStringList list{u"--workspace"_s, address, u"runs"_s, u"list"_s};
        const Outcome alone = roostctl(list);
        QVERIFY2(alone.code == 1 && alone.err.contains("MLFLOW_TRACKING_PASSWORD"), alone.all().constData());

        const QString program = QStandardPaths::findExecutable(u"script"_s);
        if (program.isEmpty())
            QSKIP("script(1) makes the terminal, and is not here");
        QProcess terminal;
        prepare(terminal, {});
        terminal.setProgram(program);
        terminal.setArguments({u"-qec"_s, qEnvironmentVariable("ROOSTCTL") + u' ' + list.join(u' '), u"/dev/null"_s});
        terminal.start();
        QByteArray shown;
        QVERIFY(QTest::qWaitFor(
            [&] { return (shown += terminal.readAllStandardOutput()).contains("Password of alice at 127.0.0.1: "); },
            60000));
        terminal.write("pa55 word\n");
        QVERIFY(QTest::qWaitFor(
            [&] { return (shown += terminal.readAllStandardOutput()).count("Password of alice at 127.0.0.1: ") == 2; },
            60000));
        QVERIFY2(shown.contains("does not accept the password of alice"), shown.constData());
        terminal.write("\x03"); // Ctrl+C
        QVERIFY(QTest::qWaitFor([&] { return terminal.state() == QProcess::NotRunning; }, 60000));
        shown += terminal.readAllStandardOutput();
        const QByteArray credential = QByteArray("alice:pa55 word").toBase64();
        QVERIFY2(heard.contains(QByteArray("authorization: Basic " + credential)), heard.constData());
        QVERIFY2(!shown.contains("pa55"), shown.constData());
    }

    void namesDoNotControlTheTerminal()
    {
        const QString evil = u"a\u001b]0;owned\u0007\u001b[2J\rb\u009bm\u202etxt"_s;
        const Outcome run =
            roostctl(script(u"train.py"_s, {u"--name"_s, u"evil"_s, u"--display-name"_s, evil, u"--stream"_s}));
        QVERIFY2(run.code == 0, run.all().constData());
        const Outcome renamed = roostctl({u"runs"_s, u"rename"_s, u"evil"_s, evil + u"\nforged  row"_s});
        QVERIFY2(renamed.code == 0, renamed.all().constData());
        for (const QStringList &verb :
             {QStringList{u"runs"_s, u"list"_s}, QStringList{u"runs"_s, u"show"_s, u"evil"_s},
              QStringList{u"runs"_s, u"show"_s, u"evil"_s, u"--json"_s}, QStringList{u"runs"_s, u"show"_s, evil},
              QStringList{u"models"_s, u"list"_s, evil}}) {
            const QString shown = QString::fromUtf8(roostctl(verb).all());
            for (const QChar c : shown)
                QVERIFY2(c == u'\n' || (c.category() != QChar::Other_Control && c != QChar(0x202E)), qPrintable(shown));
            for (const QString &line : shown.split(u'\n'))
                QVERIFY2(!line.startsWith("forged"_L1), qPrintable(shown));
        }
        QVERIFY(roostctl({u"runs"_s, u"list"_s}).out.contains("\\x1b]0;owned"));
        // JSON contains the same text with JSON escapes.
        const QJsonObject json = roostctl({u"runs"_s, u"show"_s, u"evil"_s, u"--json"_s}).json().object();
        QCOMPARE(json["displayName"_L1].toString(), evil + u"\nforged  row"_s);
    }
};

QTEST_GUILESS_MAIN(TestConsoleVerbs)
#include "tst_consoleverbs.moc"
