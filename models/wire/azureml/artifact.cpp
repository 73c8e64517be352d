// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/artifact.h"

#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonObject entry(const QString &path, const QString &runId)
{
    return {{u"origin"_s, u"ExperimentRun"_s}, {u"container"_s, QString(u"dcid."_s + runId)}, {u"path"_s, path}};
}

} // namespace

QJsonObject artifactEntry(const Artifact &artifact, const QString &runId)
{
    auto json = entry(artifact.path, runId);
    json.insert(u"artifactId"_s, u"ExperimentRun/dcid.%1/%2"_s.arg(runId, artifact.path));
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
