// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/allocation.h"
#include "models/service/launch/launchhandle.h"
#include "models/service/launch/launchplan.h"

#include <QList>
#include <QProcessEnvironment>

#include <expected>
#include <memory>

namespace Roost::Service::Launch {

/// The capacity of a compute, and the part in use.
struct ComputeCapacity
{
    /// The size of one node, for display: "8 cores, 32 GB, 2 x NVIDIA RTX A4000".
    QString size;
    /// The cores and GPUs of one node.
    int cores = 0;
    int gpus = 0;
    /// The number of processes that may run at once, and the number of processes of all runs that are running.
    int slotCount = 0;
    int slotsInUse = 0;
    /// The number of nodes of this compute that are in use.
    int busyNodes = 0;
};

/// The stacks of one running rank.
struct RankStacks
{
    int rank = 0;
    /// For users; the format depends on the tool that took them.
    QString text;
};

/// Starts the processes of runs on one kind of compute, and finds them again after a restart. Main thread, except
/// `capacity` and `takeStacks`.
class Launcher
{
public:
    virtual ~Launcher() = default;

    /// Any thread. An empty name means this machine.
    virtual ComputeCapacity capacity(const QString &compute) const = 0;

    /// Returns the resources with which the run may start, or the shortage.
    virtual std::expected<Allocation, Shortage> allocate(const ResourceRequest &request) = 0;

    /// Writes the plan into its state folder and starts it. The processes inherit `environment`; the plan's own
    /// variables override it. It may contain secrets and is never written to a file.
    virtual Result<std::unique_ptr<LaunchHandle>> start(const LaunchPlan &plan, const Allocation &allocation,
                                                        const QProcessEnvironment &environment) = 0;

    /// Returns whether this service or an earlier one started a launch with this ticket.
    virtual bool wasStarted(const LaunchTicket &ticket) const = 0;

    /// Takes over a launch of an earlier service, with the resources that the launch uses. If no process of the launch
    /// is left, the handle emits `ended`.
    virtual std::unique_ptr<LaunchHandle> adopt(const LaunchTicket &ticket) = 0;

    /// Any thread; may block for minutes. Returns the stacks of each running rank of a launch. Conflict if no rank is
    /// running.
    virtual Result<QList<RankStacks>> takeStacks(const LaunchTicket &ticket) const = 0;
};

} // namespace Roost::Service::Launch
