// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/folderentries.h"
#include "models/service/store/registry/modelstore.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/upkeep/backupcopy.h"
#include "models/service/store/upkeep/trash.h"
#include "models/service/store/upkeep/workspacecheck.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/servicefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <atomic>
#include <thread>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;

/// The maintenance of a workspace, over HTTP as clients use it.
class TestMaintenance : public QObject, private Testing::ServiceFixture
{
    Q_OBJECT

private:
    int m_targets = 0;

    QString newTarget() { return m_folder.filePath(u"target%1"_s.arg(++m_targets)); }

    QString newRun(const QByteArray &experiment = "0")
    {
        const auto reply = m_client->post("/api/2.0/mlflow/runs/create",
                                          "{\"experiment_id\":\"" + experiment + "\",\"start_time\":1}");
        return reply.json()["run"_L1]["info"_L1]["run_id"_L1].toString();
    }

    int logPoints(const QString &run, int first, int count)
    {
        QByteArray metrics;
        for (int i = first; i < first + count; ++i) {
            metrics += (metrics.isEmpty() ? "" : ",");
            metrics += "{\"key\":\"loss\",\"value\":" + QByteArray::number(i) +
                       ",\"timestamp\":" + QByteArray::number(1000 + i) + ",\"step\":" + QByteArray::number(i) + "}";
        }
        return m_client
            ->post("/api/2.0/mlflow/runs/log-batch",
                   "{\"run_id\":\"" + run.toUtf8() + "\",\"metrics\":[" + metrics + "]}")
            .status;
    }

    int change(const QByteArray &verb, const QString &run)
    {
        return m_client->post("/api/2.0/mlflow/runs/" + verb, "{\"run_id\":\"" + run.toUtf8() + "\"}").status;
    }

    QStringList trash()
    {
        QStringList ids;
        const auto runs = m_client->get("/roost/v1/maintenance/trash").json()["runs"_L1].toArray();
        for (const auto &run : runs)
            ids.append(run.toObject()["id"_L1].toString());
        return ids;
    }

    /// Begins a task, waits for its end and returns its last reply.
    Testing::HttpClient::Reply runTask(const QByteArray &name, const QByteArray &body)
    {
        const auto begun = m_client->post("/roost/v1/maintenance/" + name, body);
        if (begun.status != 202)
            return begun;
        const QByteArray id = begun.json()["task"_L1].toString().toUtf8();
        Testing::HttpClient::Reply reply;
        do
            reply = m_client->get("/roost/v1/maintenance/tasks/" + id + "?wait=20");
        while (reply.status == 200 && reply.json()["isRunning"_L1].toBool());
        return reply;
    }

    QStringList check(bool repair = false, QStringList *repairs = nullptr)
    {
        const auto reply = runTask("check", repair ? "{\"repair\":true}" : "{}");
        const auto result = reply.json()["result"_L1].toObject();
        QStringList faults;
        for (const auto &fault : result["faults"_L1].toArray())
            faults.append(fault.toString());
        if (repairs) {
            for (const auto &done : result["repairs"_L1].toArray())
                repairs->append(done.toString());
        }
        if (reply.status != 200)
            faults.append(QString::fromUtf8(reply.body));
        return faults;
    }

    Database &database() { return m_service->store().database(); }
    const WorkspaceFolder &folder() { return m_service->store().folder(); }

    void writeFile(const QString &path, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    qint64 count(const QByteArray &sql)
    {
        return *database().read([&sql](Connection &connection) {
            Statement row = connection.query(sql);
            return row.next() ? row.integer(0) : -1;
        });
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.filePath(u"ws"_s)).removeRecursively();
        startService();
    }
    void cleanup() { m_service.reset(); }

    void aDeletedRunIsInTheTrashAndComesBack()
    {
        const QString run = newRun();
        QCOMPARE(change("delete", run), 200);
        QCOMPARE(trash(), QStringList{run});
        const QByteArray body = "{\"run\":\"" + run.toUtf8() + "\"}";
        QCOMPARE(m_client->post("/roost/v1/maintenance/trash/restore", body).status, 200);
        QVERIFY(trash().isEmpty());
        QCOMPARE(m_client->post("/roost/v1/maintenance/trash/restore", body).status, 404);
        QCOMPARE(logPoints(run, 0, 1), 200);
    }

    void anExperimentBringsBackWhatWasDeletedWithIt()
    {
        const QByteArray experiment = m_client->post("/api/2.0/mlflow/experiments/create", R"({"name":"birds"})")
                                          .json()["experiment_id"_L1]
                                          .toString()
                                          .toUtf8();
        const QString early = newRun(experiment);
        const QString late = newRun(experiment);
        QCOMPARE(change("delete", early), 200);
        const QByteArray body = "{\"experiment_id\":\"" + experiment + "\"}";
        QCOMPARE(m_client->post("/api/2.0/mlflow/experiments/delete", body).status, 200);
        QCOMPARE(trash().size(), 2);
        QCOMPARE(m_client->post("/roost/v1/maintenance/trash/restore", "{\"run\":\"" + late.toUtf8() + "\"}").status,
                 409);
        QCOMPARE(m_client->post("/api/2.0/mlflow/experiments/restore", body).status, 200);
        QCOMPARE(trash(), QStringList{early});
    }

