// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/mlflow/loggedmodel.h"
#include "models/wire/mlflow/model.h"
#include "models/wire/mlflow/run.h"

#include <QJsonObject>

namespace Roost::Wire {

// The parts of the replies of any MLflow server that a client needs to copy runs and models.

/// Reads all of a run, with the last point of each metric.
MlflowRun mlflowRunFrom(const QJsonObject &json);
MlflowLoggedModel loggedModelFrom(const QJsonObject &json);
/// Reads a registered model with its tags and aliases; `latest` remains empty.
MlflowModel mlflowModelFrom(const QJsonObject &json);
MlflowModelVersion mlflowModelVersionFrom(const QJsonObject &json);

/// Return the id in the replies to experiments/create and runs/create.
QString newExperimentIdIn(const QJsonObject &reply);
/// Return the objects in the replies to logged-models and registered-models/get, and the list of logged-models/search.
QJsonObject loggedModelIn(const QJsonObject &reply);
QList<QJsonObject> loggedModelsIn(const QJsonObject &reply);
QJsonObject registeredModelIn(const QJsonObject &reply);
QString nextPageIn(const QJsonObject &reply);

} // namespace Roost::Wire
