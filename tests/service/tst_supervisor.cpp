// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processwatch.h"
#include "models/supervisor/ranks/rankport.h"
#include "models/supervisor/timeindex.h"
#include "tests/service/filelimit.h"
#include "tests/service/launchfixture.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>

#include <unistd.h>

#include <csignal>
#include <vector>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Logs;
using namespace Roost::Service::Launch;
using namespace Roost::Process;
using namespace Roost::Supervision;
using namespace Qt::StringLiterals;

class TestSupervisor : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeFolder(); }

    void plansSurviveTheirFile()
    {
        auto plan = this->plan(u"echo \"$X\""_s, 3);
        plan.environment = {{u"X"_s, u"ů = 1"_s}};
        plan.timeLimitSeconds = 1234567890123;
        plan.devices = {u"0"_s, u"1"_s, u"2"_s};
        QVERIFY(plan.save(launchFile()));
        const auto read = LaunchPlan::load(launchFile());
        QVERIFY(read);
        QCOMPARE(*read, plan);
        plan.logFiles.removeLast();
        const auto refused = LaunchPlan::fromJson(plan.toJson());
        QVERIFY(!refused);
        QCOMPARE(refused.error().text, u"The launch plan names 2 log files for 3 processes."_s);
        QCOMPARE(LaunchPlan::fromJson("[").error().kind, ErrorKind::Unreadable);
    }

    void outputIsLoggedAndTheEndRecorded()
    {
        const pid_t pid = start(plan(u"echo out; echo err >&2; cat; pwd"_s));
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(contents(u"log_0.txt"_s), "out\nerr\n" + QDir(m_folder->path()).canonicalPath().toUtf8() + '\n');
        const auto told = events();
        QCOMPARE(told.outcome, LaunchOutcome::Completed);
        QCOMPARE(told.ranks.size(), 1);
        QCOMPARE(told.ranks[0].exitCode, 0);
        QVERIFY(told.ranks[0].started.isValid() && told.ranks[0].started <= told.ranks[0].ended);
        QVERIFY(told.supervisor && told.supervisor->pid == pid);
        QVERIFY(!told.fromEarlierBoot);
        QCOMPARE(contents(u"state/supervisor.log"_s), QByteArray());
    }

    void lastEventsWaitForRoomOnTheDisk()
    {
        const pid_t pid = start(plan(u"touch up; while [ ! -e go ]; do sleep 0.05; done; exit 7"_s));
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path(u"up"_s)) && !events().ranks.isEmpty(); }, patience));
        const rlim_t full = rlim_t(contents(u"state/events.jsonl"_s).size()) + 40;
        limitFiles(pid, full);
        write(u"go"_s, {});
        QVERIFY(QTest::qWaitFor([&] { return contents(u"state/events.jsonl"_s).size() == qsizetype(full); }, patience));
        QVERIFY(!events().outcome);
        QVERIFY(events().unfinished);
        limitFiles(pid, RLIM_INFINITY);
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QCOMPARE(events().ranks[0].exitCode, 7);
        QVERIFY(!events().unfinished);
        for (const QByteArray &line : contents(u"state/events.jsonl"_s).trimmed().split('\n'))
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }

    void noRankStartsBeforeItsSupervisorIsRecorded()
    {
        const auto plan = this->plan(u"touch up"_s);
        QVERIFY(plan.save(launchFile()));
        const auto begin = [&] {
            struct rlimit before = {};
            getrlimit(RLIMIT_FSIZE, &before);
            limitFiles(0, 0);
            const auto pid = startSupervisor(QStringLiteral(SUPERVISE_PROGRAM), launchFile(),
                                             QProcessEnvironment::systemEnvironment());
            limitFiles(0, before.rlim_cur);
            return pid.value_or(-1);
        };
        const QString file = eventsFile(path(u"state"_s));
        pid_t pid = begin();
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file); }, patience));
        kill(pid, SIGTERM);
        QCOMPARE(waitForEnd(pid), 0);
        QVERIFY(!QFile::exists(path(u"up"_s)));
        QVERIFY(QFile::remove(file));
        pid = begin();
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file); }, patience));
        limitFiles(pid, RLIM_INFINITY);
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
        QVERIFY(QFile::exists(path(u"up"_s)));
    }

    void aPartialTimeMarkIsRemoved()
    {
        QFile log(path(u"log"_s));
        QVERIFY(log.open(QIODevice::ReadWrite));
        log.write("first\n");
        log.flush();
        const QString index = path(u"log.idx"_s);
        TimeIndex(log.handle(), index).markGrowth();
        QFile half(index);
        QVERIFY(half.open(QIODevice::Append));
        half.write("1234567");
        half.close();
        log.write("second\n");
        log.flush();
        TimeIndex(log.handle(), index).markGrowth();
        const auto marks = readTimeIndex(index);
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[0].offset, 6);
        QCOMPARE(marks[1].offset, 13);
        QVERIFY(marks[1].time >= marks[0].time);
        QCOMPARE(QFileInfo(index).size(), 32);
    }

    void aTimeLimitBeyondAllClocksIsIgnored()
    {
        auto plan = this->plan(u"true"_s);
        plan.timeLimitSeconds = 9'223'372'800;
        QCOMPARE(waitForEnd(start(plan)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
    }

    void exitCodesAndSignalsAreRecorded()
    {
        QCOMPARE(waitForEnd(start(plan(u"exit 7"_s))), 0);
        QCOMPARE(events().ranks[0].exitCode, 7);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QCOMPARE(events().firstFailed, 0);

        init();
        QCOMPARE(waitForEnd(start(plan(u"kill -SEGV $$"_s))), 0);
        QVERIFY(!events().ranks[0].exitCode);
        QCOMPARE(events().ranks[0].signal, SIGSEGV);
    }

    void eachRankHasItsPlace()
    {
        auto plan = this->plan(u"echo $RANK $LOCAL_RANK $NODE_RANK $GROUP_RANK $WORLD_SIZE $LOCAL_WORLD_SIZE "
                               "$AZ_BATCHAI_TASK_INDEX $CUDA_VISIBLE_DEVICES; "
                               "echo $MASTER_ADDR $MASTER_PORT $AZ_BATCHAI_PYTORCH_INIT_METHOD $AZ_BATCH_MASTER_NODE; "
                               "echo $PYTHONUNBUFFERED $PYTHONFAULTHANDLER $MINE $NO_PROXY $TORCHELASTIC_ERROR_FILE"_s,
                               2);
        plan.nodeCount = 2;
        plan.logFiles += {path(u"log_2.txt"_s), path(u"log_3.txt"_s)};
        plan.devices = {u"4"_s, u"5"_s, u"6"_s, u"7"_s};
        plan.environment = {{u"MINE"_s, u"a b"_s}, {u"NO_PROXY"_s, u"corp"_s}};
        QCOMPARE(waitForEnd(start(plan)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
        const auto third = contents(u"log_3.txt"_s).split('\n');
        QCOMPARE(third[0], "3 1 1 1 4 2 3 6,7");
        const QByteArray port = third[1].split(' ')[1];
        QVERIFY(port.toInt() > 0);
        QCOMPARE(third[1], "127.0.0.1 " + port + " tcp://127.0.0.1:" + port + " 127.0.0.1:" + port);
        QCOMPARE(third[2], "1 1 a b corp,127.0.0.1,localhost " + path(u"state/errors/rank_3.json"_s).toUtf8());
        const auto first = contents(u"log_0.txt"_s).split('\n');
        QCOMPARE(first[0], "0 0 0 0 4 2 0 4,5");
        QCOMPARE(first[1], third[1]);
    }

    void twoRunsNeverShareAPort()
    {
        std::vector<std::unique_ptr<RankPort>> ports;
        QSet<quint16> numbers;
        for (int run = 0; run < 200; ++run) {
            ports.push_back(std::make_unique<RankPort>());
            numbers.insert(ports.back()->number());
        }
        QCOMPARE(numbers.size(), 200);
        QVERIFY(!numbers.contains(0));
    }

    void aPlainProcessGetsNoRank()
    {
        QCOMPARE(waitForEnd(start(plan(u"echo [$RANK$WORLD_SIZE$LOCAL_RANK$MASTER_PORT] $AZ_BATCHAI_TASK_INDEX"_s))),
                 0);
        QCOMPARE(contents(u"log_0.txt"_s), "[] 0\n");
    }

    void cancelEndsTheWholeTree()
    {
        write(u"crowd.py"_s, crowd + u"while True: time.sleep(60)\n"_s);
        const pid_t pid = start(plan(u"python3 crowd.py; echo never"_s));
        const auto members = crowdMembers(5);
        QCOMPARE(members.size(), 5);
        QCOMPARE(kill(pid, SIGTERM), 0);
        QCOMPARE(waitForEnd(pid), 0);
        QVERIFY(gone(members));
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
        QCOMPARE(events().outcome, LaunchOutcome::Canceled);
        QVERIFY(events().cancelRequested.isValid());
        QVERIFY(!contents(u"log_0.txt"_s).contains("never"));
    }

    void aScriptMaySaveItsWorkBeforeItEnds()
    {
        auto patient = plan(u"trap 'sleep 0.3; echo saved; exit 0' TERM; echo ready; while :; do sleep 0.05; done"_s);
        patient.graceSeconds = 30;
        const pid_t pid = start(patient);
        QTRY_COMPARE_WITH_TIMEOUT(contents(u"log_0.txt"_s), "ready\n", patience);
        QCOMPARE(kill(pid, SIGTERM), 0);
        QCOMPARE(waitForEnd(pid), 0);
        QVERIFY(contents(u"log_0.txt"_s).endsWith("saved\n"));
        QCOMPARE(events().outcome, LaunchOutcome::Canceled);
    }

    void remainingProcessesOfARunAreEnded()
    {
        write(u"crowd.py"_s, crowd);
        const pid_t pid = start(plan(u"python3 crowd.py"_s));
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
        QVERIFY(contents(u"pids"_s).count('\n') > 0);
        QCOMPARE(processesMarked(launchMark(path(u"state"_s))), QList<ProcessKey>());
    }

    void oneFailingRankEndsTheOthers()
    {
        const pid_t pid = start(plan(u"if [ $RANK = 1 ]; then exit 3; fi; exec sleep 600"_s, 3));
        QCOMPARE(waitForEnd(pid), 0);
        const auto told = events();
        QCOMPARE(told.outcome, LaunchOutcome::Failed);
        QCOMPARE(told.firstFailed, 1);
        QCOMPARE(told.ranks.size(), 3);
        QCOMPARE(told.ranks[1].exitCode, 3);
        QCOMPARE(told.ranks[0].signal, SIGTERM);
        QCOMPARE(told.ranks[2].signal, SIGTERM);
    }

    void theLastLineOfEachRankIsKept()
    {
        const QString command = u"printf '10%%\\r50%%\\r100%% of '$RANK'\\n\\n'"_s;
        QCOMPARE(waitForEnd(start(plan(command, 2))), 0);
        QCOMPARE(events().ranks[0].lastLine, u"100% of 0"_s);
        QCOMPARE(events().ranks[1].lastLine, u"100% of 1"_s);
    }

    void killingItsGroupEndsTheRankAlone()
    {
        const pid_t pid = start(plan(u"if [ $RANK = 0 ]; then kill -9 0; fi; sleep 0.2; echo done"_s, 2));
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().ranks[0].signal, SIGKILL);
        QCOMPARE(events().ranks[1].exitCode, 0);
        QCOMPARE(contents(u"log_1.txt"_s), "done\n");
    }

    void theTimeLimitEndsARun()
    {
        auto limited = plan(u"sleep 600"_s);
        limited.timeLimitSeconds = 1;
        QCOMPARE(waitForEnd(start(limited)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::TimedOut);
        QVERIFY(events().timedOut.isValid());
    }

    void aRunOutlivesTheProcessThatStartedIt()
    {
        QVERIFY(plan(u"echo before; while [ ! -e go ]; do sleep 0.05; done; echo after"_s).save(launchFile()));
        QProcess service;
        service.start(QStringLiteral(SUPERVISE_PROGRAM), {u"start"_s, launchFile()});
        QTRY_COMPARE_WITH_TIMEOUT(contents(u"log_0.txt"_s), "before\n", patience);
        service.kill();
        QVERIFY(service.waitForFinished());
        write(u"go"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(events().outcome, LaunchOutcome::Completed, patience);
        QCOMPARE(contents(u"log_0.txt"_s), "before\nafter\n");
    }

    void aRunHasOnlyOneSupervisor()
    {
        const pid_t first = start(plan(u"while [ ! -e go ]; do sleep 0.05; done; echo once"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!events().ranks.isEmpty(), patience);
        QCOMPARE(waitForEnd(start(plan(u"echo twice"_s))), 3);
        write(u"go"_s, {});
        QCOMPARE(waitForEnd(first), 0);
        QCOMPARE(contents(u"log_0.txt"_s), "once\n");
    }

    void processesOfAKilledSupervisorAreFound()
    {
        write(u"crowd.py"_s, crowd + u"while True: time.sleep(60)\n"_s);
        const pid_t pid = start(plan(u"python3 crowd.py; true"_s));
        const auto members = crowdMembers(5);
        QCOMPARE(members.size(), 5);
        ProcessWatch watch(events().supervisor.value());
        QSignalSpy ended(&watch, &ProcessWatch::ended);
        QCOMPARE(kill(pid, SIGKILL), 0);
        QVERIFY(ended.wait(patience));
        QVERIFY(!events().outcome);
        QVERIFY(killMarked(launchMark(path(u"state"_s))));
        for (const ProcessKey &member : members)
            QVERIFY(!isAlive(member));
        QVERIFY(!processKey(pid)); // the watch has reaped the process
    }

    void aCommandThatCannotStartIsReported()
    {
        auto lost = plan(u"true"_s);
        lost.workingFolder = path(u"nowhere"_s);
        QCOMPARE(waitForEnd(start(lost)), 0);
        QCOMPARE(events().ranks[0].exitCode, 126);
        QCOMPARE(contents(u"log_0.txt"_s), "roost: cannot enter the working folder: No such file or directory\n");

        init();
        auto mute = plan(u"true"_s);
        mute.logFiles[0] = path(u"nowhere/log.txt"_s);
        QCOMPARE(waitForEnd(start(mute)), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Failed);
        QVERIFY(events().error.startsWith(u"Cannot write the log "_s));
    }

    void aPlanThatCannotBeReadEndsAtOnce()
    {
        write(u"state/launch.json"_s, u"{}"_s);
        const auto pid = startSupervisor(QStringLiteral(SUPERVISE_PROGRAM), launchFile(), {});
        QVERIFY(pid);
        QCOMPARE(waitForEnd(*pid), 2);
        QCOMPARE(contents(u"state/supervisor.log"_s), "The launch plan lacks its runId, command or stateFolder.\n");
    }

    void theIndexHasTheTimeOfEachWrite()
    {
        const pid_t pid = start(plan(u"echo one; while [ ! -e go ]; do sleep 0.05; done; echo two"_s));
        const QString index = timeIndexFile(path(u"state"_s), path(u"log_0.txt"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!readTimeIndex(index).isEmpty(), patience);
        const TimePoint between = currentTime();
        QTRY_VERIFY(currentTime() > between);
        write(u"go"_s, {});
        QCOMPARE(waitForEnd(pid), 0);
        const auto marks = readTimeIndex(index);
        QCOMPARE(marks.last().offset, 8);
        for (const qint64 offset : {0, 3, 4})
            QVERIFY(writtenAt(marks, offset));
        QVERIFY(*writtenAt(marks, 0) <= between);
        QVERIFY(*writtenAt(marks, 3) <= between);
        QVERIFY(*writtenAt(marks, 4) > between);
        QVERIFY(!writtenAt(marks, 8));
        QCOMPARE(readTimeIndex(index, marks.size() - 1), marks.mid(marks.size() - 1));
    }
};

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"
