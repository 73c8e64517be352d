// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/api/azureml/runfilter.h"
#include "models/service/store/workspace/artifactplaces.h"
#include "models/wire/azureml/history.h"
#include "models/wire/azureml/page.h"
#include "models/wire/azureml/run.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

Response details(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    QList<FileRef> logs;
    const QString origin = request.origin();
    const auto files = valueOf(artifactsOfRun(azure.store(), whole.run.id).below({}));
    for (const Artifact &file : files) {
        if (isLog(file.path)) {
            const QString blob = Wire::artifactPath(whole.run.id, file.path);
            logs.append({file.path, azure.blobs().signedUrl(origin, BlobContainers::artifacts(), blob)});
        }
    }
    const QJsonObject plain = Wire::runDetails(whole.run, logs);
    if (!whole.job)
        return Response::json(plain);
    const auto compute = azure.compute(whole.run.computeName);
    return Response::json(
        Wire::withJobDetails(plain, whole.job->job, compute ? &*compute : nullptr, whole.run.nodeCount));
}

QJsonObject rundataOf(AzureMlApi &azure, const RunAggregate &whole, const Wire::RundataRequest &request)
{
    const QJsonObject definition = whole.job ? Wire::runDefinition(whole.job->job) : QJsonObject();
    return Wire::rundata(request, historyRunOf(whole), definition, jobResourceOf(azure, whole));
}

Response rundata(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const auto wanted = Wire::rundataRequestFrom(body);
    const auto whole = valueOf(findRun(azure, wanted.runId));
    return Response::json(rundataOf(azure, whole, wanted));
}

// Returns the data of several runs; an unreadable run does not affect the others.
Response batchRundata(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    QJsonObject found;
    QList<std::pair<QString, Error>> failed;
    for (const auto &[key, wanted] : Wire::batchRundataRequestFrom(body)) {
        const auto whole = findRun(azure, wanted.runId);
        if (whole)
            found.insert(key, rundataOf(azure, *whole, wanted));
        else
            failed.append({key, whole.error()});
    }
    return Response::json(Wire::batchRundata(found, failed));
}

Response removeTags(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.body());
    const auto whole = runOfRequest(request, azure);
    valueOf(azure.store().database().write([&](Connection &connection) {
        for (const QString &key : Wire::tagKeysFrom(body))
            RunStore(connection).removeTag(whole.row.seq, key);
    }));
    azure.store().changes().bump(Topic::run(whole.run.id));
    return runAnswer(request, azure);
}

Response cancel(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole.job)
        throw ApiError(
            ErrorKind::Rejected,
            u"'%1' was logged from outside; what runs there cannot be canceled from here."_s.arg(whole.run.id));
    valueOf(azure.jobs().cancel(whole.run.id));
    return runAnswer(request, azure);
}

// A page of a search, as the request orders and filters it.
struct HistoryPage
{
    HistorySearch search;
    qint64 top = 100;
    qint64 skip = 0;
};

HistoryPage pageOf(const Wire::HistoryQuery &query)
{
    const auto filter = valueOf(RunFilter::read(query.filter));
    const auto order = valueOf(RunOrder::read(query.orderBy));
    bool isNumber = true;
    const qlonglong skip = query.token.isEmpty() ? 0 : query.token.toLongLong(&isNumber);
    if (!isNumber || skip < 0)
        throw ApiError(ErrorKind::Rejected,
                       u"The continuationToken '%1' is not one that was given here."_s.arg(query.token));
    HistoryPage page{{}, query.top, skip};
    filter.addTo(page.search);
    order.addTo(page.search);
    if (query.view.compare(u"All"_s, Qt::CaseInsensitive) != 0)
        page.search.whereArchived(query.view.compare(u"ArchivedOnly"_s, Qt::CaseInsensitive) == 0);
    return page;
}

