// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QHash>
#include <QSet>

namespace Roost::Importers {

/// The names of one kind of a run (metrics, params or tags) as MLflow's protocol allows them: letters, digits, "_",
/// "-",
/// ".", ":", "/" and spaces, at most 250 characters, and no name that is not a plain relative path. Different names
/// remain different. One object for each kind and run.
class ValidNames
{
public:
    static constexpr int longest = 250;

    /// Returns the name itself if it is allowed; else one with "_" in place of other characters.
    QString valid(const QString &name);
    /// Returns the names that were changed, with what they became.
    const StringMap &changed() const { return m_changed; }

private:
    QHash<QString, QString> m_known;
    QSet<QString> m_taken;
    StringMap m_changed;
};

} // namespace Roost::Importers
