// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchplan.h"

#include "models/files/containedfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

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

int LaunchPlan::processCount() const
{
    return distribution.processCount(nodeCount);
}

QByteArray LaunchPlan::toJson() const
{
    QJsonObject variables;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        variables[it.key()] = it.value();
    const QJsonObject object{
        {u"runId"_s, runId},
        {u"command"_s, command},
        {u"workingFolder"_s, workingFolder},
        {u"stateFolder"_s, stateFolder},
        {u"environment"_s, variables},
        {u"distribution"_s, toWord(distribution.type)},
        {u"processesPerNode"_s, distribution.processesPerNode},
        {u"nodeCount"_s, nodeCount},
        {u"logFiles"_s, QJsonArray::fromStringList(logFiles)},
        {u"launcherLog"_s, launcherLog},
        {u"masterAddress"_s, masterAddress},
        {u"devices"_s, QJsonArray::fromStringList(devices)},
        {u"graceSeconds"_s, graceSeconds},
        {u"timeLimitSeconds"_s, timeLimitSeconds},
    };
    return QJsonDocument(object).toJson();
}

Result<LaunchPlan> LaunchPlan::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(ErrorKind::Unreadable, u"The launch plan is not a JSON object: "_s + problem.errorString());
    const auto object = document.object();
    LaunchPlan plan;
    plan.runId = object[u"runId"].toString();
    plan.command = object[u"command"].toString();
    plan.workingFolder = object[u"workingFolder"].toString();
    plan.stateFolder = object[u"stateFolder"].toString();
    const auto variables = object[u"environment"].toObject();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        plan.environment[it.key()] = it.value().toString();
    plan.distribution.type =
        distributionFromWord(object[u"distribution"].toString()).value_or(Distribution::Type::None);
    plan.distribution.processesPerNode = object[u"processesPerNode"].toInt(1);
    plan.nodeCount = object[u"nodeCount"].toInt(1);
    for (const auto &file : object[u"logFiles"].toArray())
        plan.logFiles += file.toString();
    plan.launcherLog = object[u"launcherLog"].toString();
    plan.masterAddress = object[u"masterAddress"].toString();
    for (const auto &device : object[u"devices"].toArray())
        plan.devices += device.toString();
    plan.graceSeconds = object[u"graceSeconds"].toInt(10);
    plan.timeLimitSeconds = object[u"timeLimitSeconds"].toInteger();

    if (plan.runId.isEmpty() || plan.command.isEmpty() || plan.stateFolder.isEmpty())
        return failure(ErrorKind::Rejected, u"The launch plan lacks its runId, command or stateFolder."_s);
    if (plan.nodeCount < 1 || plan.distribution.processesPerNode < 1)
        return failure(ErrorKind::Rejected, u"The launch plan asks for no process at all."_s);
    if (traitsOf(plan.distribution.type).starter == RankStarter::Mpirun && plan.launcherLog.isEmpty())
        return failure(ErrorKind::Rejected, u"The launch plan of a run under mpirun lacks its launcherLog."_s);
    if (plan.logFiles.size() != plan.processCount()) {
        return failure(ErrorKind::Rejected,
                       u"The launch plan names %1 log files for %2 processes."_s.arg(plan.logFiles.size())
                           .arg(plan.processCount()));
    }
    return plan;
}

Result<void> LaunchPlan::save(const QString &file) const
{
    const QFileInfo info(file);
    // The plan contains the variables of the run, including secrets.
    const auto written = Files::ContainedFolder(info.absolutePath()).write(info.fileName(), toJson(), 0600);
    if (!written)
        return failure(ErrorKind::Failed, u"Cannot write %1: %2"_s.arg(file, written.error().text));
    return {};
}

Result<LaunchPlan> LaunchPlan::load(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, u"Cannot read %1: %2."_s.arg(file, in.errorString()));
    return fromJson(in.readAll());
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

StringMap inheritedEnvironment()
{
    StringMap variables;
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys())
        variables[name] = environment.value(name);
    return variables;
}

QString launchFile(const QString &stateFolder)
{
    return stateFolder + u"/launch.json"_s;
}

QByteArray launchMark(const QString &stateFolder)
{
    return "ROOST_LAUNCH=" + stateFolder.toLocal8Bit();
}

QString errorFile(const QString &stateFolder, int rank)
{
    return stateFolder + u"/errors/rank_%1.json"_s.arg(rank);
}

} // namespace Roost::Service::Launch
