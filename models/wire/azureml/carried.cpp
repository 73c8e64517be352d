// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/carried.h"

#include "models/core/carriednames.h"
#include "models/wire/azureml/ids.h"
#include "models/wire/json.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonValue withoutNulls(const QJsonValue &value)
{
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            kept.insert(it.key(), withoutNulls(it.value()));
    }
    return kept;
}

QJsonObject without(QJsonObject object, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys)
        object.remove(key);
    return object;
}

QJsonObject dataInputs(const QJsonObject &inputs)
{
    QJsonObject kept;
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        const auto input = it.value().toObject();
        if (!input.isEmpty() && !isLiteralInput(input))
            kept.insert(it.key(), withoutNulls(input));
    }
    return kept;
}

// Returns the outputs to send with another job. The service adds an output for the run's own files, and the location of
// each output of this run. The next run writes to its own paths; a path that the user requested contains no run id.
QJsonObject outputsOf(const QJsonObject &outputs, const QString &runId)
{
    QJsonObject kept;
    for (auto it = outputs.begin(); it != outputs.end(); ++it) {
        auto output = withoutNulls(it.value()).toObject();
        const auto uri = text(output.value("uri"_L1));
        if (output.isEmpty() ||
            (it.key() == "default"_L1 && uri.contains(QString(runOrigin + u'/' + runContainerPrefix))))
            continue;
        if (!runId.isEmpty() && uri.contains(runId))
            output.remove("uri"_L1);
        kept.insert(it.key(), output);
    }
    return kept;
}

// Returns the services that the user requested, without their state and address, which Azure adds. Tracking and Studio
// are added by Azure.
QJsonObject servicesOf(const QJsonObject &services)
{
    static const QSet<QString> own{u"Tracking"_s, u"Studio"_s, u"Local"_s};
    QJsonObject kept;
    for (auto it = services.begin(); it != services.end(); ++it) {
        const auto service = withoutNulls(it.value()).toObject();
        if (!service.isEmpty() && !own.contains(text(service.value("jobServiceType"_L1))))
            kept.insert(it.key(), without(service, {"endpoint"_L1, "status"_L1, "errorMessage"_L1}));
    }
    return kept;
}

QJsonObject distributionOf(const QJsonObject &distribution)
{
    const auto type = text(distribution.value("distributionType"_L1));
    return distributionFromWord(type) ? QJsonObject() : withoutNulls(distribution).toObject();
}

// Drops the word Null, which means no tier and must not be sent.
QJsonObject queueSettingsOf(const QJsonObject &settings)
{
    auto kept = withoutNulls(settings).toObject();
    if (text(kept.value("jobTier"_L1)).compare("Null"_L1, Qt::CaseInsensitive) == 0)
        kept.remove("jobTier"_L1);
    return kept;
}

QJsonValue carriedPart(const QString &key, const QJsonValue &value, const QString &runId)
{
    const auto object = value.toObject();
    if (key == "inputs"_L1)
        return dataInputs(object);
    if (key == "outputs"_L1)
        return outputsOf(object, runId);
    if (key == "services"_L1)
        return servicesOf(object);
    if (key == "distribution"_L1)
        return distributionOf(object);
    if (key == "queueSettings"_L1)
        return queueSettingsOf(object);
    if (key == "resources"_L1)
        return without(withoutNulls(object).toObject(), {"instanceCount"_L1, "shmSize"_L1});
    if (key == "limits"_L1)
        return without(withoutNulls(object).toObject(), {"jobLimitsType"_L1, "timeout"_L1});
    return withoutNulls(value);
}

bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isObject() && value.toObject().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isString() && value.toString().isEmpty());
}

// Drops nested objects without content, such as resources.properties.
QJsonObject withoutEmpty(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isEmpty(it.value()))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

QStringList namesOfCarried(const QJsonObject &carried)
{
    QStringList names;
    for (auto it = carried.begin(); it != carried.end(); ++it) {
        const auto parts = it.value().toObject().keys();
        if (it.key() == "inputs"_L1 || it.key() == "outputs"_L1 || it.key() == "services"_L1) {
            for (const auto &part : parts)
                names.append(carriedName(it.key(), part));
        } else if (it.key() == "distribution"_L1) {
            names.append(it.key() + u' ' + text(it.value().toObject().value("distributionType"_L1)));
        } else if (it.key() == "resources"_L1 || it.key() == "limits"_L1) {
            for (const auto &part : parts)
                names.append(it.key() + u'.' + part);
        } else {
            names.append(it.key());
        }
    }
    return names;
}

} // namespace

bool isLiteralInput(const QJsonObject &input)
{
    const auto type = text(input.value("jobInputType"_L1));
    return type.isEmpty() ? input.contains("value"_L1) : type.compare("literal"_L1, Qt::CaseInsensitive) == 0;
}

CarriedParts carriedParts(const QJsonObject &properties, const QString &runId)
{
    // The members of Job, and the members that only the service writes.
    static const QSet<QString> known{
        u"jobType"_s,    u"command"_s,    u"displayName"_s,   u"experimentName"_s,       u"description"_s,
        u"codeId"_s,     u"computeId"_s,  u"environmentId"_s, u"environmentVariables"_s, u"tags"_s,
        u"properties"_s, u"parameters"_s, u"status"_s,        u"isArchived"_s,           u"provisioningState"_s};
    QJsonObject body;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (known.contains(it.key()))
            continue;
        const auto part = carriedPart(it.key(), it.value(), runId);
        const auto whole = part.isObject() ? QJsonValue(withoutEmpty(part.toObject())) : part;
        if (!isEmpty(whole))
            body.insert(it.key(), whole);
    }
    CarriedParts carried{body, namesOfCarried(body), {}, {}};
    carried.distribution = text(body.value("distribution"_L1).toObject().value("distributionType"_L1));
    if (text(properties.value("computeId"_L1)).isEmpty())
        carried.serverlessSize = text(body.value("resources"_L1).toObject().value("instanceType"_L1));
    return carried;
}

QJsonObject withCarried(QJsonObject properties, const CarriedParts &carried)
{
    for (auto it = carried.body.begin(); it != carried.body.end(); ++it) {
        const auto own = properties.value(it.key());
        if (it.key() == "distribution"_L1) {
            if (own.isUndefined())
                properties.insert(it.key(), it.value());
            continue;
        }
        QJsonValue part = it.value();
        if (part.isObject()) {
            auto both = part.toObject();
            // The size was that of the nodes of a job without a compute.
            if (it.key() == "resources"_L1 && !carried.serverlessSize.isEmpty() && properties.contains("computeId"_L1))
                both.remove("instanceType"_L1);
            if (it.key() == "limits"_L1)
                both.insert(u"jobLimitsType"_s, u"Command"_s);
            const auto mine = own.toObject();
            for (auto one = mine.begin(); one != mine.end(); ++one)
                both.insert(one.key(), one.value());
            part = both;
        }
        properties.insert(it.key(), part);
    }
    return properties;
}

} // namespace Roost::Wire
