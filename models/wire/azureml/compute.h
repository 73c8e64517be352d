// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/error.h"
#include "models/wire/azureml/ids.h"

#include <QHash>
#include <QJsonObject>

namespace Roost::Wire {

/// The body of PUT computes/NAME for a cluster.
QJsonObject computeBody(const Compute &compute);
/// The cluster in such a body; Rejected, naming the place, when a cluster cannot be made of it.
Result<Compute> computeFromBody(const QString &name, const QJsonObject &body);

/// computes/NAME. Cores and GPUs of a node are extensions (properties.properties.cores, .gpus).
QJsonObject computeResource(const Compute &compute, const WorkspaceId &workspace);
Compute computeFrom(const QJsonObject &resource);

/// PATCH computes/NAME: the body of a PUT that gives the compute its new scale; empty where the patch names none.
QJsonObject computeBodyWithScale(const Compute &compute, const QJsonObject &patch);
/// Whether the patch replaces the tags; `sent` with those tags.
bool changesTags(const QJsonObject &patch);
QJsonObject withTagsOf(QJsonObject sent, const QJsonObject &patch);

/// A node of a compute: "running" with a run, or "idle".
struct ComputeNode
{
    QString id;
    QString state;
    QString address;
    QString runId; // empty while idle
};
/// The reply to computes/NAME/listNodes.
QJsonObject nodeList(const Compute &compute, const QList<ComputeNode> &nodes);

/// The one size of this machine, as locations/LOCATION/vmSizes lists it.
QJsonObject nodeSizeList(const Compute &machine);
/// Cores and GPUs of a node size. A compute of Azure states the name of its size alone.
struct NodeSize
{
    int cores = 0;
    int gpus = 0;
};
/// The sizes of locations/LOCATION/vmSizes by their names in lower case: a compute writes them another way.
QHash<QString, NodeSize> nodeSizesFrom(const QJsonObject &vmSizes);

} // namespace Roost::Wire
