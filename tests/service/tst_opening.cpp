// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobscheduler.h"
#include "models/service/service.h"
#include "models/service/store/workspace/workspacestore.h"
#include "models/trust/knownworkspace.h"
#include "tests/service/httpclient.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Service;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 90000;

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

/// A service that opens a workspace that it has not created: its owner, its permissions, and its waiting jobs.
class TestOpening : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Roost::Service::Service> m_service;

    QString at(const QString &path) const { return m_folder->filePath(path); }

    Result<void> open()
    {
        m_service.reset();
        Roost::Service::ServiceConfig config;
        config.workspaceFolder = at(u"ws"_s);
        config.create = true;
        config.program = QStringLiteral(SUPERVISE_PROGRAM);
        auto service = Roost::Service::Service::start(config);
        if (!service)
            return std::unexpected(service.error());
        m_service = std::move(*service);
        return {};
    }

    // Creates a workspace as another user would prepare it, without a service of this user.
    QString plant()
    {
        m_service.reset();
        const auto folder = Roost::Service::Store::WorkspaceFolder::create(at(u"ws"_s), u"birds"_s);
        const auto store = Roost::Service::Store::WorkspaceStore::open(*folder);
        Roost::Service::Jobs::JobRecord record;
        record.job.name = u"planted"_s;
        record.job.experiment = u"Default"_s;
        record.job.command = u"touch "_s + at(u"PROOF"_s);
        const auto made = (*store)->database().write([&](Roost::Service::Store::Connection &connection) {
            return Roost::Service::Jobs::JobRows::create(connection, record);
        });
        return made ? made->job.name : QString();
    }

    Roost::Service::Jobs::JobRecord record(const QString &run) const
    {
        return m_service->jobs().find(run).value_or(Roost::Service::Jobs::JobRecord{});
    }

    int proceed(const QString &run) const
    {
        return HttpClient(m_service->port(), m_service->token())
            .post("/roost/v1/runs/" + run.toUtf8() + "/proceed", "{}")
            .status;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(at(u"settings"_s)));
    }

    void cleanup() { m_service.reset(); }

    void waitingRunsOfAnUnknownDatabaseAreHeld()
    {
        const QString run = plant();
        QCOMPARE(run, u"planted"_s);
        for (int start = 0; start < 2; ++start) { // a second start is not a confirmation by the user
            QVERIFY(open());
            QTRY_VERIFY_WITH_TIMEOUT(record(run).queueReason.contains(u"roostctl runs proceed planted"_s), waitMs);
            QCOMPARE(record(run).status, RunStatus::Queued);
            QVERIFY(record(run).held);
        }
        QVERIFY(!QFile::exists(at(u"PROOF"_s)));
        QCOMPARE(proceed(u"nobody"_s), 404);
        QCOMPARE(proceed(run), 200);
        QTRY_COMPARE_WITH_TIMEOUT(record(run).status, RunStatus::Completed, waitMs);
        QVERIFY(QFile::exists(at(u"PROOF"_s)));
        QVERIFY(!record(run).held);
        QCOMPARE(proceed(run), 409);
    }

    void heldRunsCanBeCanceled()
    {
        const QString run = plant();
        QVERIFY(open());
        QVERIFY(m_service->jobs().cancel(run));
        QTRY_COMPARE_WITH_TIMEOUT(record(run).status, RunStatus::Canceled, waitMs);
        QVERIFY(!QFile::exists(at(u"PROOF"_s)));
    }

    void waitingRunsOfAKnownDatabaseStart()
    {
        QVERIFY(open());
        const QString run = plant();
        QVERIFY(open());
        QTRY_COMPARE_WITH_TIMEOUT(record(run).status, RunStatus::Completed, waitMs);
    }

    void anotherDatabaseAtTheSamePlaceIsUnknown()
    {
        QVERIFY(open());
        m_service.reset();
        QVERIFY(QDir(at(u"ws"_s)).removeRecursively());
        const QString run = plant();
        QVERIFY(open());
        QTRY_COMPARE_WITH_TIMEOUT(record(run).status, RunStatus::Queued, waitMs);
        QVERIFY(record(run).queueReason.contains(u"first opened"_s));
    }

    void aNewWorkspaceIsPrivate()
    {
        QVERIFY(open());
        QCOMPARE(modeOf(at(u"ws"_s)), 0700U);
        for (const auto &file : {u"roost.db"_s, u"roost.db-wal"_s, u"roost.db-shm"_s})
            QCOMPARE(modeOf(at(u"ws/"_s + file)), 0600U);
    }

    void anOpenWorkspaceIsClosed()
    {
        plant();
        QVERIFY(QDir().mkpath(at(u"ws/runs/old/state"_s)));
        const QStringList files{at(u"ws/roost.db"_s), at(u"ws/roostd.log"_s), at(u"ws/runs/old/state/launch.json"_s)};
        for (const QString &name : files) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0644), 0);
        }
        QVERIFY(open());
        for (const QString &name : files)
            QCOMPARE(modeOf(name), 0600U);
    }

    void aFolderThatOthersMayWriteIsNotChanged()
    {
        plant();
        QVERIFY(QDir(at(u"ws/.uploads"_s)).removeRecursively());
        QCOMPARE(::chmod(QFile::encodeName(at(u"ws"_s)).constData(), 0777), 0);
        const auto refused = open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QVERIFY2(refused.error().text.contains(at(u"ws"_s)), qPrintable(refused.error().text));
        QVERIFY(!QFile::exists(at(u"ws/.lock"_s)));
        QVERIFY(!QFile::exists(at(u"ws/.uploads"_s)));
    }

    void aFolderOfAnotherUserIsNotChanged()
    {
        if (::getuid() != 0)
            QSKIP("only root can give files away");
        plant();
        QCOMPARE(::chown(QFile::encodeName(at(u"ws/roost.db"_s)).constData(), 12345, 12345), 0);
        const auto refused = open();
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"12345"_s), qPrintable(refused.error().text));
        QVERIFY(!QFile::exists(at(u"ws/.lock"_s)));
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
