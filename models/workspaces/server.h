// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/workspaceaddress.h"
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/core/lastknown.h"
#include "models/workspaces/signin.h"

#include <optional>

/// The kind of workspaces that are servers: MLflow, or the workspace service of another machine or another user.
namespace Roost::Workspaces::Server {

using Address = Local::WorkspaceAddress;

/// Returns how to reach the server. The error says which file is missing or unusable.
Result<Mlflow::MlflowSettings> settingsOf(const Address &address, const SignIn &signIn);

QString identity(const Address &address, const QString &text);
QString title(const Address &address);
std::optional<Requirement> missing(const Address &address, const SignIn &signIn);
Future<std::shared_ptr<Workspace>> open(QNetworkAccessManager *network, const Address &address, const SignIn &signIn);
LastKnown lastKnown(const Address &address, const SignIn &signIn);

} // namespace Roost::Workspaces::Server
