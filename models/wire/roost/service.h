// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonObject>

namespace Roost::Wire {

// Requests and replies of the local service's extensions.

/// The path of all extensions.
inline constexpr QLatin1StringView extensionsPath("/roost/v1/");

/// GET /roost/v1/status.
struct ServiceStatus
{
    qint64 pid = 0;
    QString version;
    QString workspace; // the path of the folder
    QDateTime started;
    int activeRuns = 0;
    /// The bytes of each part; empty if they were not requested.
    QMap<QString, qint64> storage;
    /// The reason why data cannot be written to the workspace; empty if it can be written.
    QString storeError;
    QString name = {}; // the name of the workspace
    bool operator==(const ServiceStatus &) const = default;
};
QJsonObject toJson(const ServiceStatus &status);
ServiceStatus serviceStatusFrom(const QJsonObject &json);

/// GET /roost/v1/changes.
QJsonObject toJson(const Changes &changes);
Changes changesFrom(const QJsonObject &json);

/// POST /roost/v1/stop. If forced, the service stops although runs are in progress.
QJsonObject stopBody(bool isForced);
bool isForcedStop(const QJsonObject &body);
QJsonObject stopReply(int activeRuns);

/// POST /roost/v1/runs/RUN/stacks: the paths of the logs that contain the stacks.
QJsonObject stacksReply(const QStringList &files);
QStringList stacksFrom(const QJsonObject &reply);

} // namespace Roost::Wire
