// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processwatch.h"
#include "models/supervisor/mpi/mpi.h"
#include "tests/service/launchfixture.h"

#include <QSignalSpy>

#include <csignal>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Launch;
using namespace Roost::Process;
using namespace Roost::Supervision;

/// Runs with each MPI that packaging/buildroot.packages lists.
class TestMpi : public LaunchFixture
{
    Q_OBJECT

    // Returns a plan for an environment whose mpirun belongs to `mpi`.
    LaunchPlan planUnder(const QString &mpi, const QString &command, int ranks) const
    {
        auto plan = this->plan(command, ranks);
        plan.distribution.type = Distribution::Type::Mpi;
        plan.launcherLog = path(u"70_mpi_log.txt"_s);
        QDir(m_folder->path()).mkpath(u"bin"_s);
        const QString mpirun = path(u"bin/mpirun"_s);
        write(u"bin/mpirun"_s, u"#!/bin/sh\nexec mpirun.%1 \"$@\"\n"_s.arg(mpi));
        QFile::setPermissions(mpirun, QFile::permissions(mpirun) | QFileDevice::ExeOwner);
        plan.environment[u"PATH"_s] = path(u"bin"_s) + u':' + qEnvironmentVariable("PATH");
        return plan;
    }

    static QString allreduce(const QString &mpi)
    {
        return u"python3 "_s + QStringLiteral(ALLREDUCE_PROGRAM) + u' ' + mpi;
    }

private Q_SLOTS:
    void init() { makeFolder(); }

    void initTestCase_data()
    {
        QTest::addColumn<QString>("mpi");
        QTest::newRow("openmpi") << u"openmpi"_s;
        QTest::newRow("mpich") << u"mpich"_s;
    }

    void ranksConnectAndEachHasItsPositionAndLog()
    {
        QFETCH_GLOBAL(QString, mpi);
        auto plan =
            planUnder(mpi,
                      allreduce(mpi) + u"; echo $RANK $LOCAL_RANK $NODE_RANK $WORLD_SIZE $AZ_BATCHAI_TASK_INDEX "
                                       "$OMPI_COMM_WORLD_RANK $OMPI_COMM_WORLD_SIZE $CUDA_VISIBLE_DEVICES"_s,
                      2);
        plan.nodeCount = 2;
        plan.logFiles += {path(u"log_2.txt"_s), path(u"log_3.txt"_s)};
        plan.devices = {u"4"_s, u"5"_s, u"6"_s, u"7"_s};
        QCOMPARE(waitForEnd(start(plan)), 0);
        QVERIFY2(events().error.isEmpty(), contents(u"70_mpi_log.txt"_s).constData());
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
        QCOMPARE(contents(u"log_3.txt"_s), "rank 3 of 4 sum 6\n3 1 1 4 3 3 4 6,7\n");
        QCOMPARE(contents(u"log_0.txt"_s), "rank 0 of 4 sum 6\n0 0 0 4 0 0 4 4,5\n");
        for (const RankOutcome &rank : events().ranks)
            QVERIFY(rank.exitCode == 0 && rank.started.isValid() && rank.started <= rank.ended);
        QCOMPARE(events().ranks[1].lastLine, u"1 1 0 4 1 1 4 4,5"_s);
    }

    void otherRanksGetTheGracePeriodAfterAFailure()
    {
        QFETCH_GLOBAL(QString, mpi);
        auto plan = planUnder(mpi,
                              u"while ! ls log_0.txt log_1.txt log_2.txt; do sleep 0.05; done; if [ $RANK = 1 ]; then "
                              "kill -SEGV $$; fi; sleep 1; echo evidence"_s,
                              3);
        plan.graceSeconds = 30;
        QCOMPARE(waitForEnd(start(plan)), 0);
        const auto told = events();
        QCOMPARE(told.outcome, LaunchOutcome::Failed);
        QCOMPARE(told.firstFailed, 1);
        QCOMPARE(told.ranks[1].signal, SIGSEGV);
        for (const int other : {0, 2}) {
            QCOMPARE(told.ranks[other].exitCode, 0);
            QVERIFY(contents(u"log_%1.txt"_s.arg(other)).endsWith("evidence\n"));
        }
    }

