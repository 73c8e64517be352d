// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

namespace Roost::Service::Store {

/// A random number that identifies this database, also when the workspace's folder is moved or copied over another.
/// Made at the first call, within a transaction that writes; kept in the head of the file, where SQLite reserves a
/// field for programs.
qint64 databaseMark(Connection &connection);

} // namespace Roost::Service::Store
