// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
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

// The reply to a change, which does not state the nodes.
Result<Response> changing(AzureMlApi &azure, const QString &name, int status)
{
    auto compute = azure.compute(name);
    if (!compute)
        return std::unexpected(compute.error());
    compute->nodesKnown = false;
    return Response::json(resourceOf(azure, *compute), status);
}

// For a missing compute the reply is empty, as on Azure.
Result<Response> get(AzureMlApi &azure, const QString &name)
{
    const auto compute = azure.compute(name);
    if (!compute && compute.error().kind == ErrorKind::NotFound)
        return Response::empty(404);
    if (!compute)
        return std::unexpected(compute.error());
    return Response::json(resourceOf(azure, *compute));
}

// A compute created here is a share of this machine: it is ready when a run can start on it.
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
    const auto kept = azure.computes().setState(name, state, why.isEmpty() ? QStringList() : QStringList{why});
    azure.store().changes().bump(u"computes"_s);
    if (!kept)
        return std::unexpected(kept.error());
    return why.isEmpty() ? Result<void>() : failure(ErrorKind::Failed, why);
}

Result<Compute> checked(const QString &name, const QJsonObject &body)
{
    auto compute = Wire::computeFromBody(name, body);
    if (!compute)
        return compute;
    if (compute->size.isEmpty())
        return failure(ErrorKind::Rejected,
                       u"properties.properties.vmSize is missing: it says what kind of node is wanted."_s);
    if (compute->maxNodes > mostNodes) {
        return failure(
            ErrorKind::Rejected,
            u"%1 nodes are more than a compute may have; the most is %2."_s.arg(compute->maxNodes).arg(mostNodes));
    }
    return compute;
}

Result<Response> put(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (isLocalCompute(name)) {
        return failure(ErrorKind::Conflict,
                       u"'local' is this machine itself; it always exists and cannot be changed. Pick another name."_s);
    }
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    auto compute = checked(name, *body);
    if (!compute)
        return std::unexpected(compute.error());
    if (const auto old = azure.computes().compute(name)) {
        if (old->state == ProvisioningState::Creating || old->state == ProvisioningState::Deleting) {
            return failure(ErrorKind::Conflict, u"The compute '%1' is %2 at the moment. Wait until that is done."_s.arg(
                                                    name, toWord(old->state).toLower()));
        }
        if (old->size != compute->size || old->lowPriority != compute->lowPriority) {
            return failure(
                ErrorKind::Rejected,
                u"Size and priority of the compute '%1' were fixed when it was made (%2). Delete it first, or pick another name."_s
                    .arg(name, old->size));
        }
    }
    compute->location = compute->location.isEmpty() ? QString(localRegion) : compute->location;
    compute->state = ProvisioningState::Creating;
    const auto isNew = azure.computes().save(*compute);
    if (!isNew)
        return std::unexpected(isNew.error());
    if (const auto kept = azure.computes().keepSent(name, sentParts(SentKind::Compute, *body)); !kept)
        return std::unexpected(kept.error());
    azure.store().changes().bump(u"computes"_s);
    auto response = changing(azure, name, 201);
    const auto operation = azure.operations().begin(*isNew ? u"create compute"_s : u"update compute"_s, name,
                                                    [&azure, name] { return provision(azure, name); });
    if (!operation)
        return std::unexpected(operation.error());
    if (response)
        response->setHeader("Azure-AsyncOperation",
                            operationUrl(request, azure, "computeOperationsStatus", operation->id));
    return response;
}

