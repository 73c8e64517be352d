// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/descriptor.h"
#include "models/service/store/database/database.h"
#include "models/service/store/workspace/changehub.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <memory>

namespace Roost::Service::Store {

/// What every part of the service works on: the folder, its database, and who waits for changes.
/// Thread-safe; outlives all that refers to it.
class WorkspaceStore
{
public:
    /// Whether an absent or empty database is made anew beside runs and models that are there already: they would be
    /// in no list any more, so somebody has to ask for it.
    enum class FilesWithoutDatabase { AreRefused, AreForgotten };

    /// Opens the database of `folder`, making it in a workspace that holds nothing yet.
    static Result<std::unique_ptr<WorkspaceStore>> open(const WorkspaceFolder &folder,
                                                        FilesWithoutDatabase files = FilesWithoutDatabase::AreRefused);

    const WorkspaceFolder &folder() const { return m_folder; }
    /// Empty, or a sentence: the folder was moved, replaced or removed since it was opened. Nothing may be written
    /// below its path then, and nothing that is missing there means anything.
    QString whyMoved() const;
    Database &database() { return *m_database; }
    ChangeHub &changes() { return m_changes; }

private:
    WorkspaceStore(WorkspaceFolder folder, std::unique_ptr<Database> database);

    WorkspaceFolder m_folder;
    Files::Descriptor m_opened; // the folder itself, wherever it is
    std::unique_ptr<Database> m_database;
    ChangeHub m_changes;
};

} // namespace Roost::Service::Store
