// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/maintenance.h"

#include "models/wire/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const auto &one : value.toArray())
        list.append(text(one));
    return list;
}

} // namespace

QJsonObject taskReply(const QString &id)
{
    return {{u"task"_s, id}};
}

QString taskFrom(const QJsonObject &reply)
{
    return text(reply.value("task"_L1));
}

QJsonObject toJson(const TaskState &state)
{
    return {{u"isRunning"_s, state.isRunning},
            {u"doneBytes"_s, state.done},
            {u"totalBytes"_s, state.total},
            {u"result"_s, state.result}};
}

TaskState taskStateFrom(const QJsonObject &json)
{
    return {json.value("isRunning"_L1).toBool(), integer(json.value("doneBytes"_L1)),
            integer(json.value("totalBytes"_L1)), json.value("result"_L1).toObject()};
}

QJsonObject checkBody(bool repair)
{
    return {{u"repair"_s, repair}};
}

bool isRepair(const QJsonObject &body)
{
    return body.value("repair"_L1).toBool();
}

QJsonObject toJson(const CheckReport &report)
{
    return {{u"faults"_s, QJsonArray::fromStringList(report.faults)},
            {u"repairs"_s, QJsonArray::fromStringList(report.repairs)}};
}

CheckReport checkReportFrom(const QJsonObject &json)
{
    return {texts(json.value("faults"_L1)), texts(json.value("repairs"_L1))};
}

QJsonObject backupBody(const QString &folder)
{
    return {{u"targetFolder"_s, folder}};
}

QString backupFolderFrom(const QJsonObject &body)
{
    return text(body.value("targetFolder"_L1));
}

QJsonObject toJson(const Backup &backup)
{
    return {{u"targetFolder"_s, backup.folder}, {u"fileCount"_s, backup.files}, {u"bytes"_s, backup.bytes}};
}

Backup backupFrom(const QJsonObject &json)
{
    return {text(json.value("targetFolder"_L1)), integer(json.value("fileCount"_L1)), integer(json.value("bytes"_L1))};
}

QJsonObject toJson(const QList<DeletedRun> &runs)
{
    QJsonArray list;
    for (const DeletedRun &run : runs) {
        list.append(QJsonObject{{u"id"_s, run.id},
                                {u"displayName"_s, run.displayName},
                                {u"experiment"_s, run.experiment},
                                {u"deletedUtc"_s, fromUtc(run.deleted)},
                                {u"bytes"_s, run.bytes}});
    }
    return {{u"runs"_s, list}};
}

QList<DeletedRun> deletedRunsFrom(const QJsonObject &json)
{
    QList<DeletedRun> runs;
    for (const auto &value : json.value("runs"_L1).toArray()) {
        const QJsonObject run = value.toObject();
        runs.append({text(run.value("id"_L1)), text(run.value("displayName"_L1)), text(run.value("experiment"_L1)),
                     utc(run.value("deletedUtc"_L1)), integer(run.value("bytes"_L1))});
    }
    return runs;
}

QJsonObject restoreBody(const QString &runId)
{
    return {{u"run"_s, runId}};
}

QString restoredRunFrom(const QJsonObject &body)
{
    return text(body.value("run"_L1));
}

QJsonObject emptyTrashBody(const QDateTime &before)
{
    QJsonObject body;
    put(body, u"before"_s, fromUtc(before));
    return body;
}

QDateTime emptyTrashTimeFrom(const QJsonObject &body)
{
    return utc(body.value("before"_L1));
}

QJsonObject toJson(const Reclaimed &reclaimed)
{
    return {{u"runCount"_s, reclaimed.runs}, {u"bytes"_s, reclaimed.bytes}, {u"keptCount"_s, reclaimed.kept}};
}

Reclaimed reclaimedFrom(const QJsonObject &json)
{
    return {int(integer(json.value("runCount"_L1))), integer(json.value("bytes"_L1)),
            int(integer(json.value("keptCount"_L1)))};
}

} // namespace Roost::Wire
