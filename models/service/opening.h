// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

namespace Roost::Service::Store {
class WorkspaceStore;
struct WorkspaceFolder;
} // namespace Roost::Service::Store

namespace Roost::Service {

/// Removes other users' access to the files of a workspace that contain secrets (database, log, launch plans), if this
/// user owns the files. Returns the number of files that other users could access.
int closeToOthers(const Store::WorkspaceFolder &folder);

/// Returns the jobs that must wait for the user's confirmation: the active jobs of a database that no service of this
/// user has opened before, and those that an earlier call found and the user has not confirmed yet. Stores a random
/// mark, by which the database is identified, in the user's own settings together with the path of the folder.
Result<QStringList> heldJobs(Store::WorkspaceStore &store);
/// Records that the user confirmed the job: heldJobs() no longer returns it.
Result<void> releaseHeld(const Store::WorkspaceFolder &folder, const QString &runId);

} // namespace Roost::Service
