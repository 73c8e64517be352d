// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/wire/azureml/metric.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

constexpr int pageSize = 10000;

Result<Response> list(Request &request, AzureMl &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    QJsonArray values;
    for (const QString &name : whole->run.lastMetrics.keys())
        values.append(Wire::metricDefinition(name));
    return Response::json(Wire::dataPage(values));
}

// Points in order of arrival. The token is how many were given, so that it also asks for what came since.
Result<Response> full(Request &request, AzureMl &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    const auto asked = Wire::fullMetricRequestFrom(*body);
    if (asked.name.isEmpty())
        return failure(ErrorKind::Rejected, u"metricName is missing."_s);
    if (!whole->run.lastMetrics.contains(asked.name)) {
        return failure(ErrorKind::NotFound,
                       u"The run '%1' has logged no metric '%2'."_s.arg(whole->run.id, asked.name));
    }
    const qint64 after = asked.token.toLongLong();
    auto points = azure.store().database().read([&](Connection &connection) -> Result<QList<MetricPoint>> {
        return Runs::metricPoints(connection, whole->row.seq, asked.name, after, pageSize);
    });
    if (!points)
        return std::unexpected(points.error());
    const bool more = points->size() == pageSize;
    const QString cursor = QString::number(after + points->size());
    const QString token = more ? cursor : QString();
    if (asked.since.isValid()) {
        const qint64 since = asked.since.toMSecsSinceEpoch();
        points->removeIf([since](const MetricPoint &point) { return point.timestamp < since; });
    }
    const auto [word, value] = Wire::cursorQuery().first();
    const bool wantsCursor = request.parameter(word) == value;
    QJsonObject page = Wire::metricPage(asked.name, *points, token, wantsCursor ? cursor : QString());
    page.insert(u"dataContainerId"_s, QString(u"dcid."_s % whole->run.id));
    return Response::json(page);
}

Result<Response> lastValues(Request &request, AzureMl &azure)
{
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    const auto metrics = azure.store().database().read([&](Connection &connection) -> Result<QList<LatestMetric>> {
        return Runs::latestMetrics(connection, whole->row.seq);
    });
    if (!metrics)
        return std::unexpected(metrics.error());
    QJsonArray values;
    for (const LatestMetric &metric : *metrics)
        values.append(Wire::metricPage(metric.key, {metric.point}));
    return Response::json(Wire::dataPage(values));
}

} // namespace

void addMetricRoutes(Router &router, AzureMl &azure)
{
    const auto add = [&](const QByteArray &pattern, Result<Response> (*handler)(Request &, AzureMl &)) {
        addData(router, azure, "metric/v2.0", "POST", pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    add("/runs/{run}/list", list);
    add("/runs/{run}/full", full);
    add("/runs/{run}/lastvalues", lastValues);
}

} // namespace Roost::Service
