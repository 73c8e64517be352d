// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/distribution.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/launch/launchplan.h"
#include "models/supervisor/ranks/rankenvironment.h"
#include "models/wire/azureml/history.h"
#include "models/wire/azureml/job.h"

#include <QJsonObject>
#include <QTest>

using namespace Roost;
using namespace Roost::Service::Jobs;
using namespace Roost::Service::Launch;
using namespace Roost::Supervision;
using namespace Qt::StringLiterals;

/// What each type of distribution does in every room between the form and the ranks. A new type needs a row of the
/// table in models/core/distribution.cpp, and passes here.
class TestDistributions : public QObject
{
    Q_OBJECT

    static constexpr int nodes = 2;
    static constexpr int processes = 3;

    static LaunchPlan planOf(Distribution::Type type)
    {
        const RunFolder folder{u"/runs/one"_s};
        LaunchPlan plan;
        plan.runId = u"one"_s;
        plan.command = u"python train.py"_s;
        plan.stateFolder = folder.state();
        plan.distribution = {type, processes};
        plan.nodeCount = nodes;
        plan.logFiles = folder.driverLogs(plan.distribution, plan.processCount());
        plan.masterAddress = u"node-0"_s;
        if (traitsOf(type).starter == RankStarter::Mpirun)
            plan.launcherLog = folder.mpiLog();
        return plan;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Distribution::Type>("type");
        for (const Distribution::Type type : distributionTypes())
            QTest::newRow(qPrintable(toWord(type))) << type;
    }

    void thePlanKeepsTheType()
    {
        QFETCH_GLOBAL(Distribution::Type, type);
        const LaunchPlan plan = planOf(type);
        QCOMPARE(plan.processCount(), nodes * processes);
        QCOMPARE(plan.logFiles.size(), nodes * processes);
        const auto read = LaunchPlan::fromJson(plan.toJson());
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QCOMPARE(*read, plan);
    }

    void mpirunNeedsALogOfItsOwn()
    {
        QFETCH_GLOBAL(Distribution::Type, type);
        LaunchPlan plan = planOf(type);
        plan.launcherLog.clear();
        QCOMPARE(LaunchPlan::fromJson(plan.toJson()).has_value(), traitsOf(type).starter == RankStarter::Supervisor);
    }

    void ranksKnowTheirPlace()
    {
        QFETCH_GLOBAL(Distribution::Type, type);
        const StringMap variables = rankEnvironment(planOf(type), 4, 1234, {});
        QCOMPARE(variables.value(u"RANK"_s), u"4"_s);
        QCOMPARE(variables.value(u"WORLD_SIZE"_s), u"6"_s);
        QCOMPARE(variables.value(u"LOCAL_RANK"_s), u"1"_s);
        QCOMPARE(variables.value(u"LOCAL_WORLD_SIZE"_s), u"3"_s);
        QCOMPARE(variables.value(u"NODE_RANK"_s), u"1"_s);
        QCOMPARE(variables.value(u"MASTER_ADDR"_s), u"node-0"_s);
        QCOMPARE(variables.value(u"MASTER_PORT"_s), u"1234"_s);
        const bool isMpi = traitsOf(type).starter == RankStarter::Mpirun;
        QCOMPARE(variables.value(u"OMPI_COMM_WORLD_RANK"_s), isMpi ? u"4"_s : QString());
    }

    void theProtocolKeepsTheType()
    {
        QFETCH_GLOBAL(Distribution::Type, type);
        const Distribution distribution{type, processes};
        QCOMPARE(Wire::distributionFrom(Wire::toJson(distribution)), distribution);
        Job job;
        job.distribution = distribution;
        job.instanceCount = nodes;
        const QJsonObject definition = Wire::runDefinition(job);
        QVERIFY(!definition[u"framework"].toString().isEmpty());
        QVERIFY(!definition[u"communicator"].toString().isEmpty());
        // One of the two blocks has the number of processes.
        const bool isMpi = traitsOf(type).starter == RankStarter::Mpirun;
        QCOMPARE(definition[u"mpi"][u"processCountPerNode"].toInt(), isMpi ? processes : 1);
        QCOMPARE(definition[u"pyTorch"][u"processCount"].toInt(), isMpi ? 0 : nodes * processes);
    }

    // A job without ranks is told apart by the absence of all this.
    void aSingleProcessHasNoRank()
    {
        const LaunchPlan plan = planOf(Distribution::Type::None);
        QCOMPARE(plan.processCount(), 1);
        QVERIFY(plan.logFiles.first().endsWith(u"/70_driver_log.txt"_s));
        const StringMap variables = rankEnvironment(plan, 0, 1234, {});
        for (const auto &name : {u"RANK"_s, u"WORLD_SIZE"_s, u"LOCAL_RANK"_s, u"MASTER_ADDR"_s})
            QVERIFY(!variables.contains(name));
        QVERIFY(Wire::toJson(Distribution{}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDistributions)
#include "tst_distributions.moc"
