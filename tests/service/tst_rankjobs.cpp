// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/logpath.h"
#include "models/service/environments/interpreter.h"
#include "models/service/launch/launchplan.h"
#include "models/service/store/assets/computestore.h"
#include "tests/service/jobsfixture.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QStandardPaths>

#include <csignal>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Environments;
using namespace Roost::Service::Jobs;
using namespace Roost::Process;
using namespace Roost::Service::Launch;
using namespace Roost::Service::Store;

/// Jobs of several ranks: how the service launches them, and which part of the machine each rank receives.
class TestRankJobs : public JobsFixture
{
    Q_OBJECT

private Q_SLOTS:
    // The variables of PyTorch, and those that Azure adds.
    void ranksOfPyTorchConnect_data()
    {
        QTest::addColumn<QByteArray>("way");
        QTest::newRow("env") << "'gloo'"_ba;
        QTest::newRow("azure") << "'gloo', init_method=os.environ['AZ_BATCHAI_PYTORCH_INIT_METHOD'], "
                                  "rank=int(os.environ['AZ_BATCHAI_TASK_INDEX']), world_size=2"_ba;
    }

    void ranksOfPyTorchConnect()
    {
        QFETCH(const QByteArray, way);
        const auto python = inspectInterpreter(systemPython());
        QVERIFY2(python && !python->packages.filter(QRegularExpression(u"^torch "_s)).isEmpty(),
                 "python3-torch is of packaging/buildroot.packages");
        write(path(u"ws/code/ddp/train.py"_s), "import os, torch, torch.distributed as dist\n"
                                               "dist.init_process_group(" +
                                                   way +
                                                   ")\n"
                                                   "t = torch.tensor([dist.get_rank() + 1.0])\n"
                                                   "dist.all_reduce(t)\n"
                                                   "print(dist.get_rank(), dist.get_world_size(), t.item())\n");
        const QString id = submit(
            u"python train.py"_s, [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; }, u"ddp"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        // torch prints more if its ranks exit one after the other.
        for (const QString &rank : {u"0"_s, u"1"_s}) {
            const QByteArray log = driverLog(id, u'_' + rank);
            QVERIFY2(log.startsWith(QByteArray(rank.toUtf8() + " 2 3.0\n")), log.constData());
        }
    }

    // The launcher exits before the process that starts a rank can report its end, so the error that the rank itself
    // has written is used.
    void theLogOfARankCountsWithoutAReport()
    {
        const QString id =
            submit(u"if [ $RANK = 1 ]; then python3 -c 'raise ValueError(\"no birds\")'; kill -9 $(ps -o ppid= -p "
                   "$PPID); fi; sleep 600"_s,
                   [](Job &job) { job.distribution = {Distribution::Type::Mpi, 2}; });
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"Rank 1: ValueError: no birds"_s);
        QVERIFY(record(id).cause);
        QCOMPARE(record(id).cause->certainty, FirstCause::Certainty::Inferred);
    }

    void mpiRunsAreAdoptedAndHaveALauncherLog()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"mpirun"_s).isEmpty(),
                 "openmpi-bin is of packaging/buildroot.packages");
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
            // gdb shows the system call, py-spy the function, and the kernel the location at which the thread waits.
            QVERIFY2(text.contains("sleep") || text.contains("waits_for_ever"), text.constData());
        }
        QVERIFY(m_jobs->cancel(id));
        ROOST_REACHES(id, RunStatus::Canceled);
        QCOMPARE(m_jobs->takeStacks(id).error().kind, ErrorKind::Conflict);
        QCOMPARE(m_jobs->takeStacks(u"nobody"_s).error().kind, ErrorKind::NotFound);
    }

    void torchrunUsesAFileWithoutLibuv()
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

    void torchrunStartsAndItsRanksAreReported()
    {
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

    void torchrunsOfTwoNodesConnect()
    {
        open(8);
        Compute compute;
        compute.name = u"pair"_s;
        compute.type = u"AmlCompute"_s;
        compute.maxNodes = 2;
        compute.state = ProvisioningState::Succeeded;
        QVERIFY(ComputeStore(m_store->database()).save(compute));
        write(path(u"ws/code/abc/train.py"_s), "import torch.distributed as dist\n"
                                               "dist.init_process_group('gloo')\n"
                                               "print(dist.get_rank(), dist.get_world_size())\n");
        const QString id = submit(
            u"torchrun --nnodes 2 --nproc_per_node 1 --node_rank $NODE_RANK --master_addr "
            "$MASTER_ADDR --master_port $MASTER_PORT train.py"_s,
            [](Job &job) {
                job.compute = u"pair"_s;
                job.instanceCount = 2;
                job.distribution = {Distribution::Type::PyTorch, 1};
            },
            u"abc"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        const QByteArrayList logs{driverLog(id, u"_0"_s), driverLog(id, u"_1"_s)};
        QVERIFY2(logs.join().contains("0 2\n") && logs.join().contains("1 2\n"), logs.join().constData());
    }

    void gpusAreAllocatedOneByOne()
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
            // The test itself may run with a limit.
            job.environmentVariables = {{u"OMP_NUM_THREADS"_s, u"3"_s}};
        };
        const QString wide = submit(tells, twoRanks);
        QVERIFY(QTest::qWaitFor([&] { return !driverLog(wide, u"_1"_s).isEmpty(); }, patience));
        const QString narrow =
            submit(tells, [](Job &job) { job.environmentVariables = {{u"OMP_NUM_THREADS"_s, u"1"_s}}; });
        QVERIFY(QTest::qWaitFor([&] { return !driverLog(narrow).isEmpty(); }, patience));
        QCOMPARE(driverLog(wide, u"_0"_s), "0,1 0 3\n"); // two of four processors
        QCOMPARE(driverLog(wide, u"_1"_s), "0,1 1 3\n");
        QCOMPARE(driverLog(narrow), "2 1\n");
        write(path(u"go"_s), {});
        ROOST_REACHES(wide, RunStatus::Completed);
        ROOST_REACHES(narrow, RunStatus::Completed);
    }

    void onlyGpusVisibleToTheServiceAreAllocated()
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
};

QTEST_GUILESS_MAIN(TestRankJobs)
#include "tst_rankjobs.moc"
