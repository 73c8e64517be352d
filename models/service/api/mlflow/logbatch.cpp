// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/runs.h"

#include <cmath>
#include <set>
#include <simdjson.h>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

using simdjson::dom::element;

struct ModelMetric
{
    std::size_t entry = 0;
    QString model;
    QString datasetName;
    QString datasetDigest;
};

/// What a request carries; the keys of metrics point into the parser's memory.
struct Batch
{
    QString runId;
    std::vector<Runs::MetricEntry> metrics;
    std::vector<ModelMetric> ofModels;
    QList<std::pair<QString, QString>> params;
    QList<std::pair<QString, QString>> tags;
};

[[noreturn]] void refuse(const QString &text)
{
    throw Refusal(ErrorKind::Rejected, text);
}

std::optional<std::string_view> stringOf(const element &object, const char *key)
{
    std::string_view text;
    if (object[key].get_string().get(text) != simdjson::SUCCESS)
        return {};
    return text;
}

QString textOf(const element &object, const char *key)
{
    const auto text = stringOf(object, key);
    if (text)
        return QString::fromUtf8(text->data(), qsizetype(text->size()));
    std::int64_t number = 0;
    return object[key].get_int64().get(number) == simdjson::SUCCESS ? QString::number(number) : QString();
}

QString requiredText(const element &object, const char *key, QLatin1StringView list)
{
    const QString text = textOf(object, key);
    if (text.isEmpty())
        refuse(u"Missing value for required parameter '%1.%2'."_s.arg(list, QLatin1StringView(key)));
    return text;
}

double valueAt(const element &metric)
{
    double value = 0;
    if (metric["value"].get_double().get(value) == simdjson::SUCCESS)
        return value;
    const auto text = stringOf(metric, "value");
    const auto number = text ? numberFromText(QString::fromUtf8(text->data(), qsizetype(text->size()))) : std::nullopt;
    if (!number)
        refuse(u"Missing value for required parameter 'metrics.value'."_s);
    return *number;
}

qint64 integerAt(const element &metric, const char *key, std::optional<qint64> fallback)
{
    const auto at = metric[key];
    std::int64_t number = 0;
    if (at.get_int64().get(number) == simdjson::SUCCESS)
        return number;
    double real = 0;
    if (at.get_double().get(real) == simdjson::SUCCESS && std::trunc(real) == real)
        return qint64(real);
    if (at.error() == simdjson::NO_SUCH_FIELD || at.is_null()) {
        if (fallback)
            return *fallback;
        refuse(u"Missing value for required parameter 'metrics.%1'."_s.arg(QLatin1StringView(key)));
    }
    bool fine = false;
    const qint64 written = textOf(metric, key).toLongLong(&fine);
    if (!fine)
        refuse(
            u"Invalid value for parameter 'metrics.%1' supplied: it must be an integer."_s.arg(QLatin1StringView(key)));
    return written;
}

template <typename Take>
void each(const element &root, const char *key, Take take)
{
    const auto at = root[key];
    if (at.error() == simdjson::NO_SUCH_FIELD || at.is_null())
        return;
    simdjson::dom::array list;
    if (at.get_array().get(list) != simdjson::SUCCESS)
        refuse(u"Invalid value for parameter '%1' supplied: it must be a list."_s.arg(QLatin1StringView(key)));
    for (const element item : list) {
        if (!item.is_object())
            refuse(u"Invalid value for parameter '%1' supplied: it must hold objects."_s.arg(QLatin1StringView(key)));
        take(item);
    }
}

void takeMetric(Batch &batch, std::unordered_set<std::string_view> &checked, const element &metric)
{
    const auto key = stringOf(metric, "key");
    if (!key)
        refuse(u"Missing value for required parameter 'metrics.key'."_s);
    if (checked.insert(*key).second)
        checkKey(u"metrics.key", QString::fromUtf8(key->data(), qsizetype(key->size())));
    const MetricPoint point{valueAt(metric), integerAt(metric, "timestamp", {}), integerAt(metric, "step", 0)};
    if (point.timestamp < 0) {
        refuse(u"Invalid value %1 for parameter 'metrics.timestamp' supplied: it must be a nonnegative "
               "integer."_s.arg(point.timestamp));
    }
    batch.metrics.push_back({*key, point});
    const QString model = textOf(metric, "model_id");
    if (!model.isEmpty()) {
        batch.ofModels.push_back(
            {batch.metrics.size() - 1, model, textOf(metric, "dataset_name"), textOf(metric, "dataset_digest")});
    }
}

