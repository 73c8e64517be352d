// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/dataset.h"
#include "models/core/loggedmodel.h"
#include "models/core/run.h"
#include "models/core/workspace.h"
#include "models/wire/mlflow/artifact.h"
#include "models/wire/mlflow/experiment.h"
#include "models/wire/mlflow/metric.h"
#include "models/wire/mlflow/pairs.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// Returns MLflow's word: SCHEDULED, RUNNING, FINISHED, FAILED, KILLED.
QString toMlflowStatus(RunStatus status);
/// Reads a word or MLflow's number; returns Unknown for any other value.
RunStatus runStatusFromMlflow(const QJsonValue &status);

/// A run in the form that MLflow's server returns.
struct MlflowRun
{
    QString id;
    QString name;
    QString experimentId;
    QString user;
    RunStatus status = RunStatus::Unknown;
    QString artifactUri; // the root of the run's artifacts
    bool deleted = false;
    QDateTime started;
    QDateTime ended; // invalid while it runs
    QList<NamedMetric> metrics;
    StringMap params;
    StringMap tags;
    QList<DatasetInput> datasets;
    QList<RunModel> modelInputs;
    QList<RunModel> modelOutputs;
};

/// Reads a run of any MLflow server. The reply does not contain the experiment's name; see experimentIdOfMlflow().
Run runFromMlflow(const QJsonObject &run);
QString experimentIdOfMlflow(const QJsonObject &run);

// Replies, as JSON texts.

QByteArray runAnswer(const MlflowRun &run);
/// Returns the reply to runs/update: without data, inputs and outputs.
QByteArray runInfoAnswer(const MlflowRun &run);
QByteArray runsAnswer(const QList<MlflowRun> &runs, std::optional<qint64> nextOffset);

} // namespace Roost::Wire
