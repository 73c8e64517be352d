// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/job.h"

#include "models/core/runkeys.h"
#include "models/wire/azureml/carried.h"
#include "models/wire/json.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonObject literalInputs(const StringMap &inputs)
{
    QJsonObject json;
    for (const auto &[key, value] : inputs.asKeyValueRange())
        json.insert(key, QJsonObject{{u"jobInputType"_s, u"literal"_s}, {u"value"_s, value}});
    return json;
}

StringMap inputsFrom(const QJsonObject &json)
{
    StringMap inputs;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto one = it.value().toObject();
        if (isLiteralInput(one))
            inputs.insert(it.key(), text(one.value("value"_L1)));
    }
    return inputs;
}

// Returns a compute of the workspace as its name; the address of any other target, such as a virtual cluster, is not
// changed.
QString computeFromId(const QString &id)
{
    const auto name = lastSegment(id);
    return id.contains(u'/') && !id.endsWith(u"/computes/"_s + name, Qt::CaseInsensitive) ? id : name;
}

auto rejected(const QString &text)
{
    return failure(ErrorKind::Rejected, text);
}

// Azure keeps the metrics of a job as a property.
StringMap withMetrics(StringMap properties, const MetricDefinitions &metrics)
{
    if (!metrics.isEmpty())
        properties.insert(PropertyName::metrics, metricsToText(metrics));
    return properties;
}

MetricDefinitions metricsFromText(const QString &text)
{
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    return {json.value("auto"_L1).toBool(), strings(json.value("patterns"_L1))};
}

std::optional<QString> whyNot(const QJsonObject &properties)
{
    if (const auto type = text(properties.value("jobType"_L1)); type.compare("Command"_L1, Qt::CaseInsensitive) != 0)
        return u"properties.jobType is \"%1\"; only Command jobs are supported."_s.arg(type);
    static const QRegularExpression something(u"[a-zA-Z0-9_]"_s);
    if (!text(properties.value("command"_L1)).contains(something))
        return u"properties.command is missing: it is the line that each process runs."_s;
    if (text(properties.value("environmentId"_L1)).isEmpty())
        return u"properties.environmentId is missing: a job needs an environment to run in."_s;
    const auto inputs = properties.value("inputs"_L1).toObject();
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        const auto type = text(it.value().toObject().value("jobInputType"_L1));
        if (type.compare("literal"_L1, Qt::CaseInsensitive) != 0)
            return u"properties.inputs.%1 is of type \"%2\"; only literal inputs are supported."_s.arg(it.key(), type);
    }
    const auto outputs = properties.value("outputs"_L1).toObject();
    for (auto it = outputs.begin(); it != outputs.end(); ++it) {
        if (!text(it.value().toObject().value("uri"_L1)).isEmpty())
            return u"properties.outputs.%1 names a place to write to; outputs of a run are kept with the run here. Leave its path out."_s
                .arg(it.key());
    }
    const auto distribution = properties.value("distribution"_L1).toObject();
    if (!distribution.isEmpty() && !distributionFrom(distribution).isDistributed()) {
        return u"properties.distribution.distributionType is \"%1\"; %2 are supported."_s.arg(
            text(distribution.value("distributionType"_L1)), distributionWords().join(" and "_L1));
    }
    if (!distribution.isEmpty() && integer(distribution.value("processCountPerInstance"_L1), 1) < 1)
        return u"properties.distribution.processCountPerInstance must be 1 or more."_s;
    if (integer(properties.value("resources"_L1).toObject().value("instanceCount"_L1), 1) < 1)
        return u"properties.resources.instanceCount must be 1 or more."_s;
    const auto timeout = properties.value("limits"_L1).toObject().value("timeout"_L1);
    if (timeout.isString() && !durationSeconds(timeout.toString()))
        return u"properties.limits.timeout is \"%1\", which is no ISO 8601 duration such as PT1H."_s.arg(
            timeout.toString());
    return std::nullopt;
}

} // namespace

