// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/maintenance.h"
#include "models/service/store/upkeep/longtask.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Store {

/// Copies a workspace while it is in use: the database as one transaction sees it, then the files of runs, models and
/// code. Environments are left out, because they are built again on demand. File systems that can share the content of
/// files (Btrfs, XFS) share it; a later change of either file does not change the other.
class BackupCopy
{
public:
    BackupCopy(WorkspaceStore &store, const QString &target, LongTask &task);

    /// Rejected if the target is not an absolute path, is or contains the workspace, lies in it, is not empty, or has
    /// too little space. If this fails or is canceled, what was copied is removed.
    Result<Backup> make();

private:
    Result<void> checkTarget() const;
    Result<void> checkSpace();
    Result<void> copyAll();
    Result<void> copyDatabase();
    Result<void> copyPart(const QString &folder);
    Result<void> copyEntries(int from, int to);
    Result<void> copyEntry(int from, int to, const QByteArray &name);
    Result<void> copyFile(int from, int to, const QByteArray &name);
    Result<void> copyContent(int from, int to);
    Result<void> copyLink(int from, int to, const QByteArray &name) const;

    WorkspaceStore &m_store;
    QString m_target;
    LongTask &m_task;
    Backup m_backup;
};

} // namespace Roost::Service::Store
