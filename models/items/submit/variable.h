// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// A row as a person types it: the name may be missing, or the same as in another row.
struct Variable
{
    QString name;
    QString value;
    bool operator==(const Variable &) const = default;
};

/// The variables of the rows that have a name; of two rows with one name the later one counts.
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
