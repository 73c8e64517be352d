// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/logbatchreader.h"

#include "models/wire/barenumbers.h"
#include "models/wire/mlflow/message.h"

#include <optional>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

using simdjson::dom::element;

std::optional<std::string_view> stringOf(const element &object, const char *key)
{
    std::string_view text;
    if (object[key].get_string().get(text) != simdjson::SUCCESS)
        return {};
    return text;
}

/// Returns nullopt if the value is absent or null.
std::optional<element> memberOf(const element &object, const char *key)
{
    element value;
    if (object[key].get(value) != simdjson::SUCCESS || value.is_null())
        return {};
    return value;
}

/// The path of a value of the batch: "metrics[3]".
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

/// Throws an ApiError with the value as received.
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
    bool ok = false;
    const auto text = stringOf(metric, key);
    if (text && text->empty() && !fallback)
        refuseMissing(place.pathOf(key));
    const qint64 written = text ? QByteArrayView(text->data(), qsizetype(text->size())).trimmed().toLongLong(&ok) : 0;
    if (!ok)
        refuseAt(place.pathOf(key), *at);
    return written;
}

template <typename Read>
void each(const element &root, const char *key, Read read)
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
        read(item, place);
    }
}

void readMetric(LogBatchRequest &batch, const element &metric, const Place &place)
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

LogBatchRequest batchFrom(const element &root)
{
    LogBatchRequest batch;
    const auto given = memberOf(root, "run_id");
    const auto run = stringOf(root, "run_id");
    if (given && !run)
        refuseAt(u"run_id"_s, *given);
    if (!run || run->empty())
        refuseMissing(u"run_id"_s);
    batch.runId = QString::fromUtf8(run->data(), qsizetype(run->size()));
    each(root, "metrics", [&](const element &metric, const Place &place) { readMetric(batch, metric, place); });
    each(root, "params", [&](const element &param, const Place &place) {
        batch.params.append({requiredText(param, "key", place), textAt(param, "value", place)});
    });
    each(root, "tags", [&](const element &tag, const Place &place) {
        batch.tags.append({requiredText(tag, "key", place), textAt(tag, "value", place)});
    });
    return batch;
}

element parse(simdjson::dom::parser &parser, QByteArray &body)
{
    element root;
    const auto isRead = [&] {
        return parser.parse(body.constData(), std::size_t(body.size()), body.capacity() < body.size() + 64).get(root) ==
                   simdjson::SUCCESS &&
               root.is_object();
    };
    if (isRead())
        return root;
    body = quoteBareNumbers(body);
    if (isRead())
        return root;
    refuseMissing(u"run_id"_s);
}

} // namespace

struct LogBatchReader::Private
{
    simdjson::dom::parser parser;
};

LogBatchReader::LogBatchReader()
    : d(std::make_unique<Private>())
{
}

LogBatchReader::~LogBatchReader() = default;

LogBatchRequest LogBatchReader::read(QByteArray &body)
{
    return batchFrom(parse(d->parser, body));
}

QString LogBatchRequest::metricPath(std::size_t index)
{
    return Place{"metrics", index}.path();
}

QString LogBatchRequest::paramKeyPath(std::size_t index)
{
    return Place{"params", index}.pathOf("key");
}

QString LogBatchRequest::tagKeyPath(std::size_t index)
{
    return Place{"tags", index}.pathOf("key");
}

} // namespace Roost::Wire
