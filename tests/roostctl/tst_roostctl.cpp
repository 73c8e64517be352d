// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/roostctl/consolefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

using Roost::Test::Outcome;

class TestRoostctl : public QObject, private Roost::Test::ConsoleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeRuntimeFolder();
        putTraining();
        put(u"project/bad.py"_s, "import sys\nprint('about to fail', flush=True)\nsys.exit(7)\n");
        put(u"project/long.py"_s, "import os, time\nos.makedirs('outputs', exist_ok=True)\n"
                                  "part = open('outputs/part.bin', 'wb')\npart.write(b'half')\npart.flush()\n"
                                  "print('waiting', flush=True)\ntime.sleep(600)\n");
        put(u"project/bad.yml"_s,
            "command: python train.py\ncode: .\nenvironment: azureml:x:1\nresources:\n  instance_count: two\n");
    }

    void cleanupTestCase() { roostctl({u"service"_s, u"stop"_s, u"--force"_s}); }

    void helpAndMistakes()
    {
        const Outcome help = roostctl({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("runs download"));
        const Outcome verb = roostctl({u"runs"_s, u"logs"_s, u"--help"_s});
        QCOMPARE(verb.code, 0);
        QVERIFY(verb.out.contains("--follow"));
        QCOMPARE(roostctl({u"fly"_s}).code, 2);
        QCOMPARE(roostctl({u"runs"_s, u"show"_s}).code, 2);
        QCOMPARE(roostctl({u"runs"_s, u"list"_s, u"--wrong"_s}).code, 2);
        const Outcome nowhere = roostctl({u"runs"_s, u"list"_s});
        QCOMPARE(nowhere.code, 1);
        QVERIFY2(nowhere.err.contains("workspace create"), nowhere.err.constData());
    }

    void aWorkspaceIsMade()
    {
        const Outcome made = roostctl({u"workspace"_s, u"create"_s, path(u"ws"_s), u"--link"_s, u"--json"_s});
        QVERIFY2(made.code == 0, made.all().constData());
        QCOMPARE(made.json()["folder"_L1].toString(), QDir(path(u"ws"_s)).canonicalPath());
        const Outcome shown = roostctl({u"workspace"_s, u"show"_s, u"--json"_s});
        QCOMPARE(shown.json()["name"_L1], made.json()["name"_L1]);
        // The token is printed only on request.
        QVERIFY(!roostctl({u"workspace"_s, u"show"_s}).out.contains("TOKEN"));
        const Outcome secret = roostctl({u"workspace"_s, u"show"_s, u"--token"_s});
        QVERIFY2(secret.out.contains("MLFLOW_TRACKING_TOKEN") &&
                     secret.out.contains(endpoint()["token"_L1].toString().toLatin1()),
                 secret.all().constData());
        const Outcome status = roostctl({u"service"_s, u"status"_s, u"--json"_s});
        QVERIFY2(status.json()["running"_L1].toBool(), status.all().constData());
        const Outcome computes = roostctl({u"computes"_s, u"--json"_s});
        QVERIFY2(computes.out.contains("\"local\""), computes.all().constData());
        QVERIFY(roostctl({u"environments"_s}).out.contains("AzureML-system-python"));
    }

    void aServiceIsOpenedByItsAddress()
    {
        const QString url = u"http://127.0.0.1:%1"_s.arg(endpoint()["port"_L1].toInt());
        const QStringList computes{u"--workspace"_s, url, u"computes"_s};
        const Outcome own = roostctl(computes);
        QVERIFY2(own.code == 0 && own.out.contains("local"), own.all().constData());
        // Another user cannot open the service without its token; with the token it is a workspace like any other.
        const QMap<QString, QString> stranger{{u"XDG_RUNTIME_DIR"_s, path(u"stranger"_s)}};
        const Outcome closed = roostctl(computes, stranger);
        QCOMPARE(closed.code, 1);
        QVERIFY2(closed.err.contains("MLFLOW_TRACKING_TOKEN"), closed.err.constData());
        auto invited = stranger;
        invited.insert(u"MLFLOW_TRACKING_TOKEN"_s, endpoint()["token"_L1].toString());
        const Outcome open = roostctl(computes, invited);
        QVERIFY2(open.code == 0 && open.out.contains("local"), open.all().constData());
    }

    void aBadJobFileSaysWhere()
    {
        const Outcome bad = roostctl({u"submit"_s, u"bad.yml"_s});
        QVERIFY(bad.code != 0);
        QVERIFY2(bad.err.contains("bad.yml:5:19: error:"), bad.err.constData());
    }

    void aRunIsStreamed()
    {
        const Outcome run = roostctl({u"submit"_s, u"job.yml"_s, u"--stream"_s, u"--name"_s, u"first"_s});
        QVERIFY2(run.code == 0, run.all().constData());
        // roostctl also prints the log of the environment, whose position in the output is not fixed.
        QList<QByteArray> lines = run.out.split('\n');
        lines.removeIf([](const QByteArray &line) { return !line.contains("step") && !line.contains("last"); });
        QCOMPARE(lines, (QList<QByteArray>{"step 0", "step 1", "step 2", "last line without end"}));
        QVERIFY(run.err.contains("first completed"));
        const Outcome shown = roostctl({u"runs"_s, u"show"_s, u"first"_s, u"--json"_s});
        QCOMPARE(shown.json()["status"_L1].toString(), u"Completed"_s);
        QCOMPARE(shown.json()["experiment"_L1].toString(), u"e2e"_s);
        QVERIFY(roostctl({u"runs"_s, u"list"_s}).out.contains("first"));
        QVERIFY(roostctl({u"runs"_s, u"logs"_s, u"first"_s}).out.contains("step 2\n"));
    }

    void aFailedRunExitsWithAnError()
    {
        const Outcome run =
            roostctl({u"submit"_s, u"--script"_s, u"bad.py"_s, u"--environment"_s, u"AzureML-system-python"_s,
                      u"--stream"_s, u"--name"_s, u"sad"_s, u"--"_s, u"--x"_s});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.out.contains("about to fail"), run.all().constData());
        // A client that follows the run later receives the same result, however it reads the log.
        const QString log = u"azureml-logs/70_driver_log.txt"_s;
        const QStringList logs{u"runs"_s, u"logs"_s, u"sad"_s};
        const QStringList followed{u"runs"_s, u"logs"_s, u"sad"_s, log, u"--follow"_s};
        QCOMPARE(roostctl(logs + QStringList{u"--follow"_s}).code, 3);
        const Outcome one = roostctl(followed);
        QCOMPARE(one.code, 3);
        QVERIFY2(one.out == "about to fail\n" && one.err.contains("sad failed"), one.all().constData());
        QCOMPARE(roostctl(followed + QStringList{u"--tail"_s, u"1"_s}).code, 3);
        QCOMPARE(roostctl(logs + QStringList{log}).code, 0);
        const Outcome shown = roostctl({u"runs"_s, u"show"_s, u"sad"_s});
        QVERIFY2(shown.out.contains("70_driver_log.txt:"), shown.all().constData());
        const QJsonObject cause = roostctl({u"runs"_s, u"show"_s, u"sad"_s, u"--json"_s}).json()["cause"_L1].toObject();
        const QJsonObject first = cause["candidates"_L1].toArray().first().toObject();
        QCOMPARE(first["rank"_L1].toInt(-1), 0);
        QVERIFY(!first["evidence"_L1].toArray().isEmpty());
    }

    void environmentsAreKept()
    {
        put(u"project/conda.yml"_s, "name: mine\ndependencies:\n- python>=3.8\n- pip\n- pip:\n  - torch>=2\n");
        const QStringList create{u"environments"_s, u"create"_s, u"mine"_s};
        QCOMPARE(roostctl(create).code, 2);
        QCOMPARE(roostctl({u"environments"_s, u"create"_s, u"not/a name"_s, u"--conda"_s, u"conda.yml"_s}).code, 2);
        QCOMPARE(roostctl(create + QStringList{u"--conda"_s, u"nowhere.yml"_s}).code, 1);
        put(u"project/wrong.yml"_s, "name: mine\ndependencies: [\n");
        const Outcome wrong = roostctl(create + QStringList{u"--conda"_s, u"wrong.yml"_s});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("wrong.yml:"), wrong.err.constData());
        QCOMPARE(roostctl(create + QStringList{u"--conda"_s, u"conda.yml"_s}).out, "mine:1\n");
        const Outcome second = roostctl(
            create + QStringList{u"--conda"_s, u"conda.yml"_s, u"--description"_s, u"for birds"_s, u"--json"_s});
        QCOMPARE(second.json()["version"_L1].toString(), u"2"_s);
        const Outcome shown = roostctl({u"environments"_s, u"show"_s, u"mine"_s});
        QVERIFY2(shown.out.startsWith("mine:2  for birds\n") && shown.out.contains("- torch>=2"),
                 shown.all().constData());
        QVERIFY(roostctl({u"environments"_s, u"show"_s, u"mine:1"_s}).out.startsWith("mine:1"));
        const Outcome system = roostctl({u"environments"_s, u"show"_s, u"AzureML-system-python"_s, u"--json"_s});
        QVERIFY2(system.json()["curated"_L1].toBool() && !system.json()["packages"_L1].toArray().isEmpty(),
                 system.all().constData());
        QCOMPARE(roostctl({u"environments"_s, u"show"_s, u"nothing"_s}).code, 1);
    }

    void computesAreMadeAndRemoved()
    {
        const QStringList create{u"computes"_s, u"create"_s, u"birds-cluster"_s};
        QCOMPARE(roostctl(create + QStringList{u"--max"_s, u"many"_s}).code, 2);
        QCOMPARE(roostctl(create + QStringList{u"--min"_s, u"3"_s, u"--max"_s, u"2"_s}).code, 2);
        QCOMPARE(roostctl({u"computes"_s, u"create"_s, u"?"_s}).code, 2);
        QCOMPARE(roostctl(create + QStringList{u"--size"_s, u"small"_s, u"--max"_s, u"2"_s}).out,
                 "birds-cluster is being created.\n");
        const auto stateOf = [this](const QString &name) {
            for (const QJsonValue compute : roostctl({u"computes"_s, u"--json"_s}).json().array()) {
                if (compute["name"_L1].toString() == name)
                    return u"%1, %2"_s.arg(compute["state"_L1].toString()).arg(compute["maxNodes"_L1].toInt());
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"birds-cluster"_s), u"Succeeded, 2"_s, 30000);
        const Outcome removed = roostctl({u"computes"_s, u"remove"_s, u"birds-cluster"_s, u"--json"_s});
        QVERIFY2(removed.json()["removed"_L1].toBool(), removed.all().constData());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"birds-cluster"_s), QString(), 30000);
        QCOMPARE(roostctl({u"computes"_s, u"remove"_s, u"local"_s}).code, 1);
        const Outcome mistyped = roostctl({u"computes"_s, u"remove"_s, u"typo-cluster"_s});
        QVERIFY2(mistyped.code == 1 && mistyped.out.isEmpty(), mistyped.all().constData());
    }

    void metricsAreShown()
    {
        const Outcome last = roostctl({u"runs"_s, u"metrics"_s, u"first"_s});
        QVERIFY2(last.out.startsWith("METRIC") && last.out.contains("loss") && last.out.contains("0.25"),
                 last.all().constData());
        const Outcome points = roostctl({u"runs"_s, u"metrics"_s, u"first"_s, u"loss"_s, u"--json"_s});
        const QJsonArray losses = points.json()["loss"_L1].toArray();
        QCOMPARE(losses.size(), 3);
        QCOMPARE(losses[1]["step"_L1].toInt(), 1);
        QCOMPARE(losses[1]["value"_L1].toDouble(), 0.5);
        const Outcome table = roostctl({u"runs"_s, u"metrics"_s, u"first"_s, u"loss"_s});
        // A heading, three points, and the best of them.
        QCOMPARE(table.out.count('\n'), 5);
        QVERIFY2(table.out.contains("loss: best 0.25 at step 2"), table.all().constData());
        QCOMPARE(roostctl({u"runs"_s, u"metrics"_s, u"first"_s, u"--json"_s}).json()["loss"_L1].toDouble(), 0.25);
        QCOMPARE(roostctl({u"runs"_s, u"metrics"_s, u"nobody"_s}).code, 1);
        const Outcome missing = roostctl({u"runs"_s, u"metrics"_s, u"first"_s, u"accuracy"_s});
        QVERIFY2(missing.code == 1 && missing.err.contains("no metric accuracy"), missing.all().constData());
        QCOMPARE(roostctl({u"runs"_s, u"outputs"_s, u"first"_s, u"nonsense/"_s}).code, 1);
    }

    void ctrlCDetachesAndCancelEnds()
    {
        QProcess stream;
        prepare(stream, {u"submit"_s, u"--script"_s, u"long.py"_s, u"--environment"_s, u"AzureML-system-python"_s,
                         u"--name"_s, u"long"_s, u"--stream"_s});
        stream.start(QIODevice::ReadOnly);
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT((out += stream.readAllStandardOutput()).contains("waiting"), 60000);
        QCOMPARE(::kill(pid_t(stream.processId()), SIGINT), 0);
        QVERIFY(stream.waitForFinished(10000));
        QCOMPARE(stream.exitStatus(), QProcess::NormalExit);
        QVERIFY(stream.readAllStandardError().contains("the run continues"));
        const Outcome shown = roostctl({u"runs"_s, u"show"_s, u"long"_s, u"--json"_s});
        QCOMPARE(shown.json()["status"_L1].toString(), u"Running"_s);
        const Outcome computes = roostctl({u"computes"_s});
        QVERIFY2(computes.out.contains("1 of 1"), computes.all().constData());
        QCOMPARE(roostctl({u"service"_s, u"stop"_s}).code, 1); // a run is in progress
        QCOMPARE(roostctl({u"runs"_s, u"cancel"_s, u"long"_s}).code, 0);
        QCOMPARE(roostctl({u"runs"_s, u"logs"_s, u"long"_s, u"--follow"_s}).code, 3);
        const Outcome ended = roostctl({u"runs"_s, u"show"_s, u"long"_s, u"--json"_s});
        QCOMPARE(ended.json()["status"_L1].toString(), u"Canceled"_s);
        for (const QStringList &more : {QStringList{u"outputs"_s, u"long"_s},
                                        QStringList{u"download"_s, u"long"_s, u"--to"_s, path(u"part"_s)}}) {
            const Outcome partial = roostctl(QStringList{u"runs"_s} + more);
            QVERIFY2(partial.code == 0 && partial.err.contains("may be incomplete"), partial.all().constData());
        }
        const Outcome late = roostctl({u"runs"_s, u"cancel"_s, u"long"_s});
        QVERIFY2(late.code == 1 && late.err.contains("has ended already: Canceled"), late.all().constData());
    }

    void aRunThatIsDeletedHasNotFailed()
    {
        const auto mlflow = [this](const QString &call, const QByteArray &body) {
            QProcess python;
            python.start(
                u"python3"_s,
                {u"-c"_s,
                 u"import json, sys, urllib.request\n"
                 "at = json.loads(sys.argv[1])\n"
                 "request = urllib.request.Request(\n"
                 "    f'http://127.0.0.1:{at[\"port\"]}/api/2.0/mlflow/runs/' + sys.argv[2], sys.argv[3].encode(),\n"
                 "    {'Authorization': 'Bearer ' + at['token'], 'Content-Type': 'application/json'})\n"
                 "print(urllib.request.urlopen(request, timeout=30).read().decode())"_s,
                 QString::fromUtf8(QJsonDocument(endpoint()).toJson()), call, QString::fromUtf8(body)});
            python.waitForFinished();
            return QJsonDocument::fromJson(python.readAllStandardOutput());
        };
        const QString id =
            mlflow(u"create"_s, R"({"experiment_id": "0"})")["run"_L1]["info"_L1]["run_id"_L1].toString();
        QVERIFY(!id.isEmpty());
        QProcess follower;
        prepare(follower, {u"runs"_s, u"logs"_s, id, u"--follow"_s});
        follower.start(QIODevice::ReadOnly);
        QByteArray err;
        QTRY_VERIFY_WITH_TIMEOUT((err += follower.readAllStandardError()).contains("Running"), 60000);
        mlflow(u"delete"_s, R"({"run_id": ")" + id.toUtf8() + R"("})");
        QVERIFY(follower.waitForFinished(60000));
        err += follower.readAllStandardError();
        QCOMPARE(follower.exitCode(), 1);
        QVERIFY2(err.count("was deleted") == 1 && !err.contains("failed"), err.constData());
    }

    void outputsAndModelsAreFetched()
    {
        const Outcome files = roostctl({u"runs"_s, u"outputs"_s, u"first"_s, u"outputs/"_s});
        QVERIFY2(files.out.contains("outputs/model.pt"), files.all().constData());
        const Outcome fetched = roostctl({u"runs"_s, u"download"_s, u"first"_s, u"--to"_s, path(u"out"_s)});
        QVERIFY2(fetched.code == 0, fetched.all().constData());
        QFile model(path(u"out/outputs/model.pt"_s));
        QVERIFY(model.open(QIODevice::ReadOnly));
        QCOMPARE(model.readAll(), QByteArray("model of --lr 0.5"));
        // A repeated download is not a conflict; a file that the user has changed is kept.
        model.close();
        QCOMPARE(roostctl({u"runs"_s, u"download"_s, u"first"_s, u"--to"_s, path(u"out"_s)}).code, 0);
        put(u"out/outputs/model.pt"_s, "mine");
        const Outcome kept = roostctl({u"runs"_s, u"download"_s, u"first"_s, u"--to"_s, path(u"out"_s)});
        QVERIFY2(kept.code == 1 && kept.err.contains("already exists"), kept.all().constData());
        QCOMPARE(QFileInfo(model).size(), 4);
        QCOMPARE(roostctl({u"runs"_s, u"download"_s, u"first"_s, u"--to"_s, path(u"out"_s), u"--force"_s}).code, 0);
        QVERIFY(QFileInfo(model.fileName()).size() > 4);
        const Outcome made = roostctl({u"models"_s, u"register"_s, u"birds"_s, u"--run"_s, u"first"_s});
        QVERIFY2(made.code == 0, made.all().constData());
        QCOMPARE(made.out, QByteArray("birds:1\n"));
        const Outcome got = roostctl({u"models"_s, u"download"_s, u"birds:1"_s, u"--to"_s, path(u"m"_s), u"--json"_s});
        QVERIFY2(got.code == 0, got.all().constData());
        const Outcome models = roostctl({u"models"_s, u"list"_s});
        QVERIFY2(models.out.contains("birds"), models.all().constData());
        const QJsonArray versions = roostctl({u"models"_s, u"list"_s, u"birds"_s, u"--json"_s}).json().array();
        QCOMPARE(versions.size(), 1);
        QCOMPARE(versions[0]["run"_L1].toString(), u"first"_s);
        QCOMPARE(roostctl({u"models"_s, u"list"_s, u"nothing"_s}).code, 1);
        QFile registered(got.json().array().first()["file"_L1].toString());
        QVERIFY(registered.open(QIODevice::ReadOnly));
        QCOMPARE(registered.readAll(), QByteArray("model of --lr 0.5"));
        QVERIFY(!QFile::exists(registered.fileName() + u".part"_s));
        QCOMPARE(roostctl({u"models"_s, u"download"_s, u"birds:9"_s}).code, 1);
        QCOMPARE(roostctl({u"runs"_s, u"show"_s, u"nobody"_s}).code, 1);
    }

    // Without a terminal roostctl cannot prompt the user.
    void aFolderThatOthersMayWriteNeedsTrust()
    {
        const QString folder = path(u"open"_s);
        const QMap<QString, QString> own{{u"XDG_CONFIG_HOME"_s, path(u"settings"_s)}};
        QCOMPARE(roostctl({u"workspace"_s, u"create"_s, folder}, own).code, 0);
        QCOMPARE(roostctl({u"--workspace"_s, folder, u"service"_s, u"stop"_s}, own).code, 0);
        QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7777)));
        for (const QStringList &verb : {QStringList{u"runs"_s, u"list"_s}, QStringList{u"service"_s, u"status"_s}}) {
            const Outcome refused = roostctl(QStringList{u"--workspace"_s, folder} + verb, own);
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.err.contains("--trust") && refused.err.contains(folder.toUtf8()), refused.err.constData());
        }
        QCOMPARE(roostctl({u"--trust"_s, u"--workspace"_s, folder, u"runs"_s, u"list"_s}, own).code, 0);
        const Outcome later = roostctl({u"--workspace"_s, folder, u"runs"_s, u"list"_s}, own);
        QVERIFY2(later.code == 0, later.all().constData());
        roostctl({u"--workspace"_s, folder, u"service"_s, u"stop"_s}, own);
    }

    void argumentsThatAreNotUtf8AreRefused()
    {
        QVERIFY(QDir().mkpath(path(u"odd"_s)));
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"\"$0\" workspace create \"$(printf '%s/caf\\351' \"$1\")\""_s,
                                   qEnvironmentVariable("ROOSTCTL"), path(u"odd"_s)});
        QVERIFY(shell.waitForFinished(30000));
        QCOMPARE(shell.exitCode(), 2);
        const QByteArray said = shell.readAllStandardError();
        QVERIFY2(said.contains("not valid UTF-8"), said.constData());
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"\"$0\" serve --create --workspace \"$(printf '%s/caf\\351' \"$1\")\""_s,
                                   qEnvironmentVariable("ROOSTD"), path(u"odd"_s)});
        QVERIFY(shell.waitForFinished(30000));
        QCOMPARE(shell.exitCode(), 2);
        QVERIFY(QDir(path(u"odd"_s)).entryList({u"caf*"_s}).isEmpty());
        // A valid relative name is also rejected if the current folder has a name that is not UTF-8.
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s,
                     u"here=\"$(printf '%s/bar\\351' \"$1\")\"; mkdir \"$here\" && cd \"$here\" && "
                     "\"$0\" serve --create --workspace birds; code=$?; cd ..; rmdir \"$here\" && exit $code"_s,
                     qEnvironmentVariable("ROOSTD"), path(u"odd"_s)});
        QVERIFY(shell.waitForFinished(30000));
        QCOMPARE(shell.exitCode(), 2);
        QVERIFY(QDir(path(u"odd"_s)).entryList({u"bar*"_s}).isEmpty());
    }

    void theServiceStops()
    {
        QCOMPARE(roostctl({u"service"_s, u"stop"_s}).code, 0);
        const Outcome status = roostctl({u"service"_s, u"status"_s, u"--json"_s});
        QVERIFY2(!status.json()["running"_L1].toBool(true), status.all().constData());
    }
};

QTEST_GUILESS_MAIN(TestRoostctl)
#include "tst_roostctl.moc"
