// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/tracking/experimentstore.h"

namespace Roost::Service::Mlflow {

/// experiments/...
QList<RpcHandler> experimentHandlers();

/// The numbers of experiment ids; throws an ApiError if one is not a number. "x" is not an experiment, and never the
/// first one.
QList<qint64> experimentNumbers(const QStringList &ids);
/// Throws an ApiError if the experiment does not exist or is deleted.
Store::ExperimentRow activeExperimentOf(Store::Connection &connection, const QString &id);

} // namespace Roost::Service::Mlflow
