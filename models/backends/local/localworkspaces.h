// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/servicelink.h"
#include "models/core/workspace.h"
#include "models/wire/roost/service.h"

#include <functional>

namespace Roost::Local {

/// Opens the workspaces of this machine. What it hands out lives on without it.
class LocalWorkspaces
{
public:
    /// `network` must outlive what is opened.
    explicit LocalWorkspaces(QNetworkAccessManager *network, ServiceSettings settings = {});

    /// Makes a workspace in `folder`, which is made too, and opens it; one that is there already is opened.
    /// `name` empty: after the folder.
    Future<std::shared_ptr<Workspace>> create(const QString &folder, const QString &name);
    /// Starts the service when it is not there. NotFound when `folder` is no workspace.
    Future<std::shared_ptr<Workspace>> open(const QString &folder);

    /// What answers at a web address. A workspace service is asked as such, with the token of `credential` (may be
    /// null); Denied where it does not take it. What is no workspace service is opened by `otherwise`.
    using Opening = std::function<Future<std::shared_ptr<Workspace>>()>;
    Future<std::shared_ptr<Workspace>> openServer(const QUrl &url, const std::shared_ptr<Rest::Credential> &credential,
                                                  const Opening &otherwise);

    /// What the service says of itself, without starting one. NotFound where none runs; Unreachable, naming its
    /// process, where it does not answer or this session cannot reach it.
    Future<Wire::ServiceStatus> status(const QString &folder);
    /// Asks the service to leave and answers when it has. Conflict while runs are in progress, unless `force`;
    /// runs go on either way. NotFound where none runs. One that does not hear it is ended with `force`, and
    /// Unreachable without.
    Future<void> stop(const QString &folder, bool force);

private:
    Future<std::shared_ptr<Workspace>> openWith(const std::shared_ptr<ServiceLink> &link, const QString &folder);

    QNetworkAccessManager *m_network;
    ServiceSettings m_settings;
};

} // namespace Roost::Local
