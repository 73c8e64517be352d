// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"
#include "models/service/store/workspace/artifactfolder.h"

namespace Roost::Service::Mlflow {

/// An artifact as a client names it, found on disk (or where it would lie).
struct ArtifactPlace
{
    Store::ArtifactFolder folder;
    QString path;  // within the folder
    QString runId; // empty where it is no run's
};

/// "0/<run>/artifacts/model.pt" of mlflow-artifacts: to its place: a run's folder, a logged model's, a registered
/// version's, or the workspace's own artifacts/. Throws a Refusal on a path nobody may name.
ArtifactPlace placeOf(Store::WorkspaceStore &store, Store::Connection &connection, const QString &path);
/// The same for a whole URI; a Refusal where its files are not kept here.
ArtifactPlace placeOfUri(Store::WorkspaceStore &store, Store::Connection &connection, const QString &uri);

/// artifacts/list and logged-models/{id}/artifacts/directories.
QList<Entry> artifactEntries();

// Handlers that send or take files.
Http::Handler putArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getArtifactHandler(Store::WorkspaceStore &store);
Http::Handler deleteArtifactHandler(Store::WorkspaceStore &store);
Http::Handler listArtifactsHandler(Store::WorkspaceStore &store);
Http::Handler getRunArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getModelVersionArtifactHandler(Store::WorkspaceStore &store);
Http::Handler getLoggedModelFileHandler(Store::WorkspaceStore &store);
/// upload-artifact of MLflow's web page: small files only, the data as they are.
Http::Handler uploadArtifactHandler(Store::WorkspaceStore &store);
/// Uploads in parts: said to be absent, so that clients send one stream instead.
Http::Handler noMultipartHandler();

} // namespace Roost::Service::Mlflow
