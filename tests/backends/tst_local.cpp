// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/core/runtimefolder.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

class TestLocal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    void write(const QString &path, const QByteArray &content = {}) const
    {
        const auto name = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QString program(const QByteArray &script) const
    {
        write(u"program"_s, "#!/bin/sh\n" + script + "\n");
        QFile::setPermissions(m_folder.filePath(u"program"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return m_folder.filePath(u"program"_s);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"run"_s).toLocal8Bit()); }

    void configsAreFoundPassByPass()
    {
        write(u"a/.azureml/config.json"_s, "{}");
        write(u"a/b/c/config.json"_s, "{}");
        write(u"a/b/project.json"_s, "{}");
        // A grandparent's .azureml/config.json comes before a config.json beside us.
        QCOMPARE(findConfig(m_folder.filePath(u"a/b/c"_s)), m_folder.filePath(u"a/.azureml/config.json"_s));
        QFile::remove(m_folder.filePath(u"a/.azureml/config.json"_s));
        QCOMPARE(findConfig(m_folder.filePath(u"a/b/c"_s)), m_folder.filePath(u"a/b/c/config.json"_s));
        QFile::remove(m_folder.filePath(u"a/b/c/config.json"_s));
        QCOMPARE(findConfig(m_folder.filePath(u"a/b/c"_s)), m_folder.filePath(u"a/b/project.json"_s));
    }

    void configsNameWorkspaces_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("kind"); // -1: an error
        QTest::newRow("azure") << QByteArray(R"({"subscription_id":"s","resource_group":"g","workspace_name":"w"})")
                               << int(WorkspaceAddress::Kind::AzureMl);
        QTest::newRow("scope")
            << QByteArray(
                   R"({"Scope":"/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w"})")
            << int(WorkspaceAddress::Kind::AzureMl);
        QTest::newRow("linked") << QByteArray(R"({"roost_workspace":"../ws"})") << int(WorkspaceAddress::Kind::Local);
        QTest::newRow("half") << QByteArray(R"({"subscription_id":"s"})") << -1;
        QTest::newRow("bad scope") << QByteArray(R"({"Scope":"/x"})") << -1;
        QTest::newRow("no json") << QByteArray("hello") << -1;
    }
    void configsNameWorkspaces()
    {
        QFETCH(QByteArray, config);
        QFETCH(int, kind);
        write(u"p/config.json"_s, config);
        const auto address = addressFromConfig(m_folder.filePath(u"p/config.json"_s));
        QCOMPARE(address ? int(address->kind) : -1, kind);
        if (!address)
            QVERIFY(address.error().text.contains(u"config.json"_s));
        else if (address->kind == WorkspaceAddress::Kind::Local)
            QCOMPARE(address->folder, m_folder.filePath(u"ws"_s));
        else
            QCOMPARE(address->workspace, (Wire::WorkspaceId{u"s"_s, u"g"_s, u"w"_s}));
    }

    void peoplesWords()
    {
        write(u"ws/roost.db"_s);
        QCOMPARE(addressFromText(m_folder.filePath(u"ws"_s))->folder, m_folder.filePath(u"ws"_s));
        QCOMPARE(addressFromText(u"https://mlflow.test:5000"_s)->kind, WorkspaceAddress::Kind::Server);
        QVERIFY(!addressFromText(u"http://"_s));
        QVERIFY(!addressFromText(u"/subscriptions/only"_s));
        QCOMPARE(addressFromText(m_folder.filePath(u"nothing"_s)).error().kind, ErrorKind::NotFound);
    }

    void endpointsMustBePrivate()
    {
        const auto file = ServiceEndpoint::fileFor(u"/w"_s);
        QVERIFY(makeRuntimeFolder());
        QCOMPARE(ServiceEndpoint::read(u"/w"_s).error().kind, ErrorKind::NotFound);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"port":8080,"token":"t","pid":7,"version":"1","workspace":"/w"})");
        out.close();
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        QCOMPARE(ServiceEndpoint::read(u"/w"_s).error().kind, ErrorKind::Denied);
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const auto endpoint = ServiceEndpoint::read(u"/w"_s);
        QVERIFY(endpoint);
        QCOMPARE(endpoint->url(), QUrl(u"http://127.0.0.1:8080"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"port":99999,"token":"t","pid":7})");
        out.close();
        QVERIFY(!ServiceEndpoint::read(u"/w"_s));
    }

    void aStrangersFolderIsLeftAlone()
    {
        // As one may find /tmp/roost-<uid>: a link, to a place where a file waits to be overwritten.
        const auto usual = qEnvironmentVariable("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", m_folder.filePath(u"strange"_s).toLocal8Bit());
        QVERIFY(QDir().mkpath(m_folder.filePath(u"strange"_s)) && QDir().mkpath(m_folder.filePath(u"theirs"_s)));
        QVERIFY(QFile::link(m_folder.filePath(u"theirs"_s), runtimeFolder()));
        QVERIFY(QDir().mkpath(m_folder.filePath(u"new"_s)));
        const auto workspace = QDir(m_folder.filePath(u"new"_s)).canonicalPath();
        const auto target = u"theirs/"_s + QFileInfo(runtimeFile(workspace, u"err"_s)).fileName();
        write(target, "precious");
        ServiceSettings settings;
        settings.program = program("touch '" + m_folder.filePath(u"started"_s).toLocal8Bit() + "'");
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(workspace, {}));
        qputenv("XDG_RUNTIME_DIR", usual.toLocal8Bit());
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Denied);
        QVERIFY2(opened.error().text.contains(u"XDG_RUNTIME_DIR"_s), qPrintable(opened.error().text));
        QVERIFY(!QFile::exists(m_folder.filePath(u"started"_s)));
        QFile precious(m_folder.filePath(target));
        QVERIFY(precious.open(QIODevice::ReadOnly));
        QCOMPARE(precious.readAll(), "precious");
    }

    void aFolderThatIsNoWorkspaceIsSaid()
    {
        LocalWorkspaces local(&m_network);
        const auto opened = waitFor(local.open(m_folder.filePath(u"nothing"_s)));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(local.status(m_folder.path())).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(local.stop(m_folder.path(), false)).error().kind, ErrorKind::NotFound);
    }

    void aServiceThatEndsAtItsStartIsQuoted()
    {
        ServiceSettings settings;
        settings.program = program("echo 'roostd: the disk is full' >&2; exit 1");
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Failed);
        QVERIFY2(opened.error().text.contains(u"the disk is full"_s), qPrintable(opened.error().text));
    }

    void aServiceThatNeverAnswersIsGivenUp()
    {
        ServiceSettings settings;
        settings.program = program("exec sleep 3");
        settings.startMs = 700;
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Unreachable);
    }

    void aMissingProgramIsSaid()
    {
        ServiceSettings settings;
        settings.program = m_folder.filePath(u"no-such-program"_s);
        LocalWorkspaces local(&m_network, settings);
        const auto opened = waitFor(local.create(m_folder.filePath(u"new"_s), {}));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Failed);
        QVERIFY(opened.error().text.contains(u"no-such-program"_s));
    }

    void theDeadAreDead()
    {
        QVERIFY(isAlive(QCoreApplication::applicationPid()));
        QVERIFY(!isAlive(0));
        QVERIFY(!isAlive(-1));
        QVERIFY(!isAlive(99999999));
    }
};

QTEST_GUILESS_MAIN(TestLocal)
#include "tst_local.moc"
