// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/allocation.h"
#include "models/service/launch/launchhandle.h"
#include "models/service/launch/launchplan.h"

#include <QProcessEnvironment>

#include <expected>
#include <memory>

namespace Roost::Service::Launch {

/// What a compute offers, and how much of it is in use.
struct ComputeCapacity
{
    /// Of one node, for a person: "8 cores, 32 GB, 2 x NVIDIA RTX A4000".
    QString size;
    /// Of one node.
    int cores = 0;
    int gpus = 0;
    /// Processes that may run at once, and those that do, of all runs.
    int slotCount = 0;
    int slotsInUse = 0;
    /// Nodes of this compute that run something.
    int busyNodes = 0;
};

/// Starts the processes of runs on one kind of compute and finds them again. Main thread but for `capacity`.
class Launcher
{
public:
    virtual ~Launcher() = default;

    /// Any thread. An empty name stands for this machine as it is.
    virtual ComputeCapacity capacity(const QString &compute) const = 0;

    /// The run may start with what is returned.
    virtual std::expected<Allocation, Shortage> allocate(const ResourceRequest &request) = 0;

    /// Writes the plan into its state folder and starts it. `environment` is what the processes inherit below the
    /// plan's own variables; it may hold secrets and is written nowhere.
    virtual Result<std::unique_ptr<LaunchHandle>> start(const LaunchPlan &plan, const Allocation &allocation,
                                                        const QProcessEnvironment &environment) = 0;

    /// Whether a launch of that ticket was started, by this service or an earlier one.
    virtual bool wasStarted(const LaunchTicket &ticket) const = 0;

    /// Takes over a launch that an earlier service started, with the resources it holds. Where nothing is left of it
    /// the handle reports `ended`.
    virtual std::unique_ptr<LaunchHandle> adopt(const LaunchTicket &ticket) = 0;
};

} // namespace Roost::Service::Launch
