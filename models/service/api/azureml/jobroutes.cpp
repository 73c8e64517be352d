// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/localcompute.h"
#include "models/core/runkeys.h"
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/api/azureml/reference.h"
#include "models/service/api/azureml/runvalues.h"
#include "models/wire/azureml/job.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/run.h"
#include "models/wire/json.h"

#include <QDir>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Jobs;
using namespace Store;
using namespace Wire;

namespace {

constexpr int pageSize = 50;

Result<RunAggregate> find(AzureMlApi &azure, const QString &id)
{
    return azure.store().database().read([&id](Connection &connection) -> Result<RunAggregate> {
        auto whole = runAggregate(connection, id);
        if (whole && !whole->job)
            return failure(ErrorKind::NotFound,
                           u"'%1' is a run that was logged, not a job that was submitted."_s.arg(id));
        return whole;
    });
}

QJsonObject resourceOf(AzureMlApi &azure, const RunAggregate &whole)
{
    return Wire::submittedJobResource(whole.run, whole.job->job, azure.workspace(), whole.job->submitted,
                                      isArchived(whole.run.properties));
}

Response resourceAnswer(AzureMlApi &azure, const QString &id, int status = 200)
{
    return Response::json(resourceOf(azure, valueOf(find(azure, id))), status);
}

// Returns the environment named by the body, with its current version.
EnvironmentRef environmentOf(AzureMlApi &azure, const QString &id)
{
    const auto reference = valueOf(readReference(id, u"environments"_s, azure.workspaceId()));
    const auto environment = azure.environment(reference.name, reference.version);
    if (!environment)
        throw ApiError(ErrorKind::Rejected, u"properties.environmentId: %1"_s.arg(environment.error().text));
    return {environment->name, environment->version, environment->image, environment->condaYaml};
}

// Returns the folder below code/ that the body refers to; empty for no code.
QString codeOf(AzureMlApi &azure, const QString &id)
{
    if (id.isEmpty())
        return {};
    const auto reference = valueOf(readReference(id, u"codes"_s, azure.workspaceId()));
    const auto code = azure.codes().version(reference.name, reference.version);
    if (!code)
        throw ApiError(ErrorKind::Rejected,
                       u"properties.codeId: %1 Upload and register it first."_s.arg(code.error().text));
    if (!QDir(azure.store().folder().code(code->hash)).exists()) {
        throw ApiError(
            ErrorKind::Rejected,
            u"properties.codeId: the files of the code %1:%2 are gone from the workspace. Submit from the source folder again."_s
                .arg(code->name, code->version));
    }
    return code->hash;
}

// Returns the compute named by the body.
QString computeOf(AzureMlApi &azure, const QString &id)
{
    const QString name =
        id.isEmpty() ? localComputeName : valueOf(readReference(id, u"computes"_s, azure.workspaceId())).name;
    const auto compute = azure.compute(name);
    if (!compute) {
        QStringList known;
        const auto all = azure.allComputes();
        for (const Compute &one : all)
            known.append(one.name);
        throw ApiError(ErrorKind::Rejected, u"properties.computeId: there is no compute '%1'; there is %2."_s.arg(
                                                name, known.join(u", "_s)));
    }
    if (compute->state == ProvisioningState::Failed || compute->state == ProvisioningState::Deleting) {
        throw ApiError(ErrorKind::Rejected, u"properties.computeId: the compute '%1' is %2. Pick another one."_s.arg(
                                                compute->name, toWord(compute->state)));
    }
    return compute->name;
}

// Updates a job as ARM defines it: tags are replaced, properties are only added, and the job itself does not change.
Response update(AzureMlApi &azure, const RunAggregate &old, const JobRequest &request)
{
    const Job &job = request.job;
    if (!job.command.isEmpty() && job.command != old.job->job.command) {
        throw ApiError(
            ErrorKind::Conflict,
            u"There is a job '%1' with another command already. Submit under another name."_s.arg(old.run.id));
    }
    valueOf(azure.store().database().write([&](Connection &connection) {
        const qint64 seq = old.row.seq;
        for (const auto &[key, value] : job.properties.asKeyValueRange()) {
            const QString known = old.run.properties.value(key);
            if (key.startsWith(u"roost."_s) || (!known.isEmpty() && known == value))
                continue;
            if (!known.isEmpty())
                throw ApiError(ErrorKind::Rejected,
                               u"The property '%1' of a job cannot be changed, only new ones be added."_s.arg(key));
            RunStore(connection).setProperty(seq, key, value);
        }
        if (request.hasTags) {
            for (const QString &key : old.run.tags.keys()) {
                if (!job.tags.contains(key) && !key.startsWith(u"mlflow."_s))
                    RunStore(connection).removeTag(seq, key);
            }
            for (const auto &[key, value] : job.tags.asKeyValueRange())
                RunStore(connection).setTag(seq, key, value);
        }
        if (!job.displayName.isEmpty())
            RunStore(connection).rename(seq, job.displayName);
        if (request.hasDescription)
            RunStore(connection).setDescription(seq, job.description);
        if (request.isArchived)
            RunStore(connection).setArchived(seq, *request.isArchived);
    }));
    azure.store().changes().bump(Topic::run(old.run.id));
    return resourceAnswer(azure, old.run.id);
}

Response put(Request &request, AzureMlApi &azure)
{
    const QString id = request.capture(u"id");
    const auto body = valueOf(request.json());
    auto wanted = valueOf(Wire::jobRequestFrom(id, body));
    if (const auto old = find(azure, id))
        return update(azure, *old, wanted);
    Job &job = wanted.job;
    job.environment = environmentOf(azure, wanted.environmentId);
    const QString code = codeOf(azure, job.codeId);
    job.compute = computeOf(azure, wanted.computeId);
    if (const QString tag = TagName::parentRun; !job.tags.contains(tag) && findRun(azure, wanted.parentJobName))
        job.tags.insert(tag, wanted.parentJobName);
    const auto record = valueOf(azure.jobs().submit(job, code, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    if (wanted.isArchived.value_or(false)) {
        valueOf(azure.store().database().write(
            [&](Connection &connection) { RunStore(connection).setArchived(record.seq, true); }));
    }
    return resourceAnswer(azure, record.job.name, 201);
}

// Pages continue after the last job returned, so that new jobs do not shift them.
Response list(Request &request, AzureMlApi &azure)
{
    const QString type = request.parameter(u"jobType");
    const QString tag = request.parameter(u"tag");
    const QStringList wanted = request.parameter(u"properties").split(u',', Qt::SkipEmptyParts);
    const qlonglong requested = request.parameter(u"$top").toLongLong();
    const qsizetype most = requested > 0 ? std::min<qsizetype>(requested, pageSize) : pageSize;
    const auto has = [](const StringMap &map, const QString &condition) {
        const QString key = condition.section(u'=', 0, 0).trimmed();
        return map.contains(key) &&
               (!condition.contains(u'=') || map.value(key) == condition.section(u'=', 1).trimmed());
    };
    const auto fits = [&](const Run &run) {
        return (tag.isEmpty() || has(run.tags, tag)) && isListed(request, isArchived(run.properties)) &&
               std::ranges::all_of(wanted, [&](const QString &one) { return has(run.properties, one); });
    };
    QJsonArray values;
    qint64 next = 0;
    if (type.isEmpty() || type.compare(u"Command", Qt::CaseInsensitive) == 0) {
        qint64 before = skipOf(request);
        valueOf(azure.store().database().read([&](Connection &connection) {
            while (true) {
                const auto rows = RunStore(connection).list({}, false, before, pageSize);
                for (const RunRow &row : rows) {
                    const RunAggregate whole = row.isJob ? runAggregate(connection, row) : RunAggregate();
                    if (whole.job && fits(whole.run)) {
                        if (values.size() == most) {
                            next = before;
                            return;
                        }
                        values.append(resourceOf(azure, whole));
                    }
                    before = row.seq;
                }
                if (rows.size() < pageSize)
                    return;
            }
        }));
    }
    return Response::json(Wire::armPage(values, next == 0 ? QString() : nextPage(request, next)));
}

QByteArray cancelUrl(const Request &request, AzureMlApi &azure, const QString &id)
{
    // Workspaces on Azure have GUIDs; here the GUID is derived from the name.
    const QString guid = QUuid::createUuidV5(QUuid(), azure.workspaceId().toUtf8()).toString(QUuid::WithoutBraces);
    return operationUrl(request, azure, "mfeOperationResults", u"jc:"_s % guid % u':' % id);
}

// Replies 202 with the body null and the Location to poll, without a Retry-After.
Response accepted(const Request &request, AzureMlApi &azure, const QString &id, const QByteArray &body)
{
    return Response::jsonText(body, 202)
        .with("Location", cancelUrl(request, azure, id))
        .with("x-ms-async-operation-timeout", "PT1H");
}

Response cancel(Request &request, AzureMlApi &azure)
{
    const QString id = request.capture(u"id");
    const auto whole = valueOf(find(azure, id));
    if (isTerminal(whole.run.status))
        return Response::empty(200);
    valueOf(azure.jobs().cancel(id));
    return accepted(request, azure, id, "null");
}

// Returns the reply at the Location of a cancel: 202 until the job is over.
Response cancelResult(Request &request, AzureMlApi &azure)
{
    const QString operation = request.capture(u"operation");
    if (!operation.startsWith(u"jc:"_s))
        throw ApiError(ErrorKind::NotFound, u"There is no operation '%1'."_s.arg(operation));
    const QString id = operation.section(u':', -1);
    const auto whole = valueOf(find(azure, id));
    if (isTerminal(whole.run.status))
        return Response::empty(200);
    return accepted(request, azure, id, "{}");
}

// Moves a run that was only logged to the trash; such a run has no job.
void removeLogged(AzureMlApi &azure, const QString &id)
{
    valueOf(azure.store().database().write([&id](Connection &connection) {
        const auto row = valueOf(RunStore(connection).find(id));
        if (row.deleted)
            throw ApiError(ErrorKind::NotFound, u"The run '%1' was deleted."_s.arg(id));
        if (!isTerminal(row.status))
            throw ApiError(ErrorKind::Conflict,
                           u"The run '%1' is still %2. Wait until it is over."_s.arg(id, toWord(row.status)));
        RunStore(connection).setDeleted(row.seq, true);
    }));
    azure.store().changes().bump(Topic::run(id));
}

Response remove(Request &request, AzureMlApi &azure)
{
    const QString id = request.capture(u"id");
    const auto removed = resultOf([&] {
        if (find(azure, id))
            valueOf(azure.jobs().remove(id));
        else
            removeLogged(azure, id);
    });
    if (!removed && removed.error().kind == ErrorKind::NotFound)
        return Response::empty(204);
    valueOf(removed);
    return Response::empty(200);
}

} // namespace

void addJobRoutes(Router &router, AzureMlApi &azure)
{
    addArm(router, azure, "GET", "/jobs", [&azure](Request &request) { return list(request, azure); });
    addArm(router, azure, "GET", "/jobs/{id}",
           [&azure](Request &request) { return resourceAnswer(azure, request.capture(u"id")); });
    addArm(router, azure, "PUT", "/jobs/{id}", [&azure](Request &request) { return put(request, azure); });
    addArm(router, azure, "DELETE", "/jobs/{id}", [&azure](Request &request) { return remove(request, azure); });
    addArm(router, azure, "POST", "/jobs/{id}/cancel", [&azure](Request &request) { return cancel(request, azure); });
    addArmRoot(router, azure, "GET",
               "/subscriptions/{subscription}/providers/Microsoft.MachineLearningServices/locations/{location}/"
               "mfeOperationResults/{operation}",
               [&azure](Request &request) { return cancelResult(request, azure); });
}

} // namespace Roost::Service::AzureMl
