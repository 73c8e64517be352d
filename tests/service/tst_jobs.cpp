// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/logpath.h"
#include "models/service/environments/interpreter.h"
#include "models/service/jobs/jobs.h"
#include "models/service/jobs/kernelkills.h"
#include "models/service/launch/eventlog.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/memorygroup.h"
#include "models/service/launch/supervisor.h"
#include "models/service/store/computestore.h"
#include "models/service/store/runstore.h"
#include "models/service/store/store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <memory>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Service;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 90000;

Job jobOf(const QString &command, const QString &name = {})
{
    Job job;
    job.name = name;
    job.command = command;
    return job;
}

} // namespace

#define ROOST_REACHES(id, wanted)                                                                                      \
    QVERIFY2(QTest::qWaitFor([&] { return record(id).status == (wanted); }, patience), told(id).constData())

class TestJobs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Jobs> m_jobs;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString runPath(const QString &id, const QString &name) const { return path(u"ws/runs/%1/%2"_s.arg(id, name)); }

    static QByteArray contents(const QString &file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static void write(const QString &file, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    QByteArray driverLog(const QString &id, const QString &rank = {}) const
    {
        return contents(runPath(id, u"azureml-logs/70_driver_log%1.txt"_s.arg(rank)));
    }

    void open(int cores = 2, QStringList gpus = {}, bool start = true)
    {
        m_jobs.reset();
        m_store.reset();
        const auto folder = WorkspaceFolder::create(path(u"ws"_s), u"birds"_s);
        QVERIFY(folder);
        auto store = Store::open(*folder);
        QVERIFY(store);
        m_store = std::move(*store);
        Jobs::Settings settings;
        settings.serviceProgram = QStringLiteral(SUPERVISE_PROGRAM);
        settings.machine = Machine{cores, 0, std::move(gpus)};
        settings.graceSeconds = 1;
        m_jobs = std::make_unique<Jobs>(*m_store, settings);
        if (start)
            m_jobs->start(u"http://127.0.0.1:1234"_s, u"secret-token"_s);
    }

    QString submit(const QString &command, const std::function<void(Job &)> &change = {}, const QString &code = {})
    {
        Job job;
        job.command = command;
        job.experiment = u"tests"_s;
        if (change)
            change(job);
        const auto made = m_jobs->submit(job, code);
        if (!made)
            qWarning("%s", qUtf8Printable(made.error().text));
        return made ? made->job.name : QString();
    }

    JobRecord record(const QString &id) const { return m_jobs->find(id).value_or(JobRecord{}); }

    QByteArray told(const QString &id) const
    {
        const auto now = record(id);
        return (toWord(now.status) + u": " + now.errorText + now.queueReason).toUtf8() + "\n" + driverLog(id);
    }

    StringMap properties(const QString &id) const
    {
        return m_store->database()
            .read([&](Connection &connection) -> Result<StringMap> {
                return Runs::properties(connection, record(id).seq);
            })
            .value_or(StringMap{});
    }

    static QList<Phase> phases(const JobRecord &record)
    {
        QList<Phase> list;
        for (const PhaseTimes &times : record.phases)
            list += times.phase;
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void cleanup()
    {
        // No test leaves processes, however it ended.
        if (m_store) {
            const auto runs = QDir(m_store->folder().runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QString &run : runs)
                killMarked(launchMark(m_store->folder().run(run) + u"/state"_s));
        }
        m_jobs.reset();
        m_store.reset();
    }

    void aRunGoesThroughItsPhases()
    {
        write(path(u"ws/code/abc/train.py"_s), "import os, sys\n"
                                               "open('outputs/model.pt', 'w').write('weights')\n"
                                               "open('logs/events', 'w').write('x')\n"
                                               "print(sys.argv[1:], os.path.basename(os.getcwd()))\n");
        write(path(u"ws/code/abc/lib/util.py"_s), "pass\n");
        const QString id = submit(
            u"python train.py --lr ${{inputs.lr}} $AZ_BATCHAI_TASK_INDEX"_s,
            [](Job &job) {
                job.name = u"run-a"_s;
                job.displayName = u"first try"_s;
                job.description = u"why not"_s;
                job.inputs = {{u"lr"_s, u"0.1"_s}};
                job.tags = {{u"team"_s, u"birds"_s}};
            },
            u"abc"_s);
        QCOMPARE(id, u"run-a"_s);
        QCOMPARE(record(id).status, RunStatus::NotStarted);
        ROOST_REACHES(id, RunStatus::Completed);

        const auto done = record(id);
        QCOMPARE(phases(done), (QList{Phase::Preparing, Phase::Scaling, Phase::Running, Phase::PostProcessing}));
        for (const PhaseTimes &times : done.phases)
            QVERIFY(times.entered.isValid() && times.left >= times.entered);
        QCOMPARE(done.ranks.size(), 1);
        QCOMPARE(done.ranks[0].exitCode, 0);
        QVERIFY(done.started.isValid() && done.ended >= done.started);
        QCOMPARE(done.errorText, QString());
        QCOMPARE(driverLog(id), "['--lr', '0.1', '0'] snapshot\n");
        QCOMPARE(contents(runPath(id, u"outputs/model.pt"_s)), "weights");
        QCOMPARE(contents(runPath(id, u"logs/events"_s)), "x");
        QVERIFY(QFile::exists(runPath(id, u"snapshot/lib/util.py"_s)));
        QVERIFY(contents(runPath(id, u"azureml-logs/20_image_build_log.txt"_s)).startsWith("The python of this"));
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"0"_s);
        QVERIFY(properties(id).value(u"roost.phases"_s).contains(u"PostProcessing"_s));
        QCOMPARE(m_jobs->activeCount(), 0);
        QCOMPARE(m_jobs->slotsInUse(), 0);
    }

    void scriptsFindWhereToLog()
    {
        const QString id = submit(u"echo $MLFLOW_TRACKING_URI $MLFLOW_TRACKING_TOKEN $MLFLOW_RUN_ID "
                                  "$MLFLOW_EXPERIMENT_NAME $AZUREML_RUN_ID $AZUREML_ARM_WORKSPACE_NAME $MINE"_s,
                                  [](Job &job) {
                                      job.name = u"env"_s;
                                      job.environmentVariables = {{u"MINE"_s, u"yes"_s}};
                                  });
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(driverLog(id), "http://127.0.0.1:1234 secret-token env tests env birds yes\n");
        // Nothing in the folder of the workspace tells the token but what the script itself wrote.
        QVERIFY(!contents(runPath(id, u"state/launch.json"_s)).contains("secret-token"));
    }

    void whatCannotBeIsRefusedAtOnce()
    {
        const auto refuse = [this](const std::function<void(Job &)> &change) {
            Job job;
            job.command = u"true"_s;
            change(job);
            const auto made = m_jobs->submit(job, {});
            return made ? u"accepted"_s : made.error().text;
        };
        QVERIFY(refuse([](Job &job) { job.command = u" "_s; }).contains(u"no command"_s));
        QVERIFY(refuse([](Job &job) { job.name = u"../x"_s; }) != u"accepted"_s);
        QVERIFY(refuse([](Job &job) { job.command = u"echo ${{inputs.gone}}"_s; }).contains(u"no input \"gone\""_s));
        QVERIFY(refuse([](Job &job) { job.compute = u"nowhere"_s; }).contains(u"no compute \"nowhere\""_s));
        QVERIFY(!m_jobs->submit(jobOf(u"true"_s), u"../secrets"_s));
        QVERIFY(
            refuse([](Job &job) { job.instanceCount = 2; }).startsWith(u"The job asks for 2 nodes, and \"local\""_s));
        const auto crowded = [](Job &job) { job.distribution = {Distribution::Type::Mpi, 1000}; };
        QCOMPARE(refuse(crowded),
                 u"The job asks for 1000 processes on a node, and a node of \"local\" takes 64 at most."_s);
        open(8, {u"A"_s, u"B"_s});
        const auto wide = [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 3}; };
        QVERIFY(refuse(wide).contains(u"3 processes on a node, and a node of \"local\" has 2 GPUs"_s));
        const QString id = submit(u"true"_s, [](Job &job) { job.name = u"twice"_s; });
        const auto again = m_jobs->submit(jobOf(u"true"_s, id), {});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        ROOST_REACHES(id, RunStatus::Completed);
    }

    void failuresNameTheRankAndTheCause()
    {
        const QString id = submit(u"python -c 'import no_such_module'"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"Rank 0: ModuleNotFoundError: No module named 'no_such_module'"_s);
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"1"_s);

        const QString distributed = submit(u"if [ $RANK = 1 ]; then echo boom; kill -KILL $$; fi; sleep 600"_s,
                                           [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; });
        ROOST_REACHES(distributed, RunStatus::Failed);
        QCOMPARE(record(distributed).errorText, u"Rank 1 was ended by SIGKILL; the machine may have run out of "
                                                "memory: boom"_s);
        QCOMPARE(record(distributed).ranks.size(), 2);
        QCOMPARE(driverLog(distributed, u"_1"_s), "boom\n");
        QCOMPARE(properties(distributed).value(u"roost.exitCode"_s), u"137"_s);

        const QString late = submit(u"sleep 600"_s, [](Job &job) { job.timeoutSeconds = 1; });
        ROOST_REACHES(late, RunStatus::Failed);
        QCOMPARE(record(late).errorText, u"The run was ended after 1 s, its time limit."_s);
    }

    void theFirstCauseIsKeptWithTheRun()
    {
        // Rank 0 really loses its connection to rank 1, which really breaks.
        write(path(u"break.py"_s), "import os, socket, struct, time\n"
                                   "rank, port = int(os.environ['RANK']), int(os.environ['MASTER_PORT'])\n"
                                   "if rank == 0:\n"
                                   "    server = socket.create_server(('127.0.0.1', port))\n"
                                   "    peer, _ = server.accept()\n"
                                   "    peer.recv(1)\n"
                                   "while True:\n"
                                   "    try:\n"
                                   "        peer = socket.create_connection(('127.0.0.1', port))\n"
                                   "        break\n"
                                   "    except ConnectionRefusedError:\n"
                                   "        time.sleep(0.02)\n"
                                   "peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))\n"
                                   "raise ValueError('learning rate must be positive')\n");
        const QString id = submit(u"exec python3 %1"_s.arg(path(u"break.py"_s)),
                                  [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; });
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"Rank 1: ValueError: learning rate must be positive"_s);
        const auto cause = record(id).cause;
        QVERIFY(cause);
        QCOMPARE(cause->first().rank, 1);
        QCOMPARE(cause->followers, QList<int>{0});
        const EvidenceLine line = cause->first().evidence[cause->first().headline];
        QCOMPARE(line.path, u"azureml-logs/70_driver_log_1.txt"_s);
        QVERIFY(contents(runPath(id, line.path)).sliced(line.offset).startsWith("ValueError: "));
        QVERIFY(properties(id).contains(u"roost.cause"_s));
        const auto tags = m_store->database().read(
            [&](Connection &connection) -> Result<StringMap> { return Runs::tags(connection, record(id).seq); });
        QVERIFY(tags);
        QCOMPARE(tags->value(u"roost.cause"_s), record(id).errorText);
        QCOMPARE(tags->value(u"roost.cause.kind"_s), u"exception"_s);
        QCOMPARE(tags->value(u"roost.cause.rank"_s), u"1"_s);
    }

    void aJobSubmittedAgainKeepsNothingOfTheEarlierRun()
    {
        const QString id = submit(u"true"_s, [](Job &job) {
            job.tags = {{u"roost.cause"_s, u"Rank 1: ValueError"_s}, {u"note"_s, u"good"_s}};
            job.properties = {
                {u"roost.exitCode"_s, u"7"_s},
                {u"roost.phases"_s, u"[{\"phase\":\"Preparing\",\"enteredUtc\":\"2001-01-01T00:00:00.000Z\"}]"_s}};
        });
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(record(id).phases.first().entered >= record(id).created);
        const auto tags = m_store->database().read(
            [&](Connection &connection) -> Result<StringMap> { return Runs::tags(connection, record(id).seq); });
        QVERIFY(tags);
        QVERIFY(!tags->contains(u"roost.cause"_s));
        QCOMPARE(tags->value(u"note"_s), u"good"_s);
    }

    void theKernelSaysWhomItKilled()
    {
        const QDateTime boot = QDateTime::currentDateTimeUtc();
        const auto kill = kernelKillIn("3,999,5000123,-;Out of memory: Killed process 4711 (python3) total-vm:9kB\n "
                                       "SUBSYSTEM=x\n",
                                       boot);
        QVERIFY(kill);
        QCOMPARE(kill->time, boot.addMSecs(5000));
        QCOMPARE(kill->words, u"Out of memory: Killed process 4711 (python3) total-vm:9kB"_s);
        QVERIFY(kernelKillIn("3,1,7,-;Memory cgroup out of memory: Killed process 1 (a)", boot));
        for (const auto *other :
             {"", ";", "3,1,7,-;usb 1-1: new device", "3,1,x,-;Out of memory: Killed process 1 (a)"})
            QVERIFY(!kernelKillIn(other, boot));
        QCOMPARE(kill->pid, 4711);
    }

    void theKernelsWordsGoWithOneProcess()
    {
        const QDateTime at = QDateTime::currentDateTimeUtc();
        const KernelKill first{at, 11, u"first"_s};
        const KernelKill second{at.addSecs(1), 22, u"second"_s};
        const auto words = [](const QList<KernelKill> &kills, const QList<KilledProcess> &processes) {
            QStringList list;
            for (const auto &kill : killsOf(kills, processes))
                list += kill ? kill->words : u"-"_s;
            return list;
        };
        // By number, however late it was gone, and never those of another.
        QCOMPARE(words({first, second}, {{22, at.addSecs(20)}, {11, at}}), (QStringList{u"second"_s, u"first"_s}));
        QCOMPARE(words({first}, {{22, at}, {11, at.addSecs(2)}}), (QStringList{u"-"_s, u"first"_s}));
        // By the moment, where the number is that of a process below the rank.
        QCOMPARE(words({first, second}, {{5, at.addMSecs(900)}, {6, at}}), (QStringList{u"second"_s, u"first"_s}));
        QCOMPARE(words({first}, {{5, at}, {6, at}}), (QStringList{u"first"_s, u"-"_s}));
        QCOMPARE(words({first}, {{5, at.addSecs(60)}}), QStringList{u"-"_s});
    }

    void aGroupOfItsOwnCountsWhatTheKernelKilled()
    {
        write(path(u"own"_s), "1:cpu:/other\n0::/job/step\n");
        const QString group = path(u"groups/job/step"_s);
        const QByteArray self = QByteArray::number(getpid()) + '\n';
        write(group + u"/cgroup.procs"_s, self);
        write(group + u"/memory.events"_s, "low 0\noom 2\noom_kill 2\noom_group_kill 0\n");
        MemoryGroup own(path(u"groups"_s), path(u"own"_s));
        QVERIFY(own.isOwn());
        QCOMPARE(own.newKills(), 0);
        write(group + u"/memory.events"_s, "oom_kill 5\n");
        QCOMPARE(own.newKills(), 3);
        QCOMPARE(own.newKills(), 0);
        QVERIFY(QFile::remove(group + u"/memory.events"_s));
        QCOMPARE(own.newKills(), 0);
        QVERIFY(!MemoryGroup(path(u"groups"_s), path(u"own"_s)).isOwn());

        write(group + u"/memory.events"_s, "oom_kill 5\n");
        write(group + u"/cgroup.procs"_s, "1\n" + self);
        QVERIFY(!MemoryGroup(path(u"groups"_s), path(u"own"_s)).isOwn());
        QVERIFY(!MemoryGroup(path(u"groups"_s), path(u"nowhere"_s)).isOwn());
    }

    void anEnvironmentThatCannotBeMadeFailsTheRun()
    {
        const QString id = submit(u"true"_s, [](Job &job) { job.environment.image = u"registry.example/cuda:12"_s; });
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(record(id).errorText.contains(u"podman or docker"_s));
        QVERIFY(contents(runPath(id, u"azureml-logs/20_image_build_log.txt"_s)).contains("podman or docker"));
        QCOMPARE(phases(record(id)), QList{Phase::Preparing});
    }

    void cancelEndsWhatRuns()
    {
        const QString id = submit(u"trap '' TERM; echo up; while :; do sleep 1; done"_s);
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id) == "up\n"; }, patience));
        QCOMPARE(record(id).status, RunStatus::Running);
        QCOMPARE(m_jobs->slotsInUse(), 1);
        const auto removed = m_jobs->remove(id);
        QVERIFY(!removed && removed.error().kind == ErrorKind::Conflict);
        QVERIFY(m_jobs->cancel(id));
        ROOST_REACHES(id, RunStatus::Canceled);
        QCOMPARE(record(id).ranks[0].signal, SIGKILL);
        QCOMPARE(processesMarked(launchMark(m_store->folder().run(id) + u"/state"_s)), QList<ProcessKey>());
        QCOMPARE(m_jobs->slotsInUse(), 0);
        QCOMPARE(m_jobs->cancel(id), Result<bool>(false));
        QCOMPARE(m_jobs->cancel(u"unknown"_s).error().kind, ErrorKind::NotFound);
    }

    void runsWaitForSlotsAndSayWhy()
    {
        const QString until = u"while [ ! -e %1 ]; do sleep 0.05; done"_s;
        const auto two = [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; };
        const QString first = submit(until.arg(path(u"go1"_s)));
        const QString second = submit(until.arg(path(u"go2"_s)), two);
        const QString third = submit(u"true"_s);
        ROOST_REACHES(first, RunStatus::Running);
        ROOST_REACHES(second, RunStatus::Queued);
        ROOST_REACHES(third, RunStatus::Queued); // a free slot, but not past the one before it
        QCOMPARE(record(second).queueReason, u"Waiting for free slots: 1 of 2 in use, this run needs 2."_s);
        QVERIFY(record(third).queueReason.startsWith(u"Waiting for the runs before it"_s));
        QCOMPARE(properties(second).value(u"roost.queueReason"_s), record(second).queueReason);

        QVERIFY(m_jobs->cancel(third));
        ROOST_REACHES(third, RunStatus::Canceled);
        QCOMPARE(record(third).queueReason, QString());
        write(path(u"go1"_s), {});
        ROOST_REACHES(first, RunStatus::Completed);
        ROOST_REACHES(second, RunStatus::Running);
        QCOMPARE(record(second).queueReason, QString());
        write(path(u"go2"_s), {});
        ROOST_REACHES(second, RunStatus::Completed);
    }

    void aRunLargerThanTheMachineRunsAlone()
    {
        const QString id = submit(u"true"_s, [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 5}; });
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(record(id).ranks.size(), 5);
    }

    void ranksOfPyTorchMeet()
    {
        const auto python = inspectInterpreter(systemPython());
        if (!python || python->packages.filter(QRegularExpression(u"^torch "_s)).isEmpty())
            QSKIP("this machine's python has no torch");
        write(path(u"ws/code/ddp/train.py"_s),
              "import os, torch, torch.distributed as dist\n"
              "dist.init_process_group('gloo')\n"
              "t = torch.tensor([dist.get_rank() + 1.0])\n"
              "dist.all_reduce(t)\n"
              "print(dist.get_rank(), dist.get_world_size(), t.item())\n"
              "dist.destroy_process_group()\n"
              "dist.init_process_group('gloo', init_method=os.environ['AZ_BATCHAI_PYTORCH_INIT_METHOD'],\n"
              "    rank=int(os.environ['AZ_BATCHAI_TASK_INDEX']), world_size=2)\n"
              "dist.barrier()\n"
              "print('again')\n");
        const QString id = submit(
            u"python train.py"_s, [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; }, u"ddp"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        // torch has more to say when its ranks leave one after the other.
        for (const QString &rank : {u"0"_s, u"1"_s}) {
            const QByteArray log = driverLog(id, u'_' + rank);
            QVERIFY2(log.startsWith(QByteArray(rank.toUtf8() + " 2 3.0\n")) && log.contains("again\n"),
                     log.constData());
        }
    }

    void mpiRunsAreAdoptedAndHaveALogOfTheirOwn()
    {
        if (QStandardPaths::findExecutable(u"mpirun"_s).isEmpty())
            QSKIP("this machine has no mpirun");
        const QString until =
            u"echo rank $RANK; while [ ! -e %1 ]; do sleep 0.05; done; exit $RANK"_s.arg(path(u"go"_s));
        const QString id = submit(until, [](Job &job) { job.distribution = {Distribution::Type::Mpi, 2}; });
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id, u"_1"_s) == "rank 1\n"; }, patience));
        open();
        write(path(u"go"_s), {});
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).ranks.size(), 2);
        QCOMPARE(record(id).ranks[0].exitCode, 0);
        QCOMPARE(record(id).ranks[1].exitCode, 1);
        QCOMPARE(record(id).ranks[1].lastLine, u"rank 1"_s);
        QVERIFY(QFileInfo::exists(runPath(id, u"azureml-logs/70_mpi_log.txt"_s)));
    }

    void stacksOfRanksAreWrittenOnRequest()
    {
        write(path(u"ws/code/hang/train.py"_s), "import time\ndef waits_for_ever():\n    print('here', flush=True)\n   "
                                                " time.sleep(600)\nwaits_for_ever()\n");
        const QString id = submit(
            u"python3 train.py"_s, [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; }, u"hang"_s);
        for (const QString &rank : {u"_0"_s, u"_1"_s})
            QVERIFY(QTest::qWaitFor([&] { return driverLog(id, rank) == "here\n"; }, patience));
        const auto files = m_jobs->takeStacks(id);
        QVERIFY2(files, files ? "" : qPrintable(files.error().text));
        QCOMPARE(files->size(), 2);
        for (const QString &file : *files) {
            const QByteArray text = contents(runPath(id, file));
            // gdb names the system call, py-spy the function, the kernel where the thread waits.
            QVERIFY2(text.contains("sleep") || text.contains("waits_for_ever"), text.constData());
        }
        QVERIFY(m_jobs->cancel(id));
        ROOST_REACHES(id, RunStatus::Canceled);
        QCOMPARE(m_jobs->takeStacks(id).error().kind, ErrorKind::Conflict);
        QCOMPARE(m_jobs->takeStacks(u"nobody"_s).error().kind, ErrorKind::NotFound);
    }

    void computesLimitTheirNodes()
    {
        open(8);
        Compute compute;
        compute.name = u"small"_s;
        compute.type = u"AmlCompute"_s;
        compute.maxNodes = 1;
        compute.state = ProvisioningState::Succeeded;
        QVERIFY(ComputeStore(m_store->database()).save(compute));
        const auto on = [](const QString &name) { return [name](Job &job) { job.compute = name; }; };
        const QString until = u"while [ ! -e %1 ]; do sleep 0.05; done"_s.arg(path(u"go"_s));
        const QString first = submit(until, on(u"small"_s));
        const QString second = submit(u"true"_s, on(u"small"_s));
        const QString local = submit(u"true"_s, on(u"local"_s));
        ROOST_REACHES(second, RunStatus::Queued);
        ROOST_REACHES(local, RunStatus::Completed);
        QCOMPARE(record(second).queueReason, u"Waiting for nodes of small: 1 of 1 in use, this run needs 1."_s);
        QCOMPARE(m_jobs->busyNodes(u"small"_s), 1);
        write(path(u"go"_s), {});
        ROOST_REACHES(first, RunStatus::Completed);
        ROOST_REACHES(second, RunStatus::Completed);
        Job wide = jobOf(u"true"_s);
        wide.compute = u"small"_s;
        wide.instanceCount = 2;
        const auto large = m_jobs->submit(wide, {});
        QVERIFY(!large && large.error().text.contains(u"has 1 at most"_s));
    }

    void torchrunIsToldWhatItsBuildLacks()
    {
        const QString shows = u"echo [$PET_RDZV_BACKEND $PET_RDZV_CONF]; true torchrun"_s;
        const auto with = [this](const QByteArray &library) {
            write(path(u"lib/torch/__init__.py"_s), "raise RuntimeError('nobody is to load it')\n");
            write(path(u"lib/torch/lib/libtorch_cpu.so"_s), library);
            return [this](Job &job) { job.environmentVariables = {{u"PYTHONPATH"_s, path(u"lib"_s)}}; };
        };
        const QString lacking = submit(shows, with("\0\0LibUV TCPStore implementation missing\0"_ba));
        ROOST_REACHES(lacking, RunStatus::Completed);
        QCOMPARE(driverLog(lacking), "[c10d store_type=file]\n");
        const QString complete = submit(shows, with("\0\0use_libuv\0"_ba));
        ROOST_REACHES(complete, RunStatus::Completed);
        QCOMPARE(driverLog(complete), "[ ]\n");
        const QString plain = submit(u"echo [$PET_RDZV_BACKEND]"_s, with("LibUV TCPStore implementation missing"));
        ROOST_REACHES(plain, RunStatus::Completed);
        QCOMPARE(driverLog(plain), "[]\n");
    }

    void torchrunStartsAndItsRanksAreTold()
    {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, u"import torch.distributed.run"_s});
        if (!python.waitForFinished(patience) || python.exitCode() != 0)
            QSKIP("There is no PyTorch here.");
        write(path(u"ws/code/abc/train.py"_s), "import os, sys\n"
                                               "import torch.distributed as dist\n"
                                               "dist.init_process_group('gloo')\n"
                                               "dist.barrier()\n"
                                               "print('together', dist.get_world_size(), flush=True)\n"
                                               "if sys.argv[1:] == [os.environ['RANK']]:\n"
                                               "    raise KeyError('no such bird')\n"
                                               "dist.barrier()\n");
        const QString start = u"torchrun --nproc-per-node=2 --log-dir logs/torchrun --redirects 3 %1 train.py %2"_s;
        const QString well = submit(start.arg(QString(), QString()), {}, u"abc"_s);
        ROOST_REACHES(well, RunStatus::Completed);
        QStringList ranks;
        QDirIterator logs(runPath(well, u"logs"_s), {u"stdout.log"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (logs.hasNext()) {
            const QString path = QDir(runPath(well, {})).relativeFilePath(logs.next());
            QVERIFY2(rankOfLog(path), qUtf8Printable(path));
            ranks += QString::number(*rankOfLog(path));
            QCOMPARE(contents(logs.filePath()), "together 2\n");
        }
        ranks.sort();
        QCOMPARE(ranks, (QStringList{u"0"_s, u"1"_s}));

        const QString broken = submit(start.arg(u"--standalone"_s, u"1"_s), {}, u"abc"_s);
        ROOST_REACHES(broken, RunStatus::Failed);
        const auto cause = record(broken).cause;
        QVERIFY2(cause && !cause->isTie(), told(broken).constData());
        QCOMPARE(cause->first().rank, 1);
        QVERIFY2(record(broken).errorText.contains(u"no such bird"), told(broken).constData());
    }

    void gpusAreGivenOutOneByOne()
    {
        open(8, {u"A"_s, u"B"_s});
        const QString until =
            u"echo $CUDA_VISIBLE_DEVICES; while [ ! -e %1 ]; do sleep 0.05; done"_s.arg(path(u"go"_s));
        const QString first = submit(until);
        const QString second = submit(until);
        QVERIFY(QTest::qWaitFor([&] { return !driverLog(first).isEmpty() && !driverLog(second).isEmpty(); }, patience));
        QCOMPARE((QSet{driverLog(first), driverLog(second)}), (QSet<QByteArray>{"0\n", "1\n"}));
        write(path(u"go"_s), {});
        ROOST_REACHES(first, RunStatus::Completed);
        ROOST_REACHES(second, RunStatus::Completed);
    }

    void aRunHasOnlyItsShareOfTheMachine()
    {
        open(8, {u"A"_s, u"B"_s, u"C"_s, u"D"_s});
        const QString tells = u"echo $CUDA_VISIBLE_DEVICES $LOCAL_RANK $OMP_NUM_THREADS; while [ ! -e %1 ]; do sleep "
                              "0.05; done"_s.arg(path(u"go"_s));
        const auto twoRanks = [](Job &job) {
            job.distribution.type = Distribution::Type::PyTorch;
            job.distribution.processesPerNode = 2;
            // The test itself may run under a limit.
            job.environmentVariables = {{u"OMP_NUM_THREADS"_s, u"3"_s}};
        };
        const QString wide = submit(tells, twoRanks);
        QVERIFY(QTest::qWaitFor([&] { return !driverLog(wide, u"_1"_s).isEmpty(); }, patience));
        const QString narrow =
            submit(tells, [](Job &job) { job.environmentVariables = {{u"OMP_NUM_THREADS"_s, u"1"_s}}; });
        QVERIFY(QTest::qWaitFor([&] { return !driverLog(narrow).isEmpty(); }, patience));
        QCOMPARE(driverLog(wide, u"_0"_s), "0,1 0 3\n"); // of four
        QCOMPARE(driverLog(wide, u"_1"_s), "0,1 1 3\n");
        QCOMPARE(driverLog(narrow), "2 1\n");
        write(path(u"go"_s), {});
        ROOST_REACHES(wide, RunStatus::Completed);
        ROOST_REACHES(narrow, RunStatus::Completed);
    }

    void onlyGpusThatTheServiceMaySeeAreGivenOut()
    {
        for (const auto *bus : {"0000:01:00.0", "0000:02:00.0", "0000:03:00.0"})
            write(path(u"root/proc/driver/nvidia/gpus/%1/information"_s.arg(QString::fromLatin1(bus))),
                  "Model: \t NVIDIA T4\n");
        const auto devices = [this](const std::optional<QString> &visible) {
            const Machine machine = thisMachine(path(u"root"_s), visible);
            QStringList names;
            for (int gpu = 0; gpu < machine.gpus.size(); ++gpu)
                names += machine.device(gpu);
            return names.join(u',');
        };
        QCOMPARE(devices(std::nullopt), u"0,1,2"_s);
        QCOMPARE(devices(u"2, 0"_s), u"2,0"_s);
        QCOMPARE(devices(u"1,-1,2"_s), u"1"_s);
        QCOMPARE(devices(u"7"_s), QString());
        QCOMPARE(devices(QString()), QString());
        QCOMPARE(devices(u"GPU-8932f937-d72c,MIG-1"_s), u"GPU-8932f937-d72c,MIG-1"_s);
        QCOMPARE(thisMachine(path(u"root"_s), u"1"_s).gpus, QStringList{u"NVIDIA T4"_s});
    }

    void threadsOfRanksAreSharedOut()
    {
        LaunchPlan plan;
        plan.distribution.type = Distribution::Type::PyTorch;
        plan.distribution.processesPerNode = 2;
        const auto threads = [&plan](const StringMap &inherited) {
            return rankEnvironment(plan, 0, 1, inherited).value(u"OMP_NUM_THREADS"_s);
        };
        const int cores = QThread::idealThreadCount();
        QCOMPARE(threads({}), QString::number(std::max(1, cores / 2)));
        QCOMPARE(threads({{u"OMP_NUM_THREADS"_s, u"7"_s}}), QString()); // stays as it is
        plan.environment = {{u"OMP_NUM_THREADS"_s, u"5"_s}};
        QCOMPARE(threads({}), u"5"_s);
        plan.environment = {};
        plan.distribution.processesPerNode = 2 * cores;
        QCOMPARE(threads({}), u"1"_s);
        plan.distribution = {};
        QCOMPARE(threads({}), QString()); // one process may have them all
    }

    void aNewServiceAdoptsWhatRuns()
    {
        const QString until = u"echo up; while [ ! -e %1 ]; do sleep 0.05; done; echo down; exit %2"_s;
        const QString running = submit(until.arg(path(u"go"_s)).arg(0));
        const QString finished = submit(until.arg(path(u"gone"_s)).arg(4));
        const QString waiting = submit(u"echo late"_s);
        ROOST_REACHES(running, RunStatus::Running);
        ROOST_REACHES(finished, RunStatus::Running);
        ROOST_REACHES(waiting, RunStatus::Queued);

        m_jobs.reset(); // as a crash would: nobody is told, nothing is written
        write(path(u"gone"_s), {});
        const QString events = eventsFile(runPath(finished, u"state"_s));
        QVERIFY(QTest::qWaitFor([&] { return readEvents(events).outcome.has_value(); }, patience));

        open();
        ROOST_REACHES(finished, RunStatus::Failed);
        QCOMPARE(record(finished).errorText, u"Rank 0 exited with code 4: down"_s);
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
        QVERIFY(m_jobs->cancel(id)); // before it begins: the wish is in the database
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

    void aSupervisorThatDoesNotComeUpFailsTheRun()
    {
        m_jobs.reset();
        Jobs::Settings settings;
        settings.serviceProgram = u"/bin/false"_s;
        m_jobs = std::make_unique<Jobs>(*m_store, settings);
        m_jobs->start({}, {});
        const QString id = submit(u"true"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY(record(id).errorText.startsWith(u"The supervisor of the run did not come up"_s));
    }

    void removingTakesTheFolderToo()
    {
        const QString id = submit(u"echo x > outputs/x"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(QDir(m_store->folder().run(id)).exists());
        QVERIFY(m_jobs->remove(id));
        QVERIFY(!QDir(m_store->folder().run(id)).exists());
        QCOMPARE(m_jobs->find(id).error().kind, ErrorKind::NotFound);
        QCOMPARE(QDir(m_store->folder().runs()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void changesAreTold()
    {
        const qint64 before = m_store->changes().revision();
        QSignalSpy changed(m_jobs.get(), &Jobs::changed);
        const QString id = submit(u"true"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(m_store->changes().wait(before, std::chrono::milliseconds(0)).topics.contains(u"runs/"_s + id));
        QVERIFY(changed.count() >= 4);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
