// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/filelimit.h"
#include "tests/service/jobsfixture.h"

#include <QJsonDocument>
#include <QProcess>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Roost::Process;
using namespace Roost::Service::Launch;

/// How a service handles runs that it has not started itself, or that it has lost.
class TestJobAdoption : public JobsFixture
{
    Q_OBJECT

    /// Submits a run whose daemon has left its session, its parent and its environment.
    QString submitDaemon()
    {
        write(path(u"daemon.py"_s), "import os\n"
                                    "if os.fork() == 0:\n"
                                    "    os.setsid()\n"
                                    "    if os.fork() == 0:\n"
                                    "        os.setsid()\n"
                                    "        open('pid', 'w').write(f'{os.getpid()}\\n')\n"
                                    "        os.execve('/bin/sleep', ['sleep', '883'], {})\n"
                                    "    os._exit(0)\n"
                                    "os.wait()\n");
        return submit(u"python3 %1; sleep 600; true"_s.arg(path(u"daemon.py"_s)));
    }

    std::optional<ProcessKey> daemonOf(const QString &id)
    {
        const auto pid = [&] { return pid_t(contents(runPath(id, u"snapshot/pid"_s)).trimmed().toInt()); };
        const auto commandOf = [](pid_t process) { return contents(u"/proc/%1/cmdline"_s.arg(process)); };
        const bool isUp = QTest::qWaitFor([&] { return pid() > 0 && commandOf(pid()).startsWith("sleep"); }, patience);
        return isUp ? processKey(pid()) : std::nullopt;
    }

private Q_SLOTS:
    void aNewServiceAdoptsRunningJobs()
    {
        const QString until = u"echo up; while [ ! -e %1 ]; do sleep 0.05; done; echo down; exit %2"_s;
        const QString running = submit(until.arg(path(u"go"_s)).arg(0));
        const QString finished = submit(until.arg(path(u"gone"_s)).arg(4));
        const QString waiting = submit(u"echo late"_s);
        ROOST_REACHES(running, RunStatus::Running);
        ROOST_REACHES(finished, RunStatus::Running);
        ROOST_REACHES(waiting, RunStatus::Queued);

        m_jobs.reset(); // simulates a crash: no signal is emitted and nothing is written
        write(path(u"gone"_s), {});
        const QString events = eventsFile(runPath(finished, u"state"_s));
        QVERIFY(QTest::qWaitFor([&] { return readEvents(events).outcome.has_value(); }, patience));

        open();
        ROOST_REACHES(finished, RunStatus::Failed);
        QCOMPARE(record(finished).errorText, u"Rank 0 ended with exit code 4: down"_s);
        QCOMPARE(record(finished).ranks[0].exitCode, 4);
        QVERIFY(record(finished).cause);
        QCOMPARE(record(finished).cause->first().kind, CauseKind::Exit);
        QCOMPARE(record(running).status, RunStatus::Running);
        write(path(u"go"_s), {});
        ROOST_REACHES(running, RunStatus::Completed);
        QCOMPARE(driverLog(running), "up\ndown\n");
        ROOST_REACHES(waiting, RunStatus::Completed);
        QCOMPARE(driverLog(waiting), "late\n");
    }

    void anAdoptedRunCanBeCanceled()
    {
        const QString id = submit(u"sleep 600"_s);
        ROOST_REACHES(id, RunStatus::Running);
        m_jobs.reset();
        open(2, {}, false);
        QVERIFY(m_jobs->cancel(id)); // canceled before the job begins: the request is in the database
        m_jobs->start(u"http://127.0.0.1:1"_s, u"t"_s);
        ROOST_REACHES(id, RunStatus::Canceled);
        QCOMPARE(record(id).ranks[0].signal, SIGTERM);
    }

