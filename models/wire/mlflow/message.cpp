// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/message.h"

#include "models/wire/barenumbers.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

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
    // 2^63 itself is out of range.
    constexpr double beyond = 9223372036854775808.0;
    if (!(number >= -beyond && number < beyond))
        return {};
    return qint64(number);
}

QJsonObject objectOf(const QList<std::pair<QString, QString>> &query)
{
    QJsonObject values;
    for (const auto &[key, value] : query) {
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

QJsonObject objectOf(const QByteArray &bytes)
{
    QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull())
        document = QJsonDocument::fromJson(quoteBareNumbers(bytes));
    // Some clients send a string that contains the JSON.
    if (document.isNull()) {
        const QJsonValue text = QJsonDocument::fromJson('[' + bytes + ']').array().first();
        document = QJsonDocument::fromJson(text.toString().toUtf8());
    }
    return document.object();
}

/// Returns whether the number at a path such as "tags[0].key" is written with a point or an exponent.
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
    // QJsonValue does not distinguish 9.0 from 9; the error shows the number as it was sent.
    if (typeName(value) == "int"_L1 && isWrittenAsReal(m_json, pathOf(key)))
        refuseShown(pathOf(key), QString::number(value.toDouble(), 'f', 1), typeHint(u"float"));
    refuseValue(pathOf(key), value, typeHint(typeName(value)));
}

Message Message::fromQuery(const QList<std::pair<QString, QString>> &query)
{
    Message message(objectOf(query));
    message.m_isQuery = true;
    return message;
}

Message Message::fromBody(const QByteArray &body)
{
    Message message(objectOf(body));
    message.m_json = body;
    return message;
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

QString Message::first(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    return value.isArray() ? value.toArray().first().toString() : value.toString();
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
    bool ok = false;
    qint64 number = value.toString().trimmed().toLongLong(&ok);
    if (value.isDouble()) {
        const auto whole = wholeOf(value.toDouble());
        ok = whole.has_value();
        // Beyond 2^53 only the integer is exact, not the double.
        number = ok ? value.toInteger(*whole) : 0;
        // The largest integer, as a double, is 2^63.
        if (!ok && value.toInteger() == std::numeric_limits<qint64>::max())
            return value.toInteger();
    }
    if (!ok)
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

QList<KeyValue> Message::pairs(QStringView key) const
{
    QList<KeyValue> list;
    const auto items = messages(key);
    for (const Message &item : items)
        list.append({item.requiredText(u"key"), item.text(u"value"), item.pathOf(u"key")});
    return list;
}

} // namespace Roost::Wire