    void anEmptiedTrashGivesItsSpaceBack()
    {
        const QString gone = newRun();
        const QString stays = newRun();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(logPoints(gone, i * 1000, 1000), 200);
        QCOMPARE(logPoints(stays, 0, 10), 200);
        writeFile(folder().run(gone) + u"/artifacts/model.pt"_s, QByteArray(500000, 'x'));
        QCOMPARE(change("delete", gone), 200);
        database().overwriteDeleted();
        const qint64 before = QFileInfo(folder().database()).size();
        const auto recent =
            runTask("trash/empty", R"({"before":"2020-01-01T00:00:00Z"})").json()["result"_L1].toObject();
        QCOMPARE(recent["runCount"_L1].toInt(), 0);
        const auto result = runTask("trash/empty", "{}").json()["result"_L1].toObject();
        QCOMPARE(result["runCount"_L1].toInt(), 1);
        QVERIFY(result["bytes"_L1].toInteger() > 1000000);
        QVERIFY(QFileInfo(folder().database()).size() < before / 2);
        QVERIFY(!QFileInfo::exists(folder().run(gone)));
        QVERIFY(trash().isEmpty());
        QCOMPARE(count("SELECT count(*) FROM metrics"), 10);
        QCOMPARE(change("delete", gone), 404);
        QCOMPARE(check(), QStringList());
    }

    void aRunWhoseFilesAModelUsesStays()
    {
        const QString run = newRun();
        writeFile(folder().run(run) + u"/artifacts/model/weights"_s, "w");
        m_client->post("/api/2.0/mlflow/registered-models/create", R"({"name":"bird"})");
        const QByteArray source = "runs:/" + run.toUtf8() + "/model";
        QCOMPARE(m_client
                     ->post("/api/2.0/mlflow/model-versions/create",
                            "{\"name\":\"bird\",\"source\":\"" + source + "\",\"run_id\":\"" + run.toUtf8() + "\"}")
                     .status,
                 200);
        QCOMPARE(change("delete", run), 200);
        const auto result = runTask("trash/empty", "{}").json()["result"_L1].toObject();
        QCOMPARE(result["runCount"_L1].toInt(), 0);
        QCOMPARE(result["keptCount"_L1].toInt(), 1);
        QVERIFY(QFileInfo::exists(folder().run(run) + u"/artifacts/model/weights"_s));
    }

