// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>

namespace Roost::Service::Store {

/// One step of the schema. It never changes once it is released: the next step corrects what is wrong.
struct Migration
{
    int number = 0; // 1, 2, 3 ... without a gap
    QByteArray sql;
};

/// All steps in order: the files NNN_name.sql beside this one, as schema.qrc lists them. A new step is a new file.
QList<Migration> migrations();

/// Brings the database to the last of `steps`, each in its own transaction; Rejected when the database is newer than
/// they are. Returns how many steps were taken.
Result<int> migrate(Connection &connection, const QList<Migration> &steps);

} // namespace Roost::Service::Store
