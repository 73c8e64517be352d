// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/message.h"

#include <QJsonDocument>

#include <array>
#include <cmath>
#include <limits>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;

namespace {

constexpr auto seeDocs = " See the API docs for more information about request parameters."_L1;

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return std::trunc(value.toDouble()) == value.toDouble() ? u"int"_s : u"float"_s;
    case QJsonValue::String:
        return u"str"_s;
    case QJsonValue::Array:
        return u"list"_s;
    case QJsonValue::Object:
        return u"dict"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"NoneType"_s;
}

std::optional<qint64> wholeOf(double number)
{
    // 2^63 itself is one too many.
    constexpr double beyond = 9223372036854775808.0;
    if (!(number >= -beyond && number < beyond))
        return {};
    return qint64(number);
}

QJsonObject fromQuery(const Request &request)
{
    QJsonObject values;
    for (const auto &[key, value] : request.query) {
        const QJsonValue before = values.value(key);
        if (before.isUndefined()) {
            values.insert(key, value);
        } else {
            QJsonArray list = before.isArray() ? before.toArray() : QJsonArray{before};
            list.append(value);
            values.insert(key, list);
        }
    }
    return values;
}

QJsonObject fromBody(const QByteArray &bytes)
{
    QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull())
        document = QJsonDocument::fromJson(quoteBareNumbers(bytes));
    // Some clients send a string that holds the JSON.
    if (document.isNull()) {
        const QJsonValue text = QJsonDocument::fromJson('[' + bytes + ']').array().first();
        document = QJsonDocument::fromJson(text.toString().toUtf8());
    }
    return document.object();
}

/// Whether the number at a path such as "tags[0].key" is written with a point or an exponent.
bool isWrittenAsReal(const QByteArray &json, QString path)
{
    path.replace(u'[', u'/').remove(u']').replace(u'.', u'/');
    const std::string pointer = '/' + path.toStdString();
    simdjson::dom::parser parser;
    simdjson::dom::element value;
    const auto found = parser.parse(json.constData(), std::size_t(json.size())).at_pointer(pointer).get(value);
    return found == simdjson::SUCCESS && value.type() == simdjson::dom::element_type::DOUBLE;
}

} // namespace

void refuseMissing(const QString &parameter)
{
    throw ApiError(ErrorKind::Rejected, u"Missing value for required parameter '%1'."_s.arg(parameter) + seeDocs);
}

void refuseValue(const QString &parameter, const QJsonValue &value, const QString &why)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    refuseShown(parameter, QString::fromUtf8(list.sliced(1).chopped(1)), why);
}

void refuseShown(const QString &parameter, const QString &json, const QString &why)
{
    const QString shown = json.size() > 500 ? QString(json.left(500) + u"..."_s) : json;
    throw ApiError(ErrorKind::Rejected, u"Invalid value %1 for parameter '%2' supplied"_s.arg(shown, parameter) +
                                            (why.isEmpty() ? u"."_s : u": "_s + why));
}

QString typeHint(QStringView type)
{
    return u" Hint: Value was of type '%1'."_s.arg(type) + seeDocs;
}

void Message::refuseType(QStringView key, const QJsonValue &value) const
{
    // QJsonValue takes 9.0 for 9; the error shows the number as it was sent.
    if (typeName(value) == "int"_L1 && isWrittenAsReal(m_json, pathOf(key)))
        refuseShown(pathOf(key), QString::number(value.toDouble(), 'f', 1), typeHint(u"float"));
    refuseValue(pathOf(key), value, typeHint(typeName(value)));
}

Message Message::from(Request &request)
{
    const bool mustBeJson = request.method == "POST" || request.method == "PUT";
    const QByteArray bytes = valueOf(request.body());
    if (mustBeJson && !request.header("Content-Type").toLower().startsWith("application/json")) {
        throw ApiError(ErrorKind::Rejected, u"Bad Request. Content-Type must be one of ['application/json']."_s);
    }
    if (!mustBeJson && bytes.isEmpty()) {
        Message query(fromQuery(request));
        query.m_isQuery = true;
        return query;
    }
    Message body(fromBody(bytes));
    body.m_json = bytes;
    return body;
}

QString Message::pathOf(QStringView key) const
{
    return m_path.isEmpty() ? key.toString() : m_path + u'.' + key;
}

