// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/call.h"
#include "models/service/store/artifactfolder.h"

namespace Roost::Service::Mlflow {

/// An artifact as a client names it, found on disk (or where it would lie).
struct ArtifactPlace
{
    ArtifactFolder folder;
    QString path;  // within the folder
    QString runId; // empty where it is no run's
};

/// "0/<run>/artifacts/model.pt" of mlflow-artifacts: to its place: a run's folder, a logged model's, a registered
/// version's, or the workspace's own artifacts/. Throws a Refusal on a path nobody may name.
ArtifactPlace placeOf(Store &store, Connection &connection, const QString &path);
/// The same for a whole URI; a Refusal where its files are not kept here.
ArtifactPlace placeOfUri(Store &store, Connection &connection, const QString &uri);

/// artifacts/list and logged-models/{id}/artifacts/directories.
QList<Entry> artifactEntries();

// Handlers that send or take files.
Handler putArtifactHandler(Store &store);
Handler getArtifactHandler(Store &store);
Handler deleteArtifactHandler(Store &store);
Handler listArtifactsHandler(Store &store);
Handler getRunArtifactHandler(Store &store);
Handler getModelVersionArtifactHandler(Store &store);
Handler getLoggedModelFileHandler(Store &store);
/// upload-artifact of MLflow's web page: small files only, the data as they are.
Handler uploadArtifactHandler(Store &store);
/// Uploads in parts: said to be absent, so that clients send one stream instead.
Handler noMultipartHandler();

} // namespace Roost::Service::Mlflow
