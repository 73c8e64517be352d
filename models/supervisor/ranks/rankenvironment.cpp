// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/ranks/rankenvironment.h"

#include "models/service/launch/launchplan.h"

#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Supervision {

using namespace Service::Launch;

namespace {

// Adds the loopback addresses to the list, so that requests from a script to the service do not use the site's proxy.
QString withLoopback(QString list)
{
    for (const auto &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        if (!list.split(u',').contains(host))
            list += (list.isEmpty() ? QString() : u","_s) + host;
    }
    return list;
}

// Returns the GPUs of a node. The nodes of a run share this machine but not its GPUs. If there are fewer GPUs than
// nodes, every node sees all GPUs.
QStringList devicesOfNode(const LaunchPlan &plan, int node)
{
    const auto each = plan.devices.size() / plan.nodeCount;
    return each > 0 ? plan.devices.mid(node * each, each) : plan.devices;
}

} // namespace

StringMap inheritedEnvironment()
{
    StringMap variables;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        variables[name] = environment.value(name);
    return variables;
}

StringMap rankEnvironment(const LaunchPlan &plan, int rank, quint16 port, const StringMap &inherited)
{
    StringMap environment;
    const auto byDefault = [&](const QString &name, const QString &value) {
        if (!inherited.contains(name))
            environment[name] = value;
    };
    environment[u"PYTHONUNBUFFERED"_s] = u"1"_s;
    byDefault(u"PYTHONFAULTHANDLER"_s, u"1"_s);
    // Some builds of PyTorch have no libuv and reject a TCP store unless this variable disables libuv. All builds have
    // the other store, which is sufficient for the ranks of one machine. torchrun itself needs more variables:
    // jobs/torchrunsettings.h.
    byDefault(u"USE_LIBUV"_s, u"0"_s);
    const int processes = plan.processCount();
    if (processes > 1)
        // MKL and OpenBLAS also use this variable if their own variables are not set.
        byDefault(u"OMP_NUM_THREADS"_s, QString::number(std::max(1, QThread::idealThreadCount() / processes)));
    const int perNode = plan.distribution.processesPerNode;
    if (!plan.devices.isEmpty())
        environment[u"CUDA_VISIBLE_DEVICES"_s] = devicesOfNode(plan, rank / perNode).join(u',');
    environment.insert(plan.environment);
    environment[u"ROOST_LAUNCH"_s] = plan.stateFolder;

    for (const auto &name : {u"NO_PROXY"_s, u"no_proxy"_s})
        environment[name] = withLoopback(environment.value(name, inherited.value(name)));
    const QString master = plan.masterAddress;
    const QString portText = QString::number(port);
    environment[u"AZ_BATCHAI_TASK_INDEX"_s] = QString::number(rank);
    environment[u"AZ_BATCH_MASTER_NODE"_s] = master + u':' + portText;
    environment[u"TORCHELASTIC_ERROR_FILE"_s] = errorFile(plan.stateFolder, rank);
    if (!plan.distribution.isDistributed())
        return environment;

    environment[u"AZ_BATCHAI_PYTORCH_INIT_METHOD"_s] = u"tcp://"_s + master + u':' + portText;
    environment[u"MASTER_ADDR"_s] = master;
    environment[u"MASTER_PORT"_s] = portText;
    environment[u"RANK"_s] = QString::number(rank);
    environment[u"WORLD_SIZE"_s] = QString::number(processes);
    environment[u"LOCAL_RANK"_s] = QString::number(rank % perNode);
    environment[u"LOCAL_WORLD_SIZE"_s] = QString::number(perNode);
    environment[u"NODE_RANK"_s] = QString::number(rank / perNode);
    environment[u"GROUP_RANK"_s] = QString::number(rank / perNode);
    if (traitsOf(plan.distribution.type).starter != RankStarter::Mpirun)
        return environment;
    // Scripts for Azure read the names of Open MPI, whichever MPI is used.
    byDefault(u"OMPI_COMM_WORLD_RANK"_s, environment[u"RANK"_s]);
    byDefault(u"OMPI_COMM_WORLD_SIZE"_s, environment[u"WORLD_SIZE"_s]);
    byDefault(u"OMPI_COMM_WORLD_LOCAL_RANK"_s, environment[u"LOCAL_RANK"_s]);
    byDefault(u"OMPI_COMM_WORLD_LOCAL_SIZE"_s, environment[u"LOCAL_WORLD_SIZE"_s]);
    return environment;
}

} // namespace Roost::Supervision
