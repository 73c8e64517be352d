// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/artifact.h"

#include "models/wire/azureml/ids.h"
#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonObject entry(const QString &path, const QString &runId)
{
    return {{u"origin"_s, QString(runOrigin)}, {u"container"_s, runContainer(runId)}, {u"path"_s, path}};
}

} // namespace

QJsonObject artifactEntry(const Artifact &artifact, const QString &runId)
{
    auto json = entry(artifact.path, runId);
    const QString place = artifactPath(runId, artifact.path);
    json.insert(u"artifactId"_s, place);
    json.insert(u"dataPath"_s,
                QJsonObject{{u"dataStoreName"_s, QString(artifactDatastore)}, {u"relativePath"_s, place}});
    put(json, u"createdTime"_s, fromUtc(artifact.created));
    if (artifact.size >= 0)
        json.insert(u"tags"_s, QJsonObject{{u"roost.size"_s, QString::number(artifact.size)}});
    return json;
}

Artifact artifactFrom(const QJsonObject &json)
{
    return {text(json.value("path"_L1)), integer(json.value("tags"_L1).toObject().value("roost.size"_L1), -1),
            utc(json.value("createdTime"_L1))};
}

ArtifactRegistration artifactRegistrationFrom(const QJsonObject &body)
{
    const auto place = body.value("dataPath"_L1).toObject();
    return {text(body.value("origin"_L1)), text(body.value("container"_L1)), text(body.value("path"_L1)),
            text(place.value("dataStoreName"_L1)), text(place.value("relativePath"_L1))};
}

QJsonObject contentInfo(const FileRef &file, const QString &runId)
{
    auto json = entry(file.path, runId);
    json.insert(u"contentUri"_s, file.url);
    return json;
}

FileRef contentFrom(const QJsonObject &json)
{
    return {text(json.value("path"_L1)), text(json.value("contentUri"_L1))};
}

} // namespace Roost::Wire