// Reads one run more than the page contains, to determine whether there is a next page.
Response pageAnswer(AzureMlApi &azure, HistoryPage page)
{
    const QString writeError = azure.store().database().writeError();
    const auto json = valueOf(azure.store().database().read([&](Connection &connection) {
        QList<RunRow> found = page.search.run(connection, page.skip, page.top + 1);
        const bool hasMore = found.size() > page.top;
        found.resize(std::min<qsizetype>(found.size(), page.top));
        QJsonArray values;
        for (const RunRow &row : std::as_const(found)) {
            RunAggregate whole = runAggregate(connection, row);
            addWriteError(whole.run, writeError);
            values.append(historyRunOf(whole));
        }
        return Wire::dataPage(values, hasMore ? QString::number(page.skip + page.top) : QString());
    }));
    return Response::json(json);
}

QList<QList<HistorySearch::Term>> only(HistorySearch::Field field, const QString &value)
{
    return {{HistorySearch::Term{field, HistorySearch::Comparison::Equal, value}}};
}

Response query(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    auto wanted = Wire::historyQueryFrom(body);
    if (wanted.view.isEmpty())
        wanted.view = request.parameter(u"listViewType");
    auto page = pageOf(wanted);
    const auto experiment = experimentNameOfRequest(request, azure);
    if (!experiment.isEmpty())
        page.search.where(only(HistorySearch::Field::Experiment, experiment));
    return pageAnswer(azure, std::move(page));
}

// Returns the children of a run. The query is in the parameters of the address instead of a body.
Response children(Request &request, AzureMlApi &azure)
{
    const auto parent = runOfRequest(request, azure);
    const qint64 top = request.hasParameter(u"$top") ? request.parameter(u"$top").toInt() : 100;
    auto page =
        pageOf({request.parameter(u"$filter"), request.parameter(u"$orderby"), request.parameter(u"$continuationtoken"),
                request.parameter(u"listViewType"), std::clamp<qint64>(top, 1, 1000)});
    page.search.where(only(HistorySearch::Field::ParentId, parent.run.id));
    return pageAnswer(azure, std::move(page));
}

Response runsOfCompute(Request &request, AzureMlApi &azure)
{
    const auto compute = valueOf(azure.compute(request.capture(u"compute")));
    auto page = pageOf({});
    page.search.where(only(HistorySearch::Field::Compute, compute.name));
    return pageAnswer(azure, std::move(page));
}

QJsonObject experimentOf(const ExperimentRow &row)
{
    return Wire::historyExperiment(row.id, row.name, row.artifactLocation, row.created);
}

Response experimentAnswer(Request &request, AzureMlApi &azure)
{
    return Response::json(experimentOf(experimentOfRequest(request, azure)));
}

Response experimentsAnswer(Request &, AzureMlApi &azure)
{
    const auto values = valueOf(azure.store().database().read([](Connection &connection) {
        QJsonArray list;
        for (const ExperimentRow &row : ExperimentStore(connection).all())
            list.append(experimentOf(row));
        return list;
    }));
    return Response::json(Wire::dataPage(values));
}

} // namespace

void addHistoryRoutes(Router &router, AzureMlApi &azure)
{
    const auto add = [&](const QByteArray &method, const QByteArray &pattern, RunHandler handler) {
        addData(router, azure, "history/v1.0", method, pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    addHistory(router, azure, "POST", "/runs:query", query);
    addHistory(router, azure, "GET", "/runs/{run}", runAnswer);
    addHistory(router, azure, "GET", "/runs/{run}/details", details);
    addHistory(router, azure, "GET", "/runs/{run}/children", children);
    addHistory(router, azure, "DELETE", "/runs/{run}/tags", removeTags);
    addHistory(router, azure, "POST", "/runs/{run}/cancel", cancel);
    add("POST", "/rundata", rundata);
    add("POST", "/batchrundata", batchRundata);
    add("GET", "/computes/{compute}/runs", runsOfCompute);
    add("GET", "/experiments/{experiment}", experimentAnswer);
    add("GET", "/experimentids/{experimentId}", experimentAnswer);
    add("POST", "/experiments:query", experimentsAnswer);
}

} // namespace Roost::Service::AzureMl
