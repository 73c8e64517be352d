// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/mlflow/parameters.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// One entry of a list of artifacts; its path is relative to the root.
struct ListedFile
{
    QString path;
    bool isFolder = false;
    qint64 size = 0; // omitted if 0, as MLflow's server does
    bool operator==(const ListedFile &) const = default;
};

/// artifacts/list
struct ListArtifactsRequest
{
    QString runId;
    QString path;

    static Parameters parameters();
    static ListArtifactsRequest read(const Message &message);
};

/// logged-models/{id}/artifacts/directories
struct ListLoggedModelFilesRequest
{
    QString path;

    static Parameters parameters();
    static ListLoggedModelFilesRequest read(const Message &message);
};

// Parameters of the routes that send or receive files.
/// mlflow-artifacts/artifacts
QString listedPathFrom(const Message &query);
/// get-artifact
struct GetArtifactRequest
{
    QString runId; // empty if the query contains none
    QString path;

    static GetArtifactRequest read(const Message &query);
};
/// model-versions/get-artifact
struct GetModelArtifactRequest
{
    QString name;
    QString version;
    QString path;

    static GetModelArtifactRequest read(const Message &query);
};
/// upload-artifact; both members are required
struct UploadArtifactRequest
{
    QString runId;
    QString path;

    static UploadArtifactRequest read(const Message &query);
};
/// logged-models/{id}/artifacts/files
QString loggedModelFileFrom(const Message &query);

/// If `root` is empty, the reply does not contain it; if there are no files, it does not contain a list.
QJsonObject filesAnswer(const QList<ListedFile> &files, const QString &root = {});
/// Returns nullopt if the entry has no path.
std::optional<ListedFile> fileFromMlflow(const QJsonObject &json);

} // namespace Roost::Wire
