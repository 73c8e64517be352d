// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurerunlist.h"

#include "models/wire/azureml/history.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/run.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/run.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// A page of runs and their experiments, for the query to MLflow.
struct Found
{
    Page<Run> page;
    QSet<QString> experiments;
};

QDateTime newest(const QList<Run> &runs)
{
    QDateTime time;
    for (const auto &run : runs)
        time = std::max({time, run.created, run.started});
    return time;
}

// Finds exactly the runs of the page. The start time cannot be used, because pages are ordered by the time at which
// runs were added to the workspace.
QJsonObject metricsQuery(const Found &found)
{
    QStringList ids;
    for (const Run &run : found.page.items)
        ids += run.id;
    return Wire::runsSearchBody(QStringList(found.experiments.begin(), found.experiments.end()), ids);
}

// Finds the runs that started no later than the newest run of the page, for servers that do not support lists of ids.
QJsonObject metricsQueryByTime(const Found &found)
{
    return Wire::runsSearchBodyUntil(QStringList(found.experiments.begin(), found.experiments.end()),
                                     newest(found.page.items),
                                     std::min<qsizetype>(2 * found.page.items.size() + 20, 1000));
}

// Adds last metrics and parameters with one request per page. A run that MLflow does not have is not changed.
Future<Page<Run>> withMetrics(const ContextPtr &context, const Found &found)
{
    if (context->mlflow.isEmpty() || found.experiments.isEmpty() || found.page.items.isEmpty())
        return readyFuture<Page<Run>>(found.page);
    const QUrl url = context->mlflowUrl(u"runs/search"_s);
    const auto reply = then(context->client.query(url, metricsQuery(found)),
                            [context, url, found](const Result<QJsonObject> &json) -> Future<QJsonObject> {
                                if (json || json.error().kind != ErrorKind::Rejected)
                                    return readyFuture<QJsonObject>(json);
                                return context->client.query(url, metricsQueryByTime(found));
                            });
    const auto page = found.page;
    return then(reply, [page](const Result<QJsonObject> &json) {
        auto whole = page;
        QHash<QString, Run> known;
        for (const QJsonObject &one :
             Wire::mlflowPageFrom(json.value_or(QJsonObject()), Wire::MlflowList::Runs).items) {
            const auto run = Wire::runFromMlflow(one);
            known.insert(run.id, run);
        }
        for (auto &run : whole.items) {
            const auto it = known.constFind(run.id);
            if (it == known.cend())
                continue;
            run.lastMetrics = it->lastMetrics;
            run.parameters.insert(it->parameters);
        }
        return readyFuture<Page<Run>>(whole);
    });
}

// Adds times, errors and exact states to listed jobs, because the list contains none of them.
Future<Found> withHistory(const ContextPtr &context, const Page<Run> &page)
{
    QStringList ids;
    for (const auto &run : page.items)
        ids += run.id;
    const auto url = context->dataUrl(u"history/v1.0"_s, u"/batchrundata"_s);
    return then(context->client.query(url, Wire::batchRundataBody(ids)), [page](const Result<QJsonObject> &json) {
        Found found{page, {}};
        const auto results = Wire::metadataFromBatch(json.value_or(QJsonObject()));
        for (auto &run : found.page.items) {
            const auto metadata = results.value(run.id);
            if (metadata.isEmpty())
                continue;
            run = Wire::merged(run, Wire::runFromHistory(metadata));
            if (const auto id = Wire::experimentIdOf(metadata); !id.isEmpty())
                found.experiments.insert(id);
        }
        return readyFuture<Found>(found);
    });
}

bool fits(const Run &run, const RunQuery &query)
{
    return !(query.activeOnly && isTerminal(run.status)) &&
           (query.experiment.isEmpty() || run.experiment == query.experiment);
}

} // namespace

Future<Page<Run>> queriedRuns(const ContextPtr &context, const RunQuery &query, const QString &token)
{
    const QString below = query.experiment.isEmpty() ? QString() : u"/experiments/"_s + segment(query.experiment);
    const auto url = context->dataUrl(u"history/v1.0"_s, below + "/runs:query"_L1);
    const auto experiment = query.experiment;
    auto found = transform(context->client.query(url, Wire::runsQueryBody(query, token)),
                           [experiment](const QJsonObject &json) -> Result<Found> {
                               const auto page = Wire::pageFrom(json);
                               Found all;
                               all.page.next = page.token;
                               for (const auto &item : page.items) {
                                   auto run = Wire::runFromHistory(item);
                                   if (run.experiment.isEmpty())
                                       run.experiment = experiment;
                                   if (const auto id = Wire::experimentIdOf(item); !id.isEmpty())
                                       all.experiments.insert(id);
                                   all.page.items.append(run);
                               }
                               return all;
                           });
    return andThen(found, [context](const Found &all) { return withMetrics(context, all); });
}

Future<Page<Run>> listedRuns(const ContextPtr &context, const RunQuery &query, const QString &next)
{
    const auto url = next.isEmpty() ? context->armUrl(u"/jobs"_s, {{u"listViewType"_s, u"ActiveOnly"_s},
                                                                   {u"$top"_s, QString::number(query.pageSize)}})
                                    : QUrl(next);
    auto listed = transform(context->client.get(url), [](const QJsonObject &json) -> Result<Page<Run>> {
        const auto page = Wire::pageFrom(json);
        Page<Run> runs{{}, page.next};
        for (const auto &item : page.items)
            runs.items.append(Wire::runFromJob(item));
        return runs;
    });
    auto found = andThen(listed, [context](const Page<Run> &page) { return withHistory(context, page); });
    return andThen(found, [context, query](const Found &all) {
        auto wanted = all;
        wanted.page.items.removeIf([&query](const Run &run) { return !fits(run, query); });
        return withMetrics(context, wanted);
    });
}

Future<std::optional<Run>> mlflowRun(const ContextPtr &context, const QString &id)
{
    if (context->mlflow.isEmpty())
        return readyFuture<std::optional<Run>>(std::nullopt);
    const auto url = context->mlflowUrl(u"runs/get"_s, {{u"run_id"_s, id}});
    return then(context->client.get(url), [](const Result<QJsonObject> &json) -> Future<std::optional<Run>> {
        if (json)
            return readyFuture<std::optional<Run>>(Wire::runFromMlflow(Wire::runIn(*json)));
        // Only a transient failure is an error: charts must not disappear because one request failed.
        if (json.error().mayPass())
            return readyFuture<std::optional<Run>>(std::unexpected(json.error()));
        return readyFuture<std::optional<Run>>(std::nullopt);
    });
}

} // namespace Roost::AzureMl
