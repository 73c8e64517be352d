// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/api/azureml/runfilter.h"
#include "models/service/store/workspace/artifactfolder.h"
#include "models/wire/azureml/page.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Blob;
using namespace Http;
using namespace Store;

namespace {

Result<Response> details(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    QList<FileRef> logs;
    const QString origin = request.origin();
    const auto files = ArtifactFolder::ofRun(azure.store().folder(), whole->run.id).below({});
    if (!files)
        return std::unexpected(files.error());
    for (const Artifact &file : *files) {
        if (isLog(file.path)) {
            const QString blob = u"ExperimentRun/dcid."_s % whole->run.id % u'/' % file.path;
            logs.append({file.path, azure.blobs().signedUrl(origin, BlobContainers::artifacts(), blob)});
        }
    }
    return Response::json(runDetailsOf(azure, *whole, logs));
}

// The parts that are asked for; all of them where nothing is said.
QJsonObject rundataOf(AzureMlApi &azure, const RunAggregate &whole, const QJsonObject &wanted)
{
    const auto wants = [&wanted](const QString &key) { return wanted.value(key).toBool(true); };
    QJsonObject answer;
    if (wants(u"selectRunMetadata"_s))
        answer.insert(u"runMetadata"_s, historyRunOf(whole));
    if (wants(u"selectRunDefinition"_s))
        answer.insert(u"runDefinition"_s, runDefinitionOf(whole));
    if (wants(u"selectJobSpecification"_s))
        answer.insert(u"jobSpecification"_s, jobSpecificationOf(azure, whole));
    return answer;
}

Result<Response> rundata(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const auto whole = findRun(azure, Wire::text(body->value("runId"_L1)));
    if (!whole)
        return std::unexpected(whole.error());
    return Response::json(rundataOf(azure, *whole, *body));
}

// What rundata says of each of many runs; one that cannot be read does not spoil the others.
Result<Response> batchRundata(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const QJsonObject requests = body->value("requests"_L1).toObject();
    QJsonObject found;
    QJsonObject failed;
    for (auto it = requests.begin(); it != requests.end(); ++it) {
        const QJsonObject wanted = it.value().toObject();
        const QString id = Wire::text(wanted.value("runId"_L1));
        const auto whole = findRun(azure, id.isEmpty() ? it.key() : id);
        if (whole)
            found.insert(it.key(), rundataOf(azure, *whole, wanted));
        else
            failed.insert(it.key(), Wire::dataPlaneError(whole.error(), {}, {}));
    }
    return Response::json({{u"successfulResults"_s, found}, {u"failedResults"_s, failed}});
}

// The body is a list of keys.
Result<Response> removeTags(Request &request, AzureMlApi &azure)
{
    const auto body = request.body();
    if (!body)
        return std::unexpected(body.error());
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    const QJsonArray keys = QJsonDocument::fromJson(*body).array();
    const auto changed = azure.store().database().write([&](Connection &connection) -> Result<bool> {
        for (const QJsonValue key : keys)
            RunStore(connection).removeTag(whole->row.seq, key.toString());
        return true;
    });
    if (!changed)
        return std::unexpected(changed.error());
    azure.store().changes().bump(u"runs/"_s % whole->run.id);
    return runAnswer(request, azure);
}

Result<Response> cancel(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    if (!whole->job)
        return failure(
            ErrorKind::Rejected,
            u"'%1' was logged from outside; what runs there cannot be canceled from here."_s.arg(whole->run.id));
    if (const auto accepted = azure.jobs().cancel(whole->run.id); !accepted)
        return std::unexpected(accepted.error());
    return runAnswer(request, azure);
}

struct Query
{
    RunFilter filter;
    RunOrder order;
    qsizetype top = 100;
    qsizetype skip = 0;
    QString view; // listViewType
};

Result<Query> readQuery(const QJsonObject &body)
{
    const auto filter = RunFilter::read(Wire::text(body.value("filter"_L1)));
    if (!filter)
        return std::unexpected(filter.error());
    const auto order = RunOrder::read(Wire::text(body.value("orderBy"_L1)));
    if (!order)
        return std::unexpected(order.error());
    const QString token = Wire::text(body.value("continuationToken"_L1));
    bool isNumber = true;
    const qlonglong skip = token.isEmpty() ? 0 : token.toLongLong(&isNumber);
    if (!isNumber || skip < 0)
        return failure(ErrorKind::Rejected, u"The continuationToken '%1' is not one that was given here."_s.arg(token));
    return Query{*filter, *order, std::clamp<qsizetype>(Wire::integer(body.value("top"_L1), 100), 1, 1000),
                 qsizetype(skip), Wire::text(body.value("listViewType"_L1))};
}

// One more than a page is asked for, which tells whether there is a next.
Result<Response> answer(AzureMlApi &azure, Select select, const Query &query)
{
    select.where("r.deleted = 0");
    if (query.view.compare(u"All"_s, Qt::CaseInsensitive) != 0) {
        const bool hidden = query.view.compare(u"ArchivedOnly"_s, Qt::CaseInsensitive) == 0;
        select.where((hidden ? "" : "NOT ") +
                     ("EXISTS (SELECT 1 FROM run_properties h WHERE h.run = r.seq AND h.key = " +
                      select.bind(QString(archivedProperty)) + " AND h.value = 'true')"));
    }
    if (const QByteArray condition = query.filter.condition(select); !condition.isEmpty())
        select.where(condition);
    query.order.addTo(select);
    const QString trouble = azure.store().database().writeTrouble();
    const auto page = azure.store().database().read([&](Connection &connection) -> Result<QJsonObject> {
        QList<qint64> found;
        Statement row = select.run(connection, query.skip, query.top + 1);
        while (row.next())
            found.append(row.integer(0));
        const bool more = found.size() > query.top;
        found.resize(std::min(found.size(), query.top));
        QJsonArray values;
        for (const qint64 seq : std::as_const(found)) {
            RunAggregate whole = wholeRun(connection, RunStore(connection).bySeq(seq));
            tellTrouble(whole.run, trouble);
            values.append(historyRunOf(whole));
        }
        return Wire::dataPage(values, more ? QString::number(query.skip + query.top) : QString());
    });
    if (!page)
        return std::unexpected(page.error());
    return Response::json(*page);
}

const QByteArray allRuns = "SELECT r.seq FROM runs r JOIN experiments e ON e.id = r.experiment";

Result<Response> query(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    auto read = readQuery(*body);
    if (read && read->view.isEmpty())
        read->view = request.parameter(u"listViewType");
    if (!read)
        return std::unexpected(read.error());
    const auto experiment = experimentOfRequest(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    Select select(allRuns);
    if (!experiment->isEmpty())
        select.where("e.name = " + select.bind(*experiment));
    return answer(azure, std::move(select), *read);
}

// Query parameters instead of a body.
Result<Response> children(Request &request, AzureMlApi &azure)
{
    const auto parent = runOfRequest(request, azure);
    if (!parent)
        return std::unexpected(parent.error());
    const auto read = readQuery({{u"filter"_s, request.parameter(u"$filter")},
                                 {u"orderBy"_s, request.parameter(u"$orderby")},
                                 {u"listViewType"_s, request.parameter(u"listViewType")},
                                 {u"continuationToken"_s, request.parameter(u"$continuationtoken")},
                                 {u"top"_s, request.hasParameter(u"$top") ? request.parameter(u"$top").toInt() : 100}});
    if (!read)
        return std::unexpected(read.error());
    Select select(allRuns + " JOIN run_tags t ON t.run = r.seq AND t.key = 'mlflow.parentRunId'");
    select.where("t.value = " + select.bind(parent->run.id));
    return answer(azure, std::move(select), *read);
}

Result<Response> runsOfCompute(Request &request, AzureMlApi &azure)
{
    const auto compute = azure.compute(request.capture(u"compute"));
    if (!compute)
        return std::unexpected(compute.error());
    Select select(allRuns + " JOIN jobs j ON j.run = r.seq");
    select.where("json_extract(j.spec, '$.compute') = " + select.bind(compute->name));
    return answer(azure, std::move(select), Query());
}

} // namespace

void addHistoryRoutes(Router &router, AzureMlApi &azure)
{
    const auto add = [&](const QByteArray &method, const QByteArray &pattern,
                         Result<Response> (*handler)(Request &, AzureMlApi &)) {
        addData(router, azure, "history/v1.0", method, pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    for (const QByteArray &scope :
         {QByteArray("/experiments/{experiment}"), QByteArray("/experimentids/{experimentId}"), QByteArray()}) {
        add("POST", scope + "/runs:query", query);
        add("GET", scope + "/runs/{run}", runAnswer);
        add("GET", scope + "/runs/{run}/details", details);
        add("GET", scope + "/runs/{run}/children", children);
        add("DELETE", scope + "/runs/{run}/tags", removeTags);
        add("POST", scope + "/runs/{run}/cancel", cancel);
    }
    add("POST", "/rundata", rundata);
    add("POST", "/batchrundata", batchRundata);
    add("GET", "/computes/{compute}/runs", runsOfCompute);
    add("GET", "/experiments/{experiment}", experimentAnswer);
    add("GET", "/experimentids/{experimentId}", experimentAnswer);
    add("POST", "/experiments:query", experimentsAnswer);
}

} // namespace Roost::Service::AzureMl