QString metricsToText(const MetricDefinitions &metrics)
{
    const QJsonObject json{{u"auto"_s, metrics.automatic}, {u"patterns"_s, fromStrings(metrics.patterns)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject toJson(const Distribution &distribution)
{
    if (!distribution.isDistributed())
        return {};
    return {{u"distributionType"_s, toWord(distribution.type)},
            {u"processCountPerInstance"_s, distribution.processesPerNode}};
}

Distribution distributionFrom(const QJsonObject &json)
{
    Distribution distribution;
    const auto word = text(json.value("distributionType"_L1));
    distribution.type = distributionFromWord(word).value_or(Distribution::Type::None);
    distribution.processesPerNode =
        int(std::clamp<qint64>(integer(json.value("processCountPerInstance"_L1), 1), 1, 65536));
    return distribution;
}

QJsonObject jobBody(const Job &job, const WorkspaceId &workspace)
{
    QJsonObject properties{{u"jobType"_s, u"Command"_s}, {u"command"_s, job.command}};
    put(properties, u"displayName"_s, job.displayName);
    put(properties, u"experimentName"_s, job.experiment);
    put(properties, u"description"_s, job.description);
    put(properties, u"codeId"_s, job.codeId);
    if (!job.environment.name.isEmpty()) {
        properties.insert(u"environmentId"_s,
                          assetToId(workspace, u"environments"_s, {job.environment.name, job.environment.version}));
    }
    if (!job.compute.isEmpty()) {
        properties.insert(u"computeId"_s,
                          job.compute.contains(u'/') ? job.compute : resourceId(workspace, u"computes"_s, job.compute));
    }
    put(properties, u"inputs"_s, literalInputs(job.inputs));
    put(properties, u"environmentVariables"_s, fromStrings(job.environmentVariables));
    put(properties, u"distribution"_s, toJson(job.distribution));
    QJsonObject resources{{u"instanceCount"_s, job.instanceCount}};
    put(resources, u"shmSize"_s, job.shmSize);
    properties.insert(u"resources"_s, resources);
    if (job.timeoutSeconds > 0) {
        properties.insert(u"limits"_s, QJsonObject{{u"jobLimitsType"_s, u"Command"_s},
                                                   {u"timeout"_s, toDuration(job.timeoutSeconds)}});
    }
    put(properties, u"tags"_s, fromStrings(job.tags));
    put(properties, u"properties"_s, fromStrings(withMetrics(job.properties, job.metrics)));
    return {{u"properties"_s, withCarried(properties, job.carried)}};
}

Result<Job> jobFromBody(const QString &name, const QJsonObject &body)
{
    if (const auto why = whyNotAJobName(name); !why.isEmpty())
        return rejected(why);
    if (const auto why = whyNot(body.value("properties"_L1).toObject()))
        return rejected(*why);
    auto job = jobFromResource(body);
    job.name = name;
    return job;
}

Result<JobRequest> jobRequestFrom(const QString &name, const QJsonObject &body)
{
    auto job = jobFromBody(name, body);
    if (!job)
        return std::unexpected(job.error());
    const auto properties = body.value("properties"_L1).toObject();
    JobRequest request;
    request.job = std::move(*job);
    request.environmentId = text(properties.value("environmentId"_L1));
    request.computeId = text(properties.value("computeId"_L1));
    request.parentJobName = text(properties.value("parentJobName"_L1));
    if (properties.contains("isArchived"_L1))
        request.isArchived = properties.value("isArchived"_L1).toBool();
    request.hasTags = properties.contains("tags"_L1);
    request.hasDescription = properties.contains("description"_L1);
    return request;
}

bool isFileOutput(const QByteArray &body, const QString &name)
{
    const auto output = QJsonDocument::fromJson(body).object()[u"properties"][u"outputs"][name];
    return output[u"jobOutputType"].toString().compare("uri_file"_L1, Qt::CaseInsensitive) == 0;
}

QByteArray withVariables(const QByteArray &body, const StringMap &variables)
{
    if (body.isEmpty())
        return body;
    QJsonObject whole = QJsonDocument::fromJson(body).object();
    QJsonObject properties = whole.value("properties"_L1).toObject();
    if (properties.contains("environmentVariables"_L1)) {
        properties.insert(u"environmentVariables"_s, fromStrings(variables));
        whole.insert(u"properties"_s, properties);
    }
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

Job jobFromResource(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto resources = properties.value("resources"_L1).toObject();
    const auto environment = assetFromId(text(properties.value("environmentId"_L1)));
    Job job;
    job.name = text(resource.value("name"_L1));
    job.displayName = text(properties.value("displayName"_L1));
    job.experiment = text(properties.value("experimentName"_L1));
    job.description = text(properties.value("description"_L1));
    job.command = text(properties.value("command"_L1));
    job.codeId = text(properties.value("codeId"_L1));
    job.environment.name = environment.name;
    job.environment.version = environment.version;
    job.compute = computeFromId(text(properties.value("computeId"_L1)));
    job.distribution = distributionFrom(properties.value("distribution"_L1).toObject());
    job.instanceCount = int(std::clamp<qint64>(integer(resources.value("instanceCount"_L1), 1), 1, 65536));
    job.shmSize = text(resources.value("shmSize"_L1));
    const auto timeout = text(properties.value("limits"_L1).toObject().value("timeout"_L1));
    job.timeoutSeconds = durationSeconds(timeout).value_or(0);
    job.environmentVariables = strings(properties.value("environmentVariables"_L1));
    job.inputs = inputsFrom(properties.value("inputs"_L1).toObject());
    job.tags = strings(properties.value("tags"_L1));
    job.properties = strings(properties.value("properties"_L1));
    job.metrics = metricsFromText(job.properties.take(PropertyName::metrics));
    job.carried = carriedParts(properties, job.name);
    return job;
}

} // namespace Roost::Wire
