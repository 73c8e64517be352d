// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/environments/environmentbuilder.h"
#include "models/service/launch/launcher.h"

#include <memory>

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

struct JobSettings
{
    /// Seconds that the processes of a run get to end after they were asked to.
    int graceSeconds = 10;
    /// Seconds that the build of an environment may take; 0 is no limit.
    int environmentTimeoutSeconds = 3600;
};

/// What all jobs of a service share.
struct JobContext
{
    Store::WorkspaceStore &store;
    JobSettings settings;
    std::unique_ptr<Launch::Launcher> launcher;
    Environments::EnvironmentBuilder environments;
    /// "http://127.0.0.1:PORT" of this service, and the token by which scripts log to it.
    QString baseUrl;
    QString token;
};

} // namespace Roost::Service::Jobs
