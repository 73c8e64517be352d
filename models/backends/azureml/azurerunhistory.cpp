// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurerunhistory.h"

#include "models/backends/azureml/azureartifacts.h"
#include "models/backends/azureml/azuremetrics.h"
#include "models/backends/azureml/azurerunlist.h"
#include "models/backends/azureml/blobcontainer.h"
#include "models/wire/azureml/run.h"
#include "models/wire/azureml/runchange.h"
#include "models/wire/azureml/runlogs.h"
#include "models/wire/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

constexpr qsizetype mostRemembered = 20000;

// A page token names the list to which it belongs.
const auto queried = "query:"_L1;
const auto listed = "list:"_L1;

Future<Page<Run>> marked(const Future<Page<Run>> &pages, QLatin1StringView mark)
{
    return transform(pages, [mark](Page<Run> page) -> Result<Page<Run>> {
        if (!page.next.isEmpty())
            page.next.prepend(mark);
        return page;
    });
}

QUrl runUrl(const ContextPtr &context, const QString &id, const QString &below = {})
{
    return context->dataUrl(u"history/v1.0"_s, u"/runs/"_s + segment(id) + below);
}

// Changes an existing run. A PATCH of the run itself, without /modify, would create a run that does not exist.
Future<QJsonObject> modified(const ContextPtr &context, const QString &id, const QJsonObject &changes)
{
    return context->client.patch(runUrl(context, id, u"/modify"_s), changes);
}

} // namespace

void AzureRunHistory::Memory::remember(const QString &runId, const FileRef &file)
{
    if (files.size() > mostRemembered) {
        files.clear();
        renewed.clear();
    }
    files.insert(file.url, {runId, file.path});
}

void AzureRunHistory::Memory::rememberContainer(const QString &runId, const QJsonObject &historyRun)
{
    if (containers.size() > mostRemembered)
        containers.clear();
    const auto container = Wire::dataContainerOf(historyRun);
    containers.insert(runId, container.isEmpty() ? Wire::runContainer(runId) : container);
}

AzureRunHistory::AzureRunHistory(ContextPtr context)
    : m_context(std::move(context))
    , m_memory(std::make_shared<Memory>())
{
}

Future<Page<Run>> AzureRunHistory::runs(const RunQuery &query, const QString &page)
{
    const auto context = m_context;
    const auto memory = m_memory;
    if (page.startsWith(listed))
        return marked(listedRuns(context, query, page.sliced(listed.size())), listed);
    if (query.experiment.isEmpty() && !memory->queriesWorkspace)
        return marked(listedRuns(context, query, {}), listed);
    const auto token = page.startsWith(queried) ? page.sliced(queried.size()) : QString();
    auto first = marked(queriedRuns(context, query, token), queried);
    return then(first, [=](const Result<Page<Run>> &found) -> Future<Page<Run>> {
        if (found)
            return readyFuture<Page<Run>>(found);
        const auto kind = found.error().kind;
        const bool isMissing = kind == ErrorKind::NotFound || kind == ErrorKind::Rejected;
        // A missing experiment has no runs.
        if (kind == ErrorKind::NotFound && !query.experiment.isEmpty())
            return readyFuture<Page<Run>>(Page<Run>());
        if (!isMissing || !query.experiment.isEmpty() || !token.isEmpty())
            return readyFuture<Page<Run>>(std::unexpected(found.error()));
        memory->queriesWorkspace = false;
        return marked(listedRuns(context, query, {}), listed);
    });
}

Future<std::optional<Run>> AzureRunHistory::job(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                                const QString &id)
{
    if (const auto known = memory->jobs.constFind(id); known != memory->jobs.cend())
        return readyFuture<std::optional<Run>>(*known);
    const auto url = context->armUrl(u"/jobs/"_s + segment(id));
    return then(context->client.get(url), [memory, id](const Result<QJsonObject> &json) -> Future<std::optional<Run>> {
        std::optional<Run> job;
        if (json)
            job = Wire::runFromJob(*json);
        else if (json.error().kind != ErrorKind::NotFound)
            return readyFuture<std::optional<Run>>(std::unexpected(json.error()));
        if (memory->jobs.size() > mostRemembered)
            memory->jobs.clear();
        memory->jobs.insert(id, job);
        return readyFuture<std::optional<Run>>(job);
    });
}

Future<QString> AzureRunHistory::container(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                           const QString &id)
{
    if (const auto known = memory->containers.constFind(id); known != memory->containers.cend())
        return readyFuture<QString>(*known);
    return then(context->client.get(runUrl(context, id)), [memory, id](const Result<QJsonObject> &json) {
        if (!json && json.error().mayPass())
            return readyFuture<QString>(std::unexpected(json.error()));
        if (!json)
            return readyFuture<QString>(Wire::runContainer(id));
        memory->rememberContainer(id, *json);
        return readyFuture<QString>(memory->containers.value(id));
    });
}

