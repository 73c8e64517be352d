// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/allocation.h"
#include "models/service/launch/local/machine.h"

#include <expected>
#include <memory>

namespace Roost::Service::Launch {

/// Which run has which part of this machine. A run takes a slot a process; one that is larger than the machine runs
/// when it is alone. Runs of a named compute take its nodes besides. Thread-safe.
class ResourcePool
{
public:
    explicit ResourcePool(const Machine &machine);

    std::expected<Allocation, Shortage> allocate(const ResourceRequest &request);
    /// For a run that is under way already: also where nothing is free.
    Allocation adopt(const ResourceRequest &request);

    const Machine &machine() const;
    int slotsInUse() const;
    /// Of the compute; an empty name stands for this machine as it is.
    int busyNodes(const QString &compute) const;

private:
    struct State;
    Allocation take(const ResourceRequest &request);

    std::shared_ptr<State> m_state;
};

} // namespace Roost::Service::Launch