    void aBackupOpensAsAWorkspaceWhileWritersGoOn()
    {
        const QString run = newRun();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(logPoints(run, i * 1000, 1000), 200);
        writeFile(folder().run(run) + u"/artifacts/a/b.txt"_s, "content");
        QVERIFY(QFile::link(folder().run(run) + u"/artifacts"_s, folder().run(run) + u"/link"_s));
        std::atomic<bool> stops = false;
        std::atomic<int> written = 0;
        std::jthread writer([&] {
            for (int i = 0; !stops; ++i) {
                const auto done = database().write([&](Connection &connection) {
                    return MetricStore(connection).log(1, {{"other", {1.0 * i, i, i}}});
                });
                written += done ? 1 : 0;
            }
        });
        const QString target = newTarget();
        const auto reply = runTask("backup", "{\"targetFolder\":\"" + target.toUtf8() + "\"}");
        stops = true;
        writer.join();
        QVERIFY2(reply.status == 200, reply.body.constData());
        QVERIFY(reply.json()["result"_L1]["bytes"_L1].toInteger() > 100000);
        QVERIFY(written > 0);
        QFile copy(target + u"/runs/"_s + run + u"/artifacts/a/b.txt"_s);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), "content");
        QCOMPARE(QFile::symLinkTarget(target + u"/runs/"_s + run + u"/link"_s),
                 target + u"/runs/"_s + run + u"/artifacts"_s);
        ServiceConfig config;
        config.workspaceFolder = target;
        const auto second = Service::Service::start(config);
        QVERIFY2(second, second ? "" : qPrintable(second.error().text));
        Testing::HttpClient client((*second)->port(), (*second)->token());
        const auto window = client.get("/roost/v1/runs/" + run.toUtf8() + "/metrics/window?key=loss&columns=10");
        QCOMPARE(window.json()["pointCount"_L1].toInt(), 5000);
    }

    void aBackupToAWrongPlaceIsRefused()
    {
        const auto status = [this](const QString &target) {
            return runTask("backup", "{\"targetFolder\":\"" + target.toUtf8() + "\"}").status;
        };
        QCOMPARE(status(folder().path + u"/backup"_s), 400);
        QCOMPARE(status(u"backup"_s), 400);
        const QString full = newTarget();
        writeFile(full + u"/file"_s, "x");
        QCOMPARE(status(full), 400);
        QCOMPARE(status(full + u"/file"_s), 400);
        QVERIFY(QFileInfo::exists(full + u"/file"_s));
        const QString link = newTarget();
        QVERIFY(QFile::link(folder().path, link));
        QCOMPARE(status(link + u"/new"_s), 400);
    }

    void aCanceledBackupLeavesNothing()
    {
        for (int i = 0; i < 50; ++i)
            writeFile(folder().runs() + u"/r%1/file"_s.arg(i), QByteArray(1000, 'x'));
        const QString target = newTarget();
        LongTask task;
        task.cancel();
        QVERIFY(!BackupCopy(m_service->store(), target, task).make());
        QVERIFY(!QFileInfo::exists(target));
    }

    void aWholeWorkspaceHasNoFaults()
    {
        const QString run = newRun();
        QCOMPARE(logPoints(run, 0, 500), 200);
        QCOMPARE(check(), QStringList());
    }

    void derivedDataAreRepaired()
    {
        const QString run = newRun();
        QCOMPARE(logPoints(run, 0, 500), 200);
        QVERIFY(database().write([](Connection &connection) {
            connection.run("UPDATE latest_metrics SET value = 7, minimum = -1");
            connection.run("UPDATE metric_buckets SET buckets = zeroblob(864) WHERE number = 1");
        }));
        QCOMPARE(check().size(), 1);
        QStringList repairs;
        QCOMPARE(check(true, &repairs).size(), 1);
        QCOMPARE(repairs.size(), 1);
        QCOMPARE(check(), QStringList());
        QCOMPARE(count("SELECT value FROM latest_metrics"), 499);
    }

    void strayAndMissingFilesAreReported()
    {
        writeFile(folder().runs() + u"/stray/file"_s, "x");
        QVERIFY(database().write([](Connection &connection) -> Result<void> {
            StoredModel model;
            model.model.name = u"bird"_s;
            model.model.version = u"1"_s;
            model.location = u"bird/1"_s;
            return ModelStore(connection).insert(model, {{u"weights"_s, 3, "00", "00"}, {u"gone"_s, 1, "00", "00"}});
        }));
        writeFile(folder().model(u"bird"_s, u"1"_s) + u"/weights"_s, "abc");
        const QStringList faults = check(true);
        QCOMPARE(faults.size(), 3);
        QVERIFY(faults.filter(u"stray"_s).size() == 1 && faults.filter(u"gone"_s).size() == 1 &&
                faults.filter(u"another content"_s).size() == 1);
        QVERIFY(QFileInfo::exists(folder().runs() + u"/stray/file"_s));
    }

    void aDamagedRecordCostsOneRow()
    {
        const QString good = newRun();
        const QString bad = newRun();
        QVERIFY(database().write([&](Connection &connection) {
            connection.run("UPDATE runs SET status = 'Flying', display_name = CAST(x'ff41fe' AS TEXT) WHERE id = ?1",
                           bad);
        }));
        const auto runs =
            m_client->post("/api/2.0/mlflow/runs/search", R"({"experiment_ids":["0"]})").json()["runs"_L1];
        QCOMPARE(runs.toArray().size(), 2);
        QCOMPARE(check().size(), 1);
    }

    void aDamagedPageCostsItsRows()
    {
        QStringList ids;
        for (int i = 0; i < 100; ++i)
            ids.append(newRun());
        QCOMPARE(logPoints(ids.first(), 0, 1000), 200);
        database().overwriteDeleted();
        const qint64 page =
            count("SELECT pageno FROM dbstat WHERE name = 'runs' AND pagetype = 'leaf' LIMIT 1 OFFSET 1");
        const qint64 lost =
            count("SELECT ncell FROM dbstat WHERE name = 'runs' AND pagetype = 'leaf' LIMIT 1 OFFSET 1");
        if (page < 1)
            QSKIP("This SQLite has no dbstat.");
        m_service.reset();
        {
            QFile file(m_folder.filePath(u"ws/roost.db"_s));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek((page - 1) * 4096);
            file.write(QByteArray(4096, '\xee'));
        }
        startService();
        const auto search = [this] {
            return m_client->post("/api/2.0/mlflow/runs/search", R"({"experiment_ids":["0"],"max_results":1000})");
        };
        const auto damaged = search();
        QCOMPARE(damaged.status, 200);
        QCOMPARE(damaged.json()["runs"_L1].toArray().size(), 100);
        QVERIFY(!check().isEmpty());
        QStringList repairs;
        check(true, &repairs);
        QVERIFY2(repairs.join(u' ').contains(u"damaged-"_s), qPrintable(repairs.join(u' ')));
        QCOMPARE(check().filter(u"The database is damaged"_s), QStringList());
        const qsizetype left = search().json()["runs"_L1].toArray().size();
        QCOMPARE(left, 100 - lost);
        const auto files = QDir(folder().path).entryList({u"roost.db.damaged-*"_s});
        QVERIFY(!files.isEmpty());
        QCOMPARE(logPoints(newRun(), 0, 10), 200);
        QCOMPARE(count("SELECT count(*) FROM metrics"), 1010);
    }
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
