// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/activeruns.h"
#include "models/items/workspace/workspacesession.h"
#include "tests/support/fakeworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;
using Testing::FakeWorkspace;
using State = WorkspaceSession::State;

namespace {

const Error Away{ErrorKind::Unreachable, u"Nobody answered."_s, {}};

struct Setup
{
    std::shared_ptr<FakeWorkspace> workspace = std::make_shared<FakeWorkspace>();
    int opened = 0;
    WorkspaceSession session;

    explicit Setup(bool hasFeed = true)
        : session(u"/tmp/birds"_s, u"birds"_s, [this] {
            ++opened;
            return readyFuture<std::shared_ptr<Workspace>>(std::shared_ptr<Workspace>(workspace));
        })
    {
        workspace->hasChanges = hasFeed;
        workspace->onInfo.always = [] {
            WorkspaceInfo info;
            info.name = u"Birds"_s;
            return info;
        };
    }
};

Run activeRun(const QString &id, RunStatus status = RunStatus::Running)
{
    Run run;
    run.id = id;
    run.status = status;
    return run;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsAndReportsItsName();
    void reportedChangesReachPages();
    void becomesStaleAndRecovers();
    void pollsIfTheServiceHasNoFeed();
    void pollsWithoutAFeed();
    void reportsWhyItCouldNotBeOpened();
    void topics();
    void activeRunsReportEndedRuns();
};

void TestSession::connectsAndReportsItsName()
{
    Setup setup;
    QCOMPARE(setup.session.title(), u"birds"_s);
    QCOMPARE(setup.session.state(), State::Connecting);
    QVERIFY(!setup.session.workspace());
    setup.session.open();
    QTRY_COMPARE(setup.session.state(), State::Connected);
    QCOMPARE(setup.session.title(), u"Birds"_s);
    QVERIFY(setup.session.updated().isValid());
    QVERIFY(setup.session.isLive());
}

void TestSession::reportedChangesReachPages()
{
    Setup setup;
    QSignalSpy changed(&setup.session, &WorkspaceSession::changed);
    setup.session.open();
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    QCOMPARE(setup.workspace->changeFeed.onWait.lastArg<0>(), -1);
    setup.workspace->changeFeed.onWait.resolve(Changes{7, {}, true});
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    QCOMPARE(setup.workspace->changeFeed.onWait.lastArg<0>(), 7);
    changed.clear();
    setup.workspace->changeFeed.onWait.resolve(Changes{8, {u"runs/a"_s}, false});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toStringList(), QStringList{u"runs/a"_s});
    // Nothing changed during the wait, so pages get no signal.
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    setup.workspace->changeFeed.onWait.resolve(Changes{8, {}, false});
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestSession::becomesStaleAndRecovers()
{
    Setup setup;
    setup.session.open();
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    QTRY_COMPARE(setup.session.state(), State::Connected);
    setup.workspace->changeFeed.onWait.resolve(std::unexpected(Away));
    QTRY_COMPARE(setup.session.state(), State::Stale);
    QCOMPARE(setup.session.error(), Away);
    QVERIFY(setup.session.workspace());
    QSignalSpy changed(&setup.session, &WorkspaceSession::changed);
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    setup.workspace->changeFeed.onWait.resolve(Changes{9, {}, false});
    QTRY_COMPARE(setup.session.state(), State::Connected);
    // The changes during the interruption are unknown, so pages must read everything again.
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().first().toStringList(), QStringList());
}

void TestSession::pollsIfTheServiceHasNoFeed()
{
    Setup setup;
    setup.session.open();
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    const auto asked = setup.workspace->onInfo.count();
    setup.workspace->changeFeed.onWait.resolve(failure(ErrorKind::NotFound, u"No such route."_s));
    QTRY_VERIFY(!setup.session.isLive());
    QTRY_VERIFY(setup.workspace->onInfo.count() > asked);
    QCOMPARE(setup.workspace->changeFeed.onWait.count(), 1);
    QCOMPARE(setup.session.state(), State::Connected);
}

void TestSession::pollsWithoutAFeed()
{
    Setup setup(false);
    QSignalSpy changed(&setup.session, &WorkspaceSession::changed);
    setup.session.open();
    QTRY_COMPARE(setup.session.state(), State::Connected);
    QVERIFY(!setup.session.isLive());
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(setup.workspace->onInfo.count() >= 2, 10000);
}

void TestSession::reportsWhyItCouldNotBeOpened()
{
    WorkspaceSession session(u"/nowhere"_s, u"nowhere"_s, [] {
        return readyFuture<std::shared_ptr<Workspace>>(failure(ErrorKind::NotFound, u"There is no folder /nowhere."_s));
    });
    session.open();
    QTRY_COMPARE(session.state(), State::Failed);
    QCOMPARE(session.error().kind, ErrorKind::NotFound);
    session.open();
    QCOMPARE(session.state(), State::Connecting);
    QTRY_COMPARE(session.state(), State::Failed);
}

void TestSession::topics()
{
    QVERIFY(WorkspaceSession::concerns({}, u"runs"_s));
    QVERIFY(WorkspaceSession::concerns({u"models"_s, u"runs/a"_s}, u"runs"_s));
    QVERIFY(WorkspaceSession::concerns({u"runs/a"_s}, u"runs/a"_s));
    QVERIFY(!WorkspaceSession::concerns({u"runs/ab"_s}, u"runs/a"_s));
    QVERIFY(!WorkspaceSession::concerns({u"models"_s}, u"runs"_s));
}

void TestSession::activeRunsReportEndedRuns()
{
    Setup setup;
    auto &history = setup.workspace->history;
    QList<Run> rows{activeRun(u"a"_s), activeRun(u"b"_s, RunStatus::Queued)};
    rows[1].queueReason = u"waiting for a free slot"_s;
    history.onRuns.always = [&rows](const RunQuery &query, const QString &) {
        return query.activeOnly ? Result<Page<Run>>(Page<Run>{rows, {}}) : failure(ErrorKind::Rejected, u"all asked"_s);
    };
    history.onRun.always = [](const QString &id) { return activeRun(id, RunStatus::Completed); };
    ActiveRuns active(setup.session);
    QSignalSpy ended(&active, &ActiveRuns::ended);
    setup.session.open();
    QTRY_VERIFY(active.isKnown());
    QCOMPARE(active.running(), 1);
    QCOMPARE(active.waiting(), 1);
    QCOMPARE(active.queueReason(), u"waiting for a free slot"_s);
    QTRY_COMPARE(setup.workspace->changeFeed.onWait.waiting(), 1);
    rows = {rows[1]};
    setup.workspace->changeFeed.onWait.resolve(Changes{2, {u"runs/a"_s}, false});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<Run>().id, u"a"_s);
    QCOMPARE(active.runs().size(), 1);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
