// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/systemmetrics.h"
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/wire/azureml/metric.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

constexpr int pageSize = 10000;

// As on Azure, the metrics of a run are what its script logged. System metrics are read by their names.
Response list(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    QJsonArray values;
    for (const QString &name : whole.run.lastMetrics.keys()) {
        if (!SystemMetric::isOne(name))
            values.append(Wire::metricDefinition(name));
    }
    return Response::json(Wire::dataPage(values));
}

// Returns points in order of arrival. The token is the number of points returned, so that it also requests points that
// have arrived since.
Response full(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const auto whole = runOfRequest(request, azure);
    const auto query = Wire::fullMetricRequestFrom(body);
    if (query.name.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"metricName is missing."_s);
    if (!whole.run.lastMetrics.contains(query.name)) {
        throw ApiError(ErrorKind::NotFound, u"The run '%1' has logged no metric '%2'."_s.arg(whole.run.id, query.name));
    }
    const qint64 after = query.token.toLongLong();
    auto points = valueOf(azure.store().database().read([&](Connection &connection) {
        return MetricStore(connection).points(whole.row.seq, query.name, after, pageSize);
    }));
    const bool more = points.size() == pageSize;
    const QString cursor = QString::number(after + points.size());
    const QString token = more ? cursor : QString();
    if (query.since.isValid()) {
        const qint64 since = query.since.toMSecsSinceEpoch();
        points.removeIf([since](const MetricPoint &point) { return point.timestamp < since; });
    }
    const auto [word, value] = Wire::cursorQuery().first();
    const bool wantsCursor = request.parameter(word) == value;
    const QJsonObject page = Wire::metricPage(query.name, points, token, wantsCursor ? cursor : QString());
    return Response::json(Wire::withDataContainer(page, whole.run.id));
}

Response lastValues(Request &request, AzureMlApi &azure)
{
    const auto whole = runOfRequest(request, azure);
    const auto metrics = valueOf(azure.store().database().read(
        [&](Connection &connection) { return MetricStore(connection).latest(whole.row.seq); }));
    QJsonArray values;
    for (const LatestMetric &metric : metrics) {
        if (!SystemMetric::isOne(metric.key))
            values.append(Wire::metricPage(metric.key, {metric.point}));
    }
    return Response::json(Wire::dataPage(values));
}

// Stores the metrics of azureml-core: rows of named columns. A metric with a single column of the same name is stored
// under that name; a column of a table is stored as "TABLE.COLUMN". Numbers are stored as metrics and words as tags;
// the reply names the values that were not stored.
Response logBatch(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const auto whole = runOfRequest(request, azure);
    const auto rows = Wire::loggedMetricsFrom(body);
    std::vector<MetricEntry> entries;
    for (const auto &[name, point] : rows.points)
        entries.push_back({std::string_view(name), point});
    valueOf(azure.store().database().write([&](Connection &connection) {
        MetricStore(connection).log(whole.row.seq, entries);
        for (const auto &[name, word] : rows.words.asKeyValueRange())
            RunStore(connection).setTag(whole.row.seq, name, word);
    }));
    azure.store().changes().bump(Topic::run(whole.run.id));
    return Response::json(Wire::loggedMetricsReply(rows.refused));
}

// Replies at once, because logged metrics are available at once.
Response waitForMetrics(Request &request, AzureMlApi &azure)
{
    runOfRequest(request, azure);
    return Response::json({});
}

} // namespace

void addMetricRoutes(Router &router, AzureMlApi &azure)
{
    const auto add = [&](const QByteArray &pattern, Response (*handler)(Request &, AzureMlApi &)) {
        addData(router, azure, "metric/v2.0", "POST", pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    add("/runs/{run}/list", list);
    add("/runs/{run}/full", full);
    add("/runs/{run}/lastvalues", lastValues);
    add("/runs/{run}/batch", logBatch);
    for (const QByteArray &scope :
         {QByteArray("/experiments/{experiment}"), QByteArray("/experimentids/{experimentId}")}) {
        for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST")})
            addData(router, azure, "history/v1.0", method, scope + "/runs/{run}/metricsingest/wait",
                    [&azure](Request &request) { return waitForMetrics(request, azure); });
    }
}

} // namespace Roost::Service::AzureMl