bool Message::has(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString Message::text(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (value.isString())
        return value.toString();
    // Older clients send the ids of experiments as numbers.
    if (key == u"experiment_id" && value.isDouble() && typeName(value) == "int"_L1)
        return QString::number(value.toInteger());
    if (value.isUndefined() || value.isNull())
        return {};
    refuseType(key, value);
}

bool Message::isEmptyText(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    return value.isString() && value.toString().isEmpty();
}

QString Message::requiredText(QStringView key) const
{
    const QString value = text(key);
    if (value.isEmpty())
        refuseMissing(pathOf(key));
    return value;
}

QString Message::word(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    return value.isDouble() ? QString::number(value.toInteger()) : text(key);
}

std::optional<qint64> Message::integer(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    bool fine = false;
    qint64 number = value.toString().trimmed().toLongLong(&fine);
    if (value.isDouble()) {
        const auto whole = wholeOf(value.toDouble());
        fine = whole.has_value();
        // Beyond 2^53 only the integer is exact.
        number = fine ? value.toInteger(*whole) : 0;
        // The largest one reads as 2^63 where it is taken for a double.
        if (!fine && value.toInteger() == std::numeric_limits<qint64>::max())
            return value.toInteger();
    }
    if (!fine)
        refuseType(key, value);
    return number;
}

qint64 Message::requiredInteger(QStringView key) const
{
    const auto value = integer(key);
    if (!value)
        refuseMissing(pathOf(key));
    return *value;
}

int Message::limit(QStringView key, int fallback, int least, int most) const
{
    const auto value = integer(key);
    if (!value)
        return fallback;
    const auto refuse = [&](const QString &why) {
        throw ApiError(
            ErrorKind::Rejected,
            u"Invalid value %1 for parameter '%2' supplied. It must be %3"_s.arg(*value).arg(pathOf(key), why));
    };
    if (*value < least)
        refuse(least == 1 ? u"a positive integer"_s : u"at least %1"_s.arg(least));
    if (*value > most)
        refuse(u"at most %1"_s.arg(most));
    return int(*value);
}

bool Message::flag(QStringView key, bool fallback) const
{
    const QJsonValue value = m_values.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (value.isBool())
        return value.toBool();
    const QString word = value.toString().toLower();
    if (!m_isQuery || (word != "true"_L1 && word != "false"_L1))
        refuseType(key, value);
    return word == "true"_L1;
}

std::optional<double> Message::number(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isDouble())
        return value.toDouble();
    const auto number = value.isString() ? numberFromText(value.toString()) : std::nullopt;
    if (!number)
        refuseType(key, value);
    return number;
}

QStringList Message::texts(QStringView key) const
{
    if (!has(key))
        return {};
    const QJsonValue value = m_values.value(key);
    if (!value.isArray() && !m_isQuery)
        refuseType(key, value);
    QStringList list;
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue item : items) {
        if (item.isString())
            list.append(item.toString());
        else if (key == u"experiment_ids" && item.isDouble())
            list.append(QString::number(item.toInteger()));
        else
            refuseType(key, value);
    }
    return list;
}

QList<Message> Message::messages(QStringView key) const
{
    if (!has(key))
        return {};
    const QJsonValue value = m_values.value(key);
    if (!value.isArray())
        refuseType(key, value);
    QList<Message> list;
    const QJsonArray items = value.toArray();
    for (const QJsonValue item : items) {
        if (!item.isObject())
            refuseType(key, value);
        list.append(Message(item.toObject(), u"%1[%2]"_s.arg(pathOf(key)).arg(list.size())));
        list.last().m_json = m_json;
    }
    return list;
}

std::optional<Message> Message::message(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (!has(key))
        return {};
    if (!value.isObject())
        refuseType(key, value);
    Message inner(value.toObject(), pathOf(key));
    inner.m_json = m_json;
    return inner;
}

QString Message::runId() const
{
    QString id = text(u"run_id");
    if (id.isEmpty())
        id = text(u"run_uuid");
    if (id.isEmpty())
        refuseMissing(pathOf(u"run_id"));
    return id;
}

void check(const Message &message, const Parameters &parameters)
{
    using Type = Parameter::Type;
    for (const Parameter &parameter : parameters) {
        const auto name = QString::fromLatin1(parameter.name);
        const bool isRun = name == "run_id"_L1;
        const bool there = message.has(name) || (isRun && message.has(u"run_uuid"));
        const bool isRequired = parameter.need == Parameter::Need::Required;
        if (!there && isRequired)
            refuseMissing(message.pathOf(name));
        switch (parameter.type) {
        case Type::Text:
            if (isRun && isRequired)
                message.runId();
            else if (isRequired)
                message.requiredText(name);
            else
                message.text(name);
            break;
        case Type::Whole:
            message.integer(name);
            break;
        case Type::Number:
            // The one type that MLflow's server tells empty from wrong.
            if (isRequired && message.isEmptyText(name))
                refuseMissing(message.pathOf(name));
            message.number(name);
            break;
        case Type::Flag:
            message.flag(name, false);
            break;
        case Type::List:
            message.messages(name);
            break;
        case Type::Texts:
            message.texts(name);
            break;
        }
    }
}

QByteArray quoteBareNumbers(const QByteArray &json)
{
    static constexpr std::array<const char *, 3> words{"-Infinity", "Infinity", "NaN"};
    QByteArray quoted;
    quoted.reserve(json.size() + 64);
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString && c == '\\' && i + 1 < json.size()) {
            quoted += c;
            quoted += json.at(++i);
            continue;
        }
        if (c == '"')
            inString = !inString;
        const char *word = nullptr;
        for (const char *candidate : words) {
            if (!inString && !word && QByteArrayView(json).sliced(i).startsWith(candidate))
                word = candidate;
        }
        if (word) {
            quoted += '"' + QByteArray(word) + '"';
            i += qsizetype(qstrlen(word)) - 1;
        } else {
            quoted += c;
        }
    }
    return quoted;
}

std::optional<double> numberFromText(QStringView text)
{
    if (text == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity"_L1 || text == "inf"_L1)
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity"_L1 || text == "-inf"_L1)
        return -std::numeric_limits<double>::infinity();
    bool fine = false;
    const double number = text.toDouble(&fine);
    return fine ? std::optional(number) : std::nullopt;
}

} // namespace Roost::Service::Mlflow
