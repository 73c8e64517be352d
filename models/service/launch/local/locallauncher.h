// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/launcher.h"
#include "models/service/launch/local/resourcepool.h"

#include <functional>

namespace Roost::Service::Launch {

/// Launches runs on this machine, each under its own supervisor (models/supervisor), which outlives the service.
class LocalLauncher : public Launcher
{
public:
    struct Settings
    {
        /// The program that implements `supervise FILE`: roostd.
        QString program;
        Machine machine = thisMachine();
        /// Whether the workspace was moved. Files that are missing at the old path then mean nothing, because the
        /// service at the new path has taken over the runs. Null means never moved.
        std::function<bool()> hasMoved;
    };

    /// Makes this process the parent of the orphans of killed supervisors.
    explicit LocalLauncher(Settings settings);

    ComputeCapacity capacity(const QString &compute) const override;
    std::expected<Allocation, Shortage> allocate(const ResourceRequest &request) override;
    Result<std::unique_ptr<LaunchHandle>> start(const LaunchPlan &plan, const Allocation &allocation,
                                                const QProcessEnvironment &environment) override;
    bool wasStarted(const LaunchTicket &ticket) const override;
    std::unique_ptr<LaunchHandle> adopt(const LaunchTicket &ticket) override;
    Result<QList<RankStacks>> takeStacks(const LaunchTicket &ticket) const override;

private:
    Settings m_settings;
    ResourcePool m_pool;
};

} // namespace Roost::Service::Launch
