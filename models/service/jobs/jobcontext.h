// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/environments/environmentbuilder.h"
#include "models/service/launch/launcher.h"

#include <functional>
#include <memory>

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

struct JobSettings
{
    /// The time in seconds for the processes of a run to end after a request.
    int graceSeconds = 10;
    /// The limit in seconds for the build of an environment; 0 means no limit.
    int environmentTimeoutSeconds = 3600;
    /// Called with the id of a run whose processes have ended, in any thread, before its end is stored. May be empty.
    std::function<void(const QString &runId)> collectRest = {};
};

/// The objects shared by all jobs of a service.
struct JobContext
{
    Store::WorkspaceStore &store;
    JobSettings settings;
    std::unique_ptr<Launch::Launcher> launcher;
    Environments::EnvironmentBuilder environments;
    /// The address of this service ("http://127.0.0.1:PORT"), and the token that scripts use for logging to it.
    QString baseUrl;
    QString token;
};

} // namespace Roost::Service::Jobs
