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

/// Run history's run. `experimentId` may be empty.
QJsonObject historyRun(const Run &run, const QString &experimentId = {});
/// Run history's details: historyRun() plus where each log is.
QJsonObject runDetails(const Run &run, const QList<FileRef> &logs);
/// Reads both of the above.
Run runFromHistory(const QJsonObject &json);
/// The container of the run's files: "dcid.RUN", for a reused step of a pipeline that of the run it was reused from.
/// Empty in details.
QString dataContainerOf(const QJsonObject &historyRun);
/// The experiment's id in run history's run; empty in details.
QString experimentIdOf(const QJsonObject &historyRun);

/// One run out of the two answers about it: the job says what was asked for, history how it went.
Run merged(Run job, const Run &history);

/// The logs of details in the order a reader wants them: what the ranks say, then the image build, then the rest.
QList<FileRef> logsFromDetails(const QJsonObject &details);
void sortForReading(QList<FileRef> &logs);
using Roost::rankOfLog;

/// Texts of the properties roost.phases and roost.ranks.
QString phasesToText(const QList<PhaseTimes> &phases);
QList<PhaseTimes> phasesFromText(const QString &text);
QString ranksToText(const QList<RankOutcome> &ranks);
QList<RankOutcome> ranksFromText(const QString &text);

} // namespace Roost::Wire
