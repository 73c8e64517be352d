// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/reference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::AzureMl;

/// The ways in which clients refer to an asset.
class TestAzureWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void uris();
};

const QString workspace =
    u"/subscriptions/0/resourceGroups/local/providers/Microsoft.MachineLearningServices/workspaces/birds"_s;

void TestAzureWords::references_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    QTest::addRow("id") << workspace + u"/environments/a/versions/3"_s << u"a"_s << u"3"_s;
    QTest::addRow("id with scheme") << u"azureml:"_s + workspace + u"/environments/a/versions/3"_s << u"a"_s << u"3"_s;
    QTest::addRow("label") << workspace + u"/environments/a/labels/latest"_s << u"a"_s << u""_s;
    QTest::addRow("short") << u"azureml:a-b.c:1"_s << u"a-b.c"_s << u"1"_s;
    QTest::addRow("latest") << u"azureml:a@latest"_s << u"a"_s << u""_s;
    QTest::addRow("plain") << u"a"_s << u"a"_s << u""_s;
    QTest::addRow("other kind") << workspace + u"/models/a/versions/3"_s << u""_s << u""_s;
    QTest::addRow("other workspace") << QString(workspace).replace(u"birds"_s, u"cats"_s) +
                                            u"/environments/a/versions/3"_s
                                     << u""_s << u""_s;
    QTest::addRow("registry") << u"azureml://registries/azureml/environments/a/versions/3"_s << u""_s << u""_s;
    QTest::addRow("unknown label") << u"a@newest"_s << u""_s << u""_s;
    QTest::addRow("empty") << u""_s << u""_s << u""_s;
    QTest::addRow("path") << u"../a"_s << u""_s << u""_s;
}

void TestAzureWords::references()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QFETCH(const QString, version);
    const auto read = readReference(text, u"environments"_s, workspace);
    QCOMPARE(read.has_value(), !name.isEmpty());
    if (read)
        QCOMPARE(*read, (Reference{name, version}));
    else
        QVERIFY(read.error().kind == ErrorKind::Rejected && !read.error().text.isEmpty());
}

void TestAzureWords::uris()
{
    using Kind = AssetUri::Kind;
    QCOMPARE(readAssetUri(u"azureml://jobs/r1/outputs/artifacts/paths/outputs/model.pt"_s).value(),
             (AssetUri{Kind::Run, u"r1"_s, u"outputs/model.pt"_s}));
    QCOMPARE(readAssetUri(u"runs:/r1/outputs/"_s).value(), (AssetUri{Kind::Run, u"r1"_s, u"outputs"_s}));
    QCOMPARE(
        readAssetUri(u"azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.r1/outputs/m"_s).value(),
        (AssetUri{Kind::Run, u"r1"_s, u"outputs/m"_s}));
    QCOMPARE(readAssetUri(u"azureml://subscriptions/0/resourcegroups/g/workspaces/w/datastores/s/paths/a/b"_s).value(),
             (AssetUri{Kind::Datastore, u"s"_s, u"a/b"_s}));
    QVERIFY(!readAssetUri(u"azureml://jobs/r1/outputs/mine/paths/x"_s));
    QVERIFY(!readAssetUri(u"https://example.org/x"_s));
}

QTEST_GUILESS_MAIN(TestAzureWords)
#include "tst_azurewords.moc"
