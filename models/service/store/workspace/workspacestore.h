// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/descriptor.h"
#include "models/service/store/database/database.h"
#include "models/service/store/workspace/changehub.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <memory>

namespace Roost::Service::Store {

/// The folder of a workspace, its database, and the hub of changes: every part of the service works on it.
/// Thread-safe; it outlives everything that refers to it.
class WorkspaceStore
{
public:
    /// Whether an absent or empty database is created beside existing runs and models. They would appear in no list any
    /// more, so the caller has to request it.
    enum class FilesWithoutDatabase { AreRefused, AreForgotten };

    /// Opens the database of `folder`, which is created in a workspace that holds nothing yet.
    static Result<std::unique_ptr<WorkspaceStore>> open(const WorkspaceFolder &folder,
                                                        FilesWithoutDatabase files = FilesWithoutDatabase::AreRefused);

    const WorkspaceFolder &folder() const { return m_folder; }
    /// A sentence when the folder was moved, replaced or removed since it was opened, else empty. In that case nothing
    /// may be written below its path, and a file that is missing there does not count as deleted.
    QString whyMoved() const;
    Database &database() { return *m_database; }
    ChangeHub &changes() { return m_changes; }

private:
    WorkspaceStore(WorkspaceFolder folder, std::unique_ptr<Database> database);

    WorkspaceFolder m_folder;
    Files::Descriptor m_opened; // the folder itself, also after it was moved
    std::unique_ptr<Database> m_database;
    ChangeHub m_changes;
};

} // namespace Roost::Service::Store
