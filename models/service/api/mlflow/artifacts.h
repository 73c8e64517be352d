// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/rpchandler.h"
#include "models/service/store/workspace/artifactfolder.h"

namespace Roost::Service::Mlflow {

/// An artifact as a client names it, found on disk (or where it would lie).
struct ArtifactPlace
{
    Store::ArtifactFolder folder;
    QString path;  // within the folder
    QString runId; // empty where it is no run's
};

/// The place of "0/<run>/artifacts/model.pt" of mlflow-artifacts: a run's folder, a logged model's, a registered
/// version's, or the workspace's own artifacts/. Throws an ApiError on a path that names no file.
ArtifactPlace placeOf(Store::WorkspaceStore &store, Store::Connection &connection, const QString &path);
/// The same for a whole URI; an ApiError where its files are not kept here.
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
/// upload-artifact of MLflow's web page: small files only, the body is the data.
Http::Handler uploadArtifactHandler(Store::WorkspaceStore &store);
/// Uploads in parts: reported as absent, so that clients send one stream instead.
Http::Handler noMultipartHandler();

} // namespace Roost::Service::Mlflow
