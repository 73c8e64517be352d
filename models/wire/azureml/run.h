// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/core/run.h"
#include "models/core/workspace.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// jobs/NAME of the resource manager. roost.exitCode, roost.queueReason, roost.phases, roost.ranks and roost.cause are
/// properties of it; times of start and end, and the error, are not part of this resource.
QJsonObject jobResource(const Run &run, const Job &job, const WorkspaceId &workspace);
Run runFromJob(const QJsonObject &resource);
/// jobResource() of a job that was submitted as `body`, with the parts that the service stores unchanged.
QJsonObject submittedJobResource(const Run &run, const Job &job, const WorkspaceId &workspace, const QByteArray &body,
                                 bool isArchived);

/// Run history's run. `experimentId` may be empty.
QJsonObject historyRun(const Run &run, const QString &experimentId = {});
/// Run history's details: historyRun() plus the address of each log.
QJsonObject runDetails(const Run &run, const QList<FileRef> &logs);
/// Reads both of the above.
Run runFromHistory(const QJsonObject &json);
/// The container of the run's files: "dcid.RUN"; for a reused step of a pipeline the container of the original run.
/// Empty in details.
QString dataContainerOf(const QJsonObject &historyRun);
/// The experiment's id in run history's run; empty in details.
QString experimentIdOf(const QJsonObject &historyRun);

/// One run combined from two replies: the job states the request, run history its progress and outcome.
Run merged(Run job, const Run &history);

} // namespace Roost::Wire
