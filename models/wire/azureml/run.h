// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/logpath.h"
#include "models/core/run.h"
#include "models/core/workspace.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns jobs/NAME of the resource manager. roost.exitCode, roost.queueReason, roost.phases, roost.ranks and
/// roost.cause are among its properties. The resource does not contain the times of start and end, and the error.
QJsonObject jobResource(const Run &run, const Job &job, const WorkspaceId &workspace);
Run runFromJob(const QJsonObject &resource);
/// Returns jobResource() of a job that was submitted as `body`, with the parts that the service stores unchanged.
QJsonObject submittedJobResource(const Run &run, const Job &job, const WorkspaceId &workspace, const QByteArray &body,
                                 bool isArchived);

/// Returns the run in the form of run history. `experimentId` may be empty.
QJsonObject historyRun(const Run &run, const QString &experimentId = {});
/// Returns the details of run history: historyRun() plus the address of each log.
QJsonObject runDetails(const Run &run, const QList<FileRef> &logs);
/// Reads a run or details of run history.
Run runFromHistory(const QJsonObject &json);
/// Returns the container of the run's files: "dcid.RUN"; for a reused step of a pipeline, the container of the original
/// run. Empty for details.
QString dataContainerOf(const QJsonObject &historyRun);
/// Returns the experiment's id in a run of run history; empty for details.
QString experimentIdOf(const QJsonObject &historyRun);

/// Combines two replies about one run: the job contains the request, run history contains progress and outcome.
Run merged(Run job, const Run &history);

} // namespace Roost::Wire
