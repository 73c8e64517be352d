// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonObject>

#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// What names the workspace of `folder`: itself or a config file; empty where there is none. `passedOver` gets a
/// sentence for each config file that another user could have laid there.
QString workspaceOf(const QString &folder, QStringList &passedOver);
/// Why a workspace folder of this machine is not used before the user has said so; nothing where it is, or where the
/// address means something else.
std::optional<QString> whyNotTrusted(const QString &address);
/// Remembers that the user has said so.
Result<void> trust(const QString &address);
/// The folder of a local workspace; Rejected where `address` leads to one of another kind.
Result<QString> localFolder(const QString &address);

/// What MLflow clients of a local workspace need as MLFLOW_TRACKING_TOKEN while its service runs; empty for others.
QString trackingToken(const QString &address);

/// The user of a server's address whose password stands neither in it nor in the environment; empty where there is
/// none.
QString userWithoutPassword(const QString &address);

struct SignIn
{
    QString password = {};         // of `userWithoutPassword`
    bool mayTravelInPlain = false; // a token or password may go to another machine over plain http
};

/// The one place that knows the kinds of workspaces. `network` must outlive what is opened.
Future<std::shared_ptr<Workspace>> openWorkspace(QNetworkAccessManager *network, const QString &address,
                                                 const SignIn &signIn);
/// Makes a local workspace in `folder` (or opens what is there) and starts its service.
Future<std::shared_ptr<Workspace>> createWorkspace(QNetworkAccessManager *network, const QString &folder,
                                                   const QString &name);

/// What the service of a local workspace says of itself, without starting one. NotFound where none runs.
Future<QJsonObject> serviceStatus(QNetworkAccessManager *network, const QString &folder);
/// Asks it to end; Conflict while runs are active, unless `force`. NotFound where none runs.
Future<bool> stopService(QNetworkAccessManager *network, const QString &folder, bool force);

} // namespace Roost::Ctl
