// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpuprobe.h"
#include "models/load/nvml.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Roost;
using namespace Roost::Load;
using namespace Qt::StringLiterals;

constexpr int patience = 30000;

class TestGpuProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qputenv(nvmlVariable, FAKE_NVML);
        for (const char *name : {"FAKE_NVML_INIT", "FAKE_NVML_HANGS", "FAKE_NVML_MIG", "FAKE_NVML_PROCESSES"})
            qunsetenv(name);
    }

    void gpusAreRead()
    {
        const auto reading = Nvml().read();
        QCOMPARE(reading.problem, QString());
        QCOMPARE(reading.gpus.size(), 2);
        const GpuLoad first{0, u"Test GPU 24GB"_s, 87, 6LL << 30, 24LL << 30, 215.5, 71};
        QCOMPARE(reading.gpus[0].load, first);
        QCOMPARE(reading.gpus[1].load.index, 1);
        QCOMPARE(reading.gpus[1].uuid, u"GPU-20000000-aaaa"_s);
    }

    void aDividedGpuHasNoUtilization()
    {
        qputenv("FAKE_NVML_MIG", "1");
        const auto reading = Nvml().read();
        QCOMPARE(reading.problem, QString());
        QVERIFY(!reading.gpus.at(0).load.utilizationPercent);
        QCOMPARE(reading.gpus.at(1).load.utilizationPercent, 0);
    }

    void aMissingLibraryIsToldInWords()
    {
        qputenv(nvmlVariable, "/nowhere/libnvidia-ml.so.1");
        const auto reading = Nvml().read();
        QVERIFY(reading.gpus.isEmpty());
        QVERIFY2(reading.problem.contains("/nowhere/libnvidia-ml.so.1"_L1), qPrintable(reading.problem));
    }

    void anErrorOfTheDriverIsToldInWords()
    {
        qputenv("FAKE_NVML_INIT", "9");
        QCOMPARE(Nvml().read().problem,
                 u"GPUs are not measured, because NVIDIA's driver reports: Driver Not Loaded."_s);
    }

    void memoryIsKnownByProcess()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"processes"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // More processes than the first request has room for.
        for (int i = 0; i < 100; ++i)
            file.write("0 " + QByteArray::number(getpid()) + " 1000\n");
        file.write("1 4194304 77\n"); // larger than any number of a process
        file.close();
        qputenv("FAKE_NVML_PROCESSES", file.fileName().toLocal8Bit());
        const auto reading = Nvml().read();
        QCOMPARE(reading.gpus.at(0).processes, (QMap<pid_t, qint64>{{getpid(), 100'000}}));
        QVERIFY2(reading.problem.contains("container"_L1), qPrintable(reading.problem));
    }

    void theProbeAnswersFromItsOwnProcess()
    {
        GpuProbe probe(GPUS_PROGRAM);
        QVERIFY(probe.isRunning());
        for (int i = 0; i < 3; ++i) {
            probe.request();
            const auto reading = probe.wait(patience);
            QVERIFY(reading);
            QCOMPARE(*reading, Nvml().read());
            QVERIFY(!probe.isWaiting());
        }
    }

    void aDriverThatHangsIsNotWaitedFor()
    {
        qputenv("FAKE_NVML_HANGS", "1");
        GpuProbe probe(GPUS_PROGRAM);
        probe.request();
        QVERIFY(!probe.wait(10));
        QVERIFY(probe.isWaiting());
        QVERIFY(!probe.read());
        QVERIFY(probe.isRunning());
    }

    void aProbeThatEndsIsNoticed()
    {
        GpuProbe probe("/bin/false");
        probe.request();
        probe.wait(patience);
        probe.request();
        QVERIFY(!probe.isRunning() || QTest::qWaitFor([&] { return !probe.read() && !probe.isRunning(); }, patience));
    }

    void aRunSeesItsDevices()
    {
        const auto gpus = Nvml().read().gpus;
        QCOMPARE(visibleGpus(gpus, {}).size(), 2);
        QCOMPARE(visibleGpus(gpus, {u"1"_s}).at(0).load.index, 1);
        QCOMPARE(visibleGpus(gpus, {u"GPU-2000"_s}).at(0).load.index, 1);
        QCOMPARE(visibleGpus(gpus, {u"MIG-1"_s}).size(), 2);
    }

    void aReadingSurvivesItsLine()
    {
        GpuReading reading = Nvml().read();
        reading.problem = u"Something."_s;
        reading.gpus[1].processes.insert(12, 34);
        QCOMPARE(readingFrom(toLine(reading)), reading);
        QCOMPARE(readingFrom("{"), GpuReading());
    }
};

QTEST_GUILESS_MAIN(TestGpuProbe)

#include "tst_gpuprobe.moc"
