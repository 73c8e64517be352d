// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurerunhistory.h"

#include "models/backends/azureml/azureartifacts.h"
#include "models/backends/azureml/azuremetrics.h"
#include "models/backends/azureml/azurerunlist.h"
#include "models/wire/azureml/run.h"
#include "models/wire/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

constexpr qsizetype mostRemembered = 20000;

// Page tokens say which of the two lists they belong to.
const auto queried = "query:"_L1;
const auto listed = "list:"_L1;

Answer<Page<Run>> marked(const Answer<Page<Run>> &pages, QLatin1StringView mark)
{
    return mapped(pages, [mark](Page<Run> page) -> Result<Page<Run>> {
        if (!page.next.isEmpty())
            page.next.prepend(mark);
        return page;
    });
}

QUrl runUrl(const ContextPtr &context, const QString &id, const QString &below = {})
{
    return context->dataUrl(u"history/v1.0"_s, u"/runs/"_s + segment(id) + below);
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

AzureRunHistory::AzureRunHistory(ContextPtr context)
    : m_context(std::move(context))
    , m_memory(std::make_shared<Memory>())
{
}

Answer<Page<Run>> AzureRunHistory::runs(const RunQuery &query, const QString &page)
{
    const auto context = m_context;
    const auto memory = m_memory;
    if (page.startsWith(listed))
        return marked(listedRuns(context, query, page.sliced(listed.size())), listed);
    if (query.experiment.isEmpty() && !memory->queriesWorkspace)
        return marked(listedRuns(context, query, {}), listed);
    const auto token = page.startsWith(queried) ? page.sliced(queried.size()) : QString();
    auto first = marked(queriedRuns(context, query, token), queried);
    return whatever(first, [=](const Result<Page<Run>> &found) -> Answer<Page<Run>> {
        if (found)
            return answered<Page<Run>>(found);
        const auto kind = found.error().kind;
        const bool isMissing = kind == ErrorKind::NotFound || kind == ErrorKind::Rejected;
        // No such experiment is no runs.
        if (kind == ErrorKind::NotFound && !query.experiment.isEmpty())
            return answered<Page<Run>>(Page<Run>());
        if (!isMissing || !query.experiment.isEmpty() || !token.isEmpty())
            return answered<Page<Run>>(std::unexpected(found.error()));
        memory->queriesWorkspace = false;
        return marked(listedRuns(context, query, {}), listed);
    });
}

Answer<std::optional<Run>> AzureRunHistory::job(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                                const QString &id)
{
    if (const auto known = memory->jobs.constFind(id); known != memory->jobs.cend())
        return answered<std::optional<Run>>(*known);
    const auto url = context->armUrl(u"/jobs/"_s + segment(id));
    return whatever(context->client.get(url),
                    [memory, id](const Result<QJsonObject> &json) -> Answer<std::optional<Run>> {
                        std::optional<Run> job;
                        if (json)
                            job = Wire::runFromJob(*json);
                        else if (json.error().kind != ErrorKind::NotFound)
                            return answered<std::optional<Run>>(std::unexpected(json.error()));
                        if (memory->jobs.size() > mostRemembered)
                            memory->jobs.clear();
                        memory->jobs.insert(id, job);
                        return answered<std::optional<Run>>(job);
                    });
}

Answer<Run> AzureRunHistory::runNow(const ContextPtr &context, const std::shared_ptr<Memory> &memory, const QString &id)
{
    // All three are on their way at once.
    const auto asked = job(context, memory, id);
    const auto logged = mlflowRun(context, id);
    return after(context->client.get(runUrl(context, id)), [asked, logged](const QJsonObject &json) {
        const auto history = Wire::runFromHistory(json);
        return after(asked, [history, logged](const std::optional<Run> &job) {
            const auto whole = job ? Wire::merged(*job, history) : history;
            return mapped(logged, [whole](const std::optional<Run> &mlflow) -> Result<Run> {
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

Answer<Run> AzureRunHistory::run(const QString &id)
{
    return runNow(m_context, m_memory, id);
}

Answer<QList<FileRef>> AzureRunHistory::logs(const QString &runId)
{
    const auto memory = m_memory;
    return mapped(m_context->client.get(runUrl(m_context, runId, u"/details"_s)),
                  [memory, runId](const QJsonObject &json) -> Result<QList<FileRef>> {
                      auto logs = Wire::logsFromDetails(json);
                      for (const auto &log : std::as_const(logs))
                          memory->remember(runId, log);
                      return logs;
                  });
}

Answer<QList<Artifact>> AzureRunHistory::artifacts(const QString &runId, const QString &prefix)
{
    return artifactsOf(m_context, runId, prefix);
}

Answer<FileRef> AzureRunHistory::file(const QString &runId, const QString &path)
{
    const auto memory = m_memory;
    return mapped(artifactFile(m_context, runId, path), [memory, runId](const FileRef &file) -> Result<FileRef> {
        memory->remember(runId, file);
        return file;
    });
}

Answer<Chunk> AzureRunHistory::read(const FileRef &file, qint64 offset, qint64 limit)
{
    const auto context = m_context;
    const auto memory = m_memory;
    const auto url = memory->renewed.value(file.url, file.url);
    return whatever(context->client.getRange(QUrl(url), offset, limit),
                    [=](const Result<Chunk> &chunk) -> Answer<Chunk> {
                        if (chunk || chunk.error().kind != ErrorKind::Denied)
                            return answered<Chunk>(chunk);
                        return readAgain(context, memory, file, offset, limit, chunk.error());
                    });
}

// The signature has expired, or the service was restarted with another key: ask for a fresh address, once.
Answer<Chunk> AzureRunHistory::readAgain(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                         const FileRef &file, qint64 offset, qint64 limit, const Error &why)
{
    const auto known = memory->files.constFind(file.url);
    if (known == memory->files.cend())
        return answered<Chunk>(std::unexpected(why));
    const auto [runId, path] = *known;
    return after(artifactFile(context, runId, path), [=](const FileRef &fresh) {
        memory->renewed.insert(file.url, fresh.url);
        return context->client.getRange(QUrl(fresh.url), offset, limit);
    });
}

Answer<MetricHistory> AzureRunHistory::metric(const QString &runId, const QString &key, const QString &cursor)
{
    return metricOf(m_context, runId, key, cursor);
}

Answer<Run> AzureRunHistory::setTag(const QString &runId, const QString &key, const QString &value)
{
    const auto context = m_context;
    const auto memory = m_memory;
    const auto again = [=](const auto &) {
        memory->jobs.remove(runId);
        return runNow(context, memory, runId);
    };
    if (!value.isNull())
        return after(context->client.patch(runUrl(context, runId), {{u"tags"_s, QJsonObject{{key, value}}}}), again);
    RestRequest request;
    request.method = "DELETE";
    request.url = runUrl(context, runId, u"/tags"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(QJsonArray{key}).toJson(QJsonDocument::Compact);
    return after(context->client.send(std::move(request)), again);
}

Answer<Run> AzureRunHistory::rename(const QString &runId, const QString &displayName)
{
    const auto context = m_context;
    const auto memory = m_memory;
    return after(context->client.patch(runUrl(context, runId), {{u"displayName"_s, displayName}}),
                 [=](const QJsonObject &) {
                     memory->jobs.remove(runId);
                     return runNow(context, memory, runId);
                 });
}

} // namespace Roost::AzureMl
