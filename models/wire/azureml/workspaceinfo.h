// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The workspace itself. `discoveryUrl` leads to the regional end point.
QJsonObject workspaceResource(const WorkspaceInfo &info, const WorkspaceId &workspace, const QString &discoveryUrl);
WorkspaceInfo workspaceFrom(const QJsonObject &resource);
QString discoveryUrlOf(const QJsonObject &workspaceResource);
/// mlFlowTrackingUri as an https (or, on this machine, http) address, without its query.
QString trackingUrlOf(const QJsonObject &workspaceResource);

/// GET /roost/v1/status.
struct ServiceStatus
{
    qint64 pid = 0;
    QString version;
    QString workspace; // the folder
    QDateTime started;
    int activeRuns = 0;
    QMap<QString, qint64> storage;
    /// Why the workspace cannot be written; empty where it can.
    QString storeError;
    bool operator==(const ServiceStatus &) const = default;
};
QJsonObject toJson(const ServiceStatus &status);
ServiceStatus serviceStatusFrom(const QJsonObject &json);

/// GET /roost/v1/changes.
QJsonObject toJson(const Changes &changes);
Changes changesFrom(const QJsonObject &json);

} // namespace Roost::Wire
