// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/changehub.h"
#include "models/service/store/database.h"
#include "models/service/store/workspacefolder.h"

#include <memory>

namespace Roost::Service {

/// What every part of the service works on: the folder, its database, and who waits for changes.
/// Thread-safe; outlives all that refers to it.
class Store
{
public:
    /// Opens the database of `folder`, making it where it is absent.
    static Result<std::unique_ptr<Store>> open(const WorkspaceFolder &folder);

    const WorkspaceFolder &folder() const { return m_folder; }
    Database &database() { return *m_database; }
    ChangeHub &changes() { return m_changes; }

private:
    Store(WorkspaceFolder folder, std::unique_ptr<Database> database);

    WorkspaceFolder m_folder;
    std::unique_ptr<Database> m_database;
    ChangeHub m_changes;
};

/// Milliseconds since 1970, UTC.
qint64 nowMs();

} // namespace Roost::Service
