// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Roost::Service::Launch {

/// The resources of a compute that a run needs to start.
struct ResourceRequest
{
    /// The number of processes of the whole run.
    int processes = 1;
    int nodes = 1;
    /// Empty means this machine, without counting nodes.
    QString compute;
    /// The number of nodes of the compute; unused if `compute` is empty.
    int maxNodes = 0;
    /// The GPUs that the run has used since before a restart of the service, by their index on the machine.
    QList<int> gpus;

    bool operator==(const ResourceRequest &) const = default;
};

/// The part of a compute that one run may use. Copies share this part, which is free again when the last copy is
/// destroyed.
struct Allocation
{
    /// The host at which the first rank listens for the other ranks.
    QString masterAddress;
    /// The GPUs by their index on the machine; empty if the machine has none.
    QList<int> gpus;
    /// The same GPUs, named for CUDA_VISIBLE_DEVICES.
    QStringList devices;
    std::shared_ptr<const void> hold;
};

/// The reason why a request has to wait.
struct Shortage
{
    /// One sentence for the user who waits.
    QString sentence;
    /// Whether runs on other computes can still start.
    bool isOfThisComputeOnly = false;
};

} // namespace Roost::Service::Launch
