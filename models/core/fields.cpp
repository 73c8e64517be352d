// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/fields.h"

#include <QJsonArray>

namespace Roost {

namespace {

QJsonValue toJson(const QString &value)
{
    return value;
}

QJsonValue toJson(bool value)
{
    return value;
}

QJsonValue toJson(int value)
{
    return value;
}

QJsonValue toJson(qint64 value)
{
    return value;
}

QJsonValue toJson(Distribution::Type value)
{
    return toWord(value);
}

QJsonValue toJson(const QJsonObject &value)
{
    return value;
}

QJsonValue toJson(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}

QJsonValue toJson(const StringMap &value)
{
    QJsonObject object;
    for (const auto &[name, text] : value.asKeyValueRange())
        object.insert(name, text);
    return object;
}

void fromJson(const QJsonValue &json, QString &value)
{
    value = json.toString(value);
}

void fromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool(value);
}

void fromJson(const QJsonValue &json, int &value)
{
    value = json.toInt(value);
}

void fromJson(const QJsonValue &json, qint64 &value)
{
    value = json.toInteger(value);
}

void fromJson(const QJsonValue &json, Distribution::Type &value)
{
    value = distributionFromWord(json.toString()).value_or(Distribution::Type::None);
}

void fromJson(const QJsonValue &json, QJsonObject &value)
{
    value = json.toObject();
}

void fromJson(const QJsonValue &json, QStringList &value)
{
    value = json.toVariant().toStringList();
}

void fromJson(const QJsonValue &json, StringMap &value)
{
    value.clear();
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        value.insert(it.key(), it.value().toString());
}

template <HasFields T>
QJsonObject fieldsToJson(const T &value)
{
    QJsonObject object;
    visitFields(value, [&object](QLatin1StringView key, const auto &field) {
        if constexpr (HasFields<decltype(field)>)
            object.insert(key, fieldsToJson(field));
        else
            object.insert(key, toJson(field));
    });
    return object;
}

template <HasFields T>
void fieldsFromJson(const QJsonObject &object, T &value)
{
    visitFields(value, [&object](QLatin1StringView key, auto &field) {
        if constexpr (HasFields<decltype(field)>)
            fieldsFromJson(object.value(key).toObject(), field);
        else
            fromJson(object.value(key), field);
    });
}

} // namespace

QJsonObject jobToJson(const Job &job)
{
    return fieldsToJson(job);
}

Job jobFromJson(const QJsonObject &json)
{
    Job job;
    fieldsFromJson(json, job);
    job.instanceCount = qMax(1, job.instanceCount);
    job.distribution.processesPerNode = qMax(1, job.distribution.processesPerNode);
    return job;
}

} // namespace Roost
