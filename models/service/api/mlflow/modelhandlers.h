// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/wire/mlflow/search.h"

namespace Roost::Service::Mlflow {

/// Handles registered-models/... and model-versions/...
QList<RpcHandler> registeredModelHandlers();
QList<RpcHandler> modelVersionHandlers();
QJsonObject searchRegisteredModels(RpcContext &context, const Wire::ModelSearchRequest &request);
QJsonObject searchModelVersions(RpcContext &context, const Wire::ModelVersionSearchRequest &request);

// Each of these functions throws an ApiError if the named object does not exist.
void requireModel(Store::Connection &connection, const QString &name);
/// Returns the version number in `text`.
qint64 versionNumber(const QString &text);
/// Returns the number of an existing version.
qint64 versionOf(Store::Connection &connection, const QString &name, const QString &version);
/// Returns "Staging" for "staging".
QString stageNamed(const QString &stage);
/// Returns the address from which a client downloads the files of a version.
QString downloadUri(Store::Connection &connection, const QString &name, qint64 version);
/// Returns {model_version}, with aliases.
QJsonObject answerWithVersion(Store::Connection &connection, const QString &name, qint64 version);

} // namespace Roost::Service::Mlflow
