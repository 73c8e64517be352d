// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/environment.h"

#include "models/wire/azureml/condatext.h"
#include "models/wire/azureml/sentparts.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

// Azure does not store comments and layout of a conda file; Roost's service also returns the original text.
const QString condaAsWritten = u"roost.condaFile"_s;

// Reads the YAML, which Azure returns as JSON text.
QString condaFileIn(const QJsonObject &properties)
{
    const auto conda = text(properties.value("condaFile"_L1));
    return conda.trimmed().startsWith(u'{') ? blockYaml(conda) : conda;
}

} // namespace

QJsonObject environmentBody(const Environment &environment, bool anonymous)
{
    QJsonObject properties{{u"osType"_s, u"Linux"_s}};
    put(properties, u"image"_s, environment.image);
    put(properties, u"condaFile"_s, environment.condaYaml);
    put(properties, u"description"_s, environment.description);
    put(properties, u"tags"_s, fromStrings(environment.tags));
    if (anonymous)
        properties.insert(u"isAnonymous"_s, true);
    return {{u"properties"_s, properties}};
}

Result<Environment> environmentFromBody(const QString &name, const QString &version, const QJsonObject &body)
{
    const auto rejected = [](const QString &why) { return failure(ErrorKind::Rejected, why); };
    if (const auto why = whyNotAnEnvironmentName(name); !why.isEmpty())
        return rejected(why);
    const auto properties = body.value("properties"_L1).toObject();
    if (!properties.value("build"_L1).toObject().isEmpty())
        return rejected(u"properties.build is not supported; give properties.image or properties.condaFile."_s);
    if (const auto system = text(properties.value("osType"_L1)); system.compare("Windows"_L1, Qt::CaseInsensitive) == 0)
        return rejected(u"properties.osType is \"Windows\"; environments here are of Linux."_s);
    auto environment = environmentFrom(body);
    // A body may include the original text of an earlier reply, but condaFile is the requested content.
    environment.condaYaml = condaFileIn(properties);
    if (environment.image.isEmpty() && environment.condaYaml.isEmpty())
        return rejected(u"An environment needs properties.condaFile (the YAML text), properties.image or both."_s);
    environment.name = name;
    environment.version = version;
    environment.curated = false;
    return environment;
}

bool isAnonymous(const QJsonObject &resourceOrBody)
{
    return resourceOrBody.value("properties"_L1).toObject().value("isAnonymous"_L1).toBool();
}

bool isArchived(const QJsonObject &resourceOrBody)
{
    return resourceOrBody.value("properties"_L1).toObject().value("isArchived"_L1).toBool();
}

StringMap environmentPropertiesFrom(const QJsonObject &body)
{
    const auto properties = body.value("properties"_L1).toObject();
    StringMap kept = strings(properties.value("properties"_L1));
    storeSent(kept, sentParts(SentKind::Environment, properties));
    return kept;
}

QJsonObject withClientParts(QJsonObject resource, bool isArchived, StringMap properties)
{
    QJsonObject all = resource.value("properties"_L1).toObject();
    all.insert(u"isArchived"_s, isArchived);
    const QJsonObject sent = extractSent(properties);
    // The values of the service replace those of the client.
    QJsonObject inner = fromStrings(properties);
    const QJsonObject own = all.value("properties"_L1).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        inner.insert(it.key(), it.value());
    all.insert(u"properties"_s, inner);
    for (auto part = sent.begin(); part != sent.end(); ++part)
        all.insert(part.key(), part.value());
    resource.insert(u"properties"_s, all);
    return resource;
}

QJsonObject environmentResource(const Environment &environment, const WorkspaceId &workspace, bool anonymous)
{
    auto properties = environmentBody(environment, anonymous).value("properties"_L1).toObject();
    // Azure's reply contains all members, even those that were not sent.
    properties.insert(u"condaFile"_s, condaJson(environment.condaYaml));
    properties.insert(u"description"_s,
                      environment.description.isEmpty() ? QJsonValue() : QJsonValue(environment.description));
    properties.insert(u"tags"_s, fromStrings(environment.tags));
    properties.insert(u"isAnonymous"_s, anonymous);
    properties.insert(u"isArchived"_s, false);
    properties.insert(u"environmentType"_s, environment.curated ? u"Curated"_s : u"UserCreated"_s);
    properties.insert(u"autoRebuild"_s, u"Disabled"_s);
    properties.insert(u"stage"_s, u"Development"_s);
    properties.insert(u"provisioningState"_s, u"Succeeded"_s);
    QJsonObject inner;
    put(inner, u"roost.packages"_s, environment.packages.join(u'\n'));
    put(inner, condaAsWritten, environment.condaYaml);
    properties.insert(u"properties"_s, inner);
    QJsonObject resource{{u"id"_s, versionId(workspace, u"environments"_s, environment.name, environment.version)},
                         {u"name"_s, environment.version},
                         {u"type"_s, u"Microsoft.MachineLearningServices/workspaces/environments/versions"_s},
                         {u"properties"_s, properties}};
    if (environment.created.isValid())
        resource.insert(u"systemData"_s, QJsonObject{{u"createdAt"_s, fromUtc(environment.created)}});
    return resource;
}

Environment environmentFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto asset = assetFromId(text(resource.value("id"_L1)));
    Environment environment;
    environment.name = asset.name;
    environment.version = asset.version.isEmpty() ? text(resource.value("name"_L1)) : asset.version;
    environment.description = text(properties.value("description"_L1));
    environment.image = text(properties.value("image"_L1));
    const auto inner = strings(properties.value("properties"_L1));
    const auto build = properties.value("build"_L1).toObject();
    environment.buildContext = text(build.value("contextUri"_L1));
    environment.dockerfile = text(build.value("dockerfilePath"_L1));
    environment.condaYaml = inner.value(condaAsWritten, condaFileIn(properties));
    environment.curated = text(properties.value("environmentType"_L1)) == "Curated"_L1;
    environment.tags = strings(properties.value("tags"_L1));
    environment.created = utc(resource.value("systemData"_L1).toObject().value("createdAt"_L1));
    environment.packages = inner.value(u"roost.packages"_s).split(u'\n', Qt::SkipEmptyParts);
    return environment;
}

QJsonObject containerResource(const Container &container, const QString &kind, const WorkspaceId &workspace)
{
    QJsonObject properties{{u"isArchived"_s, false}, {u"provisioningState"_s, u"Succeeded"_s}};
    put(properties, u"description"_s, container.description);
    put(properties, u"latestVersion"_s, container.latestVersion);
    put(properties, u"nextVersion"_s, container.nextVersion);
    put(properties, u"tags"_s, fromStrings(container.tags));
    QJsonObject resource{{u"id"_s, resourceId(workspace, kind, container.name)},
                         {u"name"_s, container.name},
                         {u"type"_s, QString(u"Microsoft.MachineLearningServices/workspaces/"_s + kind)},
                         {u"properties"_s, properties}};
    if (container.created.isValid())
        resource.insert(u"systemData"_s, QJsonObject{{u"createdAt"_s, fromUtc(container.created)}});
    return resource;
}

Container containerFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    return {text(resource.value("name"_L1)),
            text(properties.value("description"_L1)),
            text(properties.value("latestVersion"_L1)),
            text(properties.value("nextVersion"_L1)),
            strings(properties.value("tags"_L1)),
            utc(resource.value("systemData"_L1).toObject().value("createdAt"_L1))};
}

} // namespace Roost::Wire
