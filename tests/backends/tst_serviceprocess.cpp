// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/serviceprocess.h"
#include "models/trust/lockholder.h"
#include "models/trust/runtimefolder.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Local;
using namespace Roost::Trust;
using namespace Qt::StringLiterals;

/// Services that exist, but whose endpoint is missing or wrong. A script holds the lock in their place.
class TestServiceProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QNetworkAccessManager m_network;
    QProcess m_holder;

    QString workspace() const { return m_folder->filePath(u"ws"_s); }
    QString elsewhere() const { return m_folder->filePath(u"elsewhere/roost/e.json"_s); }

    static void write(const QString &name, const QByteArray &content, QFileDevice::Permissions mode)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        QVERIFY(file.setPermissions(mode));
    }

    void holdLock(const QString &program = u"roostd"_s)
    {
        const QString script = m_folder->filePath(program);
        const QByteArray lock = QFile::encodeName(lockFileOf(workspace()));
        write(script,
              "#!/bin/bash\ntrap '' TERM\nexec 9<>" + lock + "\nflock 9\nprintf '%s\\n%s\\n' $$ " +
                  QFile::encodeName(elsewhere()) + " > " + lock + "\necho held\nwhile :; do sleep 0.1; done\n",
              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_holder.start(script, QStringList());
        QVERIFY(m_holder.waitForReadyRead(30000));
        QCOMPARE(m_holder.readAll(), "held\n");
    }

    void publish(quint16 port, const QString &folder) const
    {
        const QJsonObject told{{u"port"_s, port},
                               {u"token"_s, u"t"_s},
                               {u"pid"_s, m_holder.processId()},
                               {u"version"_s, u"1"_s},
                               {u"workspace"_s, folder}};
        write(elsewhere(), QJsonDocument(told).toJson(), QFile::ReadOwner | QFile::WriteOwner);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->filePath(u"run"_s).toLocal8Bit());
        QVERIFY(makeRuntimeFolder());
        QVERIFY(QDir().mkpath(workspace()));
        QVERIFY(QDir().mkpath(QFileInfo(elsewhere()).path()));
        QFile::setPermissions(QFileInfo(elsewhere()).path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        write(workspace() + u"/roost.db"_s, {}, QFile::ReadOwner | QFile::WriteOwner);
    }

    void cleanup()
    {
        m_holder.kill();
        m_holder.waitForFinished();
    }

    void theLockNamesItsHolder()
    {
        QVERIFY(!lockHolderOf(workspace()));
        holdLock();
        QCOMPARE(lockHolderOf(workspace()), (LockHolder{m_holder.processId(), elsewhere()}));
        QDir().rename(workspace(), m_folder->filePath(u"moved"_s));
        QCOMPARE(lockHolderOf(m_folder->filePath(u"moved"_s))->pid, m_holder.processId());
        cleanup();
        QTRY_VERIFY(!lockHolderOf(m_folder->filePath(u"moved"_s)));
    }

    void aServiceOfAnotherSessionIsFound()
    {
        holdLock();
        const auto unpublished = ServiceEndpoint::read(workspace());
        QCOMPARE(unpublished.error().kind, ErrorKind::Unreachable);
        QVERIFY(unpublished.error().text.contains(QString::number(m_holder.processId())));
        publish(8080, workspace());
        const auto endpoint = ServiceEndpoint::read(workspace());
        QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text));
        QCOMPARE(endpoint->port, 8080);
        // The endpoint of a service of this session that has ended does not stop the search.
        const QByteArray left = R"({"port":8081,"token":"t","pid":99999999,"version":"1","workspace":"/w"})";
        write(ServiceEndpoint::fileFor(workspace()), left, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(ServiceEndpoint::read(workspace())->port, 8080);
        QFile::setPermissions(elsewhere(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(ServiceEndpoint::read(workspace()).error().kind, ErrorKind::Unreachable);
    }

    void aMovedWorkspaceIsNotServedFromItsOldPlace()
    {
        holdLock();
        publish(8080, u"/before"_s);
        LocalWorkspaces local(&m_network);
        const auto opened = waitFor(local.open(workspace()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Conflict);
        QVERIFY2(opened.error().text.contains(u"/before"_s), qPrintable(opened.error().text));
    }

    void aServiceThatDoesNotRespondIsNamedAndEnded()
    {
        QTcpServer silentServer;
        QVERIFY(silentServer.listen(QHostAddress::LocalHost));
        holdLock();
        publish(silentServer.serverPort(), workspace());
        LocalWorkspaces local(&m_network);
        const QString pid = QString::number(m_holder.processId());
        const auto status = waitFor(local.status(workspace()));
        QCOMPARE(status.error().kind, ErrorKind::Unreachable);
        QVERIFY2(status.error().text.contains(pid), qPrintable(status.error().text));
        QCOMPARE(waitFor(local.stop(workspace(), false)).error().kind, ErrorKind::Unreachable);
        QCOMPARE(m_holder.state(), QProcess::Running);
        QVERIFY(waitFor(local.stop(workspace(), true)));
        QTRY_COMPARE(m_holder.state(), QProcess::NotRunning);
        QCOMPARE(m_holder.exitStatus(), QProcess::CrashExit);
    }

    void onlyServicesAreEnded()
    {
        holdLock(u"editor"_s);
        const auto ended = waitFor(ServiceProcess::terminate(workspace()));
        QCOMPARE(ended.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_holder.state(), QProcess::Running);
    }
};

QTEST_GUILESS_MAIN(TestServiceProcess)
#include "tst_serviceprocess.moc"
