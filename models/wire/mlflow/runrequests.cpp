// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/runrequests.h"

#include "models/wire/mlflow/length.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

using enum Parameter::Type;
using enum Parameter::Need;

const Parameters onRun{{"run_id", Text, Required}};

constexpr int longestName = 500;
constexpr int longestDigest = 36;
constexpr int longestSource = 65535;

DatasetInput datasetFrom(const Message &input)
{
    const auto dataset = input.message(u"dataset");
    if (!dataset)
        refuseMissing(input.pathOf(u"dataset"));
    const auto optional = [&dataset](QStringView key) {
        return dataset->has(key) ? std::optional(dataset->text(key)) : std::nullopt;
    };
    DatasetInput read{dataset->requiredText(u"name"),
                      dataset->requiredText(u"digest"),
                      dataset->requiredText(u"source_type"),
                      dataset->requiredText(u"source"),
                      optional(u"schema"),
                      optional(u"profile"),
                      {}};
    checkLength(dataset->pathOf(u"name"), read.name, longestName);
    checkLength(dataset->pathOf(u"digest"), read.digest, longestDigest);
    checkLength(dataset->pathOf(u"source"), read.source, longestSource);
    const auto tags = input.pairs(u"tags");
    for (const KeyValue &tag : tags)
        read.tags.insert(tag.key, tag.value);
    return read;
}

} // namespace

Parameters CreateRunRequest::parameters()
{
    return {{"experiment_id", Text, Required}, {"start_time", Whole}, {"run_name"}, {"user_id"}, {"tags", List}};
}

CreateRunRequest CreateRunRequest::read(const Message &message)
{
    return {message.text(u"experiment_id"), message.text(u"run_name"), message.text(u"user_id"),
            message.integer(u"start_time"), message.pairs(u"tags")};
}

Parameters UpdateRunRequest::parameters()
{
    return onRun + Parameters{{"end_time", Whole}, {"run_name"}};
}

UpdateRunRequest UpdateRunRequest::read(const Message &message)
{
    const RunStatus status = runStatusFromMlflow(message.word(u"status").toUpper());
    return {message.runId(), status == RunStatus::Unknown ? std::nullopt : std::optional(status),
            message.integer(u"end_time"), message.text(u"run_name")};
}

Parameters RunRequest::parameters()
{
    return onRun;
}

RunRequest RunRequest::read(const Message &message)
{
    return {message.runId()};
}

Parameters RunPairRequest::parameters()
{
    return onRun + Parameters{{"key", Text, Required}, {"value"}};
}

RunPairRequest RunPairRequest::read(const Message &message)
{
    return {message.runId(), message.requiredText(u"key"), message.text(u"value")};
}

Parameters DeleteRunTagRequest::parameters()
{
    return onRun + Parameters{{"key", Text, Required}};
}

DeleteRunTagRequest DeleteRunTagRequest::read(const Message &message)
{
    return {message.runId(), message.requiredText(u"key")};
}

Parameters LogModelRequest::parameters()
{
    return onRun + Parameters{{"model_json", Text, Required}};
}

LogModelRequest LogModelRequest::read(const Message &message)
{
    LogModelRequest request{message.runId(),
                            QJsonDocument::fromJson(message.requiredText(u"model_json").toUtf8()).object()};
    for (const QString &key : {u"artifact_path"_s, u"flavors"_s, u"utc_time_created"_s, u"run_id"_s}) {
        if (!request.model.contains(key))
            throw ApiError(ErrorKind::Rejected, u"Model json is missing mandatory fields: '%1'."_s.arg(key));
    }
    return request;
}

QString LogModelRequest::addedTo(const QString &history) const
{
    QJsonArray list = QJsonDocument::fromJson(history.toUtf8()).array();
    list.append(model);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Parameters LogInputsRequest::parameters()
{
    return onRun + Parameters{{"datasets", List}, {"models", List}};
}

LogInputsRequest LogInputsRequest::read(const Message &message)
{
    LogInputsRequest request{message.runId(), {}, {}};
    const auto inputs = message.messages(u"datasets");
    for (const Message &input : inputs)
        request.datasets.append(datasetFrom(input));
    const auto models = message.messages(u"models");
    for (const Message &model : models)
        request.models.append(model.requiredText(u"model_id"));
    return request;
}

Parameters LogOutputsRequest::parameters()
{
    return onRun + Parameters{{"models", List, Required}};
}

LogOutputsRequest LogOutputsRequest::read(const Message &message)
{
    LogOutputsRequest request{message.runId(), {}};
    const auto models = message.messages(u"models");
    for (const Message &model : models)
        request.models.append({model.requiredText(u"model_id"), model.integer(u"step").value_or(0)});
    return request;
}

} // namespace Roost::Wire
