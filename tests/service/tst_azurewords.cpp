// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/reference.h"
#include "models/service/api/azureml/runfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::Service;

/// What clients write where they mean an asset, and the filters of run history.
class TestAzureWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void uris();
    void filters_data();
    void filters();
    void orders();
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

void TestAzureWords::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("verdict"); // 1 matches, 0 does not, -1 is refused
    QTest::addRow("empty") << u""_s << 1;
    QTest::addRow("status") << u"status eq 'Running'"_s << 1;
    QTest::addRow("other status") << u"status eq 'Failed'"_s << 0;
    QTest::addRow("or") << u"status eq 'Failed' or status eq 'Running'"_s << 1;
    QTest::addRow("and binds tighter") << u"status eq 'Running' and runId eq 'x' or displayName eq 'it''s'"_s << 1;
    QTest::addRow("parentheses") << u"(status ne 'Running') or (tags/team eq 'vision')"_s << 1;
    QTest::addRow("property") << u"properties/a eq 'b' and status eq 'Running'"_s << 0;
    QTest::addRow("time") << u"createdUtc ge 2026-01-01T00:00:00Z and createdUtc lt 2026-01-02T00:00:00Z"_s << 1;
    QTest::addRow("no word") << u"nonsense"_s << -1;
    QTest::addRow("unknown field") << u"colour eq 'red'"_s << -1;
    QTest::addRow("dangling") << u"status eq 'Running' and "_s << -1;
    QTest::addRow("no time") << u"createdUtc gt 'yesterday'"_s << -1;
    QTest::addRow("order of words") << u"status gt 'A'"_s << -1;
}

void TestAzureWords::filters()
{
    QFETCH(const QString, text);
    QFETCH(const int, verdict);
    Run run;
    run.id = u"r1"_s;
    run.displayName = u"it's"_s;
    run.status = RunStatus::Running;
    run.created = QDateTime::fromString(u"2026-01-01T12:00:00Z"_s, Qt::ISODate);
    run.tags.insert(u"team"_s, u"vision"_s);
    const auto filter = RunFilter::read(text);
    QCOMPARE(filter.has_value(), verdict >= 0);
    if (filter)
        QCOMPARE(filter->matches(run), verdict == 1);
}

void TestAzureWords::orders()
{
    Run early;
    early.id = u"a"_s;
    early.created = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate);
    Run late = early;
    late.id = u"b"_s;
    late.created = early.created.addSecs(1);
    QVERIFY(RunOrder::read({}).value()(late, early));
    QVERIFY(RunOrder::read(u"createdUtc asc"_s).value()(early, late));
    late.created = early.created;
    QVERIFY(RunOrder::read(u"createdUtc desc"_s).value()(late, early));
    QVERIFY(!RunOrder::read(u"colour desc"_s));
    QVERIFY(!RunOrder::read(u"createdUtc sideways"_s));
}

QTEST_GUILESS_MAIN(TestAzureWords)
#include "tst_azurewords.moc"