    void abortNamesItsRank()
    {
        QFETCH_GLOBAL(QString, mpi);
        QCOMPARE(waitForEnd(start(planUnder(mpi, allreduce(mpi) + u" abort"_s, 3))), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QCOMPARE(events().firstFailed, 2);
        // Open MPI lets the aborting rank exit; MPICH kills the rank if it has not exited or crashed by then.
        const RankOutcome aborted = events().ranks[2];
        QVERIFY(mpi == "mpich"_L1 ? aborted.signal || aborted.exitCode : aborted.exitCode == 5);
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
    }

    void cancelEndsTheWholeTree()
    {
        QFETCH_GLOBAL(QString, mpi);
        write(u"crowd.py"_s, crowd + u"while True: time.sleep(60)\n"_s);
        const pid_t pid = start(planUnder(mpi, u"python3 crowd.py; echo never"_s, 2));
        const auto members = crowdMembers(10);
        QCOMPARE(members.size(), 10);
        QCOMPARE(kill(pid, SIGTERM), 0);
        QCOMPARE(waitForEnd(pid), 0);
        QVERIFY(gone(members));
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
        QCOMPARE(events().outcome, LaunchOutcome::Canceled);
    }

    void theTimeLimitEndsARun()
    {
        QFETCH_GLOBAL(QString, mpi);
        auto limited = planUnder(mpi, u"trap '' TERM; while :; do sleep 1; done"_s, 2);
        limited.timeLimitSeconds = 2;
        QCOMPARE(waitForEnd(start(limited)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::TimedOut);
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
    }

    void processesOfAKilledSupervisorAreFound()
    {
        QFETCH_GLOBAL(QString, mpi);
        write(u"crowd.py"_s, crowd + u"while True: time.sleep(60)\n"_s);
        const pid_t pid = start(planUnder(mpi, u"python3 crowd.py; true"_s, 2));
        const auto members = crowdMembers(10);
        QCOMPARE(members.size(), 10);
        ProcessWatch watch(events().supervisor.value());
        QSignalSpy ended(&watch, &ProcessWatch::ended);
        QCOMPARE(kill(pid, SIGKILL), 0);
        QVERIFY(ended.wait(patience));
        QVERIFY(!events().outcome);
        QVERIFY(killMarked(launchMark(path(u"state"_s))));
        for (const ProcessKey &member : members)
            QVERIFY(!isAlive(member));
    }

    void aKilledLauncherFailsTheRun()
    {
        QFETCH_GLOBAL(QString, mpi);
        auto plan = planUnder(mpi, u"while :; do sleep 0.1; done"_s, 2);
        write(u"bin/mpirun"_s, u"#!/bin/sh\necho $$ > mpirun.pid\nexec mpirun.%1 \"$@\"\n"_s.arg(mpi));
        const pid_t pid = start(plan);
        QTRY_COMPARE_WITH_TIMEOUT(events().ranks.size(), 2, patience);
        QCOMPARE(kill(contents(u"mpirun.pid"_s).trimmed().toInt(), SIGKILL), 0);
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
    }

    void aMissingMpirunIsReportedWithAdvice()
    {
        auto plan = planUnder(u"none"_s, u"true"_s, 2);
        plan.environment[u"PATH"_s] = path(u"state"_s);
        QCOMPARE(waitForEnd(start(plan)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QVERIFY2(events().error.startsWith(u"MPI runs need mpirun"_s), qPrintable(events().error));
        QVERIFY(events().ranks.isEmpty());
    }

    void anMpirunThatCannotStartIsReported()
    {
        auto plan = planUnder(u"none"_s, u"true"_s, 2);
        write(u"bin/mpirun"_s, u"#!/bin/sh\necho no slots here; exit 7\n"_s);
        QCOMPARE(waitForEnd(start(plan)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QCOMPARE(events().error, u"mpirun ended with code 7, and 2 of 2 processes had not started: no slots here"_s);
    }

    void theMessageOfMpirunIsFoundBetweenItsRules()
    {
        auto plan = planUnder(u"none"_s, u"true"_s, 2);
        write(u"bin/mpirun"_s,
              u"#!/bin/sh\nprintf 'noise\\n%1\\nThere are not enough slots for the 2\\nprocesses that were "
              "asked for.\\n\\nEither ask for fewer, or\\nmake more.\\n%1\\n\\033[0m\\n'; exit 1\n"_s.arg(
                  QString(74, u'-')));
        QCOMPARE(waitForEnd(start(plan)), 0);
        QCOMPARE(events().error,
                 u"mpirun ended with code 1, and 2 of 2 processes had not started: There are not enough "
                 "slots for the 2 processes that were asked for."_s);
    }

    void ranksAreReadFromTheMessagesOfEachMpi()
    {
        QVERIFY(!Mpi::placeIn({{u"RANK"_s, u"1"_s}}));
        const auto mpich = Mpi::placeIn({{u"PMI_RANK"_s, u"3"_s}, {u"PMI_SIZE"_s, u"4"_s}});
        QVERIFY(mpich && mpich->rank == 3 && mpich->size == 4);
        const auto pmix = Mpi::placeIn({{u"PMIX_RANK"_s, u"2"_s}});
        QVERIFY(pmix && pmix->rank == 2 && pmix->size == 0);
    }
};

QTEST_GUILESS_MAIN(TestMpi)
#include "tst_mpi.moc"
