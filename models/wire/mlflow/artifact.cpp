// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/artifact.h"

#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString requiredForUpload(const Message &query, QStringView key)
{
    const QString value = query.first(key);
    if (value.isEmpty())
        throw ApiError(ErrorKind::Rejected, u"Request must specify %1."_s.arg(key));
    return value;
}

} // namespace

Parameters ListArtifactsRequest::parameters()
{
    using enum Parameter::Type;
    using enum Parameter::Need;
    return {{"run_id", Text, Required}, {"path"}, {"page_token"}};
}

ListArtifactsRequest ListArtifactsRequest::read(const Message &message)
{
    return {message.runId(), message.text(u"path")};
}

Parameters ListLoggedModelFilesRequest::parameters()
{
    return {{"artifact_directory_path"}};
}

ListLoggedModelFilesRequest ListLoggedModelFilesRequest::read(const Message &message)
{
    return {message.text(u"artifact_directory_path")};
}

QString listedPathFrom(const Message &query)
{
    return query.first(u"path");
}

GetArtifactRequest GetArtifactRequest::read(const Message &query)
{
    return {query.has(u"run_id") ? query.first(u"run_id") : query.first(u"run_uuid"), query.first(u"path")};
}

GetModelArtifactRequest GetModelArtifactRequest::read(const Message &query)
{
    return {query.first(u"name"), query.first(u"version"), query.first(u"path")};
}

UploadArtifactRequest UploadArtifactRequest::read(const Message &query)
{
    return {requiredForUpload(query, u"run_uuid"), requiredForUpload(query, u"path")};
}

QString loggedModelFileFrom(const Message &query)
{
    const QString path = query.first(u"artifact_file_path");
    if (path.isEmpty()) {
        throw ApiError(ErrorKind::Unreachable, u"Request must include the \"artifact_file_path\" query parameter."_s);
    }
    return path;
}

QJsonObject filesAnswer(const QList<ListedFile> &files, const QString &root)
{
    QJsonArray list;
    for (const ListedFile &file : files) {
        QJsonObject json{{u"path"_s, file.path}, {u"is_dir"_s, file.isFolder}};
        if (!file.isFolder && file.size > 0)
            json.insert(u"file_size"_s, file.size);
        list.append(json);
    }
    QJsonObject answer;
    put(answer, u"root_uri"_s, root);
    put(answer, u"files"_s, list);
    return answer;
}

std::optional<ListedFile> fileFromMlflow(const QJsonObject &json)
{
    const auto path = text(json.value("path"_L1));
    if (path.isEmpty())
        return std::nullopt;
    return ListedFile{path, json.value("is_dir"_L1).toBool(), integer(json.value("file_size"_L1))};
}

} // namespace Roost::Wire
