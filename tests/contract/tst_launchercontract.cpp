// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processtree.h"
#include "models/service/launch/local/locallauncher.h"
#include "tests/service/fakelauncher.h"

#include <QCoreApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Launch;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60000;

/// Creates a launcher with two slots. Launchers that are created one after the other see the same launches, as services
/// do.
using MakeLauncher = std::function<std::unique_ptr<Launcher>()>;

std::unique_ptr<Launcher> makeLocal()
{
    return std::make_unique<LocalLauncher>(
        LocalLauncher::Settings{QStringLiteral(SUPERVISE_PROGRAM), Machine{2, 0, {}, {}}, {}});
}

std::shared_ptr<FakeCluster> &cluster()
{
    static std::shared_ptr<FakeCluster> one;
    return one;
}

std::unique_ptr<Launcher> makeFake()
{
    return std::make_unique<FakeLauncher>(cluster());
}

ResourceRequest processes(int count)
{
    ResourceRequest request;
    request.processes = count;
    return request;
}

ResourceRequest oneNodeOf(const QString &compute)
{
    ResourceRequest request;
    request.compute = compute;
    request.maxNodes = 1;
    return request;
}

} // namespace

/// The requirements for every Launcher. A new launcher is finished when its row passes.
class TestLauncherContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Launcher> m_launcher;
    MakeLauncher m_make;

    LaunchPlan plan(const QString &command) const
    {
        LaunchPlan plan;
        plan.runId = u"run-1"_s;
        plan.command = command;
        plan.workingFolder = m_folder->path();
        plan.stateFolder = m_folder->filePath(u"state"_s);
        plan.logFiles = {m_folder->filePath(u"log.txt"_s)};
        plan.graceSeconds = 1;
        return plan;
    }

    std::unique_ptr<LaunchHandle> start(const QString &command)
    {
        const auto allocation = m_launcher->allocate({});
        if (!allocation)
            return nullptr;
        auto launch = m_launcher->start(plan(command), *allocation, QProcessEnvironment::systemEnvironment());
        return launch ? std::move(*launch) : nullptr;
    }

    // Returns the last events of the launch; they have no outcome if the launch does not end.
    static LaunchEvents waitForEnd(LaunchHandle &launch)
    {
        LaunchEvents last;
        int ends = 0;
        connect(&launch, &LaunchHandle::ended, &launch, [&](const LaunchEvents &events) {
            last = events;
            ++ends;
        });
        const bool hasEnded = QTest::qWaitFor([&] { return ends > 0; }, patience);
        launch.disconnect();
        return hasEnded ? last : LaunchEvents{};
    }

    static bool waitForRank(LaunchHandle &launch)
    {
        bool hasStarted = false;
        connect(&launch, &LaunchHandle::changed, &launch,
                [&](const LaunchEvents &events) { hasStarted = !events.ranks.isEmpty(); });
        const bool started = QTest::qWaitFor([&] { return hasStarted; }, patience);
        launch.disconnect();
        return started;
    }

