// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

namespace Roost {

enum class ProvisioningState { Creating, Updating, Deleting, Succeeded, Failed, Canceled, Unknown };
ProvisioningState provisioningStateFromWord(QStringView word);
QString toWord(ProvisioningState state);
/// Whether the state is final: Succeeded, Failed or Canceled.
bool isTerminal(ProvisioningState state);

/// A compute target of a workspace. `local` (this machine) has one node, with the detected `cores` and `gpus`.
struct Compute
{
    /// The type of a compute that a person creates.
    static constexpr QLatin1StringView ClusterType{"AmlCompute"};

    QString name;
    QString type;
    QString description;
    QString size; // vmSize, or a description of this machine: "8 cores, 32 GB, 1 x RTX 4090"
    QString location;
    bool lowPriority = false;
    int minNodes = 0;
    int maxNodes = 1;
    /// The number of nodes that exist now, and how many of them run a job.
    int currentNodes = 0;
    int busyNodes = 0;
    /// False while the back end does not report the number of nodes, for example right after a change.
    bool nodesKnown = true;
    /// True while the number of nodes is being changed to `targetNodes`, which is valid only then.
    bool resizing = false;
    int targetNodes = 0;
    /// How many of `currentNodes` are not ready yet, are being released, or are unusable.
    int preparingNodes = 0;
    int leavingNodes = 0;
    int unusableNodes = 0;
    /// The idle time in seconds before a node is released; -1 for never.
    qint64 idleSeconds = -1;
    /// Per node; 0 if the back end does not report it.
    int cores = 0;
    int gpus = 0;
    ProvisioningState state = ProvisioningState::Unknown;
    QStringList errors;
    QDateTime created;

    bool operator==(const Compute &) const = default;
};

/// Returns why the name is invalid, as one sentence; empty if the name matches Azure ML's rule (2026-05-01):
/// ^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9\-]{2,23}$
QString whyNotAComputeName(const QString &name);

} // namespace Roost
