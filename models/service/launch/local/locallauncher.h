// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/launcher.h"
#include "models/service/launch/local/resourcepool.h"

#include <functional>

namespace Roost::Service::Launch {

/// Runs on this machine, each below a supervisor of its own (models/supervisor), which outlives the service.
class LocalLauncher : public Launcher
{
public:
    struct Settings
    {
        /// The program that implements `supervise FILE`: roostd.
        QString program;
        Machine machine = thisMachine();
        /// Whether the workspace is no longer where it was. Nothing is concluded then from what is missing at its old
        /// path: the service that serves the new path has the runs. Null: never.
        std::function<bool()> hasMoved;
    };

    /// Makes this process the parent of what killed supervisors leave behind.
    explicit LocalLauncher(Settings settings);

    ComputeCapacity capacity(const QString &compute) const override;
    std::expected<Allocation, Shortage> allocate(const ResourceRequest &request) override;
    Result<std::unique_ptr<LaunchHandle>> start(const LaunchPlan &plan, const Allocation &allocation,
                                                const QProcessEnvironment &environment) override;
    bool wasStarted(const LaunchTicket &ticket) const override;
    std::unique_ptr<LaunchHandle> adopt(const LaunchTicket &ticket) override;

private:
    Settings m_settings;
    ResourcePool m_pool;
};

} // namespace Roost::Service::Launch
