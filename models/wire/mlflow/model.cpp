// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/model.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/run.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

void putTimes(QJsonObject &json, const QDateTime &created)
{
    if (!created.isValid())
        return;
    json.insert(u"creation_timestamp"_s, created.toMSecsSinceEpoch());
    json.insert(u"last_updated_timestamp"_s, created.toMSecsSinceEpoch());
}

} // namespace

QJsonObject mlflowModelVersion(const ModelVersion &model)
{
    QJsonObject json{{u"name"_s, model.name},         {u"version"_s, model.version},
                     {u"current_stage"_s, u"None"_s}, {u"description"_s, model.description},
                     {u"source"_s, model.uri},        {u"run_id"_s, model.runId},
                     {u"status"_s, u"READY"_s},       {u"run_link"_s, u""_s}};
    putTimes(json, model.created);
    put(json, u"tags"_s, toPairs(model.tags));
    return json;
}

ModelVersion modelVersionFromMlflow(const QJsonObject &json)
{
    ModelVersion model;
    model.name = text(json.value("name"_L1));
    model.version = text(json.value("version"_L1));
    model.description = text(json.value("description"_L1));
    model.type = u"mlflow_model"_s;
    model.uri = text(json.value("source"_L1));
    model.runId = text(json.value("run_id"_L1));
    model.tags = pairsFrom(json.value("tags"_L1));
    model.created = fromMilliseconds(json.value("creation_timestamp"_L1));
    return model;
}

QJsonObject mlflowModel(const RegisteredModel &model, const ModelVersion &latest)
{
    QJsonObject json{{u"name"_s, model.name}, {u"description"_s, model.description}};
    putTimes(json, model.created);
    put(json, u"tags"_s, toPairs(model.tags));
    if (!latest.version.isEmpty())
        json.insert(u"latest_versions"_s, QJsonArray{mlflowModelVersion(latest)});
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

} // namespace Roost::Wire
