// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>

namespace Roost::Service::Store {

/// One step of the schema. A released step never changes; errors are corrected by the next step.
struct Migration
{
    int number = 0; // 1, 2, 3 ... without gaps
    QByteArray sql;
};

/// Returns all steps in order: the files NNN_name.sql in this folder, as listed in schema.qrc. A new step is a new
/// file.
QList<Migration> migrations();

/// Brings the database to the last of `steps`, each in its own transaction. Rejected if the database is newer than the
/// last step. Returns the number of steps that were executed.
Result<int> migrate(Connection &connection, const QList<Migration> &steps);

} // namespace Roost::Service::Store
