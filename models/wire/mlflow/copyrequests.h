// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/wire/mlflow/loggedmodel.h"
#include "models/wire/mlflow/run.h"

#include <QJsonObject>

namespace Roost::Wire {

// Requests of a client that copies runs and models from one server to another.

/// experiments/search: all experiments, also deleted ones.
QJsonObject allExperimentsBody(const QString &pageToken);
/// experiments/create
QJsonObject newExperimentBody(const QString &name);
/// experiments/set-experiment-tag
QJsonObject experimentTagBody(const QString &experimentId, const QString &key, const QString &value);

/// runs/search; also deleted runs if `withDeleted`. `filter` may be empty.
QJsonObject filteredRunsBody(const QStringList &experimentIds, const QString &filter, bool withDeleted, int most,
                             const QString &pageToken);
/// The filter of runs/search for all runs that have the tag.
QString hasTagFilter(const QString &key);

/// runs/create
QJsonObject newRunBody(const QString &experimentId, const QString &name, const QString &user, qint64 startMs,
                       const StringMap &tags);
/// runs/update. `endMs` is not sent if it is 0.
QJsonObject runStatusBody(const QString &runId, RunStatus status, qint64 endMs);
/// runs/delete
QJsonObject runIdBody(const QString &runId);
/// runs/log-batch with params and tags.
QJsonObject pairsBatchBody(const QString &runId, const StringMap &params, const StringMap &tags);
/// runs/log-inputs
QJsonObject runInputsBody(const QString &runId, const QList<DatasetInput> &datasets, const QList<RunModel> &models);
/// runs/outputs
QJsonObject runOutputsBody(const QString &runId, const QList<RunModel> &models);

/// logged-models: the ids of experiment and run are those of the target.
QJsonObject newLoggedModelBody(const MlflowLoggedModel &model);
/// logged-models/{id}: PATCH
QJsonObject loggedModelStatusBody(const QString &id, LoggedModel::Status status);
/// logged-models/search
QJsonObject loggedModelsSearchBody(const QStringList &experimentIds, const QString &pageToken);

/// registered-models/create
QJsonObject newModelBody(const QString &name, const QString &description, const StringMap &tags);
/// registered-models/alias: POST
QJsonObject modelAliasBody(const QString &name, const QString &alias, const QString &version);
/// model-versions/create of a logged model
QJsonObject withLoggedModel(QJsonObject newVersionBody, const QString &loggedModel);
/// model-versions/transition-stage
QJsonObject modelStageBody(const QString &name, const QString &version, const QString &stage);
/// The filter of model-versions/search for the versions of one model.
QString versionsOfFilter(const QString &name);

} // namespace Roost::Wire
