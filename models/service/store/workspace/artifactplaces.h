// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/tracking/loggedmodelstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/artifactfolder.h"

namespace Roost::Service::Store {

class WorkspaceStore;

// Where the files of runs and logged models lie. A run that has a folder in the workspace (a job, or a run whose client
// has uploaded files) keeps its files there. The files of an experiment whose artifact location is a folder of this
// machine lie in that folder, and those of a workspace with an artifacts destination below the destination, both in
// MLflow's layout: <experiment>/<run>/artifacts and <experiment>/models/<model>/artifacts.

/// Makes `<workspace>/artifacts` a link to `destination`, an absolute path that is created if it is missing: the
/// artifacts of MLflow clients lie there from now on. Rejected if artifacts/ already holds files.
Result<void> setArtifactsDestination(const WorkspaceFolder &workspace, const QString &destination);

ArtifactFolder artifactsOf(const WorkspaceFolder &workspace, const RunRow &run);
/// Finds the run first; an unknown run has the empty folder that it would have in the workspace. Opens a transaction.
ArtifactFolder artifactsOfRun(WorkspaceStore &store, const QString &runId);
ArtifactFolder artifactsOf(const WorkspaceFolder &workspace, const LoggedModelRow &model);
/// Returns the folder of artifacts that belong to no run, under the paths that clients name.
ArtifactFolder otherArtifacts(const WorkspaceFolder &workspace);

/// Returns whether the service stores, or can read, the artifacts of the run.
bool hasArtifactsHere(const RunRow &run);

} // namespace Roost::Service::Store
