// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Roost::Service::Launch {

/// What a run needs of its compute before it may start.
struct ResourceRequest
{
    /// Of the whole run.
    int processes = 1;
    int nodes = 1;
    /// Empty: this machine as it is, without counting nodes.
    QString compute;
    /// How many nodes the compute may have; unused where `compute` is empty.
    int maxNodes = 0;
    /// GPUs that the run holds since before a restart of the service, by their index on the machine.
    QList<int> gpus;

    bool operator==(const ResourceRequest &) const = default;
};

/// The part of a compute that one run may use. Copies share it; it is free again when the last copy is gone.
struct Allocation
{
    /// Host at which the first rank listens for the others.
    QString masterAddress;
    /// GPUs by their index on the machine; empty where it has none.
    QList<int> gpus;
    /// The same GPUs as CUDA_VISIBLE_DEVICES names them.
    QStringList devices;
    std::shared_ptr<const void> hold;
};

/// Why a request has to wait.
struct Shortage
{
    /// One sentence for the person who waits.
    QString sentence;
    /// Runs on other computes are not held up by it.
    bool isOfThisComputeOnly = false;
};

} // namespace Roost::Service::Launch
