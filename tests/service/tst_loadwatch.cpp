// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadsample.h"
#include "models/load/nvml.h"
#include "tests/service/filelimit.h"
#include "tests/service/launchfixture.h"

#include <csignal>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Launch;
using namespace Roost::Process;
using namespace Roost::Load;
using namespace Qt::StringLiterals;

constexpr qint64 megabyte = 1024 * 1024;

class TestLoadWatch : public LaunchFixture
{
    Q_OBJECT

    QList<LoadSample> samples() const
    {
        QList<LoadSample> read;
        for (const QByteArray &line : contents(u"state/load.jsonl"_s).split('\n')) {
            if (const auto sample = sampleFrom(line))
                read += *sample;
        }
        return read;
    }

    // Returns whether a sample for which `wanted` is true is written.
    bool waitForSample(const std::function<bool(const LoadSample &)> &wanted) const
    {
        return QTest::qWaitFor([&] { return std::ranges::any_of(samples(), wanted); }, patience);
    }

    LaunchPlan sampledPlan(const QString &command, int ranks = 1, int intervalMs = 200) const
    {
        auto plan = this->plan(command, ranks);
        plan.sampleIntervalMs = intervalMs;
        return plan;
    }

private Q_SLOTS:
    void init()
    {
        makeFolder();
        for (const char *name : {nvmlVariable, "FAKE_NVML_HANGS", "FAKE_NVML_PROCESSES"})
            qunsetenv(name);
    }

    void eachRankIsMeasured()
    {
        write(u"load.py"_s, u"import os, time\n"
                            "if os.environ['RANK'] == '0':\n"
                            "    held = bytearray(b'x') * (300 << 20)\n"
                            "    time.sleep(1000)\n"
                            "while True: pass\n"_s);
        const pid_t pid = start(sampledPlan(u"exec python3 load.py"_s, 2));
        QVERIFY(waitForSample([](const LoadSample &sample) {
            return sample.ranks.size() == 2 && sample.ranks[0].memory > 300 * megabyte &&
                   sample.ranks[0].memory < 340 * megabyte && sample.ranks[1].memory < 50 * megabyte &&
                   sample.ranks[1].processorPercent > 10 && sample.ranks[0].processorPercent < 10;
        }));
        kill(pid, SIGTERM);
        QCOMPARE(waitForEnd(pid), 0);
        const auto all = samples();
        QVERIFY(std::ranges::is_sorted(all, {}, [](const LoadSample &sample) { return sample.node.time; }));
        QVERIFY(all.last().node.memoryTotal > 300 * megabyte);
    }

    void nothingIsSampledUnlessWanted()
    {
        const pid_t pid = start(sampledPlan(u"sleep 0.1"_s, 1, 0));
        QCOMPARE(waitForEnd(pid), 0);
        QVERIFY(!QFile::exists(path(u"state/load.jsonl"_s)));
    }

    void samplesSurviveAKill()
    {
        const pid_t pid = start(sampledPlan(u"sleep 1000"_s, 1, 20));
        QVERIFY(QTest::qWaitFor([&] { return samples().size() > 5; }, patience));
        kill(pid, SIGKILL);
        waitForEnd(pid);
        const QByteArray text = contents(u"state/load.jsonl"_s);
        QCOMPARE(text.count('\n'), samples().size());
    }

    void aFullDiskCostsSamplesButNoLine()
    {
        const pid_t pid = start(sampledPlan(u"sleep 1000"_s, 1, 20));
        QVERIFY(QTest::qWaitFor([&] { return !samples().isEmpty(); }, patience));
        const rlim_t full = rlim_t(contents(u"state/load.jsonl"_s).size()) + 4000;
        limitFiles(pid, full);
        QVERIFY(QTest::qWaitFor([&] { return contents(u"state/load.jsonl"_s).size() == qsizetype(full); }, patience));
        limitFiles(pid, RLIM_INFINITY);
        QVERIFY(
            QTest::qWaitFor([&] { return contents(u"state/load.jsonl"_s).size() > qsizetype(full) + 4000; }, patience));
        kill(pid, SIGTERM);
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(contents(u"state/load.jsonl"_s).count('\n'), samples().size());
    }

    void gpuMemoryIsAttributedToRanks()
    {
        qputenv(nvmlVariable, FAKE_NVML);
        qputenv("FAKE_NVML_PROCESSES", path(u"processes"_s).toLocal8Bit());
        auto plan = sampledPlan(u"if [ $RANK = 1 ]; then echo 1 $BASHPID 5000 > processes; fi; sleep 1000"_s, 2);
        plan.devices = {u"1"_s};
        const pid_t pid = start(plan);
        QVERIFY(waitForSample([](const LoadSample &sample) {
            return sample.node.gpus.size() == 1 && sample.node.gpus[0].index == 1 && sample.ranks.size() == 2 &&
                   sample.ranks[0].gpuMemory.isEmpty() && sample.ranks[1].gpuMemory == QMap<int, qint64>{{1, 5000}};
        }));
        kill(pid, SIGTERM);
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Canceled);
        QCOMPARE(events().unkillable, 0);
    }

    void aDriverThatHangsIsToldOnceAndHoldsNothingUp()
    {
        qputenv(nvmlVariable, FAKE_NVML);
        qputenv("FAKE_NVML_HANGS", "1");
        const pid_t pid = start(sampledPlan(u"while [ ! -e go ]; do sleep 0.05; done"_s));
        QVERIFY(QTest::qWaitFor([&] { return samples().size() > 1; }, patience));
        write(u"go"_s, {});
        QCOMPARE(waitForEnd(pid), 0);
        QCOMPARE(events().outcome, LaunchOutcome::Completed);
        const auto all = samples();
        QVERIFY(all[0].node.gpus.isEmpty());
        QVERIFY(!all[0].notice.isEmpty());
        QCOMPARE(all[1].notice, QString());
    }
};

QTEST_GUILESS_MAIN(TestLoadWatch)

#include "tst_loadwatch.moc"
