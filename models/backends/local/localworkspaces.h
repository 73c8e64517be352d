// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/servicelink.h"
#include "models/core/workspace.h"
#include "models/wire/roost/service.h"

#include <functional>

namespace Roost::Local {

/// Opens the workspaces of this machine. The returned workspaces outlive this object.
class LocalWorkspaces
{
public:
    /// `network` must outlive the opened workspaces.
    explicit LocalWorkspaces(QNetworkAccessManager *network, ServiceSettings settings = {});

    /// Creates a workspace in `folder` and opens it; creates the folder if it does not exist. An existing workspace
    /// is opened. An empty `name` stands for the name of the folder.
    Future<std::shared_ptr<Workspace>> create(const QString &folder, const QString &name);
    /// Starts the service if it does not run. NotFound if `folder` is not a workspace.
    Future<std::shared_ptr<Workspace>> open(const QString &folder);

    /// Opens the workspace at a web address. A workspace service receives the token of `credential` (may be null);
    /// Denied if the service does not accept it. Any other server is opened by `otherwise`.
    using Opening = std::function<Future<std::shared_ptr<Workspace>>()>;
    Future<std::shared_ptr<Workspace>> openServer(const QUrl &url, const std::shared_ptr<Rest::Credential> &credential,
                                                  const Opening &otherwise);

    /// The status reported by the service; no service is started. NotFound if none runs; Unreachable, naming its
    /// process, if it does not respond or this session cannot reach it.
    Future<Wire::ServiceStatus> status(const QString &folder);
    /// Requests the service to stop and resolves when it has stopped. Conflict while runs are in progress, unless
    /// `force`; runs continue in both cases. NotFound if no service runs. A service that does not respond is ended
    /// with `force`; without it the result is Unreachable.
    Future<void> stop(const QString &folder, bool force);

private:
    Future<std::shared_ptr<Workspace>> openWith(const std::shared_ptr<ServiceLink> &link, const QString &folder);

    QNetworkAccessManager *m_network;
    ServiceSettings m_settings;
};

} // namespace Roost::Local
