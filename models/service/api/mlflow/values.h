// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/registry/modelstore.h"
#include "models/service/store/tracking/experimentstore.h"
#include "models/service/store/tracking/loggedmodelstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/artifacturi.h"
#include "models/wire/mlflow/experiment.h"
#include "models/wire/mlflow/loggedmodel.h"
#include "models/wire/mlflow/model.h"
#include "models/wire/mlflow/run.h"

namespace Roost::Service::Mlflow {

// Convert rows of the store, with their related rows, to values of the wire.

Wire::MlflowExperiment experimentValue(Store::Connection &connection, const Store::ExperimentRow &row);
Wire::MlflowRun runValue(Store::Connection &connection, const Store::RunRow &run);
/// Reads the related rows of all runs at once.
QList<Wire::MlflowRun> runValues(Store::Connection &connection, const QList<Store::RunRow> &runs);
/// Does not contain metrics, params, tags, inputs and outputs.
Wire::MlflowRun runInfoValue(const Store::RunRow &run);
Wire::MlflowLoggedModel loggedModelValue(Store::Connection &connection, const Store::LoggedModelRow &row);
Wire::MlflowModel modelValue(Store::Connection &connection, const Store::ModelName &name);
/// Does not contain aliases, as in lists.
Wire::MlflowModelVersion modelVersionValue(const Store::StoredModel &version);

} // namespace Roost::Service::Mlflow
