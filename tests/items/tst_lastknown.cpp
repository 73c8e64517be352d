// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/catalogqueries.h"
#include "models/items/runs/rundocument.h"
#include "models/items/runs/runsquery.h"
#include "models/items/workspace/workspacesession.h"
#include "tests/support/fakeworkspace.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;
using Testing::FakeWorkspace;
using Live = LiveQuery::State;
using State = WorkspaceSession::State;

namespace {

const Error Away{ErrorKind::Unreachable, u"ml.test does not answer."_s, {}};

Run runOf(const QString &id, double loss)
{
    Run run;
    run.id = id;
    run.displayName = id;
    run.status = RunStatus::Completed;
    run.created = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);
    run.lastMetrics = {{u"loss"_s, loss}};
    return run;
}

void answer(FakeWorkspace &workspace, const QString &name, double loss)
{
    workspace.hasChanges = false;
    workspace.hasJobs = false;
    workspace.hasComputes = false;
    workspace.onInfo.always = [name] {
        WorkspaceInfo info;
        info.name = name;
        return info;
    };
    workspace.history.onRuns.always = [loss](const RunQuery &, const QString &) {
        return Page<Run>{{runOf(u"a"_s, loss)}, {}};
    };
    workspace.history.onRun.always = [loss](const QString &id) { return runOf(id, loss); };
    workspace.history.onLogs.always = [](const QString &) { return QList<FileRef>(); };
    workspace.history.onArtifacts.always = [](const QString &, const QString &) { return QList<Artifact>(); };
    workspace.history.onMetric.always = [loss](const QString &, const QString &, const QString &cursor) {
        MetricHistory history;
        history.cursor = u"end"_s;
        if (cursor.isEmpty())
            history.points = {{loss, 1, 0}};
        return history;
    };
    workspace.modelRegistry.onModels.always = [] { return QList<RegisteredModel>{{u"birds"_s, {}, u"1"_s, {}, {}}}; };
}

/// A timer that the test advances by hand.
class ManualTimer : public PollTimer
{
public:
    explicit ManualTimer(QList<std::function<void()>> &due)
        : m_due(due)
    {
    }
    void arm(std::chrono::milliseconds, std::function<void()> due) override { m_due.append(std::move(due)); }
    void disarm() override { m_due.clear(); }

private:
    QList<std::function<void()>> &m_due;
};

struct Setup
{
    std::shared_ptr<FakeWorkspace> server = std::make_shared<FakeWorkspace>();
    std::shared_ptr<FakeWorkspace> kept = std::make_shared<FakeWorkspace>();
    bool isUp = false;
    bool hasKept = true;
    QList<std::function<void()>> due; // requests that wait for their time
    WorkspaceSession session;

    Setup()
        : session(
              u"https://ml.test"_s, u"ml.test"_s,
              [this] {
                  return readyFuture<std::shared_ptr<Workspace>>(
                      isUp ? Result<std::shared_ptr<Workspace>>(server)
                           : Result<std::shared_ptr<Workspace>>(std::unexpected(Away)));
              },
              [this] { return std::make_unique<ManualTimer>(due); })
    {
        answer(*server, u"now"_s, 1);
        answer(*kept, u"then"_s, 2);
        session.setKeeper([this] {
            return hasKept ? LastKnown{kept, [] { return QDateTime::currentDateTimeUtc().addSecs(-300); }}
                           : LastKnown();
        });
    }

    void advance()
    {
        const auto now = std::exchange(due, {});
        for (const auto &call : now)
            call();
    }
};

} // namespace

