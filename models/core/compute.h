// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

namespace Roost {

enum class ProvisioningState { Creating, Updating, Deleting, Succeeded, Failed, Canceled, Unknown };
ProvisioningState provisioningStateFromWord(QStringView word);
QString toWord(ProvisioningState state);

/// A compute target of a workspace. For `local` (this machine) nodes is 1 and `cores`, `gpus` are what was found.
struct Compute
{
    QString name;
    QString type; // "Local", "AmlCompute", "Slurm" ...
    QString description;
    QString size; // vmSize, or the same said of this machine: "8 cores, 32 GB, 1 x RTX 4090"
    QString location;
    bool lowPriority = false;
    int minNodes = 0;
    int maxNodes = 1;
    /// Nodes there now, and how many of them run something.
    int currentNodes = 0;
    int busyNodes = 0;
    /// False while the back end does not say how many there are, as right after a change.
    bool nodesKnown = true;
    /// The number of nodes is being changed, to `targetNodes`, which says nothing otherwise.
    bool resizing = false;
    int targetNodes = 0;
    /// Of `currentNodes`: not ready yet, being given back, broken.
    int preparingNodes = 0;
    int leavingNodes = 0;
    int unusableNodes = 0;
    /// Idle seconds before a node is given back; -1 where it never is.
    qint64 idleSeconds = -1;
    /// Per node; 0 where the back end does not say.
    int cores = 0;
    int gpus = 0;
    ProvisioningState state = ProvisioningState::Unknown;
    QStringList errors;
    QDateTime created;

    bool operator==(const Compute &) const = default;
};

/// ^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9\-]{2,23}$ (Azure ML 2026-05-01); empty when `name` is fine.
QString whyNotAComputeName(const QString &name);

} // namespace Roost