private Q_SLOTS:
    static void initTestCase_data()
    {
        QTest::addColumn<MakeLauncher>("make");
        QTest::newRow("fake") << MakeLauncher(makeFake);
        QTest::newRow("local") << MakeLauncher(makeLocal);
    }

    void init()
    {
        QFETCH_GLOBAL(MakeLauncher, make);
        cluster() = std::make_shared<FakeCluster>();
        cluster()->playsCommands = true;
        m_make = make;
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"state"_s));
        m_launcher = m_make();
    }

    void cleanup()
    {
        Process::killMarked(launchMark(m_folder->filePath(u"state"_s)));
        m_launcher.reset();
        QTRY_VERIFY(Process::descendantsOf(getpid()).isEmpty());
    }

    void anAllocationIsFreeWhenItsLastCopyIsGone()
    {
        QCOMPARE(m_launcher->capacity({}).slotCount, 2);
        auto allocation = m_launcher->allocate(processes(2));
        QVERIFY(allocation);
        QVERIFY(!allocation->masterAddress.isEmpty());
        QCOMPARE(m_launcher->capacity({}).slotsInUse, 2);
        const auto refused = m_launcher->allocate(processes(1));
        QVERIFY(!refused);
        QVERIFY(!refused.error().sentence.isEmpty());
        QVERIFY(!refused.error().isOfThisComputeOnly);
        {
            const Allocation copy = *allocation;
            allocation = std::unexpected(Shortage{});
            QCOMPARE(m_launcher->capacity({}).slotsInUse, 2);
        }
        QCOMPARE(m_launcher->capacity({}).slotsInUse, 0);
        QVERIFY(m_launcher->allocate(processes(1)));
    }

    void allocatedNodesBlockOnlyTheirCompute()
    {
        const auto first = m_launcher->allocate(oneNodeOf(u"small"_s));
        QVERIFY(first);
        QCOMPARE(m_launcher->capacity(u"small"_s).busyNodes, 1);
        const auto second = m_launcher->allocate(oneNodeOf(u"small"_s));
        QVERIFY(!second);
        QVERIFY(second.error().isOfThisComputeOnly);
        QVERIFY(m_launcher->allocate(oneNodeOf(u"other"_s)));
    }

    void aLaunchReportsItsRanksAndItsEnd()
    {
        const LaunchTicket ticket{m_folder->filePath(u"state"_s), {}};
        QVERIFY(!m_launcher->wasStarted(ticket));
        const auto launch = start(u"exit 0"_s);
        QVERIFY(launch);
        QCOMPARE(launch->ticket().stateFolder, ticket.stateFolder);
        const auto events = waitForEnd(*launch);
        QCOMPARE(events.outcome, LaunchOutcome::Completed);
        QCOMPARE(events.ranks.size(), 1);
        QCOMPARE(events.ranks[0].exitCode, 0);
        QVERIFY(events.ended.isValid());
        QVERIFY(m_launcher->wasStarted(ticket));
    }

    void aFailureNamesTheRankThatFailedFirst()
    {
        const auto launch = start(u"exit 7"_s);
        QVERIFY(launch);
        const auto events = waitForEnd(*launch);
        QCOMPARE(events.outcome, LaunchOutcome::Failed);
        QCOMPARE(events.firstFailed, 0);
        QCOMPARE(events.ranks[0].exitCode, 7);
    }

    void aCanceledLaunchEnds()
    {
        const auto launch = start(u"sleep 600"_s);
        QVERIFY(launch);
        QVERIFY(waitForRank(*launch));
        launch->cancel();
        launch->cancel();
        QCOMPARE(waitForEnd(*launch).outcome, LaunchOutcome::Canceled);
    }

    void aLaunchHoldsItsAllocationAndEndsOnce()
    {
        auto launch = start(u"exit 0"_s);
        QVERIFY(launch);
        QCOMPARE(m_launcher->capacity({}).slotsInUse, 1);
        int ends = 0;
        connect(launch.get(), &LaunchHandle::ended, this, [&ends] { ++ends; });
        QTRY_COMPARE_WITH_TIMEOUT(ends, 1, patience);
        launch->cancel();
        QCoreApplication::processEvents();
        QCOMPARE(ends, 1);
        launch.reset();
        QCOMPARE(m_launcher->capacity({}).slotsInUse, 0);
    }

    void launchesOfAnEarlierServiceAreAdopted()
    {
        auto launch = start(u"sleep 600"_s);
        QVERIFY(launch);
        QVERIFY(waitForRank(*launch));
        launch.reset();
        m_launcher.reset();
        m_launcher = m_make();
        const LaunchTicket ticket{m_folder->filePath(u"state"_s), processes(2)};
        QVERIFY(m_launcher->wasStarted(ticket));
        const auto adopted = m_launcher->adopt(ticket);
        QCOMPARE(m_launcher->capacity({}).slotsInUse, 2);
        QVERIFY(waitForRank(*adopted));
        adopted->cancel();
        QCOMPARE(waitForEnd(*adopted).outcome, LaunchOutcome::Canceled);
    }

    void stacksAreTakenOfRunningRanks()
    {
        const LaunchTicket ticket{m_folder->filePath(u"state"_s), {}};
        QCOMPARE(m_launcher->takeStacks(ticket).error_or(Error{}).kind, ErrorKind::Conflict);
        auto launch = start(u"sleep 600"_s);
        QVERIFY(launch);
        QVERIFY(waitForRank(*launch));
        // No handle is needed, and the service may have been restarted.
        launch.reset();
        m_launcher = m_make();
        const auto stacks = m_launcher->takeStacks(ticket);
        QVERIFY2(stacks, stacks ? "" : qPrintable(stacks.error().text));
        QCOMPARE(stacks->size(), 1);
        QCOMPARE(stacks->first().rank, 0);
        QVERIFY(!stacks->first().text.isEmpty());
        const auto adopted = m_launcher->adopt(ticket);
        QVERIFY(waitForRank(*adopted));
        adopted->cancel();
        QCOMPARE(waitForEnd(*adopted).outcome, LaunchOutcome::Canceled);
        QCOMPARE(m_launcher->takeStacks(ticket).error_or(Error{}).kind, ErrorKind::Conflict);
    }

    void launchesThatEndedMeanwhileAreAdoptedWithTheirEnd()
    {
        auto launch = start(u"exit 3"_s);
        QVERIFY(launch);
        QCOMPARE(waitForEnd(*launch).outcome, LaunchOutcome::Failed);
        launch.reset();
        m_launcher = m_make();
        const auto adopted = m_launcher->adopt({m_folder->filePath(u"state"_s), {}});
        const auto events = waitForEnd(*adopted);
        QCOMPARE(events.outcome, LaunchOutcome::Failed);
        QCOMPARE(events.ranks[0].exitCode, 3);
    }

    void aLostLaunchEndsWithoutAnOutcome()
    {
        const auto adopted = m_launcher->adopt({m_folder->filePath(u"state"_s), {}});
        bool hasEnded = false;
        connect(adopted.get(), &LaunchHandle::ended, this, [&](const LaunchEvents &events) {
            hasEnded = true;
            QVERIFY(!events.outcome);
            QVERIFY(!events.supervisor);
        });
        QVERIFY(!hasEnded); // the end is reported from the event loop
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded, patience);
    }
};

QTEST_GUILESS_MAIN(TestLauncherContract)
#include "tst_launchercontract.moc"