Future<Run> AzureRunHistory::runNow(const ContextPtr &context, const std::shared_ptr<Memory> &memory, const QString &id)
{
    // The three requests are sent at once.
    const auto reply = job(context, memory, id);
    const auto logged = mlflowRun(context, id);
    return andThen(context->client.get(runUrl(context, id)), [reply, logged, memory, id](const QJsonObject &json) {
        const auto history = Wire::runFromHistory(json);
        memory->rememberContainer(id, json);
        return andThen(reply, [history, logged](const std::optional<Run> &job) {
            const auto whole = job ? Wire::merged(*job, history) : history;
            return transform(logged, [whole](const std::optional<Run> &mlflow) -> Result<Run> {
                auto run = whole;
                if (mlflow) {
                    run.lastMetrics = mlflow->lastMetrics;
                    run.parameters.insert(mlflow->parameters);
                }
                return run;
            });
        });
    });
}

Future<Run> AzureRunHistory::run(const QString &id)
{
    return runNow(m_context, m_memory, id);
}

Future<QList<FileRef>> AzureRunHistory::logs(const QString &runId)
{
    const auto memory = m_memory;
    return transform(m_context->client.get(runUrl(m_context, runId, u"/details"_s)),
                     [memory, runId](const QJsonObject &json) -> Result<QList<FileRef>> {
                         auto logs = Wire::logsFromDetails(json);
                         for (const auto &log : std::as_const(logs))
                             memory->remember(runId, log);
                         return logs;
                     });
}

Future<QList<Artifact>> AzureRunHistory::artifacts(const QString &runId, const QString &prefix)
{
    const auto context = m_context;
    return andThen(container(context, m_memory, runId),
                   [context, prefix](const QString &box) { return artifactsOf(context, box, prefix); });
}

Future<FileRef> AzureRunHistory::file(const QString &runId, const QString &path)
{
    const auto context = m_context;
    const auto memory = m_memory;
    const auto found = andThen(container(context, memory, runId),
                               [context, path](const QString &box) { return artifactFile(context, box, path); });
    return transform(found, [memory, runId](const FileRef &file) -> Result<FileRef> {
        memory->remember(runId, file);
        return file;
    });
}

Future<Chunk> AzureRunHistory::read(const FileRef &file, qint64 offset, qint64 limit)
{
    const auto context = m_context;
    const auto memory = m_memory;
    const auto url = memory->renewed.value(file.url, file.url);
    return then(context->client.getRange(QUrl(url), offset, limit), [=](const Result<Chunk> &chunk) -> Future<Chunk> {
        if (chunk || chunk.error().kind != ErrorKind::Denied)
            return readyFuture<Chunk>(chunk);
        return readAgain(context, memory, file, offset, limit, chunk.error());
    });
}

// Requests a new address and reads again, once: the signature has expired, or the service was restarted with another
// key. Files of models and snapshots do not belong to a run; their container's renewal signs them again.
Future<Chunk> AzureRunHistory::readAgain(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                         const FileRef &file, qint64 offset, qint64 limit, const Error &why)
{
    const auto known = memory->files.constFind(file.url);
    const auto readAt = [=](const QUrl &fresh) {
        memory->renewed.insert(file.url, fresh.toString(QUrl::FullyEncoded));
        return context->client.getRange(fresh, offset, limit);
    };
    if (known == memory->files.cend()) {
        return then(freshSignature(context, QUrl(file.url)), [=](const Result<QString> &signature) {
            if (!signature)
                return readyFuture<Chunk>(std::unexpected(why));
            QUrl fresh(file.url);
            fresh.setQuery(*signature);
            return readAt(fresh);
        });
    }
    const auto [runId, path] = *known;
    return andThen(container(context, memory, runId), [=](const QString &box) {
        return andThen(artifactFile(context, box, path), [=](const FileRef &fresh) { return readAt(QUrl(fresh.url)); });
    });
}

Future<MetricHistory> AzureRunHistory::metric(const QString &runId, const QString &key, const QString &cursor)
{
    return metricOf(m_context, runId, key, cursor);
}

Future<Run> AzureRunHistory::setTag(const QString &runId, const QString &key, const QString &value)
{
    const auto context = m_context;
    const auto memory = m_memory;
    const auto again = [=](const auto &) {
        memory->jobs.remove(runId);
        return runNow(context, memory, runId);
    };
    if (!value.isNull())
        return andThen(modified(context, runId, Wire::tagChange(key, value)), again);
    RestRequest request;
    request.method = "DELETE";
    request.url = runUrl(context, runId, u"/tags"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonArray{key}).toJson(QJsonDocument::Compact);
    return andThen(context->client.send(std::move(request)), again);
}

Future<Run> AzureRunHistory::rename(const QString &runId, const QString &displayName)
{
    const auto context = m_context;
    const auto memory = m_memory;
    return andThen(modified(context, runId, Wire::nameChange(displayName)), [=](const QJsonObject &) {
        memory->jobs.remove(runId);
        return runNow(context, memory, runId);
    });
}

} // namespace Roost::AzureMl
