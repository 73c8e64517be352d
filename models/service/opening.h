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

/// Removes other users' access to the files of a workspace that hold secrets (database, log, launch plans), if this
/// user owns them. Returns the number of files that were accessible.
int closeToOthers(const Store::WorkspaceFolder &folder);

/// The jobs that wait in a database never opened by a service of this user, and those found earlier that still await
/// the user's confirmation. From now on the database is identified by a random mark in it, stored in the user's own
/// settings together with the folder's path.
Result<QStringList> heldJobs(Store::WorkspaceStore &store);
/// Permits that job to start by itself from now on.
Result<void> releaseHeld(const Store::WorkspaceFolder &folder, const QString &runId);

} // namespace Roost::Service
