// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"
#include "models/core/computeload.h"
#include "models/core/systemmetrics.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <algorithm>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Local;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000;
constexpr double megabytes = 300; // that rank 0 holds

// Rank 0 holds memory and sleeps, rank 1 computes; neither logs anything. Rank 1 writes which share of a core it had.
const QByteArray loading = R"py(import os, time
stop = os.environ["STOP_FILE"]
if os.environ["RANK"] == "0":
    held = bytearray(b"x") * 300_000_000
    while not os.path.exists(stop):
        time.sleep(0.1)
else:
    began = time.monotonic()
    while not os.path.exists(stop):
        sum(range(100000))
    with open(stop + ".share", "w") as file:
        file.write(str(100 * time.process_time() / (time.monotonic() - began)))
)py";

} // namespace

/// The load of real ranks and of the machine as clients of the service see it.
class TestSystemMetrics : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    QNetworkAccessManager m_network;
    std::unique_ptr<LocalWorkspaces> m_local;
    std::shared_ptr<Workspace> m_workspace;

    QString folder() const { return m_temporary.filePath(u"workspace"_s); }
    QString stopFile() const { return m_temporary.filePath(u"stop"_s); }

    Job job() const
    {
        const QString code = m_temporary.filePath(u"code"_s);
        QDir().mkpath(code);
        QFile file(code + u"/train.py"_s);
        if (file.open(QIODevice::WriteOnly))
            file.write(loading);
        Job job;
        job.command = u"python train.py"_s;
        job.codePath = code;
        job.experiment = u"load"_s;
        job.environment = {u"AzureML-system-python"_s, u"1"_s, {}, {}};
        job.environmentVariables = {{u"STOP_FILE"_s, stopFile()}};
        job.compute = u"local"_s;
        job.distribution.type = Distribution::Type::PyTorch;
        job.distribution.processesPerNode = 2;
        return job;
    }

    Run runNow(const QString &id) { return waitFor(m_workspace->runHistory()->run(id)).value_or(Run()); }

    QList<MetricPoint> points(const QString &run, const QString &key)
    {
        return waitFor(m_workspace->runHistory()->metric(run, key)).value_or(MetricHistory()).points;
    }

    static double mean(const QList<MetricPoint> &points)
    {
        double sum = 0;
        for (const MetricPoint &point : points)
            sum += point.value;
        return points.isEmpty() ? 0 : sum / double(points.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_temporary.path().toLocal8Bit());
        ServiceSettings settings;
        settings.program = QStringLiteral(ROOSTD_PROGRAM);
        settings.startMs = 60000;
        m_local = std::make_unique<LocalWorkspaces>(&m_network, settings);
        auto made = waitFor(m_local->create(folder(), u"load"_s), 70000);
        QVERIFY2(made, made ? "" : describe(made.error()).constData());
        m_workspace = *made;
    }

    void cleanupTestCase()
    {
        if (m_workspace)
            waitFor(m_local->stop(folder(), true), 60000);
    }

    void whatRanksUseIsKeptWithTheRun()
    {
        ROOST_GET(run, m_workspace->jobs()->submit(job()));
        const QString memory = u"system/rank_0/memory_usage_megabytes"_s;
        const QString processor = u"system/rank_1/cpu_utilization_percentage"_s;
        QTRY_VERIFY_WITH_TIMEOUT(points(run.id, memory).size() >= 3, patience);
        QVERIFY(!isTerminal(runNow(run.id).status)); // the samples arrive while the run is active
        QFile(stopFile()).open(QIODevice::WriteOnly);
        QTRY_COMPARE_WITH_TIMEOUT(runNow(run.id).status, RunStatus::Completed, patience);

        const auto held = points(run.id, memory);
        QVERIFY2(held.last().value > megabytes && held.last().value < megabytes + 60,
                 qPrintable(QString::number(held.last().value)));
        QVERIFY(std::ranges::all_of(points(run.id, u"system/rank_1/memory_usage_megabytes"_s),
                                    [](const MetricPoint &point) { return point.value < 60; }));
        QFile file(stopFile() + u".share"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // On an idle machine both are 100; on a busy one the rank itself knows how much it got.
        const double share = file.readAll().toDouble();
        const double measured = mean(points(run.id, processor));
        QVERIFY2(measured > 20 && qAbs(measured - share) < 25,
                 qPrintable(u"%1 measured, %2 used"_s.arg(measured).arg(share)));
        for (qsizetype i = 0; i < held.size(); ++i) {
            QCOMPARE(held[i].step, i);
            QVERIFY(i == 0 || held[i].timestamp > held[i - 1].timestamp);
        }

        const Run ended = runNow(run.id);
        QVERIFY(ended.resources);
        QVERIFY(double(ended.resources->peakMemory) > megabytes * 1e6);
        QVERIFY(ended.resources->meanProcessorPercent.value_or(0) > 0);
        const QStringList keys = ended.lastMetrics.keys();
        QVERIFY(std::ranges::all_of(keys, SystemMetric::isOne)); // the script logged nothing
        QVERIFY(keys.contains(u"system/cpu_utilization_percentage"_s));
        QVERIFY(keys.contains(u"system/system_memory_usage_megabytes"_s));
    }

    void theMachineIsMeasuredOnDemand()
    {
        ComputeLoad *load = m_workspace->computeLoad();
        QVERIFY(load);
        ROOST_GET(nodes, load->load(u"local"_s));
        QCOMPARE(nodes.size(), 1);
        QVERIFY(nodes[0].cores > 0);
        QVERIFY(nodes[0].processorPercent >= 0 && nodes[0].processorPercent <= 100);
        QVERIFY(nodes[0].memoryUsed > 0 && nodes[0].memoryUsed < nodes[0].memoryTotal);
        QCOMPARE(waitFor(load->load(u"nowhere"_s)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSystemMetrics)

#include "tst_systemmetrics.moc"
