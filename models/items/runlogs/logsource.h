// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace Roost::Items {

/// The logs of all ranks of a run as one log, in the order of time.
struct AllRanks
{
    auto operator<=>(const AllRanks &) const = default;
};

/// All logs of one rank as one log, in the order of time.
struct RankLogs
{
    int rank = 0;
    auto operator<=>(const RankLogs &) const = default;
};

/// One file, by its path relative to the run.
struct LogFile
{
    QString path;
    auto operator<=>(const LogFile &) const = default;
};

/// What one log on the screen is read from.
using LogSource = std::variant<AllRanks, RankLogs, LogFile>;

/// The rank whose lines a source holds alone; empty for AllRanks and for a file that belongs to no rank.
std::optional<int> rankOf(const LogSource &source);
/// The path of a LogFile; empty for the others.
QString pathOf(const LogSource &source);

/// The form of a source in stored states, links and object names: "*", "rank 3" or the path.
QString toText(const LogSource &source);
/// Reads what toText() wrote. Each other text is a path; an empty text is not a source.
std::optional<LogSource> logSourceFromText(const QString &text);

} // namespace Roost::Items
