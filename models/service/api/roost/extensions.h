// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QDateTime>

#include <functional>
#include <memory>

namespace Roost::Service::Extensions {

/// Facts about the process that the extensions return. The functions are called from any thread.
struct ServiceFacts
{
    QString version;
    QDateTime started; // UTC
    std::function<int()> activeRuns;
    /// Requests the exit of the process; called after the reply was sent.
    std::function<void()> stop;
};

/// Adds /roost/v1/changes, /roost/v1/status, /roost/v1/stop, the activity of runs (activity.h), windows of their
/// metrics (metricroutes.h) and the maintenance of the workspace (maintenanceroutes.h): the routes that a desktop needs
/// beyond the two protocols.
void addExtensions(Http::Router &router, Store::WorkspaceStore &store, ServiceFacts facts);

} // namespace Roost::Service::Extensions
