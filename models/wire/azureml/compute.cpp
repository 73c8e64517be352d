// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/compute.h"

#include "models/wire/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

int count(const QJsonValue &value, int fallback = 0)
{
    return int(std::clamp<qint64>(integer(value, fallback), 0, 1'000'000));
}

QJsonObject scaleSettings(const Compute &compute)
{
    QJsonObject scale{{u"minNodeCount"_s, compute.minNodes}, {u"maxNodeCount"_s, compute.maxNodes}};
    if (compute.idleSeconds >= 0)
        scale.insert(u"nodeIdleTimeBeforeScaleDown"_s, toDuration(compute.idleSeconds));
    return scale;
}

QStringList errorsFrom(const QJsonArray &list)
{
    QStringList errors;
    for (const auto &one : list) {
        const auto outer = one.toObject();
        const auto error = outer.contains("error"_L1) ? outer.value("error"_L1).toObject() : outer;
        if (const auto message = text(error.value("message"_L1)); !message.isEmpty())
            errors.append(message);
    }
    return errors;
}

QJsonArray errorsTo(const QStringList &errors)
{
    QJsonArray list;
    for (const auto &one : errors)
        list.append(QJsonObject{{u"error"_s, QJsonObject{{u"code"_s, u"ComputeError"_s}, {u"message"_s, one}}}});
    return list;
}

} // namespace

QJsonObject computeBody(const Compute &compute)
{
    QJsonObject inner{{u"vmSize"_s, compute.size},
                      {u"vmPriority"_s, compute.lowPriority ? u"LowPriority"_s : u"Dedicated"_s},
                      {u"osType"_s, u"Linux"_s},
                      {u"scaleSettings"_s, scaleSettings(compute)}};
    QJsonObject properties{{u"computeType"_s, Compute::ClusterType}, {u"properties"_s, inner}};
    put(properties, u"description"_s, compute.description);
    QJsonObject body{{u"properties"_s, properties}};
    put(body, u"location"_s, compute.location);
    return body;
}

Result<Compute> computeFromBody(const QString &name, const QJsonObject &body)
{
    const auto rejected = [](const QString &why) { return failure(ErrorKind::Rejected, why); };
    if (const auto why = whyNotAComputeName(name); !why.isEmpty())
        return rejected(why);
    const auto properties = body.value("properties"_L1).toObject();
    if (const auto type = text(properties.value("computeType"_L1)); type != Compute::ClusterType)
        return rejected(u"properties.computeType is \"%1\"; only AmlCompute can be created."_s.arg(type));
    const auto scale = properties.value("properties"_L1).toObject().value("scaleSettings"_L1).toObject();
    if (!scale.isEmpty() && !scale.contains("maxNodeCount"_L1))
        return rejected(u"properties.properties.scaleSettings.maxNodeCount is missing."_s);
    const auto least = integer(scale.value("minNodeCount"_L1), 0);
    const auto most = integer(scale.value("maxNodeCount"_L1), 1);
    if (least < 0 || most < 1 || least > most) {
        return rejected(u"properties.properties.scaleSettings asks for %1 to %2 nodes; the maximum must be 1 or more "
                        "and not below the minimum."_s.arg(least)
                            .arg(most));
    }
    const auto idle = text(scale.value("nodeIdleTimeBeforeScaleDown"_L1));
    if (!idle.isEmpty() && !durationSeconds(idle)) {
        return rejected(u"properties.properties.scaleSettings.nodeIdleTimeBeforeScaleDown is \"%1\", which is no ISO "
                        "8601 duration such as PT120S."_s.arg(idle));
    }
    auto compute = computeFrom(body);
    compute.name = name;
    return compute;
}

QJsonObject computeResource(const Compute &compute, const WorkspaceId &workspace)
{
    const int idle = compute.currentNodes - compute.busyNodes - compute.preparingNodes - compute.leavingNodes -
                     compute.unusableNodes;
    const QJsonObject states{
        {u"idleNodeCount"_s, std::max(0, idle)},           {u"runningNodeCount"_s, compute.busyNodes},
        {u"preparingNodeCount"_s, compute.preparingNodes}, {u"unusableNodeCount"_s, compute.unusableNodes},
        {u"leavingNodeCount"_s, compute.leavingNodes},     {u"preemptedNodeCount"_s, 0}};
    // During a change the state of the nodes is unknown.
    const bool known = compute.nodesKnown;
    const auto said = [known](const QJsonValue &value) { return known ? value : QJsonValue(); };
    QJsonObject inner{{u"vmSize"_s, compute.size},
                      {u"vmPriority"_s, compute.lowPriority ? u"LowPriority"_s : u"Dedicated"_s},
                      {u"osType"_s, u"Linux"_s},
                      {u"scaleSettings"_s, scaleSettings(compute)},
                      {u"allocationState"_s, said(compute.resizing ? u"Resizing"_s : u"Steady"_s)},
                      {u"currentNodeCount"_s, said(compute.currentNodes)},
                      {u"targetNodeCount"_s, said(compute.resizing ? compute.targetNodes : compute.currentNodes)},
                      {u"nodeStateCounts"_s, said(states)},
                      {u"cores"_s, compute.cores},
                      {u"gpus"_s, compute.gpus}};
    QJsonObject properties{
        {u"computeType"_s, compute.type}, {u"provisioningState"_s, toWord(compute.state)}, {u"properties"_s, inner}};
    put(properties, u"description"_s, compute.description);
    put(properties, u"computeLocation"_s, compute.location);
    put(properties, u"createdOn"_s, fromUtc(compute.created));
    put(properties, u"provisioningErrors"_s, errorsTo(compute.errors));
    QJsonObject resource{{u"id"_s, resourceId(workspace, u"computes"_s, compute.name)},
                         {u"name"_s, compute.name},
                         {u"type"_s, u"Microsoft.MachineLearningServices/workspaces/computes"_s},
                         {u"properties"_s, properties}};
    put(resource, u"location"_s, compute.location);
    return resource;
}

