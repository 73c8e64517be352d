// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/nodesampler.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Load;
using namespace Qt::StringLiterals;

class TestNodeSampler : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_root.filePath(name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void writeCounters(const QByteArray &cpu, const QByteArray &sectors, const QByteArray &bytes) const
    {
        write(u"proc/stat"_s, "cpu  " + cpu + "\ncpu0 1 0 0 0 0 0 0 0 0 0\ncpu1 1 0 0 0 0 0 0 0 0 0\nintr 5 6\n");
        write(u"proc/diskstats"_s,
              "   8 0 sda 10 0 " + sectors + " 0 10 0 " + sectors + " 0 0 0 0\n" +
                  "   8 1 sda1 10 0 99999 0 10 0 99999 0 0 0 0\n 7 0 loop0 1 0 5 0 1 0 5 0 0 0 0\n");
        write(u"proc/net/dev"_s, "Inter-|   Receive |  Transmit\n face |bytes packets|bytes\n    lo: 777 1 0 0 0 0 0 0 "
                                 "777 1 0 0 0 0 0 0\n  eth0:" +
                                     bytes + " 1 0 0 0 0 0 0 " + bytes +
                                     " 1 0 0 0 0 0 0\n docker0: 500 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0\n");
    }

private Q_SLOTS:
    void init()
    {
        write(u"proc/meminfo"_s, "MemTotal:       16000 kB\nMemFree:         1000 kB\nMemAvailable:    6000 kB\n");
        write(u"sys/block/sda/device/model"_s, "disk");
        write(u"sys/class/net/eth0/device/vendor"_s, "1");
        // user nice system idle iowait irq softirq steal guest guest_nice
        writeCounters("100 0 100 700 100 0 0 0 50 0", "1000", "2000");
    }

    void whatHappenedSinceTheLastSampleIsMeasured()
    {
        NodeSampler sampler(m_root.path(), m_root.path());
        writeCounters("160 0 110 720 105 0 0 5 99 0", "3000", "9000");
        const auto load = sampler.sample();
        QCOMPARE(load.cores, 2);
        QCOMPARE(load.processorPercent, 75.); // 75 of 100 ticks: neither idle nor waiting for a disk
        QCOMPARE(load.memoryTotal, 16000 * 1024);
        QCOMPARE(load.memoryUsed, 10000 * 1024);
        QVERIFY(load.diskUsed > 0 && load.diskTotal > load.diskUsed);
        // Only the disk and the interface count that are devices; the times of both rates are the same.
        QVERIFY(load.diskReadRate > 0);
        QCOMPARE(load.diskReadRate, load.diskWriteRate);
        QVERIFY(qAbs(load.networkReceiveRate / load.diskReadRate - 7000. / (2000 * 512)) < 1e-9);
        QCOMPARE(sampler.networkReceived(), 7000);
        QCOMPARE(sampler.networkSent(), 7000);
    }

    void countersThatStartAgainAreNoLoad()
    {
        NodeSampler sampler(m_root.path(), m_root.path());
        writeCounters("1 0 1 7 1 0 0 0 0 0", "10", "20");
        const auto load = sampler.sample();
        QCOMPARE(load.processorPercent, 0.);
        QCOMPARE(load.diskReadRate, 0.);
        QCOMPARE(load.networkSendRate, 0.);
    }

    void inAContainerAllInterfacesCount()
    {
        QVERIFY(QDir(m_root.filePath(u"sys/class"_s)).removeRecursively());
        NodeSampler sampler(m_root.path(), m_root.path());
        writeCounters("160 0 110 720 105 0 0 5 99 0", "3000", "9000");
        sampler.sample();
        QCOMPARE(sampler.networkReceived(), 7000);
    }

    void missingFilesAreUnknownValues()
    {
        NodeSampler sampler(u"/nowhere"_s, u"/nowhere"_s);
        const auto load = sampler.sample();
        QCOMPARE(load.memoryUsed, -1);
        QCOMPARE(load.diskTotal, -1);
        QCOMPARE(load.networkReceiveRate, -1.);
        QCOMPARE(load.diskReadRate, -1.);
    }

    void thisMachineIsMeasured()
    {
        NodeSampler sampler(u"/"_s);
        const auto load = sampler.sample();
        QCOMPARE(load.cores, QThread::idealThreadCount());
        QVERIFY(load.memoryUsed > 0 && load.memoryUsed < load.memoryTotal);
        QVERIFY(!load.node.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNodeSampler)

#include "tst_nodesampler.moc"
