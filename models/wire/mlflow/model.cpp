// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/model.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/pairs.h"
#include "models/wire/mlflow/search.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr std::array statusWords{"UNSPECIFIED", "PENDING_REGISTRATION", "FAILED_REGISTRATION", "READY"};

QJsonArray versionsJson(const QList<MlflowModelVersion> &versions)
{
    QJsonArray list;
    for (const MlflowModelVersion &version : versions)
        list.append(toJson(version));
    return list;
}

} // namespace

QJsonObject toJson(const MlflowModelVersion &version)
{
    const auto &[model, registration, aliases] = version;
    QJsonObject json{
        {u"name"_s, model.name},
        {u"version"_s, model.version},
        {u"description"_s, model.description},
        {u"source"_s, model.uri},
        {u"run_id"_s, model.runId},
        {u"run_link"_s, registration.runLink},
        {u"current_stage"_s, registration.stage},
        {u"status"_s, QString::fromLatin1(statusWords[std::size_t(registration.status)])},
        {u"creation_timestamp"_s, model.created.toMSecsSinceEpoch()},
        {u"last_updated_timestamp"_s, registration.updated.toMSecsSinceEpoch()},
    };
    put(json, u"model_id"_s, registration.loggedModel);
    put(json, u"user_id"_s, registration.user);
    put(json, u"status_message"_s, registration.statusMessage);
    put(json, u"tags"_s, toPairs(model.tags));
    put(json, u"aliases"_s, QJsonArray::fromStringList(aliases));
    return json;
}

ModelVersion modelVersionFromMlflow(const QJsonObject &json)
{
    ModelVersion model;
    model.name = text(json.value("name"_L1));
    model.version = text(json.value("version"_L1));
    model.description = text(json.value("description"_L1));
    model.type = ModelVersion::MlFlowType;
    model.uri = text(json.value("source"_L1));
    model.runId = text(json.value("run_id"_L1));
    model.tags = pairsFrom(json.value("tags"_L1));
    model.created = fromMilliseconds(json.value("creation_timestamp"_L1));
    return model;
}

QJsonObject toJson(const MlflowModel &named)
{
    const auto &[model, updated, latest, aliases] = named;
    QJsonObject json{
        {u"name"_s, model.name},
        {u"creation_timestamp"_s, model.created.toMSecsSinceEpoch()},
        {u"last_updated_timestamp"_s, updated.toMSecsSinceEpoch()},
    };
    put(json, u"description"_s, model.description);
    put(json, u"latest_versions"_s, versionsJson(latest));
    put(json, u"tags"_s, toPairs(model.tags));
    QJsonArray list;
    for (const ModelAlias &alias : aliases)
        list.append(QJsonObject{{u"alias"_s, alias.alias}, {u"version"_s, QString::number(alias.version)}});
    put(json, u"aliases"_s, list);
    return json;
}

RegisteredModel registeredModelFromMlflow(const QJsonObject &json)
{
    RegisteredModel model{text(json.value("name"_L1)),
                          text(json.value("description"_L1)),
                          {},
                          pairsFrom(json.value("tags"_L1)),
                          fromMilliseconds(json.value("creation_timestamp"_L1))};
    qint64 newest = -1;
    for (const auto &one : json.value("latest_versions"_L1).toArray()) {
        const auto version = one.toObject().value("version"_L1);
        if (integer(version) > newest) {
            newest = integer(version);
            model.latestVersion = text(version);
        }
    }
    return model;
}

QJsonObject modelAnswer(const MlflowModel &model)
{
    return {{u"registered_model"_s, toJson(model)}};
}

QJsonObject modelsAnswer(const QList<MlflowModel> &models, std::optional<qint64> nextOffset)
{
    QJsonArray list;
    for (const MlflowModel &model : models)
        list.append(toJson(model));
    QJsonObject answer;
    put(answer, u"registered_models"_s, list);
    putNextPage(answer, nextOffset);
    return answer;
}

QJsonObject modelVersionAnswer(const MlflowModelVersion &version)
{
    return {{u"model_version"_s, toJson(version)}};
}

QJsonObject modelVersionsAnswer(const QList<MlflowModelVersion> &versions, std::optional<qint64> nextOffset)
{
    QJsonObject answer;
    put(answer, u"model_versions"_s, versionsJson(versions));
    putNextPage(answer, nextOffset);
    return answer;
}

QJsonObject artifactUriAnswer(const QString &uri)
{
    return {{u"artifact_uri"_s, uri}};
}

} // namespace Roost::Wire
