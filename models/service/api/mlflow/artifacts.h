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
    QString path;  // relative to the folder
    QString runId; // empty if it belongs to no run
};

/// Returns the place of "0/<run>/artifacts/model.pt" of mlflow-artifacts: in the folder of a run, of a logged model or
/// of a registered version, or in the workspace's own artifacts/. Throws an ApiError if the path does not name a file.
ArtifactPlace placeOf(Store::WorkspaceStore &store, Store::Connection &connection, const QString &path);
/// Returns the place of a whole URI; throws an ApiError if its files are not stored here.
ArtifactPlace placeOfUri(Store::WorkspaceStore &store, Store::Connection &connection, const QString &uri);

/// Handles artifacts/list and logged-models/{id}/artifacts/directories.
QList<RpcHandler> artifactHandlers();

// These handlers send or receive files; they throw ApiError.
Http::Handler putArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getArtifactHandler(Store::WorkspaceStore &store);
Http::Handler deleteArtifactHandler(Store::WorkspaceStore &store);
Http::Handler listArtifactsHandler(Store::WorkspaceStore &store);
Http::Handler getRunArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getModelVersionArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getLoggedModelFileHandler(Store::WorkspaceStore &store);
/// Handles upload-artifact of MLflow's web page, which accepts only small files; the body is the content of the file.
Http::Handler uploadArtifactHandler(Store::WorkspaceStore &store);
/// Reports multipart uploads as not supported, so that clients send one stream instead.
Http::Handler noMultipartHandler();

} // namespace Roost::Service::Mlflow
