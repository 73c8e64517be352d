// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurejobservice.h"

#include "models/backends/azureml/azureenvironmentcatalog.h"
#include "models/backends/azureml/snapshotfiles.h"
#include "models/backends/azureml/snapshotupload.h"
#include "models/core/words.h"
#include "models/wire/azureml/environment.h"
#include "models/wire/azureml/job.h"
#include "models/wire/azureml/records.h"
#include "models/wire/azureml/run.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

using OnProgress = std::function<void(SubmitProgress)>;

constexpr int longestOperationMs = 10 * 60 * 1000;

Job withoutRecords(Job job)
{
    job.tags.removeIf([](const auto &entry) { return Wire::isRecordTag(entry.key()); });
    job.properties.removeIf([](const auto &entry) { return Wire::isRecordProperty(entry.key()); });
    return job;
}

QUrl jobUrl(const ContextPtr &context, const QString &id, const QString &below = {})
{
    return context->armUrl(u"/jobs/"_s + segment(id) + below);
}

// Fails if the name is taken. A PUT to an existing job would change that job; a submission must not.
Future<void> whenFree(const ContextPtr &context, const QString &name)
{
    return then(context->client.get(jobUrl(context, name)), [name](const Result<QJsonObject> &json) {
        if (json) {
            return readyFuture<void>(
                failure(ErrorKind::Conflict, Words::tr("A run %1 already exists. Choose another name.").arg(name)));
        }
        if (json.error().kind == ErrorKind::NotFound)
            return readyFuture<void>({});
        return readyFuture<void>(std::unexpected(json.error()));
    });
}

Future<Job> withCode(const ContextPtr &context, const Job &job, const std::optional<CodeFiles> &reviewed,
                     const OnProgress &progress)
{
    if (job.codePath.isEmpty())
        return readyFuture<Job>(job);
    return transform(uploadSnapshot(context, job.codePath, reviewed, progress),
                     [job](const QString &id) -> Result<Job> {
                         auto whole = job;
                         whole.codeId = id;
                         return whole;
                     });
}

Future<Job> withEnvironment(const ContextPtr &context, const Job &job, const OnProgress &progress)
{
    if (progress)
        progress({SubmitProgress::Step::Environment, 0, 0});
    const auto named = [job](const Environment &environment) -> Result<Job> {
        auto whole = job;
        whole.environment = {environment.name, environment.version, {}, {}};
        return whole;
    };
    const auto &wanted = job.environment;
    if (wanted.isInline())
        return transform(createAnonymous(context, wanted.image, wanted.condaYaml), named);
    if (wanted.name.isEmpty())
        return readyFuture<Job>(failure(ErrorKind::Rejected, Words::tr("The job names no environment. Pick one.")));
    if (!wanted.version.isEmpty() || wanted.name.startsWith("azureml:"_L1))
        return readyFuture<Job>(job);
    AzureEnvironmentCatalog catalog(context);
    return transform(catalog.environment(wanted.name), named);
}

Future<void> afterDelay(int ms)
{
    Promise<void> promise;
    QTimer::singleShot(ms, [promise] { promise.resolve({}); });
    return promise.future();
}

// Polls the Location of a long-running operation until the status is no longer 202.
Future<void> done(const ContextPtr &context, const RestReply &reply, int leftMs, int polls = 0)
{
    const QUrl location(QString::fromLatin1(reply.header("Location")));
    if (reply.status != 202 || location.isEmpty())
        return readyFuture<void>({});
    if (leftMs <= 0) {
        return readyFuture<void>(failure(
            ErrorKind::Unreachable, Words::tr("The operation is still in progress. Check again in a few minutes.")));
    }
    const int delay = pollDelayMs(reply.number("Retry-After"), polls);
    return andThen(afterDelay(delay), [=] {
        RestRequest request;
        request.url = location;
        return andThen(context->client.send(std::move(request)),
                       [=](const RestReply &next) { return done(context, next, leftMs - delay, polls + 1); });
    });
}

} // namespace

Future<Run> AzureJobService::submit(const Job &job, std::function<void(SubmitProgress)> progress,
                                    const std::optional<CodeFiles> &reviewed)
{
    const auto context = m_context;
    auto wanted = job;
    const bool invented = wanted.name.isEmpty();
    if (invented)
        wanted.name = inventJobName();
    if (const auto why = whyNotAJobName(wanted.name); !why.isEmpty())
        return readyFuture<Run>(failure(ErrorKind::Rejected, why));
    const auto free = invented ? readyFuture<void>({}) : whenFree(context, wanted.name);
    auto coded = andThen(free, [=] { return withCode(context, wanted, reviewed, progress); });
    auto ready = andThen(coded, [=](const Job &whole) { return withEnvironment(context, whole, progress); });
    return andThen(ready, [=](const Job &whole) {
        if (progress)
            progress({SubmitProgress::Step::Submitting, 0, 0});
        return transform(context->client.put(jobUrl(context, whole.name), Wire::jobBody(whole, context->id)),
                         [whole](const QJsonObject &json) -> Result<Run> {
                             auto run = Wire::runFromJob(json);
                             if (run.id.isEmpty())
                                 run.id = whole.name;
                             return run;
                         });
    });
}

Future<void> AzureJobService::cancel(const QString &runId)
{
    return transform(m_context->client.query(jobUrl(m_context, runId, u"/cancel"_s), {}),
                     [](const QJsonObject &) -> Result<void> { return {}; });
}

Future<void> AzureJobService::remove(const QString &runId)
{
    const auto context = m_context;
    return andThen(context->client.remove(jobUrl(context, runId)),
                   [context](const RestReply &reply) { return done(context, reply, longestOperationMs); });
}

Future<Job> AzureJobService::job(const QString &runId)
{
    const auto context = m_context;
    return andThen(context->client.get(jobUrl(context, runId)), [context](const QJsonObject &json) {
        const auto job = withoutRecords(Wire::jobFromResource(json));
        if (job.environment.name != anonymousEnvironment())
            return readyFuture<Job>(job);
        // An environment that was sent with the job is also sent with the next job.
        AzureEnvironmentCatalog catalog(context);
        return transform(catalog.environment(job.environment.name, job.environment.version),
                         [job](const Environment &environment) -> Result<Job> {
                             auto whole = job;
                             whole.environment = {{}, {}, environment.image, environment.condaYaml};
                             return whole;
                         });
    });
}

Future<QList<SnapshotFile>> AzureJobService::snapshotFiles(const QString &codeId)
{
    return filesOfSnapshot(m_context, codeId);
}

} // namespace Roost::AzureMl
