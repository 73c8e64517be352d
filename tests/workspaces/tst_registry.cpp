// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/registry.h"
#include "models/workspaces/server.h"
#include "models/workspaces/serveraccounts.h"
#include "models/workspaces/serverfacts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Roost;
using namespace Roost::Workspaces;
using namespace Qt::StringLiterals;

using Address = Local::WorkspaceAddress;

class TestRegistry : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD"})
            qunsetenv(name);
        QVERIFY(m_home.isValid());
        qputenv("HOME", QFile::encodeName(m_home.path()));
    }

    void eachKindHasOneCompleteEntry()
    {
        for (const auto kind : {Address::Kind::Local, Address::Kind::AzureMl, Address::Kind::Server})
            QCOMPARE(std::ranges::count(workspaceKinds(), kind, &WorkspaceKind::kind), 1);
        QCOMPARE(workspaceKinds().size(), 3);
        for (const WorkspaceKind &kind : workspaceKinds()) {
            QVERIFY(!kind.icon.isEmpty());
            QVERIFY(kind.identity && kind.title && kind.missing && kind.open && kind.lastKnown && kind.trackingToken);
        }
    }

    void identityAndTitleFollowTheKind()
    {
        Address local;
        local.folder = u"/home/ada/birds"_s;
        QCOMPARE(kindOf(local).identity(local, u"birds"_s), local.folder);
        QCOMPARE(kindOf(local).title(local), u"birds"_s);
        Address azure;
        azure.kind = Address::Kind::AzureMl;
        azure.workspace = {u"s"_s, u"g"_s, u"owls"_s};
        QCOMPARE(kindOf(azure).identity(azure, u"/subscriptions/s"_s), u"/subscriptions/s"_s);
        QCOMPARE(kindOf(azure).title(azure), u"owls"_s);
        const QTemporaryDir folder;
        const QString config = folder.filePath(u"config.json"_s);
        QFile file(config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(kindOf(azure).identity(azure, config), QFileInfo(config).canonicalFilePath());
        Address server;
        server.kind = Address::Kind::Server;
        server.url = u"https://ada@ml.test:5000/base"_s;
        QCOMPARE(kindOf(server).identity(server, u"typed"_s), server.url);
        QCOMPARE(kindOf(server).title(server), u"ml.test:5000"_s);
    }

    void aServerNeedsWhatIsNotKnown()
    {
        using About = Requirement::About;
        Address server;
        server.kind = Address::Kind::Server;
        server.url = u"https://ada@ml.test"_s;
        const auto missing = kindOf(server).missing;
        QCOMPARE(missing(server, {}), (Requirement{About::Password, u"ada"_s}));
        QVERIFY(!missing(server, {.password = u""_s})); // known to be empty
        server.password = u"in the address"_s;
        QVERIFY(!missing(server, {}));
        server = {};
        server.kind = Address::Kind::Server;
        server.url = u"https://ml.test"_s;
        QVERIFY(!missing(server, {}));
        const ServerFacts byToken{.signIn = ServerFacts::SignIn::Token};
        QCOMPARE(missing(server, {.facts = byToken}), Requirement{About::Token});
        QVERIFY(!missing(server, {.facts = byToken, .token = u"t0ken"_s}));
        server.url = u"http://ml.test"_s;
        QVERIFY(!missing(server, {})); // no secret is sent
        QCOMPARE(missing(server, {.token = u"t0ken"_s}), Requirement{About::PlainHttp});
        QVERIFY(!missing(server, {.facts = {.plainHttp = true}, .token = u"t0ken"_s}));
        server.url = u"http://127.0.0.1:5000"_s;
        QVERIFY(!missing(server, {.token = u"t0ken"_s}));
    }

    void filesOfMlflowsClientSignIn()
    {
        Address server;
        server.kind = Address::Kind::Server;
        server.url = u"https://ml.test"_s;
        QVERIFY(!Server::settingsOf(server, {})->credential);
        QVERIFY(QDir(m_home.path()).mkpath(u".mlflow"_s));
        write(u".mlflow/credentials"_s,
              "# comment\n[mlflow]\nmlflow_tracking_username = ada\nmlflow_tracking_password=p=ss\n");
        const auto settings = Server::settingsOf(server, {});
        QVERIFY(settings->credential);
        QCOMPARE(settings->credential->scheme(), "Basic");
        QVERIFY(!Server::settingsOf(server, {.facts = {.signIn = ServerFacts::SignIn::None}})->credential);
        server.url = u"https://ada@ml.test"_s;
        QVERIFY(!kindOf(server).missing(server, {})); // the file has the password of this user
        server.url = u"https://bob@ml.test"_s;
        QVERIFY(kindOf(server).missing(server, {}));
        QVERIFY(QFile::remove(m_home.filePath(u".mlflow/credentials"_s)));
    }

    void profilesOfDatabricksAreOpened()
    {
        const auto address = Local::addressFromText(u"databricks://Prod EU"_s);
        QCOMPARE(address->kind, Address::Kind::Server);
        QCOMPARE(kindOf(*address).title(*address), u"Databricks Prod EU"_s);
        const auto none = Server::settingsOf(*address, {});
        QVERIFY(!none);
        QVERIFY2(none.error().text.contains(u".databrickscfg"_s), qPrintable(none.error().text));
        write(u".databrickscfg"_s, "[DEFAULT]\nhost = https://adb-1.azuredatabricks.net/\ntoken = dapi1\n"
                                   "[Prod EU]\nhost=adb-2.cloud.databricks.com\ntoken=dapi2\n[empty]\n");
        const auto settings = Server::settingsOf(*address, {});
        QVERIFY2(settings, qPrintable(settings ? QString() : settings.error().text));
        QCOMPARE(settings->url, QUrl(u"https://adb-2.cloud.databricks.com"_s));
        QCOMPARE(settings->credential->scheme(), "Bearer");
        const auto wrong = Server::settingsOf(*Local::addressFromText(u"databricks://empty"_s), {});
        QVERIFY(wrong.error().text.contains(u"no host"_s));
        const auto unknown = Server::settingsOf(*Local::addressFromText(u"databricks://staging"_s), {});
        QVERIFY(unknown.error().text.contains(u"DEFAULT, Prod EU"_s));
        // An https address finds the token of its profile.
        const auto web = Local::addressFromText(u"https://adb-1.azuredatabricks.net/?o=1#mlflow"_s);
        const auto byWeb = Server::settingsOf(*web, {});
        QCOMPARE(byWeb->url, QUrl(u"https://adb-1.azuredatabricks.net"_s));
        QVERIFY(byWeb->credential);
        QCOMPARE(ServerAccounts::offers().size(), 2);
    }

    void nothingIsSentWithoutThePassword()
    {
        Address server;
        server.kind = Address::Kind::Server;
        server.url = u"https://ada@ml.test"_s;
        QCOMPARE(Server::settingsOf(server, {}).error().kind, ErrorKind::Denied);
        server.url = u"https://ml.test"_s;
        const auto byToken = Server::settingsOf(server, {.facts = {.signIn = ServerFacts::SignIn::Token}});
        QCOMPARE(byToken.error().kind, ErrorKind::Denied);
    }

    void factsAreKeptByAddressInPrivateFiles()
    {
        const QString address = u"https://ml.test:5000/base"_s;
        QCOMPARE(serverFacts(address), ServerFacts());
        const ServerFacts facts{ServerFacts::SignIn::Token, u"/ca.pem"_s, u"/me.pem"_s, u"AB:CD"_s, true};
        QVERIFY(setServerFacts(address, facts));
        QCOMPARE(serverFacts(address), facts);
        QCOMPARE(serverFacts(u"https://other.test"_s), ServerFacts());
        forgetServerFacts(address);
        QCOMPARE(serverFacts(address), ServerFacts());
    }

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