Result<Response> patch(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    if (isLocalCompute(name))
        return failure(ErrorKind::Conflict, u"'local' is this machine itself; it has no scale to change."_s);
    auto compute = azure.computes().compute(name);
    if (!compute)
        return std::unexpected(compute.error());
    const QJsonObject rescaled = Wire::computeBodyWithScale(*compute, *body);
    if (rescaled.isEmpty() && !Wire::changesTags(*body))
        return failure(ErrorKind::Rejected,
                       u"properties.properties.scaleSettings is missing; beside tags nothing else can be changed."_s);
    // The new settings are read and checked as those of a PUT.
    const auto changed = checked(compute->name, rescaled.isEmpty() ? Wire::computeBody(*compute) : rescaled);
    if (!changed)
        return std::unexpected(changed.error());
    compute->minNodes = changed->minNodes;
    compute->maxNodes = changed->maxNodes;
    compute->idleSeconds = changed->idleSeconds;
    compute->state = ProvisioningState::Updating;
    if (const auto saved = azure.computes().save(*compute); !saved)
        return std::unexpected(saved.error());
    QJsonObject sent = azure.computes().sent(name);
    if (Wire::changesTags(*body))
        sent = Wire::withTagsOf(sent, *body);
    if (const auto kept = azure.computes().keepSent(name, sent); !kept)
        return std::unexpected(kept.error());
    azure.store().changes().bump(u"computes"_s);
    auto response = changing(azure, name, 202);
    const auto operation =
        azure.operations().begin(u"update compute"_s, name, [&azure, name] { return provision(azure, name); });
    if (!operation)
        return std::unexpected(operation.error());
    if (response)
        response->setHeader("Azure-AsyncOperation",
                            operationUrl(request, azure, "computeOperationsStatus", operation->id));
    return response;
}

Result<void> removeCompute(AzureMlApi &azure, const QString &name)
{
    const auto gone = azure.computes().remove(name);
    azure.store().changes().bump(u"computes"_s);
    return gone ? Result<void>() : std::unexpected(gone.error());
}

Result<Response> remove(Request &request, AzureMlApi &azure)
{
    const QString name = request.capture(u"name");
    if (isLocalCompute(name))
        return failure(ErrorKind::Conflict, u"'local' is this machine itself and cannot be deleted."_s);
    const QString action = request.parameter(u"underlyingResourceAction");
    if (action.compare(u"Delete", Qt::CaseInsensitive) != 0 && action.compare(u"Detach", Qt::CaseInsensitive) != 0) {
        return failure(ErrorKind::Rejected,
                       u"The query parameter underlyingResourceAction is missing; it must be Delete or Detach."_s);
    }
    const auto compute = azure.compute(name);
    if (!compute)
        return compute.error().kind == ErrorKind::NotFound ? Result<Response>(Response::empty(204))
                                                           : std::unexpected(compute.error());
    if (compute->busyNodes > 0) {
        return failure(ErrorKind::Conflict,
                       u"%1 nodes of the compute '%2' are running jobs. Cancel the jobs or wait for them first."_s
                           .arg(compute->busyNodes)
                           .arg(name));
    }
    if (const auto marked = azure.computes().setState(name, ProvisioningState::Deleting); !marked)
        return std::unexpected(marked.error());
    azure.store().changes().bump(u"computes"_s);
    const auto operation =
        azure.operations().begin(u"delete compute"_s, name, [&azure, name] { return removeCompute(azure, name); });
    if (!operation)
        return std::unexpected(operation.error());
    return Response::empty(202).with("Azure-AsyncOperation",
                                     operationUrl(request, azure, "computeOperationsStatus", operation->id));
}

// A node runs a job or is idle. Nodes are only numbered, because they are not separate machines.
Result<Response> listNodes(Request &request, AzureMlApi &azure)
{
    const auto compute = azure.compute(request.capture(u"name"));
    if (!compute)
        return std::unexpected(compute.error());
    const auto records = azure.store().database().read(
        [](Connection &connection) -> Result<QList<JobRecord>> { return JobRows::active(connection); });
    if (!records)
        return std::unexpected(records.error());
    QList<Wire::ComputeNode> nodes;
    const auto add = [&](const QString &state, const QString &runId) {
        nodes.append({compute->name % u'-' % QString::number(nodes.size()), state, u"127.0.0.1"_s, runId});
    };
    for (const JobRecord &record : *records) {
        const bool there = record.status == RunStatus::Starting || record.status == RunStatus::Running ||
                           record.status == RunStatus::Finalizing;
        if (!there || record.job.compute.compare(compute->name, Qt::CaseInsensitive) != 0)
            continue;
        for (int i = 0; i < record.job.instanceCount; ++i)
            add(u"running"_s, record.job.name);
    }
    while (nodes.size() < std::max(compute->currentNodes, compute->minNodes))
        add(u"idle"_s, {});
    return Response::json(Wire::nodeList(*compute, nodes));
}

} // namespace

void addComputeRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/computes", [&azure](Request &request) -> Result<Response> {
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