    void aVanishedSupervisorFailsTheRun()
    {
        const QString id = submit(u"echo up; setsid sleep 600 & sleep 600; true"_s);
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id) == "up\n"; }, patience));
        const auto supervisor = readEvents(eventsFile(runPath(id, u"state"_s))).supervisor;
        QVERIFY(supervisor);
        sendSignal(*supervisor, SIGKILL);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(record(id).errorText.startsWith(u"The supervisor of the run ended without saying how"_s));
        QCOMPARE(processesMarked(launchMark(m_store->folder().run(id) + u"/state"_s)), QList<ProcessKey>());
    }

    void aDaemonWithoutAnEnvironmentDoesNotOutliveItsSupervisor()
    {
        const QString id = submitDaemon();
        const auto daemon = daemonOf(id);
        QVERIFY(daemon);
        const auto supervisor = readEvents(eventsFile(runPath(id, u"state"_s))).supervisor;
        QVERIFY(supervisor);
        sendSignal(*supervisor, SIGKILL);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(processKey(daemon->pid) != daemon);
    }

    void aDaemonOfAnAdoptedRunDoesNotOutliveItsSupervisor()
    {
        const QString id = submitDaemon();
        const auto daemon = daemonOf(id);
        QVERIFY(daemon);
        const auto supervisor = readEvents(eventsFile(runPath(id, u"state"_s))).supervisor;
        QVERIFY(supervisor);
        m_jobs.reset();
        // The service that started the supervisor has exited, so this process must not inherit the processes that the
        // supervisor leaves.
        QCOMPARE(prctl(PR_SET_CHILD_SUBREAPER, 0), 0);
        sendSignal(*supervisor, SIGKILL);
        QCOMPARE(waitpid(supervisor->pid, nullptr, 0), supervisor->pid);
        QVERIFY(isAlive(*daemon));
        QVERIFY(!descendantsOf(getpid()).contains(*daemon));
        open();
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(!isAlive(*daemon));
    }

    void aRunThatEndsWhileItsWorkspaceIsMovedIsJudgedAtTheNewPlace()
    {
        const QString id = submit(u"echo up; while [ ! -e %1 ]; do sleep 0.05; done; echo fine"_s.arg(path(u"go"_s)));
        ROOST_REACHES(id, RunStatus::Running);
        // The shell of the run has entered the folder.
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id) == "up\n"; }, patience));
        const auto supervisor = readEvents(eventsFile(runPath(id, u"state"_s))).supervisor;
        QVERIFY(supervisor);
        QVERIFY(QDir().rename(path(m_place), path(u"moved"_s)));
        write(path(u"go"_s), {});
        // This process detects the end of the supervisor, and the old location contains no readable file of the run.
        QVERIFY(QTest::qWaitFor([&] { return processKey(supervisor->pid) != supervisor; }, patience));
        QCOMPARE(record(id).status, RunStatus::Running);
        QVERIFY(!QFileInfo::exists(path(m_place)));
        m_place = u"moved"_s;
        open();
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(driverLog(id), "up\nfine\n");
        QCOMPARE(record(id).ranks[0].exitCode, 0);
    }

    // The environment of these processes names the folder in which the run was started.
    void processesOfAMovedRunDoNotOutliveItsSupervisor()
    {
        const QString id = submit(u"setsid sleep 884 & sleep 884; true"_s);
        ROOST_REACHES(id, RunStatus::Running);
        const QByteArray mark = launchMark(m_store->folder().run(id) + u"/state"_s);
        QVERIFY(QTest::qWaitFor([&] { return processesMarked(mark).size() >= 3; }, patience));
        const auto supervisor = readEvents(eventsFile(runPath(id, u"state"_s))).supervisor;
        QVERIFY(supervisor);
        m_jobs.reset();
        m_store.reset();
        QVERIFY(QDir().rename(path(m_place), path(u"moved"_s)));
        m_place = u"moved"_s;
        open();
        sendSignal(*supervisor, SIGKILL);
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(processesMarked(mark), QList<ProcessKey>());
    }

    // The file of a run can name any process, but only the run's own supervisor has the file open.
    void aProcessThatAFileNamesIsNotSignalled()
    {
        const QString id = submit(u"sleep 600"_s);
        ROOST_REACHES(id, RunStatus::Running);
        const QString events = eventsFile(runPath(id, u"state"_s));
        const auto supervisor = readEvents(events).supervisor;
        QVERIFY(supervisor);
        m_jobs.reset();
        QProcess other;
        other.start(u"sleep"_s, {u"600"_s});
        QVERIFY(other.waitForStarted());
        const auto named = processKey(pid_t(other.processId()));
        QVERIFY(named);
        const QJsonObject planted{{u"event"_s, u"supervisor"_s},
                                  {u"pid"_s, named->pid},
                                  {u"startTicks"_s, qint64(named->startTicks)},
                                  {u"boot"_s, bootId()}};
        write(events, QJsonDocument(planted).toJson(QJsonDocument::Compact) + '\n');
        sendSignal(*supervisor, SIGKILL);
        open(2, {}, false);
        QVERIFY(m_jobs->cancel(id));
        m_jobs->start(u"http://127.0.0.1:1"_s, u"t"_s);
        ROOST_REACHES(id, RunStatus::Canceled);
        QVERIFY(isAlive(*named));
        other.kill();
        QVERIFY(other.waitForFinished());
    }

    void aRunThatEndsOnAFullDiskIsCompletedOnceThereIsRoom()
    {
        const QString id = submit(u"while [ ! -e %1 ]; do sleep 0.05; done"_s.arg(path(u"go"_s)));
        ROOST_REACHES(id, RunStatus::Running);
        const QString file = eventsFile(runPath(id, u"state"_s));
        const auto supervisor = readEvents(file).supervisor;
        QVERIFY(supervisor);
        const rlim_t full = rlim_t(QFileInfo(file).size()) + 40;
        limitFiles(supervisor->pid, full);
        write(path(u"go"_s), {});
        QVERIFY(QTest::qWaitFor([&] { return QFileInfo(file).size() == qint64(full); }, patience));
        QCOMPARE(record(id).status, RunStatus::Running);
        limitFiles(supervisor->pid, RLIM_INFINITY);
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"0"_s);
    }

    void aSupervisorThatDoesNotComeUpFailsTheRun()
    {
        m_jobs.reset();
        m_jobs = std::make_unique<JobScheduler>(*m_store, launcher(u"/bin/false"_s, thisMachine()), JobSettings{});
        m_jobs->start({}, {});
        const QString id = submit(u"true"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(record(id).errorText.startsWith(u"The supervisor of the run did not come up"_s));
    }
};

QTEST_GUILESS_MAIN(TestJobAdoption)
#include "tst_jobadoption.moc"
