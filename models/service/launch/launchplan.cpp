// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchplan.h"

#include "models/files/containedfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

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
        {u"sampleIntervalMs"_s, sampleIntervalMs},
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
    plan.sampleIntervalMs = object[u"sampleIntervalMs"].toInt(plan.sampleIntervalMs);

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
