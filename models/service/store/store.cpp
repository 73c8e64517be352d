// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/store.h"

#include <QDateTime>

namespace Roost::Service {

Result<std::unique_ptr<Store>> Store::open(const WorkspaceFolder &folder)
{
    auto database = Database::open(folder.database());
    if (!database)
        return std::unexpected(database.error());
    return std::unique_ptr<Store>(new Store(folder, std::move(*database)));
}

Store::Store(WorkspaceFolder folder, std::unique_ptr<Database> database)
    : m_folder(std::move(folder))
    , m_database(std::move(database))
{
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace Roost::Service
