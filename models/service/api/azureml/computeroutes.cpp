// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/core/localcompute.h"
#include "models/service/store/tracking/runstore.h"
#include "models/wire/azureml/compute.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/sentparts.h"
#include "models/wire/json.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Jobs;
using namespace Store;
using namespace Wire;

namespace {

constexpr int mostNodes = 1000;
constexpr qint64 leastFreeBytes = 100LL * 1024 * 1024;

QJsonObject resourceOf(AzureMlApi &azure, const Compute &compute)
{
    return withSent(Wire::computeResource(compute, azure.workspace()), azure.computes().sent(compute.name));
}

// Returns the reply to a change, which does not contain the nodes.
Response changeAnswer(AzureMlApi &azure, const QString &name, int status)
{
    auto compute = valueOf(azure.compute(name));
    compute.nodesKnown = false;
    return Response::json(resourceOf(azure, compute), status);
}

// Returns an empty reply for a missing compute, as Azure does.
Response get(AzureMlApi &azure, const QString &name)
{
    const auto compute = azure.compute(name);
    if (!compute && compute.error().kind == ErrorKind::NotFound)
        return Response::empty(404);
    return Response::json(resourceOf(azure, valueOf(compute)));
}

// Checks whether a run can start on the compute, which is a share of this machine, and sets its state.
Result<void> provision(AzureMlApi &azure, const QString &name)
{
    const QString runs = azure.store().folder().runs();
    const QStorageInfo disk(runs);
    QString why;
    if (!QFileInfo(runs).isWritable())
        why = u"The folder %1, where runs are kept, cannot be written."_s.arg(runs);
    else if (disk.bytesAvailable() < leastFreeBytes)
        why =
            u"The disk of %1 has only %2 MB left; runs need at least 100. Free some space and create the compute again."_s
                .arg(runs)
                .arg(disk.bytesAvailable() / 1'000'000);
    const auto state = why.isEmpty() ? ProvisioningState::Succeeded : ProvisioningState::Failed;
    const auto stored = azure.computes().setState(name, state, why.isEmpty() ? QStringList() : QStringList{why});
    azure.store().changes().bump(Topic::Computes);
    if (!stored)
        return stored;
    return why.isEmpty() ? Result<void>() : failure(ErrorKind::Failed, why);
}

Compute checkedCompute(const QString &name, const QJsonObject &body)
{
    Compute compute = valueOf(Wire::computeFromBody(name, body));
    if (compute.size.isEmpty())
        throw ApiError(ErrorKind::Rejected,
                       u"properties.properties.vmSize is missing: it says what kind of node is wanted."_s);
    if (compute.maxNodes > mostNodes) {
        throw ApiError(
            ErrorKind::Rejected,
            u"%1 nodes are more than a compute may have; the most is %2."_s.arg(compute.maxNodes).arg(mostNodes));
    }
    return compute;
}

Response put(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (isLocalCompute(name)) {
        throw ApiError(ErrorKind::Conflict,
                       u"'local' is this machine itself; it always exists and cannot be changed. Pick another name."_s);
    }
    const auto body = valueOf(request.json());
    Compute compute = checkedCompute(name, body);
    if (const auto old = azure.computes().compute(name)) {
        if (old->state == ProvisioningState::Creating || old->state == ProvisioningState::Deleting) {
            throw ApiError(ErrorKind::Conflict, u"The compute '%1' is %2 at the moment. Wait until that is done."_s.arg(
                                                    name, toWord(old->state).toLower()));
        }
        if (old->size != compute.size || old->lowPriority != compute.lowPriority) {
            throw ApiError(
                ErrorKind::Rejected,
                u"Size and priority of the compute '%1' were fixed when it was made (%2). Delete it first, or pick another name."_s
                    .arg(name, old->size));
        }
    }
    compute.location = compute.location.isEmpty() ? QString(localRegion) : compute.location;
    compute.state = ProvisioningState::Creating;
    const auto isNew = valueOf(azure.computes().save(compute));
    valueOf(azure.computes().setSent(name, sentParts(SentKind::Compute, body)));
    azure.store().changes().bump(Topic::Computes);
    Response response = changeAnswer(azure, name, 201);
    const auto operation = valueOf(azure.operations().start(isNew ? u"create compute"_s : u"update compute"_s, name,
                                                            [&azure, name] { return provision(azure, name); }));
    response.setHeader("Azure-AsyncOperation", operationUrl(request, azure, "computeOperationsStatus", operation.id));
    return response;
}

Response patch(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const auto body = valueOf(request.json());
    if (isLocalCompute(name))
        throw ApiError(ErrorKind::Conflict, u"'local' is this machine itself; it has no scale to change."_s);
    auto compute = valueOf(azure.computes().compute(name));
    const QJsonObject rescaled = Wire::computeBodyWithScale(compute, body);
    if (rescaled.isEmpty() && !Wire::changesTags(body))
        throw ApiError(ErrorKind::Rejected,
                       u"properties.properties.scaleSettings is missing; beside tags nothing else can be changed."_s);
    // The new settings are read and checked like those of a PUT.
    const Compute changed = checkedCompute(compute.name, rescaled.isEmpty() ? Wire::computeBody(compute) : rescaled);
    compute.minNodes = changed.minNodes;
    compute.maxNodes = changed.maxNodes;
    compute.idleSeconds = changed.idleSeconds;
    compute.state = ProvisioningState::Updating;
    valueOf(azure.computes().save(compute));
    QJsonObject sent = azure.computes().sent(name);
    if (Wire::changesTags(body))
        sent = Wire::withTagsOf(sent, body);
    valueOf(azure.computes().setSent(name, sent));
    azure.store().changes().bump(Topic::Computes);
    Response response = changeAnswer(azure, name, 202);
    const auto operation =
        valueOf(azure.operations().start(u"update compute"_s, name, [&azure, name] { return provision(azure, name); }));
    response.setHeader("Azure-AsyncOperation", operationUrl(request, azure, "computeOperationsStatus", operation.id));
    return response;
}

Result<void> removeCompute(AzureMlApi &azure, const QString &name)
{
    const auto gone = azure.computes().remove(name);
    azure.store().changes().bump(Topic::Computes);
    return gone;
}

Response remove(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (isLocalCompute(name))
        throw ApiError(ErrorKind::Conflict, u"'local' is this machine itself and cannot be deleted."_s);
    const QString action = request.parameter(u"underlyingResourceAction");
    if (action.compare(u"Delete", Qt::CaseInsensitive) != 0 && action.compare(u"Detach", Qt::CaseInsensitive) != 0) {
        throw ApiError(ErrorKind::Rejected,
                       u"The query parameter underlyingResourceAction is missing; it must be Delete or Detach."_s);
    }
    const auto compute = azure.compute(name);
    if (!compute && compute.error().kind == ErrorKind::NotFound)
        return Response::empty(204);
    const int busyNodes = valueOf(compute).busyNodes;
    if (busyNodes > 0) {
        throw ApiError(
            ErrorKind::Conflict,
            u"%1 nodes of the compute '%2' are running jobs. Cancel the jobs or wait for them first."_s.arg(busyNodes)
                .arg(name));
    }
    valueOf(azure.computes().setState(name, ProvisioningState::Deleting));
    azure.store().changes().bump(Topic::Computes);
    const auto operation = valueOf(
        azure.operations().start(u"delete compute"_s, name, [&azure, name] { return removeCompute(azure, name); }));
    return Response::empty(202).with("Azure-AsyncOperation",
                                     operationUrl(request, azure, "computeOperationsStatus", operation.id));
}

// Lists the nodes: a node is running a job or idle. Nodes are only numbers, because they are not separate machines.
Response listNodes(Request &request, AzureMlApi &azure)
{
    const auto compute = valueOf(azure.compute(request.capture(u"name")));
    const auto records =
        valueOf(azure.store().database().read([](Connection &connection) { return JobRows::active(connection); }));
    QList<Wire::ComputeNode> nodes;
    const auto add = [&](const QString &state, const QString &runId) {
        nodes.append({compute.name % u'-' % QString::number(nodes.size()), state, u"127.0.0.1"_s, runId});
    };
    for (const JobRecord &record : records) {
        const bool there = record.status == RunStatus::Starting || record.status == RunStatus::Running ||
                           record.status == RunStatus::Finalizing;
        if (!there || record.job.compute.compare(compute.name, Qt::CaseInsensitive) != 0)
            continue;
        for (int i = 0; i < record.job.instanceCount; ++i)
            add(u"running"_s, record.job.name);
    }
    while (nodes.size() < std::max(compute.currentNodes, compute.minNodes))
        add(u"idle"_s, {});
    return Response::json(Wire::nodeList(compute, nodes));
}

} // namespace

void addComputeRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/computes", [&azure](Request &request) -> Response {
        QJsonArray values;
        const auto computes = azure.allComputes();
        for (const Compute &compute : computes)
            values.append(resourceOf(azure, compute));
        return armList(request, values);
    });
    addArm(router, azure, "GET", "/computes/{name}",
           [&azure](Request &request) { return get(azure, request.capture(u"name")); });
    addArm(router, azure, "PUT", "/computes/{name}", [&azure](Request &request) { return put(request, azure); });
    addArm(router, azure, "PATCH", "/computes/{name}", [&azure](Request &request) { return patch(request, azure); });
    addArm(router, azure, "DELETE", "/computes/{name}", [&azure](Request &request) { return remove(request, azure); });
    addArm(router, azure, "POST", "/computes/{name}/listNodes",
           [&azure](Request &request) { return listNodes(request, azure); });
}

} // namespace Roost::Service::AzureMl
