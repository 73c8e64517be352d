// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The workspace itself. `discoveryUrl` is the address of the discovery of the regional end point.
QJsonObject workspaceResource(const WorkspaceInfo &info, const WorkspaceId &workspace, const QString &discoveryUrl);
WorkspaceInfo workspaceFrom(const QJsonObject &resource);
QString discoveryUrlOf(const QJsonObject &workspaceResource);
/// mlFlowTrackingUri as an https (or, on this machine, http) address, without its query.
QString trackingUrlOf(const QJsonObject &workspaceResource);

/// The regional addresses, all of one service.
QJsonObject discoveryReply(const QString &origin);
/// The address of the data plane; empty if the reply contains none.
QString apiUrlFrom(const QJsonObject &discovery);

/// The reply about a long-running operation.
enum class OperationState { Running, Succeeded, Failed };
QJsonObject operationStatus(const QString &id, OperationState state, const QString &errorCode,
                            const QString &errorText);

} // namespace Roost::Wire
