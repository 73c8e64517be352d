// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the workspace itself. `discoveryUrl` is the address of the discovery of the regional end point.
QJsonObject workspaceResource(const WorkspaceInfo &info, const WorkspaceId &workspace, const QString &discoveryUrl);
WorkspaceInfo workspaceFrom(const QJsonObject &resource);
QString discoveryUrlOf(const QJsonObject &workspaceResource);
/// Returns mlFlowTrackingUri as an https (or, on this machine, http) address, without its query.
QString trackingUrlOf(const QJsonObject &workspaceResource);

/// Returns the regional addresses, which are all those of one service.
QJsonObject discoveryReply(const QString &origin);
/// Returns the address of the data plane; empty if the reply contains none.
QString apiUrlFrom(const QJsonObject &discovery);

/// The state in a reply about a long-running operation.
enum class OperationState { Running, Succeeded, Failed };
QJsonObject operationStatus(const QString &id, OperationState state, const QString &errorCode,
                            const QString &errorText);

} // namespace Roost::Wire
