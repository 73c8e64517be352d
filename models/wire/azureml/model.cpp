// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/model.h"

#include "models/wire/azureml/sentparts.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject modelBody(const ModelVersion &model)
{
    QJsonObject properties{{u"modelType"_s, model.type.isEmpty() ? QString(ModelVersion::CustomType) : model.type},
                           {u"modelUri"_s, model.uri}};
    put(properties, u"description"_s, model.description);
    put(properties, u"jobName"_s, model.runId);
    put(properties, u"tags"_s, fromStrings(model.tags));
    put(properties, u"properties"_s, fromStrings(model.properties));
    return {{u"properties"_s, properties}};
}

Result<ModelVersion> modelFromBody(const QString &name, const QString &version, const QJsonObject &body)
{
    if (const auto why = whyNotAModelName(name); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    auto model = modelFrom(body);
    model.name = name;
    model.version = version;
    if (model.uri.isEmpty()) {
        return failure(ErrorKind::Rejected, u"properties.modelUri is missing: it says which file or folder the model "
                                            "is, as azureml://jobs/RUN/outputs/artifacts/paths/outputs/model.pt."_s);
    }
    if (model.runId.isEmpty()) {
        if (const auto artifact = runArtifactFromUri(model.uri))
            model.runId = artifact->runId;
    }
    return model;
}

QJsonObject modelResource(const ModelVersion &model, const WorkspaceId &workspace)
{
    auto properties = modelBody(model).value("properties"_L1).toObject();
    properties.insert(u"isArchived"_s, false);
    properties.insert(u"flavors"_s, QJsonObject()); // Microsoft's SDK iterates over it
    properties.insert(u"provisioningState"_s, u"Succeeded"_s);
    if (model.size >= 0) {
        auto more = properties.value("properties"_L1).toObject();
        more.insert(u"roost.size"_s, QString::number(model.size));
        properties.insert(u"properties"_s, more);
    }
    QJsonObject resource{{u"id"_s, versionId(workspace, u"models"_s, model.name, model.version)},
                         {u"name"_s, model.version},
                         {u"type"_s, u"Microsoft.MachineLearningServices/workspaces/models/versions"_s},
                         {u"properties"_s, properties}};
    if (model.created.isValid())
        resource.insert(u"systemData"_s, QJsonObject{{u"createdAt"_s, fromUtc(model.created)}});
    return resource;
}

ModelVersion modelFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto asset = assetFromId(text(resource.value("id"_L1)));
    ModelVersion model;
    model.name = asset.name;
    model.version = asset.version.isEmpty() ? text(resource.value("name"_L1)) : asset.version;
    model.description = text(properties.value("description"_L1));
    model.type = text(properties.value("modelType"_L1));
    model.uri = text(properties.value("modelUri"_L1));
    model.runId = text(properties.value("jobName"_L1));
    if (model.runId.isEmpty()) {
        if (const auto artifact = runArtifactFromUri(model.uri))
            model.runId = artifact->runId;
    }
    model.tags = strings(properties.value("tags"_L1));
    model.properties = strings(properties.value("properties"_L1));
    if (const auto size = model.properties.take(u"roost.size"_s); !size.isEmpty())
        model.size = integer(size, -1);
    model.created = utc(resource.value("systemData"_L1).toObject().value("createdAt"_L1));
    return model;
}

StringMap modelPropertiesFrom(const QJsonObject &body)
{
    const auto properties = body.value("properties"_L1).toObject();
    StringMap kept = modelFrom(body).properties;
    kept.remove(sentKey());
    storeSent(kept, sentParts(SentKind::Model, properties));
    return kept;
}

std::optional<bool> archivesModel(const QJsonObject &body)
{
    const auto archived = body.value("properties"_L1).toObject().value("isArchived"_L1);
    return archived.isBool() ? std::optional<bool>(archived.toBool()) : std::nullopt;
}

QJsonObject storedModelResource(ModelVersion model, bool isArchived, const WorkspaceId &workspace)
{
    const QJsonObject sent = extractSent(model.properties);
    QJsonObject resource = modelResource(model, workspace);
    QJsonObject properties = resource.value("properties"_L1).toObject();
    properties.insert(u"isArchived"_s, isArchived);
    if (!properties.contains("properties"_L1))
        properties.insert(u"properties"_s, QJsonObject());
    resource.insert(u"properties"_s, withSent(properties, sent));
    return resource;
}

bool isModelOfOutput(const QString &name)
{
    return name.startsWith("azureml_"_L1) && name.contains("_output_"_L1);
}

RegisteredModel registeredModelFrom(const Container &container)
{
    return {container.name, container.description, container.latestVersion, container.tags, container.created};
}

} // namespace Roost::Wire
