// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/registry.h"

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
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"MLFLOW_TRACKING_TOKEN", "MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD"})
            qunsetenv(name);
    }

    void eachKindHasOneCompleteEntry()
    {
        for (const auto kind : {Address::Kind::Local, Address::Kind::AzureMl, Address::Kind::Server})
            QCOMPARE(std::ranges::count(workspaceKinds(), kind, &WorkspaceKind::kind), 1);
        QCOMPARE(workspaceKinds().size(), 3);
        for (const WorkspaceKind &kind : workspaceKinds()) {
            QVERIFY(!kind.icon.isEmpty());
            QVERIFY(kind.identity && kind.title && kind.missing && kind.open && kind.trackingToken);
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
        QCOMPARE(missing(server, {.usesToken = true}), Requirement{About::Token});
        QVERIFY(!missing(server, {.token = u"t0ken"_s, .usesToken = true}));
        server.url = u"http://ml.test"_s;
        QVERIFY(!missing(server, {})); // no secret is sent
        QCOMPARE(missing(server, {.token = u"t0ken"_s}), Requirement{About::PlainHttp});
        QVERIFY(!missing(server, {.token = u"t0ken"_s, .mayTravelInPlain = true}));
        server.url = u"http://127.0.0.1:5000"_s;
        QVERIFY(!missing(server, {.token = u"t0ken"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
