// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/servicelink.h"
#include "models/core/workspace.h"
#include "models/wire/roost/service.h"

#include <functional>

namespace Roost::Local {

/// Opens the workspaces of this machine. The opened workspaces may outlive this object.
class LocalWorkspaces
{
public:
    /// `network` must outlive the opened workspaces.
    explicit LocalWorkspaces(QNetworkAccessManager *network, ServiceSettings settings = {});

    /// Creates a workspace in `folder` and opens it; creates the folder if it does not exist. Opens an existing
    /// workspace. If `name` is empty, the workspace has the name of the folder.
    Future<std::shared_ptr<Workspace>> create(const QString &folder, const QString &name);
    /// Opens the workspace in `folder` and starts its service if it is not running. NotFound if `folder` is not a
    /// workspace.
    Future<std::shared_ptr<Workspace>> open(const QString &folder);

    /// Opens the workspace at a web address. If it is a workspace service, it receives the token of `credential` (may
    /// be null); Denied if it does not accept the token. Any other server is opened by `otherwise`.
    using Opening = std::function<Future<std::shared_ptr<Workspace>>()>;
    Future<std::shared_ptr<Workspace>> openServer(const QUrl &url, const std::shared_ptr<Rest::Credential> &credential,
                                                  const Opening &otherwise);

    /// Returns the status that the service reports; does not start a service. NotFound if no service is running.
    /// Unreachable, with the process in the text, if the service does not respond or this session cannot reach it.
    Future<Wire::ServiceStatus> status(const QString &folder);
    /// Requests the service to stop, and finishes when it has stopped; runs continue. Conflict if runs are in progress
    /// and `force` is false. NotFound if no service is running. A service that does not respond is ended if `force` is
    /// true; otherwise the result is Unreachable.
    Future<void> stop(const QString &folder, bool force);

private:
    Future<std::shared_ptr<Workspace>> openWith(const std::shared_ptr<ServiceLink> &link, const QString &folder);

    QNetworkAccessManager *m_network;
    ServiceSettings m_settings;
};

} // namespace Roost::Local
