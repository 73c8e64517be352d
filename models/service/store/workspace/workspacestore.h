// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/descriptor.h"
#include "models/service/store/database/database.h"
#include "models/service/store/workspace/changehub.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <memory>

namespace Roost::Service::Store {

/// The folder of a workspace, its database, and its hub of changes, which all parts of the service use. Thread-safe;
/// must outlive all objects that refer to it.
class WorkspaceStore
{
public:
    /// Whether to create a database if it is missing or empty although the folder contains runs and models. These would
    /// no longer be listed, so the caller has to request it.
    enum class FilesWithoutDatabase { AreRefused, AreForgotten };

    /// Opens the database of `folder`. In a workspace that is still empty, creates the database.
    static Result<std::unique_ptr<WorkspaceStore>> open(const WorkspaceFolder &folder,
                                                        FilesWithoutDatabase files = FilesWithoutDatabase::AreRefused);

    const WorkspaceFolder &folder() const { return m_folder; }
    /// Returns a sentence if the folder was moved, replaced or removed since it was opened, otherwise an empty string.
    /// After a move, nothing may be written below the old path, and a file that is missing at that path does not count
    /// as deleted.
    QString whyMoved() const;
    Database &database() { return *m_database; }
    ChangeHub &changes() { return m_changes; }

private:
    WorkspaceStore(WorkspaceFolder folder, std::unique_ptr<Database> database);

    WorkspaceFolder m_folder;
    Files::Descriptor m_opened; // the folder itself, even after it was moved
    std::unique_ptr<Database> m_database;
    ChangeHub m_changes;
};

} // namespace Roost::Service::Store
