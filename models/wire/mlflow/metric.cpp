// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/metric.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/search.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

void writePoint(JsonText &json, const QString &key, const MetricPoint &point, const QString &runId)
{
    json.beginObject();
    json.pair("key", key);
    json.pair("value", asStoredByMlflow(point.value));
    json.pair("timestamp", point.timestamp);
    json.pair("step", point.step);
    if (!runId.isEmpty())
        json.pair("run_id", runId);
    json.endObject();
}

} // namespace

double asStoredByMlflow(double value)
{
    return std::isinf(value) ? std::copysign(std::numeric_limits<double>::max(), value) : value;
}

void writeMetrics(JsonText &json, const QList<NamedMetric> &metrics)
{
    json.beginList();
    for (const NamedMetric &metric : metrics)
        writePoint(json, metric.key, metric.point, metric.runId);
    json.endList();
}

std::optional<MetricPoint> metricPointFromMlflow(const QJsonObject &json)
{
    const auto value = number(json.value("value"_L1));
    if (!value)
        return std::nullopt;
    return MetricPoint{*value, integer(json.value("timestamp"_L1)), integer(json.value("step"_L1))};
}

Parameters LogMetricRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"run_id", Text, Required},
            {"key", Text, Required},
            {"value", Number, Required},
            {"timestamp", Whole, Required},
            {"step", Whole},
            {"model_id"},
            {"dataset_name"},
            {"dataset_digest"}};
}

LogMetricRequest LogMetricRequest::read(const Message &message)
{
    return {message.runId(),
            message.requiredText(u"key"),
            {message.number(u"value").value_or(0), message.requiredInteger(u"timestamp"),
             message.integer(u"step").value_or(0)},
            message.text(u"model_id"),
            message.text(u"dataset_name"),
            message.text(u"dataset_digest")};
}

Parameters MetricHistoryRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"run_id", Text, Required}, {"metric_key", Text, Required}, {"max_results", Whole}, {"page_token"}};
}

MetricHistoryRequest MetricHistoryRequest::read(const Message &message)
{
    MetricHistoryRequest request{message.runId(), message.requiredText(u"metric_key"), message.integer(u"max_results"),
                                 0};
    if (request.limit && *request.limit <= 0) {
        throw ApiError(ErrorKind::Rejected, u"Invalid value %1 for parameter 'max_results' supplied. It must be a "
                                            "positive integer."_s.arg(*request.limit));
    }
    request.offset = pageOffset(message);
    return request;
}

Parameters MetricIntervalRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"run_ids", Texts, Required}, {"metric_key", Text, Required}, {"start_step", Whole}, {"end_step", Whole}};
}

MetricIntervalRequest MetricIntervalRequest::read(const Message &message)
{
    return {message.texts(u"run_ids"), message.requiredText(u"metric_key"), message.integer(u"max_results"),
            message.integer(u"start_step"), message.integer(u"end_step")};
}

MetricBulkRequest MetricBulkRequest::read(const Message &message)
{
    return {message.texts(u"run_id"),
            message.has(u"metric_key") ? std::optional(message.text(u"metric_key")) : std::nullopt,
            message.integer(u"max_results")};
}

QByteArray historyAnswer(const QString &key, const QList<MetricPoint> &points, std::optional<qint64> nextOffset)
{
    JsonText json;
    json.beginObject();
    if (!points.isEmpty()) {
        json.key("metrics");
        json.beginList();
        for (const MetricPoint &point : points)
            writePoint(json, key, point, {});
        json.endList();
    }
    writeNextPage(json, nextOffset);
    json.endObject();
    return json.take();
}

QByteArray metricsAnswer(const QList<NamedMetric> &metrics, bool isAlwaysListed)
{
    JsonText json;
    json.beginObject();
    if (isAlwaysListed || !metrics.isEmpty()) {
        json.key("metrics");
        writeMetrics(json, metrics);
    }
    json.endObject();
    return json.take();
}

} // namespace Roost::Wire
