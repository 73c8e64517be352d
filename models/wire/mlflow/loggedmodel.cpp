// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/loggedmodel.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/pairs.h"
#include "models/wire/mlflow/search.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr std::array statusWords{"LOGGED_MODEL_STATUS_UNSPECIFIED", "LOGGED_MODEL_PENDING", "LOGGED_MODEL_READY",
                                 "LOGGED_MODEL_UPLOAD_FAILED"};

QJsonArray registrationsFrom(const QString &tag)
{
    QJsonArray registrations;
    const auto versions = QJsonDocument::fromJson(tag.toUtf8()).array();
    for (const QJsonValue version : versions) {
        registrations.append(
            QJsonObject{{u"name"_s, version["name"_L1]}, {u"version"_s, version["version"_L1].toVariant().toString()}});
    }
    return registrations;
}

QJsonArray metricsJson(const MlflowLoggedModel &model)
{
    QJsonArray metrics;
    for (const auto &[key, point, run, datasetName, datasetDigest] : model.metrics) {
        QJsonObject json{{u"key"_s, key},
                         {u"value"_s, fromNumber(asStoredByMlflow(point.value))},
                         {u"timestamp"_s, point.timestamp},
                         {u"step"_s, point.step}};
        put(json, u"run_id"_s, run);
        json.insert(u"model_id"_s, model.id);
        if (!datasetName.isEmpty()) {
            json.insert(u"dataset_name"_s, datasetName);
            json.insert(u"dataset_digest"_s, datasetDigest);
        }
        metrics.append(json);
    }
    return metrics;
}

QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1).chopped(1));
}

} // namespace

const char *const registrationsTag = "mlflow.modelVersions";

QJsonObject toJson(const MlflowLoggedModel &model)
{
    QJsonObject info{
        {u"model_id"_s, model.id},
        {u"experiment_id"_s, model.experimentId},
        {u"name"_s, model.name},
        {u"creation_timestamp_ms"_s, model.created.toMSecsSinceEpoch()},
        {u"last_updated_timestamp_ms"_s, model.updated.toMSecsSinceEpoch()},
        {u"artifact_uri"_s, model.artifactUri},
        {u"status"_s, QString::fromLatin1(statusWords[std::size_t(model.status)])},
    };
    put(info, u"model_type"_s, model.type);
    put(info, u"source_run_id"_s, model.sourceRun);
    put(info, u"status_message"_s, model.statusMessage);
    put(info, u"tags"_s, toPairs(model.tags));
    put(info, u"registrations"_s, registrationsFrom(model.tags.value(QString::fromLatin1(registrationsTag))));
    QJsonObject data;
    put(data, u"params"_s, toPairs(model.params));
    put(data, u"metrics"_s, metricsJson(model));
    return {{u"info"_s, info}, {u"data"_s, data}};
}

QString withRegistration(const QString &registrations, const QString &model, qint64 version)
{
    QJsonArray versions = QJsonDocument::fromJson(registrations.toUtf8()).array();
    versions.append(QJsonObject{{u"name"_s, model}, {u"version"_s, version}});
    QStringList written;
    for (const QJsonValue one : std::as_const(versions)) {
        written.append(u"{\"name\": %1, \"version\": %2}"_s.arg(compact(one["name"_L1]), compact(one["version"_L1])));
    }
    return u'[' + written.join(u", "_s) + u']';
}

Parameters CreateLoggedModelRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"experiment_id", Text, Required},
            {"name"},
            {"model_type"},
            {"source_run_id"},
            {"params", List},
            {"tags", List}};
}

CreateLoggedModelRequest CreateLoggedModelRequest::read(const Message &message)
{
    return {message.requiredText(u"experiment_id"), message.text(u"name"),    message.text(u"model_type"),
            message.text(u"source_run_id"),         message.pairs(u"params"), message.pairs(u"tags")};
}

FinalizeLoggedModelRequest FinalizeLoggedModelRequest::read(const Message &message)
{
    const QString word = message.word(u"status");
    if (word.isEmpty())
        refuseMissing(u"status"_s);
    int status = word.toInt();
    for (std::size_t i = 0; i < statusWords.size(); ++i) {
        if (word == QLatin1StringView(statusWords[i]))
            status = int(i);
    }
    if (status < 1 || status > int(LoggedModel::Status::UploadFailed))
        throw ApiError(ErrorKind::Rejected, u"Invalid model status: '%1'."_s.arg(word));
    return {LoggedModel::Status(status), message.text(u"status_message")};
}

Parameters LoggedModelParamsRequest::parameters()
{
    return {{"params", Parameter::Type::List}};
}

LoggedModelParamsRequest LoggedModelParamsRequest::read(const Message &message)
{
    return {message.pairs(u"params")};
}

Parameters LoggedModelTagsRequest::parameters()
{
    return {{"tags", Parameter::Type::List}};
}

LoggedModelTagsRequest LoggedModelTagsRequest::read(const Message &message)
{
    return {message.pairs(u"tags")};
}

QJsonObject loggedModelAnswer(const MlflowLoggedModel &model)
{
    return {{u"model"_s, toJson(model)}};
}

QJsonObject loggedModelsAnswer(const QList<MlflowLoggedModel> &models, std::optional<qint64> nextOffset)
{
    QJsonArray list;
    for (const MlflowLoggedModel &model : models)
        list.append(toJson(model));
    QJsonObject answer;
    put(answer, u"models"_s, list);
    putNextPage(answer, nextOffset);
    return answer;
}

} // namespace Roost::Wire