/// A server that is out of reach is shown as it was, with the age, and comes back by itself.
class TestLastKnown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatIsDownIsShownAsItWas()
    {
        Setup setup;
        RunsQuery runs(&setup.session);
        QList<RegisteredModel> models;
        const auto modelsQuery = readModels(setup.session, [&](const QList<RegisteredModel> &read) { models = read; });
        const auto computes = readComputes(setup.session, [](const QList<Compute> &) {});
        setup.session.open();
        QTRY_COMPARE(setup.session.state(), State::Stale);
        QTRY_COMPARE(runs.state(), Live::Stale);
        QCOMPARE(runs.model()->rowCount(), 1);
        QTRY_VERIFY(runs.error().text.contains(u"5 min ago"_s));
        QTRY_VERIFY2(runs.error().text.contains(Away.text), qPrintable(runs.error().text));
        QTRY_COMPARE(modelsQuery->state(), Live::Stale);
        QCOMPARE(models.size(), 1);
        QTRY_COMPARE(computes->state(), Live::Lacking);
        QTRY_COMPARE(setup.session.title(), u"then"_s);
        QVERIFY(!setup.session.whyNoNewRun().isEmpty());
    }

    void itComesBackByItself()
    {
        Setup setup;
        RunsQuery runs(&setup.session);
        RunDocument document(setup.session, u"a"_s);
        setup.session.open();
        QTRY_COMPARE(runs.state(), Live::Stale);
        QTRY_COMPARE(document.state(), Live::Stale);
        QTRY_VERIFY(document.metrics()->series(u"loss"_s));
        QTRY_COMPARE(document.metrics()->series(u"loss"_s)->last()->y, 2.0);
        QTRY_VERIFY(!setup.due.isEmpty());
        setup.advance(); // still down
        QTRY_VERIFY(!setup.due.isEmpty());
        QCOMPARE(runs.state(), Live::Stale);
        setup.isUp = true;
        setup.advance();
        QTRY_COMPARE(setup.session.state(), State::Connected);
        QTRY_COMPARE(runs.state(), Live::Ready);
        QTRY_COMPARE(document.state(), Live::Ready);
        QTRY_COMPARE(document.metrics()->series(u"loss"_s)->last()->y, 1.0);
        QCOMPARE(document.metrics()->series(u"loss"_s)->size(), 1); // nothing of the kept points is left
        QTRY_COMPARE(setup.session.title(), u"now"_s);
    }

    void theKeptContentIsShownWhileTheServerConnects()
    {
        Setup setup;
        setup.server->onInfo.always = nullptr;
        setup.server->history.onRuns.always = nullptr;
        setup.isUp = true;
        RunsQuery runs(&setup.session);
        setup.session.open();
        QTRY_VERIFY(setup.server->history.onRuns.waiting() > 0 || runs.hasContent());
        QTRY_COMPARE(runs.state(), Live::Stale);
        QTRY_VERIFY(setup.server->history.onRuns.waiting() > 0);
        setup.server->history.onRuns.resolve(Page<Run>{{runOf(u"b"_s, 3)}, {}});
        QTRY_COMPARE(runs.state(), Live::Ready);
        QCOMPARE(runs.model()->at(0).id, u"b"_s);
        QCOMPARE(runs.model()->rowCount(), 1);
    }

    void aConnectionThatIsLostMarksTheContent()
    {
        Setup setup;
        setup.isUp = true;
        RunsQuery runs(&setup.session);
        setup.session.open();
        QTRY_COMPARE(runs.state(), Live::Ready);
        setup.server->onInfo.always = []() -> Result<WorkspaceInfo> { return std::unexpected(Away); };
        QTRY_VERIFY(!setup.due.isEmpty());
        setup.advance();
        QTRY_COMPARE(runs.state(), Live::Stale);
        QVERIFY(runs.error().text.contains(Away.text));
        // A page that is opened now shows what is kept.
        setup.server->history.onRun.always = [](const QString &) -> Result<Run> { return std::unexpected(Away); };
        RunDocument document(setup.session, u"a"_s);
        QTRY_COMPARE(document.state(), Live::Stale);
        QCOMPARE(document.run().lastMetrics.value(u"loss"_s), 2.0);
    }

    void withoutKeptContentTheReasonIsShown()
    {
        Setup setup;
        setup.hasKept = false;
        RunsQuery runs(&setup.session);
        setup.session.open();
        QTRY_COMPARE(setup.session.state(), State::Failed);
        QTRY_COMPARE(runs.state(), Live::Failed);
        QCOMPARE(runs.error(), Away);
    }

    void aRefusalIsNoReasonToShowOldContent()
    {
        Setup setup;
        const Error denied{ErrorKind::Denied, u"The password has changed."_s, {}};
        WorkspaceSession session(u"https://ml.test"_s, u"ml.test"_s,
                                 [denied] { return readyFuture<std::shared_ptr<Workspace>>(std::unexpected(denied)); });
        session.setKeeper([&setup] { return LastKnown{setup.kept, [] { return QDateTime::currentDateTimeUtc(); }}; });
        session.open();
        QTRY_COMPARE(session.state(), State::Failed);
        QCOMPARE(session.error(), denied);
    }
};

QTEST_GUILESS_MAIN(TestLastKnown)
#include "tst_lastknown.moc"
