// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/importers/trackingapi.h"
#include "models/workspaces/registry.h"

#include <QJsonObject>

#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// Returns the address of the workspace of `folder`: the folder itself or that of a config file; empty if there is
/// none. Adds to `skipped` a sentence for each config file that another user could have created there.
QString workspaceOf(const QString &folder, QStringList &skipped);
/// Returns the reason why a local workspace folder requires the user's consent; empty if it does not, and for other
/// kinds of workspaces.
std::optional<QString> whyNotTrusted(const QString &address);
/// Stores the user's consent.
Result<void> trust(const QString &address);
/// Returns the folder of a local workspace, or Rejected if the workspace at `address` is of another kind.
Result<QString> localFolder(const QString &address);

/// Returns the value of MLFLOW_TRACKING_TOKEN for MLflow clients of a local workspace while its service runs; empty for
/// other kinds.
QString trackingToken(const QString &address);

/// Returns where an opened workspace serves MLflow's protocol. Rejected if it does not.
Result<Importers::TrackingServer> trackingServer(const QString &address, const WorkspaceInfo &info,
                                                 const Workspaces::SignIn &signIn);
/// Creates a local workspace in `folder`, or opens the existing one, and starts its service.
Future<std::shared_ptr<Workspace>> createWorkspace(QNetworkAccessManager *network, const QString &folder,
                                                   const QString &name);

/// Returns the status of the service of a local workspace without starting the service. Fails with NotFound if it does
/// not run.
Future<QJsonObject> serviceStatus(QNetworkAccessManager *network, const QString &folder);
/// Requests the service to end. Fails with Conflict while runs are active, unless `force`, and with NotFound if the
/// service does not run.
Future<void> stopService(QNetworkAccessManager *network, const QString &folder, bool force);

} // namespace Roost::Ctl
