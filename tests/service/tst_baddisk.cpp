// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/service.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/httpclient.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

namespace {
const QByteArray arm = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/"
                       "Microsoft.MachineLearningServices/workspaces/birds";
constexpr int insufficientStorage = 507;
} // namespace

/// The service on a full disk, and with a file that cannot be read. The test mounts its own disks and requires root.
class TestBadDisk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Roost::Service::Service> m_service;
    std::unique_ptr<HttpClient> m_client;
    QList<QByteArray> m_mounts;

    QString workspace() const { return m_folder->filePath(u"ws"_s); }

    bool mount(const QByteArray &what, const QString &where, const char *type, unsigned long flags, const char *options)
    {
        const QByteArray place = QFile::encodeName(where);
        if (::mount(what.constData(), place.constData(), type, flags, options) != 0)
            return false;
        m_mounts.prepend(place);
        return true;
    }

    void start()
    {
        Roost::Service::ServiceConfig config;
        config.workspaceFolder = workspace();
        config.create = true;
        config.name = u"birds"_s;
        auto service = Roost::Service::Service::start(config);
        QVERIFY2(service, service ? "" : qPrintable(service.error().text));
        m_service = std::move(*service);
        m_client = std::make_unique<HttpClient>(m_service->port(), m_service->token());
    }

    /// Returns the URL of a blob that may be written, without the host.
    QByteArray writableBlob(const QByteArray &name)
    {
        const auto pending =
            m_client->post(arm + "/codes/snapshot/versions/1/startPendingUpload?api-version=2024-10-01",
                           R"({"pendingUploadType":"TemporaryBlobReference"})");
        const QUrl url(pending.json()["blobReferenceForConsumption"_L1]["credential"_L1]["sasUri"_L1].toString());
        return url.path(QUrl::FullyEncoded).toLatin1() + '/' + name + '?' + url.query(QUrl::FullyEncoded).toLatin1();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Before the service starts a thread, because threads inherit the mounts of the thread that creates them.
        if (::getuid() != 0 || ::unshare(CLONE_NEWNS) != 0 ||
            ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            QSKIP("only root can mount a disk that is full");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->filePath(u"settings"_s)));
        QVERIFY(QDir().mkpath(workspace()));
    }

    void cleanup()
    {
        m_client.reset();
        m_service.reset();
        for (const QByteArray &place : std::as_const(m_mounts))
            ::umount2(place.constData(), MNT_DETACH);
        m_mounts.clear();
        m_folder.reset();
    }

    void anUploadThatDoesNotFitIsReportedAndLeavesNothing()
    {
        QVERIFY(mount("tmpfs", workspace(), "tmpfs", 0, "size=4m,mode=0700"));
        start();
        const auto made = m_client->post("/api/2.0/mlflow/runs/create", R"({"experiment_id":"0"})");
        const QByteArray run = made.json()["run"_L1]["info"_L1]["run_id"_L1].toString().toLatin1();
        const QByteArray blob = writableBlob("big.bin");
        const QByteArray large(8 << 20, 'x');
        const QByteArray artifact = "/api/2.0/mlflow-artifacts/artifacts/0/" + run + "/artifacts/outputs/";
        const auto byMlflow = m_client->send("PUT", artifact + "big.bin", large);
        const auto asBlob = m_client->send("PUT", blob, large, {{"x-ms-blob-type", "BlockBlob"}});
        for (const auto &reply : {byMlflow, asBlob}) {
            QVERIFY2(reply.status == insufficientStorage, reply.body.constData());
            QVERIFY2(reply.body.contains("the disk of the workspace is full"), reply.body.constData());
            QVERIFY2(reply.body.contains("big.bin"), reply.body.constData());
        }
        QVERIFY(!QFileInfo::exists(workspace() + u"/runs/"_s + QString::fromLatin1(run) + u"/outputs/big.bin"_s));
        // The space of the rejected upload is free again.
        QCOMPARE(m_client->send("PUT", artifact + "small.bin", QByteArray(1 << 20, 'x')).status, 200);
    }

    void aBlockThatCannotBeReadMakesNoShortBlob()
    {
        start();
        const QByteArray blob = writableBlob("big.bin");
        QVERIFY(!blob.isEmpty());
        QCOMPARE(m_client->send("PUT", blob + "&comp=block&blockid=MDA%3D", "first ").status, 201);
        QCOMPARE(m_client->send("PUT", blob + "&comp=block&blockid=MDE%3D", "second").status, 201);
        QDirIterator blocks(workspace() + u"/.uploads/.parts"_s, QDir::Files | QDir::Hidden,
                            QDirIterator::Subdirectories);
        QStringList files;
        while (blocks.hasNext())
            files += blocks.next();
        QCOMPARE(files.size(), 2);
        // Reading the first byte of this file is an input/output error.
        files.sort();
        QVERIFY(mount("/proc/self/mem", files.last(), nullptr, MS_BIND, nullptr));
        const auto put = m_client->send("PUT", blob + "&comp=blocklist",
                                        "<BlockList><Latest>MDA=</Latest><Latest>MDE=</Latest></BlockList>");
        QCOMPARE(put.status, 500);
        QVERIFY2(put.body.contains("MDE=") && put.body.contains("cannot be read"), put.body.constData());
        QCOMPARE(m_client->get(blob).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestBadDisk)
#include "tst_baddisk.moc"
