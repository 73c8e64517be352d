// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchplan.h"
#include "models/supervisor/ranks/rankenvironment.h"

#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Roost;
using namespace Roost::Service::Launch;
using namespace Roost::Supervision;
using namespace Qt::StringLiterals;

/// The variables of ranks that do not depend on the type of the distribution; tst_distributions has the others.
class TestRankEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsAreDividedAmongRanks()
    {
        LaunchPlan plan;
        plan.distribution.type = Distribution::Type::PyTorch;
        plan.distribution.processesPerNode = 2;
        const auto threads = [&plan](const StringMap &inherited) {
            return rankEnvironment(plan, 0, 1, inherited).value(u"OMP_NUM_THREADS"_s);
        };
        const int cores = QThread::idealThreadCount();
        QCOMPARE(threads({}), QString::number(std::max(1, cores / 2)));
        QCOMPARE(threads({{u"OMP_NUM_THREADS"_s, u"7"_s}}), QString()); // the value of the job is unchanged
        plan.environment = {{u"OMP_NUM_THREADS"_s, u"5"_s}};
        QCOMPARE(threads({}), u"5"_s);
        plan.environment = {};
        plan.distribution.processesPerNode = 2 * cores;
        QCOMPARE(threads({}), u"1"_s);
        plan.distribution = {};
        QCOMPARE(threads({}), QString()); // a single process may use all threads
    }

    void nodesDivideTheGpus()
    {
        LaunchPlan plan;
        plan.distribution = {Distribution::Type::PyTorch, 2};
        plan.nodeCount = 2;
        const auto devices = [&plan](int rank) {
            return rankEnvironment(plan, rank, 1, {}).value(u"CUDA_VISIBLE_DEVICES"_s);
        };
        QCOMPARE(devices(0), QString());
        plan.devices = {u"0"_s, u"1"_s, u"2"_s, u"3"_s};
        QCOMPARE(devices(1), u"0,1"_s);
        QCOMPARE(devices(2), u"2,3"_s);
        plan.devices = {u"5"_s};
        QCOMPARE(devices(3), u"5"_s);
    }

    void aProxyOfTheSiteIsNotUsedForTheService()
    {
        const LaunchPlan plan;
        const StringMap variables = rankEnvironment(plan, 0, 1, {{u"NO_PROXY"_s, u"intranet,localhost"_s}});
        QCOMPARE(variables.value(u"NO_PROXY"_s), u"intranet,localhost,127.0.0.1"_s);
        QCOMPARE(variables.value(u"no_proxy"_s), u"127.0.0.1,localhost"_s);
    }
};

QTEST_APPLESS_MAIN(TestRankEnvironment)
#include "tst_rankenvironment.moc"
