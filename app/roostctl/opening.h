// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspaces/registry.h"

#include <QJsonObject>

#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// The address of the workspace of `folder`: the folder itself or a config file; empty if there is none.
/// `passedOver` receives a sentence for each config file that another user could have put there.
QString workspaceOf(const QString &folder, QStringList &passedOver);
/// Why a workspace folder of this machine is not used until the user agrees; empty if it is used, and for other
/// kinds of workspaces.
std::optional<QString> whyNotTrusted(const QString &address);
/// Remembers that the user agreed.
Result<void> trust(const QString &address);
/// The folder of a local workspace; Rejected where `address` leads to one of another kind.
Result<QString> localFolder(const QString &address);

/// The value of MLFLOW_TRACKING_TOKEN for MLflow clients of a local workspace while its service runs; empty for other
/// kinds.
QString trackingToken(const QString &address);

/// The user of a server's address whose password is neither in the address nor in the environment; empty if there is
/// none.
QString userWithoutPassword(const QString &address);

/// Opens a workspace of any kind (models/workspaces/registry.h). `network` outlives it.
Future<std::shared_ptr<Workspace>> openWorkspace(QNetworkAccessManager *network, const QString &address,
                                                 const Workspaces::SignIn &signIn);
/// Creates a local workspace in `folder`, or opens the one that exists, and starts its service.
Future<std::shared_ptr<Workspace>> createWorkspace(QNetworkAccessManager *network, const QString &folder,
                                                   const QString &name);

/// The status of the service of a local workspace, without starting one. NotFound where none runs.
Future<QJsonObject> serviceStatus(QNetworkAccessManager *network, const QString &folder);
/// Requests it to end; Conflict while runs are active, unless `force`. NotFound where none runs.
Future<void> stopService(QNetworkAccessManager *network, const QString &folder, bool force);

} // namespace Roost::Ctl
