// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/allocation.h"
#include "models/service/launch/local/machine.h"

#include <expected>
#include <memory>

namespace Roost::Service::Launch {

/// Distributes this machine among runs. A run takes one slot per process; a run larger than the machine starts when no
/// other run is running. Runs of a named compute also take nodes of that compute. Thread-safe.
class ResourcePool
{
public:
    explicit ResourcePool(const Machine &machine);

    std::expected<Allocation, Shortage> allocate(const ResourceRequest &request);
    /// Allocates the resources of a run that is already running; succeeds even if nothing is free.
    Allocation adopt(const ResourceRequest &request);

    const Machine &machine() const;
    int slotsInUse() const;
    /// Returns the number of nodes of the compute that are in use; an empty name means this machine.
    int busyNodes(const QString &compute) const;

private:
    struct State;
    Allocation grant(const ResourceRequest &request);

    std::shared_ptr<State> m_state;
};

} // namespace Roost::Service::Launch
