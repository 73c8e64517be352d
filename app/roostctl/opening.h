// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonObject>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// The config file that names the workspace of `folder`; empty where there is none.
QString configOf(const QString &folder);
/// The folder of a local workspace; Rejected where `address` leads to one of another kind.
Result<QString> localFolder(const QString &address);

/// What MLflow clients of a local workspace need as MLFLOW_TRACKING_TOKEN while its service runs; empty for others.
QString trackingToken(const QString &address);

/// The one place that knows the kinds of workspaces. `network` must outlive what is opened.
Answer<std::shared_ptr<Workspace>> openWorkspace(QNetworkAccessManager *network, const QString &address);
/// Makes a local workspace in `folder` (or opens what is there) and starts its service.
Answer<std::shared_ptr<Workspace>> createWorkspace(QNetworkAccessManager *network, const QString &folder,
                                                   const QString &name);

/// What the service of a local workspace says of itself, without starting one. NotFound where none runs.
Answer<QJsonObject> serviceStatus(QNetworkAccessManager *network, const QString &folder);
/// Asks it to end; Conflict while runs are active, unless `force`. NotFound where none runs.
Answer<bool> stopService(QNetworkAccessManager *network, const QString &folder, bool force);

} // namespace Roost::Ctl
