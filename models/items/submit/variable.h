// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// A row as the user types it: the name may be missing, or the same as in another row.
struct Variable
{
    QString name;
    QString value;
    bool operator==(const Variable &) const = default;
};

/// Returns the variables of the rows that have a name. If two rows have the same name, the later one is used.
inline StringMap named(const QList<Variable> &rows)
{
    StringMap map;
    for (const Variable &row : rows) {
        if (!row.name.isEmpty())
            map.insert(row.name, row.value);
    }
    return map;
}

} // namespace Roost::Items
