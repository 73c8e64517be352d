// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The names of what changes in a workspace, as the change feed announces them.
namespace Roost::Topic {

inline constexpr QLatin1StringView Computes("computes");
inline constexpr QLatin1StringView Environments("environments");
inline constexpr QLatin1StringView Models("models");
/// Any run; the topics of single runs are below it.
inline constexpr QLatin1StringView Runs("runs");

inline QString run(const QString &id)
{
    return Runs + u'/' + id;
}

/// The id of the run whose topic it is; null for another topic.
inline QString runOf(const QString &topic)
{
    return topic.startsWith(run({})) ? topic.section(u'/', 1, 1) : QString();
}

} // namespace Roost::Topic
