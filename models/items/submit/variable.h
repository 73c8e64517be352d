// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// A row as a person writes it: the name may still be missing, or stand in another row too.
struct Variable
{
    QString name;
    QString value;
    bool operator==(const Variable &) const = default;
};

/// What of the rows counts: those that have a name, of two with one name the later.
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
