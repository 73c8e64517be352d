// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

// How CarriedParts::names lists the parts of which a job can have several: "output model", "input data".

/// `list` is the key of the body: "outputs", "inputs", "services".
inline QString carriedName(const QString &list, const QString &name)
{
    return list.chopped(1) + QLatin1Char(' ') + name;
}

/// Whether the name is that of an output.
inline bool isCarriedOutput(const QString &carriedName)
{
    return carriedName.startsWith(QLatin1StringView("output "));
}

} // namespace Roost
