// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/roostctl/consolefixture.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <csignal>

using namespace Qt::StringLiterals;

using Roost::Test::Outcome;

// Imports into the real service and exports from it.
class TestConsoleTransfer : public QObject, private Roost::Test::ConsoleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeRuntimeFolder();
        put(u"project/readme.txt"_s, "here");
        putStore();
        const Outcome made = roostctl({u"workspace"_s, u"create"_s, path(u"ws"_s), u"--link"_s, u"--json"_s});
        QVERIFY2(made.code == 0, made.all().constData());
    }

    void cleanupTestCase() { roostctl({u"service"_s, u"stop"_s, u"--force"_s}); }

    void aDryRunChangesNothing()
    {
        const Outcome dry = roostctl({u"import"_s, path(u"mlruns"_s), u"--dry-run"_s, u"--json"_s});
        QVERIFY2(dry.code == 0, dry.all().constData());
        QCOMPARE(dry.json()["kind"_L1].toString(), u"mlruns"_s);
        QCOMPARE(dry.json()["imported"_L1].toInt(), 2);
        QCOMPARE(roostctl({u"runs"_s, u"list"_s, u"--json"_s}).json().array().size(), 0);
    }

    void aFileStoreIsImportedOnce()
    {
        const Outcome first = roostctl({u"import"_s, path(u"mlruns"_s), u"--json"_s});
        QVERIFY2(first.code == 0, first.all().constData());
        QCOMPARE(first.json()["imported"_L1].toInt(), 2);
        QCOMPARE(first.json()["points"_L1].toInt(), 2504);
        QCOMPARE(first.json()["files"_L1].toInt(), 2);
        QCOMPARE(first.json()["loggedModels"_L1].toInt(), 1);
        QCOMPARE(first.json()["modelVersions"_L1].toInt(), 2);
        const Outcome second = roostctl({u"import"_s, path(u"mlruns"_s), u"--json"_s});
        QVERIFY2(second.code == 0, second.all().constData());
        QCOMPARE(second.json()["imported"_L1].toInt(), 0);
        QCOMPARE(second.json()["skipped"_L1].toInt(), 2);
        QCOMPARE(second.json()["modelVersions"_L1].toInt(), 0);
        QCOMPARE(roostctl({u"runs"_s, u"list"_s, u"--json"_s}).json().array().size(), 2);
        const Outcome words = roostctl({u"import"_s, path(u"mlruns"_s)});
        QVERIFY2(words.out.contains("2 runs found: 0 imported, 0 updated, 2 already there"), words.all().constData());
    }

    void theRunsAreAsTheyWere()
    {
        const QJsonObject parent = runNamed(u"parent"_s);
        QCOMPARE(parent["experiment"_L1].toString(), u"birds"_s);
        QCOMPARE(parent["status"_L1].toString(), u"Completed"_s);
        QCOMPARE(parent["started"_L1].toString(), u"2026-12-01T09:45:02.901Z"_s);
        QCOMPARE(parent["ended"_L1].toString(), u"2026-12-01T09:45:02.960Z"_s);
        QCOMPARE(parent["parameters"_L1]["lr"_L1].toString(), u"0.1"_s);
        QCOMPARE(parent["description"_L1].toString(), u"a note"_s);
        const QJsonObject child = runNamed(u"child"_s);
        QCOMPARE(child["status"_L1].toString(), u"Failed"_s);
        QCOMPARE(child["tags"_L1]["mlflow.parentRunId"_L1].toString(), parent["id"_L1].toString());
        const QString id = parent["id"_L1].toString();
        const Outcome file = roostctl({u"runs"_s, u"download"_s, id, u"model/data/w.bin"_s, u"--to"_s, path(u"got"_s)});
        QVERIFY2(file.code == 0, file.all().constData());
        QFile weights(path(u"got/model/data/w.bin"_s));
        QVERIFY(weights.open(QIODevice::ReadOnly));
        QCOMPARE(weights.readAll(), QByteArray("weights"));
        const Outcome models = roostctl({u"models"_s, u"list"_s});
        QVERIFY2(models.out.contains("net"), models.all().constData());
    }

    void longValuesAndOddNamesAreKeptInAFile()
    {
        const QString id = runNamed(u"child"_s)["id"_L1].toString();
        const Outcome file =
            roostctl({u"runs"_s, u"download"_s, id, u"imported/unabridged.json"_s, u"--to"_s, path(u"got"_s)});
        QVERIFY2(file.code == 0, file.all().constData());
        QFile json(path(u"got/imported/unabridged.json"_s));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonDocument kept = QJsonDocument::fromJson(json.readAll());
        QCOMPARE(kept["values"_L1]["param long"_L1].toString().size(), 9000);
        QCOMPARE(kept["names"_L1]["metrics"_L1]["loss@1"_L1].toString(), u"loss_1"_s);
    }

    void aRunThatGrewIsUpdated()
    {
        put(u"mlruns/7/aaaa/metrics/more"_s, "1796118302909 4.5 0\n");
        const Outcome update = roostctl({u"import"_s, path(u"mlruns"_s), u"--json"_s});
        QVERIFY2(update.code == 0, update.all().constData());
        QCOMPARE(update.json()["updated"_L1].toInt(), 1);
        const QString id = runNamed(u"parent"_s)["id"_L1].toString();
        const Outcome exported = roostctl({u"export"_s, id, u"--metrics"_s, u"more"_s});
        QVERIFY2(exported.out.contains("more,0,2026-12-01T09:45:02.909Z,4.5\r\n"), exported.all().constData());
        const Outcome loss = roostctl({u"export"_s, id, u"--metrics"_s, u"loss"_s});
        QCOMPARE(loss.out.count('\n'), 2501);
    }

    void everyPointIsExported()
    {
        const Outcome folder =
            roostctl({u"export"_s, u"--experiment"_s, u"birds"_s, u"--output"_s, path(u"tables/"_s), u"--json"_s});
        QVERIFY2(folder.code == 0, folder.all().constData());
        QCOMPARE(folder.json()["runs"_L1].toInt(), 2);
        QCOMPARE(folder.json()["points"_L1].toInt(), 2505);
        QFile points(path(u"tables/metrics.csv"_s));
        QVERIFY(points.open(QIODevice::ReadOnly));
        const QByteArray text = points.readAll();
        QVERIFY(text.startsWith("run_id,run_name,metric,step,timestamp,value\r\n"));
        QCOMPARE(text.count('\n'), 2506);
        QVERIFY(text.contains(",odd,0,2026-12-01T09:45:02.909Z,NaN\r\n"));
        QVERIFY(text.contains(",odd,1,2026-12-01T09:45:02.910Z,inf\r\n"));
        QFile runs(path(u"tables/runs.csv"_s));
        QVERIFY(runs.open(QIODevice::ReadOnly));
        QVERIFY(runs.readAll().contains("metric.loss.max"));
        // A file that exists is not replaced.
        const Outcome again = roostctl({u"export"_s, u"--all"_s, u"--output"_s, path(u"tables/"_s)});
        QCOMPARE(again.code, 1);
        QVERIFY2(again.err.contains("--force"), again.all().constData());
    }

    void runsAreExportedByFilter()
    {
        const Outcome parquet = roostctl(
            {u"export"_s, u"--filter"_s, u"params.lr = '0.1'"_s, u"-o"_s, path(u"few.parquet"_s), u"--json"_s});
        QVERIFY2(parquet.code == 0, parquet.all().constData());
        QCOMPARE(parquet.json()["runs"_L1].toInt(), 1);
        QFile file(path(u"few.parquet"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("PAR1") && bytes.endsWith("PAR1"));
        const Outcome wrong = roostctl({u"export"_s, u"--filter"_s, u"params.lr ~ 1"_s});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains("filter"), wrong.all().constData());
        const Outcome table = roostctl({u"export"_s, u"--all"_s, u"--table"_s, u"runs"_s, u"--format"_s, u"json"_s});
        QCOMPARE(table.out.trimmed().split('\n').size(), 2);
        QCOMPARE(QJsonDocument::fromJson(table.out.split('\n')[0]).object().contains("run_id"_L1), true);
    }

    void mistakesAreExplained()
    {
        QCOMPARE(roostctl({u"export"_s}).code, 2);
        QCOMPARE(roostctl({u"export"_s, u"--all"_s, u"--format"_s, u"xml"_s}).code, 2);
        QCOMPARE(roostctl({u"export"_s, u"--all"_s, u"--format"_s, u"parquet"_s}).code, 2);
        const Outcome none =
            roostctl({u"export"_s, u"--all"_s, u"--metrics"_s, u"nope"_s, u"-o"_s, path(u"nope.csv"_s)});
        QCOMPARE(none.code, 1);
        QVERIFY(!QFile::exists(path(u"nope.csv"_s)));
        QCOMPARE(roostctl({u"import"_s, path(u"project"_s)}).code, 1);
        QCOMPARE(roostctl({u"import"_s, path(u"mlruns"_s), u"--from"_s, u"excel"_s}).code, 2);
        const Outcome wrong = roostctl({u"import"_s, path(u"mlruns"_s), u"--from"_s, u"tensorboard"_s});
        QCOMPARE(wrong.code, 1);
        const Outcome gone = roostctl({u"import"_s, u"http://127.0.0.1:1"_s});
        QCOMPARE(gone.code, 1);
    }

    void whatIsLeftOutIsAnError()
    {
        put(u"broken/mlruns/7/meta.yaml"_s,
            "artifact_location: x\nexperiment_id: '7'\nname: broken\nlifecycle_stage: active\n");
        put(u"broken/mlruns/7/dddd/meta.yaml"_s,
            "run_id: dddd\nrun_name: torn\nstatus: 3\nlifecycle_stage: active\nstart_time: 5\n");
        put(u"broken/mlruns/7/dddd/metrics/loss"_s, "1796120702909 1.0 0\nrubbish\n");
        const Outcome broken = roostctl({u"import"_s, path(u"broken"_s)});
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.err.contains("mlruns/7/dddd/metrics/loss:2: left out:"), broken.all().constData());
        QVERIFY2(broken.out.contains("1 imported"), broken.all().constData());
    }

    void anInterruptedImportLeavesWholeRunsOnly()
    {
        QByteArray points;
        for (int i = 0; i < 400000; ++i)
            points += QByteArray::number(1796120702909 + i) + " 0.5 " + QByteArray::number(i) + '\n';
        put(u"large/mlruns/9/meta.yaml"_s,
            "artifact_location: x\nexperiment_id: '9'\nname: large\nlifecycle_stage: active\n");
        put(u"large/mlruns/9/ffff/meta.yaml"_s,
            "run_id: ffff\nrun_name: long\nstatus: 3\nlifecycle_stage: active\nstart_time: 5\n");
        put(u"large/mlruns/9/ffff/metrics/loss"_s, points);
        QProcess import;
        prepare(import, {u"import"_s, path(u"large"_s)});
        import.start(QIODevice::ReadOnly);
        // The run exists in the target while it is written.
        QTRY_VERIFY_WITH_TIMEOUT(!runNamed(u"long"_s).isEmpty() || import.state() == QProcess::NotRunning, 60000);
        ::kill(pid_t(import.processId()), SIGINT);
        QVERIFY(import.waitForFinished(60000));
        QCOMPARE(import.exitCode(), 1);
        const QByteArray said = import.readAllStandardError();
        QVERIFY2(said.contains("All runs in the target are whole"), said.constData());
        QVERIFY(runNamed(u"long"_s).isEmpty());
        const Outcome again = roostctl({u"import"_s, path(u"large"_s), u"--json"_s});
        QVERIFY2(again.code == 0, again.all().constData());
        QCOMPARE(again.json()["points"_L1].toInt(), 400000);
    }

