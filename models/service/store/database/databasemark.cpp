// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/databasemark.h"

#include <QRandomGenerator>

#include <limits>

namespace Roost::Service::Store {

qint64 databaseMark(Connection &connection)
{
    Statement row = connection.query("PRAGMA application_id");
    const qint64 known = row.next() ? row.integer(0) : 0;
    row.run();
    if (known != 0)
        return known;
    const qint64 mark = QRandomGenerator::system()->bounded(1, std::numeric_limits<int>::max());
    connection.script("PRAGMA application_id=" + QByteArray::number(mark) + ";");
    return mark;
}

} // namespace Roost::Service::Store