Compute computeFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto inner = properties.value("properties"_L1).toObject();
    const auto scale = inner.value("scaleSettings"_L1).toObject();
    const auto states = inner.value("nodeStateCounts"_L1).toObject();
    Compute compute;
    compute.name = text(resource.value("name"_L1));
    compute.type = text(properties.value("computeType"_L1));
    compute.description = text(properties.value("description"_L1));
    compute.size = text(inner.value("vmSize"_L1));
    compute.location = text(resource.value("location"_L1));
    if (compute.location.isEmpty())
        compute.location = text(properties.value("computeLocation"_L1));
    compute.lowPriority = text(inner.value("vmPriority"_L1)).compare("LowPriority"_L1, Qt::CaseInsensitive) == 0;
    compute.minNodes = count(scale.value("minNodeCount"_L1));
    compute.maxNodes = count(scale.value("maxNodeCount"_L1), 1);
    compute.idleSeconds = durationSeconds(text(scale.value("nodeIdleTimeBeforeScaleDown"_L1))).value_or(-1);
    compute.currentNodes = count(inner.value("currentNodeCount"_L1));
    // Null in the reply to a change; a local machine does not have the member.
    compute.nodesKnown = !inner.value("currentNodeCount"_L1).isNull();
    compute.resizing = text(inner.value("allocationState"_L1)).compare("Resizing"_L1, Qt::CaseInsensitive) == 0;
    if (compute.resizing)
        compute.targetNodes = count(inner.value("targetNodeCount"_L1));
    compute.busyNodes = count(states.value("runningNodeCount"_L1));
    compute.preparingNodes = count(states.value("preparingNodeCount"_L1));
    compute.leavingNodes = count(states.value("leavingNodeCount"_L1));
    compute.unusableNodes = count(states.value("unusableNodeCount"_L1));
    compute.cores = count(inner.value("cores"_L1));
    compute.gpus = count(inner.value("gpus"_L1));
    // A resource without a provisioning state is ready (according to the resource manager's RPC).
    const auto state = properties.value("provisioningState"_L1);
    compute.state = state.isString() ? provisioningStateFromWord(state.toString()) : ProvisioningState::Succeeded;
    compute.errors = errorsFrom(properties.value("provisioningErrors"_L1).toArray()) +
                     errorsFrom(inner.value("errors"_L1).toArray());
    compute.created = utc(properties.value("createdOn"_L1));
    return compute;
}

QJsonObject computeBodyWithScale(const Compute &compute, const QJsonObject &patch)
{
    const QJsonObject scale = patch.value("properties"_L1)["properties"_L1]["scaleSettings"_L1].toObject();
    if (scale.isEmpty())
        return {};
    QJsonObject body = computeBody(compute);
    QJsonObject properties = body.value("properties"_L1).toObject();
    QJsonObject inner = properties.value("properties"_L1).toObject();
    QJsonObject settings = inner.value("scaleSettings"_L1).toObject();
    for (auto it = scale.begin(); it != scale.end(); ++it)
        settings.insert(it.key(), it.value());
    inner.insert(u"scaleSettings"_s, settings);
    properties.insert(u"properties"_s, inner);
    body.insert(u"properties"_s, properties);
    return body;
}

bool changesTags(const QJsonObject &patch)
{
    return patch.contains("tags"_L1);
}

QJsonObject withTagsOf(QJsonObject sent, const QJsonObject &patch)
{
    sent.insert(u"tags"_s, patch.value("tags"_L1));
    return sent;
}

QJsonObject nodeList(const Compute &compute, const QList<ComputeNode> &nodes)
{
    QJsonArray list;
    for (const ComputeNode &node : nodes) {
        list.append(QJsonObject{{u"nodeId"_s, node.id},
                                {u"nodeState"_s, node.state},
                                {u"privateIpAddress"_s, node.address},
                                {u"runId"_s, node.runId.isEmpty() ? QJsonValue() : QJsonValue(node.runId)}});
    }
    return {{u"computeType"_s, compute.type}, {u"nodes"_s, list}};
}

QJsonObject nodeSizeList(const Compute &machine)
{
    return {{u"value"_s, QJsonArray{QJsonObject{{u"name"_s, machine.size},
                                                {u"family"_s, u"local"_s},
                                                {u"vCPUs"_s, machine.cores},
                                                {u"gpus"_s, machine.gpus},
                                                {u"lowPriorityCapable"_s, false},
                                                {u"premiumIO"_s, false},
                                                {u"supportedComputeTypes"_s, QJsonArray{Compute::ClusterType}}}}}};
}

QHash<QString, NodeSize> nodeSizesFrom(const QJsonObject &vmSizes)
{
    QHash<QString, NodeSize> sizes;
    for (const auto &one : vmSizes.value("value"_L1).toArray()) {
        const auto size = one.toObject();
        const auto name = text(size.value("name"_L1)).toLower();
        if (!name.isEmpty())
            sizes.insert(name, {count(size.value("vCPUs"_L1)), count(size.value("gpus"_L1))});
    }
    return sizes;
}

} // namespace Roost::Wire