void checkLimits(const Batch &batch)
{
    const auto check = [](QLatin1StringView what, qsizetype count, qsizetype most) {
        if (count > most) {
            refuse(u"A batch logging request can contain at most %1 %2. Got %3 %2. Please split up %2 across "
                   "multiple requests and try again."_s.arg(most)
                       .arg(what)
                       .arg(count));
        }
    };
    const auto metrics = qsizetype(batch.metrics.size());
    check("metrics"_L1, metrics, mostMetrics);
    check("params"_L1, batch.params.size(), mostParams);
    check("tags"_L1, batch.tags.size(), mostTags);
    check("metrics, params, and tags"_L1, metrics + batch.params.size() + batch.tags.size(), mostInBatch);
    std::set<QString> keys;
    for (const auto &[key, value] : batch.params) {
        if (!keys.insert(key).second)
            refuse(u"Duplicate parameter keys have been submitted: ['%1']. Please ensure the request contains only "
                   "one param value per param key."_s.arg(key));
    }
}

Batch batchFrom(const element &root)
{
    Batch batch;
    batch.runId = textOf(root, "run_id");
    if (batch.runId.isEmpty())
        refuse(u"Missing value for required parameter 'run_id'."_s);
    std::unordered_set<std::string_view> checked;
    each(root, "metrics", [&](const element &metric) { takeMetric(batch, checked, metric); });
    each(root, "params", [&](const element &param) {
        batch.params.append({requiredText(param, "key", "params"_L1), textOf(param, "value")});
    });
    each(root, "tags",
         [&](const element &tag) { batch.tags.append({requiredText(tag, "key", "tags"_L1), textOf(tag, "value")}); });
    checkLimits(batch);
    return batch;
}

Result<bool> store(Connection &connection, const Batch &batch)
{
    const RunRow run = activeRun(connection, batch.runId);
    for (const auto &[key, value] : batch.params)
        logParam(connection, run, key, value);
    for (const auto &[key, value] : batch.tags)
        setRunTag(connection, run, key, value);
    Runs::logMetrics(connection, run.seq, batch.metrics);
    for (const ModelMetric &metric : batch.ofModels) {
        const Runs::MetricEntry &entry = batch.metrics[metric.entry];
        logModelMetric(connection, metric.model, run.id,
                       QString::fromUtf8(entry.key.data(), qsizetype(entry.key.size())), entry.point,
                       metric.datasetName, metric.datasetDigest);
    }
    touchRun(connection, run);
    return true;
}

element parse(simdjson::dom::parser &parser, QByteArray &body)
{
    element root;
    const auto read = [&] {
        // Request::body leaves the parser the spare bytes it wants.
        return parser.parse(body.constData(), std::size_t(body.size()), body.capacity() < body.size() + 64).get(root) ==
                   simdjson::SUCCESS &&
               root.is_object();
    };
    if (read())
        return root;
    body = quoteBareNumbers(body);
    if (read())
        return root;
    // MLflow's server takes what it cannot read for an empty request.
    refuse(u"Missing value for required parameter 'run_id': the body is no JSON object."_s);
}

} // namespace

Handler logBatchHandler(Store &store)
{
    return [&store](Request &request) {
        try {
            thread_local simdjson::dom::parser parser;
            QByteArray body = valueOf(request.body());
            if (!request.header("Content-Type").toLower().startsWith("application/json"))
                refuse(u"Bad Request. Content-Type must be one of ['application/json']."_s);
            const Batch batch = batchFrom(parse(parser, body));
            const auto done =
                store.database().write([&](Connection &connection) { return Mlflow::store(connection, batch); });
            if (!done)
                return errorResponse(done.error());
            store.changes().bump(u"runs/"_s + batch.runId);
            return Response::json({});
        } catch (const Refusal &refusal) {
            return errorResponse(refusal.error());
        }
    };
}

} // namespace Roost::Service::Mlflow
