// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QHash>
#include <QJsonObject>

namespace Roost::Wire {

/// Returns the body of PUT computes/NAME for a cluster.
QJsonObject computeBody(const Compute &compute);
/// Reads the cluster in such a body. Rejected, naming the place, if the body does not describe a valid cluster.
Result<Compute> computeFromBody(const QString &name, const QJsonObject &body);

/// Returns the resource computes/NAME. Cores and GPUs of a node are extensions (properties.properties.cores, .gpus).
QJsonObject computeResource(const Compute &compute, const WorkspaceId &workspace);
Compute computeFrom(const QJsonObject &resource);

/// Handles PATCH computes/NAME: returns the body of a PUT that sets the new scale of the compute; empty if the patch
/// contains none.
QJsonObject computeBodyWithScale(const Compute &compute, const QJsonObject &patch);
/// Returns whether the patch replaces the tags. withTagsOf() returns `sent` with those tags.
bool changesTags(const QJsonObject &patch);
QJsonObject withTagsOf(QJsonObject sent, const QJsonObject &patch);

/// A node of a compute: "running" with a run, or "idle".
struct ComputeNode
{
    QString id;
    QString state;
    QString address;
    QString runId; // empty if the node is idle
};
/// Returns the reply to computes/NAME/listNodes.
QJsonObject nodeList(const Compute &compute, const QList<ComputeNode> &nodes);

/// Returns the only size of this machine, in the form of locations/LOCATION/vmSizes.
QJsonObject nodeSizeList(const Compute &machine);
/// The cores and GPUs of a node size. A compute of Azure contains only the name of its size.
struct NodeSize
{
    int cores = 0;
    int gpus = 0;
};
/// Reads the sizes of locations/LOCATION/vmSizes by name in lower case, because computes spell them differently.
QHash<QString, NodeSize> nodeSizesFrom(const QJsonObject &vmSizes);

} // namespace Roost::Wire
