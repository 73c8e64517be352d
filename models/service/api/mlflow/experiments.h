// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/tracking/experimentstore.h"

namespace Roost::Service::Mlflow {

/// Handles experiments/...
QList<RpcHandler> experimentHandlers();

/// Returns the numbers of experiment ids; throws an ApiError if an id is not a number, so that "x" is never taken for
/// the first experiment.
QList<qint64> experimentNumbers(const QStringList &ids);
/// Returns the experiment; throws an ApiError if it does not exist or is deleted.
Store::ExperimentRow activeExperimentOf(Store::Connection &connection, const QString &id);

} // namespace Roost::Service::Mlflow