private:
    QJsonObject runNamed(const QString &name) const
    {
        const QJsonArray runs = roostctl({u"runs"_s, u"list"_s, u"--json"_s}).json().array();
        for (const QJsonValue run : runs) {
            if (run["displayName"_L1].toString() == name)
                return run.toObject();
        }
        return {};
    }

    // A file store with two runs, a logged model and a registered model.
    void putStore() const
    {
        put(u"mlruns/7/meta.yaml"_s, "artifact_location: file:///x/mlruns/7\nexperiment_id: '7'\n"
                                     "lifecycle_stage: active\nname: birds\n");
        put(u"mlruns/7/aaaa/meta.yaml"_s,
            "artifact_uri: file:///x\nend_time: 1796118302960\nlifecycle_stage: active\n"
            "run_id: aaaa\nrun_name: parent\nstart_time: 1796118302901\nstatus: 3\nuser_id: ana\n");
        put(u"mlruns/7/aaaa/params/lr"_s, "0.1");
        put(u"mlruns/7/aaaa/tags/mlflow.note.content"_s, "a note");
        QByteArray loss;
        for (int i = 0; i < 2500; ++i)
            loss += QByteArray::number(1796118302909 + i) + ' ' + QByteArray::number(1.0 / (i + 1)) + ' ' +
                    QByteArray::number(i) + '\n';
        put(u"mlruns/7/aaaa/metrics/loss"_s, loss);
        put(u"mlruns/7/aaaa/metrics/odd"_s, "1796118302909 nan 0\n1796118302910 inf 1\n");
        put(u"mlruns/7/aaaa/artifacts/model/data/w.bin"_s, "weights");
        put(u"mlruns/7/aaaa/outputs/m-1/meta.yaml"_s, "destination_id: m-1\nstep: 0\n");
        put(u"mlruns/7/models/m-1/meta.yaml"_s, "model_id: m-1\nname: net\nsource_run_id: aaaa\nstatus: 2\n");
        put(u"mlruns/7/models/m-1/artifacts/MLmodel"_s, "flavors: {}\n");
        put(u"mlruns/7/bbbb/meta.yaml"_s,
            "artifact_uri: file:///x\nend_time: 1796118302960\nlifecycle_stage: active\n"
            "run_id: bbbb\nrun_name: child\nstart_time: 1796118302901\nstatus: 4\nuser_id: ana\n");
        put(u"mlruns/7/bbbb/tags/mlflow.parentRunId"_s, "aaaa");
        put(u"mlruns/7/bbbb/params/long"_s, QByteArray(9000, 'x'));
        put(u"mlruns/7/bbbb/metrics/loss@1"_s, "1796118302909 1 0\n");
        put(u"mlruns/7/bbbb/metrics/loss"_s, "1796118302909 3 0\n");
        put(u"mlruns/models/net/meta.yaml"_s, "aliases:\n  champion: '2'\ndescription: nets\nname: net\n");
        put(u"mlruns/models/net/version-1/meta.yaml"_s, "current_stage: None\nname: net\nrun_id: aaaa\nsource: "
                                                        "file:///x/mlruns/7/aaaa/artifacts/model\nversion: 1\n");
        put(u"mlruns/models/net/version-2/meta.yaml"_s,
            "current_stage: None\nname: net\nrun_id: aaaa\nsource: models:/m-1\nversion: 2\n");
    }
};

QTEST_GUILESS_MAIN(TestConsoleTransfer)
#include "tst_consoletransfer.moc"
