// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

namespace Roost::Service::Store {

/// Returns a random number that identifies this database, even if the workspace's folder is moved or copied over
/// another. It is created by the first call, which requires a transaction that writes, and stored in the header of the
/// file, where SQLite reserves a field for programs.
qint64 databaseMark(Connection &connection);

} // namespace Roost::Service::Store
