// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/workspace/artifactfolder.h"

namespace Roost::Service::Mlflow {

/// An artifact named by a client, and its path on disk, which need not exist.
struct ArtifactPlace
{
    Store::ArtifactFolder folder;
    QString path;  // within the folder
    QString runId; // empty if it belongs to no run
};

/// The location of "0/<run>/artifacts/model.pt" of mlflow-artifacts: the folder of a run, of a logged model, of a
/// registered version, or the workspace's own artifacts/. Throws an ApiError for a path that names no file.
ArtifactPlace placeOf(Store::WorkspaceStore &store, Store::Connection &connection, const QString &path);
/// The same for a whole URI; throws an ApiError if its files are not stored here.
ArtifactPlace placeOfUri(Store::WorkspaceStore &store, Store::Connection &connection, const QString &uri);

/// artifacts/list and logged-models/{id}/artifacts/directories.
QList<RpcHandler> artifactHandlers();

// Handlers that send or receive files; they throw ApiError.
Http::Handler putArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getArtifactHandler(Store::WorkspaceStore &store);
Http::Handler deleteArtifactHandler(Store::WorkspaceStore &store);
Http::Handler listArtifactsHandler(Store::WorkspaceStore &store);
Http::Handler getRunArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getModelVersionArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getLoggedModelFileHandler(Store::WorkspaceStore &store);
/// upload-artifact of MLflow's web page: accepts small files only; the body is the data.
Http::Handler uploadArtifactHandler(Store::WorkspaceStore &store);
/// Multipart uploads: reported as not supported, so that clients send one stream instead.
Http::Handler noMultipartHandler();

} // namespace Roost::Service::Mlflow
