// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/maintenance.h"

#include <QJsonObject>

namespace Roost::Wire {

// The extensions below /roost/v1/maintenance/. A POST of check, backup or trash/empty begins a task and returns its id;
// GET tasks/ID?wait=SECONDS returns when the task is over or the time has passed. A task that failed is answered with
// its error.

QJsonObject taskReply(const QString &id);
QString taskFrom(const QJsonObject &reply);

/// GET tasks/ID. `done` and `total` are bytes; `result` is empty while the task runs.
struct TaskState
{
    bool isRunning = false;
    qint64 done = 0;
    qint64 total = 0;
    QJsonObject result;
};
QJsonObject toJson(const TaskState &state);
TaskState taskStateFrom(const QJsonObject &json);

/// POST check.
QJsonObject checkBody(bool repair);
bool isRepair(const QJsonObject &body);
QJsonObject toJson(const CheckReport &report);
CheckReport checkReportFrom(const QJsonObject &json);

/// POST backup.
QJsonObject backupBody(const QString &folder);
QString backupFolderFrom(const QJsonObject &body);
QJsonObject toJson(const Backup &backup);
Backup backupFrom(const QJsonObject &json);

/// GET trash.
QJsonObject toJson(const QList<DeletedRun> &runs);
QList<DeletedRun> deletedRunsFrom(const QJsonObject &json);

/// POST trash/restore.
QJsonObject restoreBody(const QString &runId);
QString restoredRunFrom(const QJsonObject &body);

/// POST trash/empty; an invalid time means all runs.
QJsonObject emptyTrashBody(const QDateTime &before);
QDateTime emptyTrashTimeFrom(const QJsonObject &body);
QJsonObject toJson(const Reclaimed &reclaimed);
Reclaimed reclaimedFrom(const QJsonObject &json);

} // namespace Roost::Wire
