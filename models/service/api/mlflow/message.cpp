// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/message.h"

#include <QJsonDocument>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

[[noreturn]] void refuseMissing(QStringView key)
{
    throw Refusal(ErrorKind::Rejected, u"Missing value for required parameter '%1'. See the API docs for more "
                                       "information about request parameters."_s.arg(key));
}

[[noreturn]] void refuseValue(QStringView key, const QJsonValue &value)
{
    QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    shown = shown.sliced(1).chopped(1);
    throw Refusal(ErrorKind::Rejected, u"Invalid value %1 for parameter '%2' supplied."_s.arg(
                                           QString::fromUtf8(shown).left(200), key.toString()));
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

} // namespace

Message Message::from(Request &request)
{
    const bool mustBeJson = request.method == "POST" || request.method == "PUT";
    const QByteArray bytes = valueOf(request.body());
    if (mustBeJson && !request.header("Content-Type").toLower().startsWith("application/json")) {
        throw Refusal(ErrorKind::Rejected, u"Bad Request. Content-Type must be one of ['application/json']."_s);
    }
    if (!mustBeJson && bytes.isEmpty())
        return Message(fromQuery(request));
    return Message(fromBody(bytes));
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
    if (value.isDouble() && std::trunc(value.toDouble()) == value.toDouble())
        return QString::number(value.toInteger());
    if (value.isUndefined() || value.isNull())
        return {};
    refuseValue(key, value);
}

QString Message::requiredText(QStringView key) const
{
    const QString value = text(key);
    if (value.isEmpty())
        refuseMissing(key);
    return value;
}

std::optional<qint64> Message::integer(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isDouble() && std::trunc(value.toDouble()) == value.toDouble())
        return value.toInteger(qint64(value.toDouble()));
    bool fine = false;
    const qint64 number = value.toString().toLongLong(&fine);
    if (!fine)
        refuseValue(key, value);
    return number;
}

qint64 Message::requiredInteger(QStringView key) const
{
    const auto value = integer(key);
    if (!value)
        refuseMissing(key);
    return *value;
}

int Message::limit(QStringView key, int fallback, int least, int most) const
{
    const auto value = integer(key);
    if (!value)
        return fallback;
    if (*value < least || *value > most) {
        throw Refusal(
            ErrorKind::Rejected,
            u"Invalid value %1 for parameter '%2' supplied: it must be at least %3 and at most %4."_s.arg(*value)
                .arg(key.toString())
                .arg(least)
                .arg(most));
    }
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
    if (word != "true"_L1 && word != "false"_L1)
        refuseValue(key, value);
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
        refuseValue(key, value);
    return number;
}

QStringList Message::texts(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    QStringList list;
    const QJsonArray items = value.isArray() ? value.toArray() : has(key) ? QJsonArray{value} : QJsonArray();
    for (const QJsonValue item : items) {
        if (item.isString())
            list.append(item.toString());
        else if (item.isDouble())
            list.append(QString::number(item.toInteger()));
        else
            refuseValue(key, value);
    }
    return list;
}

QList<Message> Message::messages(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (has(key) && !value.isArray())
        refuseValue(key, value);
    QList<Message> list;
    const QJsonArray items = value.toArray();
    for (const QJsonValue item : items) {
        if (!item.isObject())
            refuseValue(key, value);
        list.append(Message(item.toObject()));
    }
    return list;
}

std::optional<Message> Message::message(QStringView key) const
{
    const QJsonValue value = m_values.value(key);
    if (!has(key))
        return {};
    if (!value.isObject())
        refuseValue(key, value);
    return Message(value.toObject());
}

QString Message::runId() const
{
    QString id = text(u"run_id");
    if (!id.isEmpty())
        return id;
    const QString old = text(u"run_uuid");
    if (old.isEmpty())
        refuseMissing(u"run_id");
    return old;
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
