// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/names.h"
#include "models/service/api/mlflow/runs.h"
#include "models/service/store/tracking/metricstore.h"

#include <set>
#include <simdjson.h>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Store;

namespace {

using simdjson::dom::element;

constexpr qsizetype mostKept = 1024 * 1024;

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
    std::vector<MetricEntry> metrics;
    std::vector<ModelMetric> ofModels;
    QList<std::pair<QString, QString>> params;
    QList<std::pair<QString, QString>> tags;
};

[[noreturn]] void refuse(const QString &text)
{
    throw ApiError(ErrorKind::Rejected, text);
}

std::optional<std::string_view> stringOf(const element &object, const char *key)
{
    std::string_view text;
    if (object[key].get_string().get(text) != simdjson::SUCCESS)
        return {};
    return text;
}

/// Nothing where the value is absent or null.
std::optional<element> memberOf(const element &object, const char *key)
{
    element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null())
        return {};
    return value;
}

/// Where a value of the batch stands: "metrics[3]".
struct Place
{
    const char *list;
    std::size_t index;

    QString path() const { return u"%1[%2]"_s.arg(QLatin1StringView(list)).arg(index); }
    QString pathOf(const char *key) const { return path() + u'.' + QLatin1StringView(key); }
};

QStringView typeName(const element &value)
{
    switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
        return u"list";
    case simdjson::dom::element_type::OBJECT:
        return u"dict";
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
        return u"int";
    case simdjson::dom::element_type::DOUBLE:
        return u"float";
    case simdjson::dom::element_type::STRING:
        return u"str";
    case simdjson::dom::element_type::BOOL:
        return u"bool";
    case simdjson::dom::element_type::NULL_VALUE:
        break;
    }
    return u"NoneType";
}

/// The value as it came, for a message about it.
[[noreturn]] void refuseAt(const QString &path, const element &value)
{
    refuseShown(path, QString::fromStdString(simdjson::minify(value)), typeHint(typeName(value)));
}

QString textAt(const element &object, const char *key, const Place &place)
{
    const auto value = memberOf(object, key);
    if (!value)
        return {};
    const auto text = stringOf(object, key);
    if (!text)
        refuseAt(place.pathOf(key), *value);
    return QString::fromUtf8(text->data(), qsizetype(text->size()));
}

QString requiredText(const element &object, const char *key, const Place &place)
{
    const QString text = textAt(object, key, place);
    if (text.isEmpty())
        refuseMissing(place.pathOf(key));
    return text;
}

double valueAt(const element &metric, const Place &place)
{
    const auto given = memberOf(metric, "value");
    if (!given)
        refuseMissing(place.pathOf("value"));
    double value = 0;
    if (given->get_double().get(value) == simdjson::SUCCESS)
        return value;
    const auto text = stringOf(metric, "value");
    if (text && text->empty())
        refuseMissing(place.pathOf("value"));
    const auto number = text ? numberFromText(QString::fromUtf8(text->data(), qsizetype(text->size()))) : std::nullopt;
    if (!number)
        refuseAt(place.pathOf("value"), *given);
    return *number;
}

qint64 integerAt(const element &metric, const char *key, std::optional<qint64> fallback, const Place &place)
{
    const auto at = memberOf(metric, key);
    if (!at) {
        if (!fallback)
            refuseMissing(place.pathOf(key));
        return *fallback;
    }
    std::int64_t number = 0;
    if (at->get_int64().get(number) == simdjson::SUCCESS)
        return number;
    double real = 0;
    constexpr double beyond = 9223372036854775808.0;
    if (at->get_double().get(real) == simdjson::SUCCESS && real >= -beyond && real < beyond)
        return qint64(real);
    bool fine = false;
    const auto text = stringOf(metric, key);
    if (text && text->empty() && !fallback)
        refuseMissing(place.pathOf(key));
    const qint64 written = text ? QByteArrayView(text->data(), qsizetype(text->size())).trimmed().toLongLong(&fine) : 0;
    if (!fine)
        refuseAt(place.pathOf(key), *at);
    return written;
}

template <typename Take>
void each(const element &root, const char *key, Take take)
{
    const auto at = memberOf(root, key);
    if (!at)
        return;
    simdjson::dom::array list;
    if (at->get_array().get(list) != simdjson::SUCCESS)
        refuseAt(QString::fromLatin1(key), *at);
    std::size_t index = 0;
    for (const element item : list) {
        const Place place{key, index++};
        if (!item.is_object())
            refuseAt(place.path(), item);
        take(item, place);
    }
}

