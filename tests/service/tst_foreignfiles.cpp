// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/removetree.h"
#include "models/service/service.h"
#include "models/service/servicelog.h"
#include "models/service/store/upkeep/trash.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/httpclient.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

namespace {
const QByteArray arm = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/"
                       "Microsoft.MachineLearningServices/workspaces/birds";
const QByteArray history = "/history/v1.0" + arm;
} // namespace

/// The real service with files that other programs have named, linked or moved.
class TestForeignFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Roost::Service::Service> m_service;
    std::unique_ptr<HttpClient> m_client;
    QString m_workspace;
    QString m_outside;
    QByteArray m_run;

    static QByteArray native(const QString &path) { return QFile::encodeName(path); }
    static QByteArray percent(const QString &text) { return QUrl::toPercentEncoding(text, "/"); }

    static void put(const QByteArray &path, const QByteArray &content = "content")
    {
        const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        QVERIFY2(fd >= 0, path.constData());
        QCOMPARE(::write(fd, content.constData(), std::size_t(content.size())), content.size());
        ::close(fd);
    }
    static void link(const QByteArray &target, const QString &name)
    {
        QCOMPARE(::symlink(target.constData(), native(name).constData()), 0);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString thesis() const { return m_outside + u"/docs/thesis.txt"_s; }
    QString runFolder() const { return m_workspace + u"/runs/"_s + QString::fromLatin1(m_run); }
    QByteArray artifact(const QByteArray &path) const
    {
        return "/api/2.0/mlflow-artifacts/artifacts/0/" + m_run + "/artifacts/" + path;
    }

    Result<void> start(bool newDatabase = false)
    {
        Roost::Service::ServiceConfig config;
        config.workspaceFolder = m_workspace;
        config.create = true;
        config.name = u"birds"_s;
        config.newDatabase = newDatabase;
        auto service = Roost::Service::Service::start(config);
        if (!service)
            return std::unexpected(service.error());
        m_service = std::move(*service);
        m_client = std::make_unique<HttpClient>(m_service->port(), m_service->token());
        return {};
    }

    void makeRun()
    {
        QVERIFY(start());
        const auto made = m_client->send("POST", "/api/2.0/mlflow/runs/create", R"({"experiment_id":"0"})");
        m_run = made.json()["run"_L1]["info"_L1]["run_id"_L1].toString().toLatin1();
        QVERIFY(!m_run.isEmpty());
        QVERIFY(QDir().mkpath(runFolder() + u"/outputs"_s));
    }

    /// Runs the request as another user, because root can read every file. Afterwards the folder of the run is
    /// accessible again.
    auto asAnotherUser(const QString &closed)
    {
        const uid_t before = ::getuid();
        if (::geteuid() == 0) {
            for (const QString &path : {m_folder->path(), m_workspace, m_outside})
                static_cast<void>(::chown(native(path).constData(), 12345, 12345));
            static_cast<void>(::setresuid(12345, 12345, 0));
        }
        return qScopeGuard([this, before, closed] {
            ::chmod(native(runFolder() + u'/' + closed).constData(), 0755);
            m_service.reset();
            static_cast<void>(::setresuid(before, before, before));
        });
    }

    static QStringList pathsIn(const QJsonArray &list)
    {
        QStringList paths;
        for (const QJsonValue entry : list)
            paths += entry["path"_L1].toString();
        return paths;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", native(m_folder->path()));
        m_workspace = m_folder->filePath(u"ws"_s);
        m_outside = m_folder->filePath(u"outside"_s);
        QVERIFY(QDir().mkpath(m_workspace));
        QVERIFY(QDir().mkpath(m_outside + u"/docs"_s));
        put(native(thesis()), "years of work");
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
        QVERIFY(Files::removeTree(m_folder->path()));
        m_folder.reset();
    }

    void aStartFollowsNoLink_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : {u".uploads"_s, u"runs/.trash-0123456789abcdef0123456789abcdef"_s, u"environments/x"_s,
                                 u"environments/0123456789abcdef0123456789abcdef"_s, u"environments"_s})
            QTest::addRow("%s", qUtf8Printable(name)) << name;
    }

    void aStartFollowsNoLink()
    {
        QFETCH(const QString, name);
        QVERIFY(QDir().mkpath(QFileInfo(m_workspace + u'/' + name).path()));
        link(native(m_outside), m_workspace + u'/' + name);
        QVERIFY(start());
        m_service.reset();
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
    }

    void lockAndLogOfTheServiceAreNoLinks()
    {
        link(native(thesis()), m_workspace + u"/.lock"_s);
        const auto started = start();
        QVERIFY(!started);
        QVERIFY2(started.error().text.contains(u"link"_s), qPrintable(started.error().text));
        link(native(thesis()), m_workspace + u"/roostd.log"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"writes no log"_s));
        {
            const Roost::Service::ServiceLog log(m_workspace + u"/roostd.log"_s);
            qInfo("a line");
        }
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
    }

    // A hard link shares its content with another name; the service would truncate or overwrite that content.
    void noFileOfTheServiceHasAnotherName_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name :
             {u".lock"_s, u"roost.db"_s, u"roost.db-wal"_s, u"roost.db-shm"_s, u"roost.db-journal"_s})
            QTest::addRow("%s", qUtf8Printable(name)) << name;
    }

    void noFileOfTheServiceHasAnotherName()
    {
        QFETCH(const QString, name);
        QVERIFY(start());
        m_service.reset();
        QFile::remove(m_workspace + u'/' + name);
        QCOMPARE(::link(native(thesis()).constData(), native(m_workspace + u'/' + name).constData()), 0);
        const auto started = start();
        QVERIFY(!started);
        QVERIFY2(started.error().text.contains(u"hard link"_s) && started.error().text.contains(name),
                 qPrintable(started.error().text));
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
    }

    void nothingIsLoggedIntoAFileOfAnotherName()
    {
        const QString log = m_workspace + u"/roostd.log"_s;
        QCOMPARE(::link(native(thesis()).constData(), native(log).constData()), 0);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"writes no log.*hard link"_s));
        {
            const Roost::Service::ServiceLog none(log);
            qInfo("a line");
        }
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
    }

    void aRunThatIsALinkIsNotServedAndOnlyTheLinkIsRemoved()
    {
        makeRun();
        QVERIFY(QDir(runFolder()).removeRecursively());
        link(native(m_outside), runFolder());
        QVERIFY(m_client->get(artifact("docs/thesis.txt")).status >= 400);
        QVERIFY(m_client->send("PUT", artifact("docs/thesis.txt"), "planted").status >= 400);
        m_client->send("POST", "/api/2.0/mlflow/runs/update", R"({"run_id":")" + m_run + R"(","status":"FINISHED"})");
        QCOMPARE(m_client->send("DELETE", arm + "/jobs/" + m_run + "?api-version=2024-10-01").status, 200);
        Store::LongTask task;
        QVERIFY(Store::Trash(m_service->store()).empty({}, task));
        QVERIFY(!QFileInfo(runFolder()).isSymLink());
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
    }

    void noArtifactRouteFollowsALinkOut()
    {
        makeRun();
        link(native(thesis()), runFolder() + u"/outputs/file"_s);
        link(native(m_outside), runFolder() + u"/outputs/dir"_s);
        put(native(runFolder()) + "/outputs/model.pt", "weights");
        link(native(runFolder()) + "/outputs/model.pt", runFolder() + u"/outputs/best.pt"_s);
        for (const QByteArray &path : {QByteArray("outputs/file"), QByteArray("outputs/dir/docs/thesis.txt")}) {
            QCOMPARE(m_client->get(artifact(path)).status, 400);
            QCOMPARE(m_client->get("/get-artifact?run_id=" + m_run + "&path=" + path).status, 400);
            QCOMPARE(m_client->get(history + "/runs/" + m_run + "/artifacts/contentinfo?path=" + path).status, 400);
        }
        QVERIFY(m_client->send("PUT", artifact("outputs/dir/planted.txt"), "x").status >= 400);
        QVERIFY(m_client->send("DELETE", artifact("outputs/dir/docs")).status >= 400);
        QCOMPARE(contentOf(thesis()), QByteArray("years of work"));
        QCOMPARE(QDir(m_outside).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"docs"_s});
        QCOMPARE(m_client->get(artifact("outputs/best.pt")).body, QByteArray("weights"));
        QCOMPARE(m_client->send("DELETE", artifact("outputs/dir")).status, 200);
        QVERIFY(!QFileInfo(runFolder() + u"/outputs/dir"_s).isSymLink());
        QVERIFY(QFileInfo::exists(thesis()));
    }

    void theLogsOfARunAreNotDeletedByItsArtifacts()
    {
        makeRun();
        QVERIFY(QDir().mkpath(runFolder() + u"/azureml-logs"_s));
        put(native(runFolder()) + "/azureml-logs/70_driver_log.txt");
        for (const QByteArray &path : {QByteArray("azureml-logs"), QByteArray("azureml-logs/70_driver_log.txt")}) {
            QCOMPARE(m_client->send("DELETE", artifact(path)).status, 403);
            QCOMPARE(m_client->send("PUT", artifact(path), "x").status, 403);
        }
        QVERIFY(QFileInfo::exists(runFolder() + u"/azureml-logs/70_driver_log.txt"_s));
        // The service neither writes through a link that a run has created nor overwrites its own files.
        QVERIFY(QDir().mkpath(runFolder() + u"/state"_s));
        put(native(runFolder()) + "/state/events.jsonl", "kept");
        link("../azureml-logs", runFolder() + u"/outputs/logs"_s);
        link(native(runFolder()) + "/state", runFolder() + u"/outputs/state"_s);
        link("logs", runFolder() + u"/outputs/again"_s);
        for (const QByteArray &path :
             {QByteArray("outputs/logs/70_driver_log.txt"), QByteArray("outputs/state/events.jsonl"),
              QByteArray("outputs/again/70_driver_log.txt"), QByteArray("outputs/again/new/x.txt")}) {
            QCOMPARE(m_client->send("DELETE", artifact(path)).status, 403);
            QCOMPARE(m_client->send("PUT", artifact(path), "x").status, 403);
        }
        QCOMPARE(contentOf(runFolder() + u"/azureml-logs/70_driver_log.txt"_s), QByteArray("content"));
        QCOMPARE(contentOf(runFolder() + u"/state/events.jsonl"_s), QByteArray("kept"));
        QVERIFY(!QFileInfo::exists(runFolder() + u"/azureml-logs/new"_s));
        QCOMPARE(m_client->send("DELETE", artifact("outputs/logs")).status, 200);
        QCOMPARE(contentOf(runFolder() + u"/azureml-logs/70_driver_log.txt"_s), QByteArray("content"));
        // A client's own file with such a name is stored in another folder.
        QCOMPARE(m_client->send("PUT", artifact("state/mine.txt"), "x").status, 200);
        QCOMPARE(m_client->get(artifact("state/mine.txt")).body, QByteArray("x"));
    }

    // MLflow's server takes any text as the source of a model.
    void theSourceOfALoggedModelLeadsNowhere()
    {
        makeRun();
        const QByteArray root = "/api/2.0/mlflow-artifacts/artifacts/0/models/";
        for (const QByteArray &source : {QByteArray("../../outside"), QByteArray(".."), QByteArray("no-such-run"),
                                         QByteArray(m_run + "/state"), m_run}) {
            const auto made = m_client->send("POST", "/api/2.0/mlflow/logged-models",
                                             R"({"experiment_id":"0","source_run_id":")" + source + R"("})");
            QCOMPARE(made.status, 200);
            const QString id = made.json()["model"_L1]["info"_L1]["model_id"_L1].toString();
            QCOMPARE(m_client->send("PUT", root + id.toLatin1() + "/artifacts/w.bin", "x").status, 200);
            const QString ofRun = runFolder() + u"/models/"_s + id + u"/w.bin"_s;
            const QString apart = m_service->store().folder().loggedModels() + u'/' + id + u"/w.bin"_s;
            QCOMPARE(contentOf(source == m_run ? ofRun : apart), QByteArray("x"));
        }
        QVERIFY(!QFileInfo::exists(m_outside + u"/models"_s));
        QVERIFY(!QFileInfo::exists(runFolder() + u"/state/models"_s));
    }

    // All 41 files, through each protocol, with their bytes.
    void everyFileIsListedReturnedRegisteredAndRemoved()
    {
        makeRun();
        QList<QByteArray> names{"caf\xe9.bin",  "a\nb",       "tab\there",       "bell\x07", "back\\slash",
                                "c:drive",      "per%41cent", "que?ry",          "ha#sh",    "d\xff\xfe",
                                "\xee\xbf\xa9", " blank ",    "\xf0\x9f\xa6\x9c"};
        while (names.size() < 41)
            names += "f" + QByteArray::number(names.size()) + ".bin";
        for (const QByteArray &name : std::as_const(names))
            put(native(runFolder()) + "/outputs/" + name, "bytes of " + name);
        const auto listed = m_client->get("/api/2.0/mlflow/artifacts/list?run_id=" + m_run + "&path=outputs");
        const QStringList paths = pathsIn(listed.json()["files"_L1].toArray());
        QCOMPARE(paths.size(), 41);
        QVERIFY(paths.contains(u"outputs/caf\uEFE9.bin"_s));
        QCOMPARE(m_client->get("/api/2.0/mlflow-artifacts/artifacts?path=0/" + m_run + "/artifacts/outputs")
                     .json()["files"_L1]
                     .toArray()
                     .size(),
                 41);
        const QByteArray of = history + "/runs/" + m_run + "/artifacts";
        QCOMPARE(pathsIn(m_client->get(of + "?path=outputs/").json()["value"_L1].toArray()), paths);
        QSet<QByteArray> contents;
        for (const QString &path : paths) {
            contents += m_client->get(artifact(percent(path))).body;
            const auto info = m_client->get(of + "/contentinfo?path=" + percent(path));
            const QUrl url(info.json()["contentUri"_L1].toString());
            const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
            QCOMPARE(m_client->get(target).body, m_client->get(artifact(percent(path))).body);
        }
        QSet<QByteArray> wanted;
        for (const QByteArray &name : std::as_const(names))
            wanted += "bytes of " + name;
        QCOMPARE(contents, wanted);
        // A URL may also contain the unescaped bytes.
        QCOMPARE(m_client->get(artifact("outputs/caf%E9.bin")).body, QByteArray("bytes of caf\xe9.bin"));

        const QByteArray body =
            R"({"properties":{"modelUri":"azureml://jobs/)" + m_run + R"(/outputs/artifacts/paths/outputs"}})";
        const auto registered = m_client->send("PUT", arm + "/models/mm/versions/1?api-version=2024-10-01", body);
        QVERIFY2(registered.status == 201, registered.body.constData());
        const int folder = ::open(native(m_workspace + u"/models/mm/1/outputs"_s).constData(), O_RDONLY | O_DIRECTORY);
        QVERIFY(folder >= 0);
        for (const QByteArray &name : std::as_const(names))
            QCOMPARE(::faccessat(folder, name.constData(), R_OK, 0), 0);
        ::close(folder);

        QCOMPARE(m_client->send("DELETE", artifact("outputs/caf%E9.bin")).status, 200);
        m_client->send("POST", "/api/2.0/mlflow/runs/update", R"({"run_id":")" + m_run + R"(","status":"FINISHED"})");
        QCOMPARE(m_client->send("DELETE", arm + "/jobs/" + m_run + "?api-version=2024-10-01").status, 200);
        Store::LongTask task;
        QVERIFY(Store::Trash(m_service->store()).empty({}, task));
        QVERIFY(
            QDir(m_workspace + u"/runs"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    void anUploadIsKeptAsItWasSent()
    {
        makeRun();
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000000034b4c4a060041248c3503000000"); // "abc"
        QCOMPARE(m_client->send("PUT", artifact("outputs/a.gz"), packed, {{"Content-Encoding", "gzip"}}).status, 200);
        QCOMPARE(contentOf(runFolder() + u"/outputs/a.gz"_s), packed);
    }

    void anUnreadableFolderHidesNoOther()
    {
        const auto asBefore = asAnotherUser(u"outputs/closed"_s);
        makeRun();
        for (const QString &folder : {u"closed"_s, u"open"_s}) {
            QVERIFY(QDir().mkpath(runFolder() + u"/outputs/"_s + folder));
            put(native(runFolder() + u"/outputs/"_s + folder + u"/a.bin"_s));
        }
        QVERIFY(QDir().mkpath(runFolder() + u"/azureml-logs"_s));
        put(native(runFolder()) + "/azureml-logs/70_driver_log.txt");
        QCOMPARE(::chmod(native(runFolder() + u"/outputs/closed"_s).constData(), 0), 0);
        const QByteArray of = history + "/runs/" + m_run;
        const QStringList wanted{u"outputs/closed/"_s, u"outputs/open/a.bin"_s};
        QCOMPARE(pathsIn(m_client->get(of + "/artifacts?path=outputs/").json()["value"_L1].toArray()), wanted);
        const auto asked = m_client->get(of + "/artifacts/contentinfo?path=outputs/closed/");
        QCOMPARE(asked.status, 403);
        QVERIFY2(asked.body.contains("outputs/closed"), asked.body.constData());
        QVERIFY(m_client->get(of + "/details").body.contains("70_driver_log.txt"));
        // A model with unreadable files would silently lack them.
        const QByteArray body =
            R"({"properties":{"modelUri":"azureml://jobs/)" + m_run + R"(/outputs/artifacts/paths/outputs"}})";
        const auto registered = m_client->send("PUT", arm + "/models/mm/versions/1?api-version=2024-10-01", body);
        QCOMPARE(registered.status, 403);
        QVERIFY2(registered.body.contains("outputs/closed"), registered.body.constData());
    }

    void aModelContainsTheFilesBehindItsLinks()
    {
        makeRun();
        QVERIFY(QDir().mkpath(runFolder() + u"/outputs/model"_s));
        put(native(runFolder()) + "/outputs/model/weights.bin");
        const QByteArray away = native(m_outside) + "/best.bin";
        put(away);
        const QByteArray link = native(runFolder()) + "/outputs/model/best.bin";
        const auto asked = [this](const QByteArray &version, const QByteArray &path) {
            const QByteArray uri = "azureml://jobs/" + m_run + "/outputs/artifacts/paths/" + path;
            return m_client->send("PUT", arm + "/models/linked/versions/" + version + "?api-version=2024-10-01",
                                  "{\"properties\":{\"modelUri\":\"" + uri + "\"}}");
        };
        // A link to a file of the same run is treated as a file.
        QCOMPARE(::symlink("weights.bin", link.constData()), 0);
        QCOMPARE(asked("1", "outputs/model").status, 201);
        QCOMPARE(::unlink(link.constData()), 0);
        QCOMPARE(::symlink(away.constData(), link.constData()), 0);
        const auto refused = asked("2", "outputs");
        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.body.contains("outputs/model/best.bin"), refused.body.constData());
        QCOMPARE(asked("2", "outputs/model/weights.bin").status, 201);
    }

    void unreadableLogsAreReported()
    {
        const auto asBefore = asAnotherUser(u"azureml-logs"_s);
        makeRun();
        QVERIFY(QDir().mkpath(runFolder() + u"/azureml-logs"_s));
        QCOMPARE(::chmod(native(runFolder() + u"/azureml-logs"_s).constData(), 0), 0);
        const auto details = m_client->get(history + "/runs/" + m_run + "/details");
        const QUrl log(details.json()["logFiles"_L1]["azureml-logs/"_L1].toString());
        const auto reply = m_client->get(log.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
        QCOMPARE(reply.status, 403);
        QVERIFY2(reply.body.contains("azureml-logs"), reply.body.constData());
    }

    void anUnreadableRunFolderIsReported()
    {
        const auto asBefore = asAnotherUser(QString());
        makeRun();
        QCOMPARE(::chmod(native(runFolder()).constData(), 0), 0);
        const QByteArray of = history + "/runs/" + m_run;
        for (const QByteArray &target : {QByteArray(of + "/details"), QByteArray(of + "/artifacts"),
                                         QByteArray("/api/2.0/mlflow/artifacts/list?run_id=" + m_run)}) {
            const auto reply = m_client->get(target);
            QCOMPARE(reply.status, 403);
            QVERIFY2(reply.body.contains(m_run), reply.body.constData());
        }
    }

    void aLostDatabaseIsNotRecreatedWithoutConfirmation_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("missing") << false;
        QTest::newRow("empty") << true;
    }

    void aLostDatabaseIsNotRecreatedWithoutConfirmation()
    {
        QFETCH(const bool, isEmpty);
        makeRun();
        m_client.reset();
        m_service.reset();
        for (const QString &name : {u"roost.db"_s, u"roost.db-wal"_s, u"roost.db-shm"_s})
            QFile::remove(m_workspace + u'/' + name);
        if (isEmpty)
            put(native(m_workspace) + "/roost.db", {});
        const auto started = start();
        QVERIFY(!started);
        QVERIFY2(started.error().text.contains(u"runs/ holds 1 run"_s), qPrintable(started.error().text));
        QVERIFY(started.error().text.contains(u"--new-database"_s));
        QCOMPARE(QFileInfo(m_workspace + u"/roost.db"_s).size(), 0);
        QVERIFY(start(true));
        QVERIFY(QFileInfo(m_workspace + u"/roost.db"_s).size() > 0);
    }

    void aDamagedDatabaseIsReportedWithAdvice()
    {
        put(native(m_workspace) + "/roost.db", QByteArray(8192, 'x'));
        const auto started = start();
        QVERIFY(!started);
        QVERIFY2(started.error().text.contains(u"is damaged"_s), qPrintable(started.error().text));
        QVERIFY(started.error().text.contains(u"workspace check --repair"_s));
    }

    void aMovedWorkspaceAcceptsNoWorkAndTheServiceExits()
    {
        makeRun();
        QSignalSpy leaving(m_service.get(), &Roost::Service::Service::leaving);
        const QString moved = m_folder->filePath(u"moved"_s);
        QVERIFY(QDir().rename(m_workspace, moved));
        const auto refused = m_client->send("POST", "/api/2.0/mlflow/runs/create", R"({"experiment_id":"0"})");
        QCOMPARE(refused.status, 409);
        QVERIFY2(refused.body.contains("moved") && refused.body.contains(native(moved)), refused.body.constData());
        QVERIFY(m_client->send("PUT", artifact("outputs/x"), "x").status >= 400);
        QTRY_COMPARE_GE(leaving.count(), 1);
        QVERIFY(!QFileInfo::exists(m_workspace));
        // A different folder at the same path is a different workspace.
        QVERIFY(QDir().mkpath(m_workspace));
        QCOMPARE(m_client->get("/api/2.0/mlflow/experiments/get?experiment_id=0").status, 409);
        m_service.reset();
        QVERIFY(QDir(m_workspace).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
