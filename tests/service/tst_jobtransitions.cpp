// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobscheduler.h"
#include "models/service/jobs/jobtransitions.h"
#include "models/service/store/workspace/workspacestore.h"
#include "tests/service/fakelauncher.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Roost::Service::Launch;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;

/// The state machine of a job, driven by a launcher without processes.
class TestJobTransitions : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WorkspaceStore> m_store;
    std::shared_ptr<FakeCluster> m_cluster;
    std::unique_ptr<JobScheduler> m_jobs;

    void open(const QStringList &held = {})
    {
        m_jobs = std::make_unique<JobScheduler>(*m_store, std::make_unique<FakeLauncher>(m_cluster), JobSettings{});
        m_jobs->start(u"http://127.0.0.1:1"_s, u"token"_s, held);
    }

    QString submit(int processes = 1, const QString &command = u"true"_s)
    {
        Job job;
        job.command = command;
        if (processes > 1)
            job.distribution = {Distribution::Type::PyTorch, processes};
        return m_jobs->submit(job, {}).value_or(JobRecord{}).job.name;
    }

    QString state(const QString &id) const { return m_store->folder().run(id) + u"/state"_s; }
    JobRecord record(const QString &id) const { return m_jobs->find(id).value_or(JobRecord{}); }
    RunStatus status(const QString &id) const { return record(id).status; }
    int cancels(const QString &id) const { return m_cluster->jobs.value(state(id)).cancels; }
    void report(const QString &id, const LaunchEvents &events) { m_cluster->report(state(id), events); }

    QList<Phase> phases(const QString &id) const
    {
        QList<Phase> list;
        const auto times = record(id).phases;
        for (const PhaseTimes &one : times)
            list += one.phase;
        return list;
    }

    QString started(int processes = 1)
    {
        const QString id = submit(processes);
        return QTest::qWaitFor([&] { return status(id) == RunStatus::Starting; }, 30000) ? id : QString();
    }

    // The status of the run remains as it was when the service was killed.
    void restart(const QStringList &held = {})
    {
        m_jobs.reset();
        open(held);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto folder = WorkspaceFolder::create(m_folder->filePath(u"ws"_s), u"birds"_s);
        QVERIFY(folder);
        auto store = WorkspaceStore::open(*folder);
        QVERIFY(store);
        m_store = std::move(*store);
        m_cluster = std::make_shared<FakeCluster>();
        open();
    }

    void cleanup()
    {
        m_jobs.reset();
        m_store.reset();
    }

    void anEventHasOneRowInAStatusAndNoneAfterTheEnd()
    {
        for (const JobTransition &row : jobTransitions) {
            QCOMPARE(transitionOf(row.from, row.event), &row);
            QVERIFY(!isTerminal(row.from));
            QCOMPARE(isTerminal(row.to), row.action == JobAction::Release);
        }
    }

    void aJobPassesAllStatuses()
    {
        const QString id = started();
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_cluster->jobs[state(id)].plan.masterAddress, u"127.0.0.1"_s);
        QCOMPARE(m_cluster->pool.slotsInUse(), 1);
        report(id, startedEvents());
        QCOMPARE(status(id), RunStatus::Running);
        report(id, endedEvents(LaunchOutcome::Completed));
        QCOMPARE(status(id), RunStatus::Finalizing);
        QTRY_COMPARE(status(id), RunStatus::Completed);
        QCOMPARE(record(id).ranks.size(), 1);
        QCOMPARE(m_cluster->pool.slotsInUse(), 0);
        QCOMPARE(phases(id), (QList{Phase::Preparing, Phase::Scaling, Phase::Running, Phase::PostProcessing}));
    }

    void aJobWithoutRoomWaitsAndThenStarts()
    {
        const QString first = started(2);
        const QString second = submit();
        QTRY_COMPARE(status(second), RunStatus::Queued);
        QVERIFY(record(second).queueReason.startsWith(u"Waiting for free slots"_s));
        report(first, endedEvents(LaunchOutcome::Completed));
        QTRY_COMPARE(status(second), RunStatus::Starting);
        QVERIFY(record(second).queueReason.isEmpty());
    }

    void aJobThatCannotBeStartedFails()
    {
        m_cluster->startError = u"No such program."_s;
        const QString id = submit();
        QTRY_COMPARE(status(id), RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"No such program."_s);
        QCOMPARE(m_cluster->pool.slotsInUse(), 0);
    }

    void aWaitingJobIsWithdrawn()
    {
        const QString first = started(2);
        const QString second = submit();
        QTRY_COMPARE(status(second), RunStatus::Queued);
        QVERIFY(m_jobs->cancel(second));
        QTRY_COMPARE(status(second), RunStatus::Canceled);
        report(first, endedEvents(LaunchOutcome::Completed));
        QTRY_COMPARE(status(first), RunStatus::Completed);
        QVERIFY(!m_cluster->jobs.contains(state(second)));
    }

    void aJobIsWithdrawnWhileItIsPrepared()
    {
        const QString id = submit();
        QVERIFY(m_jobs->cancel(id));
        QTRY_COMPARE(status(id), RunStatus::Canceled);
        QVERIFY(!m_cluster->jobs.contains(state(id)));
    }

    void aCancelReachesTheLaunch_data()
    {
        QTest::addColumn<bool>("isRunning");
        QTest::newRow("starting") << false;
        QTest::newRow("running") << true;
    }
    void aCancelReachesTheLaunch()
    {
        QFETCH(const bool, isRunning);
        const QString id = started();
        if (isRunning)
            report(id, startedEvents());
        QVERIFY(m_jobs->cancel(id));
        QTRY_COMPARE(status(id), RunStatus::CancelRequested);
        QTRY_COMPARE(cancels(id), 1);
        report(id, startedEvents(2));
        QCOMPARE(status(id), RunStatus::CancelRequested);
        QCOMPARE(record(id).ranks.size(), 2);
        QVERIFY(m_jobs->cancel(id));
        QTRY_COMPARE(cancels(id), 2);
        report(id, endedEvents(LaunchOutcome::Canceled));
        QTRY_COMPARE(status(id), RunStatus::Canceled);
    }

    void anEndWithoutAStartIsBoth()
    {
        const QString id = started();
        report(id, endedEvents(LaunchOutcome::Failed, 3));
        QTRY_COMPARE(status(id), RunStatus::Failed);
        QVERIFY(phases(id).contains(Phase::Running));
        QVERIFY(record(id).started.isValid());
    }

    void anEndWithoutAnyEventFails()
    {
        const QString id = started();
        report(id, LaunchEvents{});
        QTRY_COMPARE(status(id), RunStatus::Failed);
        QVERIFY(!record(id).errorText.isEmpty());
    }

    void repeatedAndLateEventsChangeNothing()
    {
        const QString id = started();
        report(id, startedEvents());
        report(id, startedEvents(1));
        report(id, endedEvents(LaunchOutcome::Completed));
        report(id, endedEvents(LaunchOutcome::Completed));
        report(id, startedEvents());
        QCOMPARE(status(id), RunStatus::Finalizing);
        QVERIFY(m_jobs->cancel(id));
        QTRY_COMPARE(status(id), RunStatus::Completed);
        QCOMPARE(cancels(id), 0);
        report(id, endedEvents(LaunchOutcome::Failed, 1));
        QVERIFY(m_jobs->cancel(id));
        QCoreApplication::processEvents();
        QCOMPARE(status(id), RunStatus::Completed);
    }

    void aRestartAdoptsALaunchedJob_data()
    {
        QTest::addColumn<RunStatus>("before");
        QTest::newRow("starting") << RunStatus::Starting;
        QTest::newRow("running") << RunStatus::Running;
        QTest::newRow("cancel requested") << RunStatus::CancelRequested;
        QTest::newRow("finalizing") << RunStatus::Finalizing;
    }
    void aRestartAdoptsALaunchedJob()
    {
        QFETCH(const RunStatus, before);
        const QString id = started();
        if (before != RunStatus::Starting)
            report(id, startedEvents());
        if (before == RunStatus::CancelRequested) {
            QVERIFY(m_jobs->cancel(id));
            QTRY_COMPARE(cancels(id), 1);
        }
        const auto end =
            endedEvents(before == RunStatus::CancelRequested ? LaunchOutcome::Canceled : LaunchOutcome::Completed);
        if (before == RunStatus::Finalizing)
            report(id, end);
        QCOMPARE(status(id), before);
        restart({id}); // the held job continues as well
        QCOMPARE(m_cluster->pool.slotsInUse(), 1);
        if (before == RunStatus::CancelRequested)
            QTRY_COMPARE(cancels(id), 2);
        if (before != RunStatus::Finalizing)
            report(id, end);
        const bool canceled = before == RunStatus::CancelRequested;
        QTRY_COMPARE(status(id), canceled ? RunStatus::Canceled : RunStatus::Completed);
        QCOMPARE(m_cluster->pool.slotsInUse(), 0);
    }

    void aRestartRepeatsAnUnlaunchedJob()
    {
        const QString id = started();
        m_cluster->jobs.clear(); // the service was killed before it launched
        restart();
        QTRY_VERIFY(m_cluster->jobs.contains(state(id)));
        QCOMPARE(status(id), RunStatus::Starting);
        m_cluster->jobs.clear();
        m_jobs.reset();
        m_jobs = std::make_unique<JobScheduler>(*m_store, std::make_unique<FakeLauncher>(m_cluster), JobSettings{});
        QVERIFY(m_jobs->cancel(id));
        m_jobs->start({}, {});
        QTRY_COMPARE(status(id), RunStatus::Canceled);
        QVERIFY(m_cluster->jobs.isEmpty());
    }

    void aCancelBeforeTheRestartReachesTheLaunch()
    {
        const QString id = started();
        report(id, startedEvents());
        m_jobs.reset();
        m_jobs = std::make_unique<JobScheduler>(*m_store, std::make_unique<FakeLauncher>(m_cluster), JobSettings{});
        QVERIFY(m_jobs->cancel(id));
        m_jobs->start({}, {});
        QTRY_COMPARE(cancels(id), 1);
        QCOMPARE(status(id), RunStatus::CancelRequested);
    }

    void aHeldJobWaitsForTheUser_data()
    {
        QTest::addColumn<bool>("wasQueued");
        QTest::newRow("queued") << true;
        QTest::newRow("starting") << false;
    }
    void aHeldJobWaitsForTheUser()
    {
        QFETCH(const bool, wasQueued);
        const QString first = started(2);
        const QString id = wasQueued ? submit() : first;
        if (wasQueued)
            QTRY_COMPARE(status(id), RunStatus::Queued);
        m_cluster->jobs.clear();
        restart({id, first});
        QTRY_VERIFY(record(id).held);
        QCOMPARE(status(id), RunStatus::Queued);
        QVERIFY(record(id).queueReason.contains(u"roostctl runs proceed"_s));
        QVERIFY(m_jobs->proceed(id));
        QTRY_COMPARE(status(id), RunStatus::Starting);
        QVERIFY(!record(id).held);
    }

    void aHeldJobIsWithdrawn()
    {
        const QString id = started();
        m_cluster->jobs.clear();
        restart({id});
        QTRY_VERIFY(record(id).held);
        QVERIFY(m_jobs->cancel(id));
        QTRY_COMPARE(status(id), RunStatus::Canceled);
    }
};

QTEST_GUILESS_MAIN(TestJobTransitions)
#include "tst_jobtransitions.moc"