void takeMetric(Batch &batch, const element &metric, const Place &place)
{
    const auto named = memberOf(metric, "key");
    const auto key = stringOf(metric, "key");
    if (named && !key)
        refuseAt(place.pathOf("key"), *named);
    if (!key || key->empty())
        refuseMissing(place.pathOf("key"));
    const double value = valueAt(metric, place);
    const qint64 timestamp = integerAt(metric, "timestamp", {}, place);
    batch.metrics.push_back({*key, {value, timestamp, integerAt(metric, "step", 0, place)}});
    const QString model = textAt(metric, "model_id", place);
    if (!model.isEmpty()) {
        batch.ofModels.push_back({batch.metrics.size() - 1, model, textAt(metric, "dataset_name", place),
                                  textAt(metric, "dataset_digest", place)});
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
}

void checkKeysOnce(const Batch &batch)
{
    std::set<QString> keys;
    for (const auto &[key, value] : batch.params) {
        if (!keys.insert(key).second)
            refuse(u"Duplicate parameter keys have been submitted: ['%1']. Please ensure the request contains only "
                   "one param value per param key."_s.arg(key));
    }
}

/// Names, once the numbers are known to be within the limits; a key is looked at once.
void checkNames(const Batch &batch)
{
    std::unordered_set<std::string_view> checked;
    for (std::size_t i = 0; i < batch.metrics.size(); ++i) {
        const auto &[key, point] = batch.metrics[i];
        if (checked.insert(key).second || point.timestamp < 0)
            checkMetric(Place{"metrics", i}.path(), QString::fromUtf8(key.data(), qsizetype(key.size())), point);
    }
    for (qsizetype i = 0; i < batch.params.size(); ++i)
        checkKey(Place{"params", std::size_t(i)}.pathOf("key"), batch.params.at(i).first, u"Param key");
    for (qsizetype i = 0; i < batch.tags.size(); ++i) {
        const QString path = Place{"tags", std::size_t(i)}.pathOf("key");
        checkKey(path, batch.tags.at(i).first, path);
    }
}

Batch batchFrom(const element &root)
{
    Batch batch;
    const auto given = memberOf(root, "run_id");
    const auto run = stringOf(root, "run_id");
    if (given && !run)
        refuseAt(u"run_id"_s, *given);
    if (!run || run->empty())
        refuseMissing(u"run_id"_s);
    batch.runId = QString::fromUtf8(run->data(), qsizetype(run->size()));
    each(root, "metrics", [&](const element &metric, const Place &place) { takeMetric(batch, metric, place); });
    each(root, "params", [&](const element &param, const Place &place) {
        batch.params.append({requiredText(param, "key", place), textAt(param, "value", place)});
    });
    each(root, "tags", [&](const element &tag, const Place &place) {
        batch.tags.append({requiredText(tag, "key", place), textAt(tag, "value", place)});
    });
    checkLimits(batch);
    checkNames(batch);
    checkKeysOnce(batch);
    return batch;
}

Result<bool> store(Connection &connection, const Batch &batch)
{
    const RunRow run = activeRun(connection, batch.runId);
    for (const auto &[key, value] : batch.params)
        logParam(connection, run, key, value);
    for (const auto &[key, value] : batch.tags)
        setRunTag(connection, run, key, value);
    MetricStore(connection).log(run.seq, batch.metrics);
    for (const ModelMetric &metric : batch.ofModels) {
        const MetricEntry &entry = batch.metrics[metric.entry];
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
    refuseMissing(u"run_id"_s);
}

} // namespace

Handler logBatchHandler(WorkspaceStore &store)
{
    return [&store](Request &request) {
        try {
            QByteArray body = valueOf(request.body());
            if (!request.header("Content-Type").toLower().startsWith("application/json"))
                refuse(u"Bad Request. Content-Type must be one of ['application/json']."_s);
            // The buffers of a training loop's parser serve its next batch. Those of a huge body are freed at once:
            // threads of the service live long.
            thread_local simdjson::dom::parser kept;
            simdjson::dom::parser once;
            const Batch batch = batchFrom(parse(body.size() > mostKept ? once : kept, body));
            const auto done =
                store.database().write([&](Connection &connection) { return Mlflow::store(connection, batch); });
            if (!done)
                return errorResponse(done.error());
            store.changes().bump(u"runs/"_s + batch.runId);
            return Response::json({});
        } catch (const ApiError &refusal) {
            return errorResponse(refusal.error());
        }
    };
}

} // namespace Roost::Service::Mlflow
