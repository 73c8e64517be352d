// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

// The names in CarriedParts::names of parts that a job can have several of: "output model", "input data".

/// Returns the name of the part `name`. `list` is the key in the job's body: "outputs", "inputs", "services".
inline QString carriedName(const QString &list, const QString &name)
{
    return list.chopped(1) + QLatin1Char(' ') + name;
}

/// Returns whether `carriedName` names an output.
inline bool isCarriedOutput(const QString &carriedName)
{
    return carriedName.startsWith(QLatin1StringView("output "));
}

} // namespace Roost
