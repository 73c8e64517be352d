// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/maintenance.h"
#include "models/service/store/upkeep/longtask.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Store {

/// The deleted runs of a workspace. The protocols only mark runs as deleted; this class removes them for good.
class Trash
{
public:
    explicit Trash(WorkspaceStore &store)
        : m_store(store)
    {
    }

    /// Returns the deleted runs, the last deleted one first.
    Result<QList<DeletedRun>> list() const;
    /// NotFound if the run is not in the trash; Conflict if its experiment is deleted, or if parts of it are gone.
    Result<void> restore(const QString &runId);
    /// Removes the runs that were deleted before `before`, or all if it is invalid: files, rows, and snapshots of code
    /// that nothing else uses. A run whose files a registered model or another run uses stays. If this is interrupted,
    /// the next call continues.
    Result<Reclaimed> empty(const QDateTime &before, LongTask &task);

private:
    struct Deleted
    {
        qint64 seq = 0;
        QString id;
    };
    Result<QList<Deleted>> deletedBefore(const QDateTime &before) const;
    Result<bool> isUsed(const Deleted &run) const;
    Result<qint64> remove(const Deleted &run);
    Result<void> removePoints(qint64 run);
    Result<qint64> removeUnusedCode(const QString &hash);

    WorkspaceStore &m_store;
};

} // namespace Roost::Service::Store
