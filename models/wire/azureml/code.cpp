// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/code.h"

#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

const QString signedUriKey = u"roost.signedUri"_s;
const QString hashVersion = u"202208"_s;

} // namespace

QJsonObject codeBody(const CodeVersion &code)
{
    QJsonObject properties{{u"codeUri"_s, code.uri}, {u"isAnonymous"_s, code.isAnonymous}};
    QJsonObject inner = fromStrings(code.properties);
    // The values of the service replace those of the client.
    if (!code.hash.isEmpty()) {
        inner.insert(u"hash_sha256"_s, code.hash);
        inner.insert(u"hash_version"_s, hashVersion);
    }
    put(inner, signedUriKey, code.signedUri);
    if (!inner.isEmpty())
        properties.insert(u"properties"_s, inner);
    return {{u"properties"_s, properties}};
}

QJsonObject codeResource(const CodeVersion &code, const WorkspaceId &workspace)
{
    auto resource = codeBody(code);
    auto properties = resource.value("properties"_L1).toObject();
    properties.insert(u"isArchived"_s, false);
    put(properties, u"description"_s, code.description);
    put(properties, u"tags"_s, fromStrings(code.tags));
    properties.insert(u"provisioningState"_s, u"Succeeded"_s);
    resource.insert(u"properties"_s, properties);
    resource.insert(u"id"_s, versionId(workspace, u"codes"_s, code.name, code.version));
    resource.insert(u"name"_s, code.version);
    resource.insert(u"type"_s, u"Microsoft.MachineLearningServices/workspaces/codes/versions"_s);
    if (code.created.isValid())
        resource.insert(u"systemData"_s, QJsonObject{{u"createdAt"_s, fromUtc(code.created)}});
    return resource;
}

CodeVersion codeFrom(const QJsonObject &resource)
{
    const auto properties = resource.value("properties"_L1).toObject();
    const auto inner = strings(properties.value("properties"_L1));
    const auto asset = assetFromId(text(resource.value("id"_L1)));
    return {asset.name,
            asset.version,
            text(properties.value("codeUri"_L1)),
            inner.value(u"hash_sha256"_s),
            utc(resource.value("systemData"_L1).toObject().value("createdAt"_L1)),
            inner.value(signedUriKey)};
}

CodeVersion codeFromBody(const QString &name, const QString &version, const QJsonObject &body)
{
    const auto properties = body.value("properties"_L1).toObject();
    CodeVersion code;
    code.name = name;
    code.version = version;
    code.uri = text(properties.value("codeUri"_L1));
    code.description = text(properties.value("description"_L1));
    code.tags = strings(properties.value("tags"_L1));
    code.properties = strings(properties.value("properties"_L1));
    code.isAnonymous = properties.value("isAnonymous"_L1).toBool();
    code.hash = code.properties.value(u"hash_sha256"_s).toLower();
    return code;
}

QJsonObject pendingUploadBody()
{
    return {{u"pendingUploadType"_s, u"TemporaryBlobReference"_s}};
}

QJsonObject toJson(const PendingUpload &upload)
{
    const QJsonObject credential{{u"credentialType"_s, u"SAS"_s}, {u"sasUri"_s, upload.sasUri}};
    return {
        {u"blobReferenceForConsumption"_s,
         QJsonObject{{u"blobUri"_s, upload.blobUri}, {u"storageAccountArmId"_s, u""_s}, {u"credential"_s, credential}}},
        {u"pendingUploadId"_s, upload.id},
        {u"pendingUploadType"_s, u"TemporaryBlobReference"_s}};
}

PendingUpload pendingUploadFrom(const QJsonObject &json)
{
    const auto reference = json.value("blobReferenceForConsumption"_L1).toObject();
    return {text(json.value("pendingUploadId"_L1)), text(reference.value("blobUri"_L1)),
            text(reference.value("credential"_L1).toObject().value("sasUri"_L1))};
}

} // namespace Roost::Wire
