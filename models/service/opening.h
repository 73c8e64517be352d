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

/// Takes the files of a workspace that hold secrets (database, log, launch plans) from all other users, where they are
/// this user's. How many were open.
int closeToOthers(const Store::WorkspaceFolder &folder);

/// The jobs that wait in a database no service of this user has had open, and those that were found so before and
/// wait for the user's word since. From now on the database is known by a random mark in it, kept in the user's own
/// settings together with the folder's path.
Result<QStringList> heldJobs(Store::WorkspaceStore &store);
/// That job starts by itself from now on.
Result<void> releaseHeld(const Store::WorkspaceFolder &folder, const QString &runId);

} // namespace Roost::Service
